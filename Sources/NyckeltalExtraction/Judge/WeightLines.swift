import NyckeltalText

/// Reads the lines of a file of weights as bytes, since it is read whenever a judge is made.
enum WeightLines {
  /// Hands over each feature's name, as a range of the bytes, and its weights; returns the number of
  /// the first line, from 1, that is neither a question nor a feature with its weights.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    each: (JudgeHead, Range<Int>, [Float]) -> Void
  ) -> Int? {
    var head: JudgeHead?
    var values: [Float] = []
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: Byte.newline) ?? bytes.count
      let line = start..<end
      start = end + 1
      if line.isEmpty || bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
      if let found = question(bytes[line]) {
        head = found
        continue
      }
      guard let head, let tab = bytes[line].firstIndex(of: Byte.tab), tab > line.lowerBound,
        weights(bytes[tab..<end], into: &values), values.count == head.width
      else { return number }
      each(head, line.lowerBound..<tab, values)
    }
    return nil
  }

  private static func question(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> JudgeHead? {
    guard line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") else { return nil }
    return JudgeHead(rawValue: String(decoding: line.dropFirst().dropLast(), as: UTF8.self))
  }

  /// Decimal numbers, a tab before each; returns whether there is nothing else.
  private static func weights(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    into values: inout [Float]
  ) -> Bool {
    values.removeAll(keepingCapacity: true)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == Byte.tab else { return false }
      index += 1
      let isNegative = index < bytes.endIndex && bytes[index] == UInt8(ascii: "-")
      if isNegative { index += 1 }
      var digits = 0
      var mantissa = 0
      var scale: Float = 1
      var hasPoint = false
      while index < bytes.endIndex, bytes[index] != Byte.tab {
        if bytes[index] == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
        } else {
          guard Byte.isDigit(bytes[index]), digits < 9 else { return false }
          digits += 1
          mantissa = mantissa * 10 + Int(bytes[index] &- 48)
          if hasPoint { scale *= 10 }
        }
        index += 1
      }
      guard digits > 0 else { return false }
      values.append((isNegative ? -Float(mantissa) : Float(mantissa)) / scale)
    }
    return !values.isEmpty
  }
}
