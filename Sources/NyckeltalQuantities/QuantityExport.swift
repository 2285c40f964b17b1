import Foundation
import NyckeltalModel

/// Writes every quantity of a file as JSON lines, with memory that does not grow with the file.
///
/// Each line of the input is a context of its own. A line longer than 64 KB is read in pieces that
/// are cut at white space.
public struct QuantityExport: Sendable {
  private let reader: QuantityReader
  private let context: PeriodContext
  private static let piece = 65_536
  private static let flush = 262_144

  /// Makes an export.
  public init(reader: QuantityReader = QuantityReader(), context: PeriodContext = PeriodContext()) {
    self.reader = reader
    self.context = context
  }

  /// Reads bytes line by line and hands over JSON lines, many at a time.
  ///
  /// - Parameters:
  ///   - input: The file's bytes; any are safe.
  ///   - write: Takes the next bytes of output.
  /// - Throws: What `write` throws.
  public func run<Failure: Error>(
    _ input: UnsafeBufferPointer<UInt8>,
    write: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var place = Place()
    var memory = Memory()
    _ = try run(input, isLast: true, &place, &memory, write: write)
    if memory.json.count > 0 { try memory.json.withBytes(write) }
  }

  /// Reads a file a part at a time, as if it were in memory whole.
  ///
  /// - Parameters:
  ///   - next: Gives the next bytes; none at the end.
  ///   - write: Takes the next bytes of output.
  /// - Throws: What the closures throw.
  public func run<Failure: Error>(
    reading next: () throws(Failure) -> [UInt8],
    write: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var place = Place()
    var memory = Memory()
    var bytes: [UInt8] = []
    while true {
      let more = try next()
      bytes += more
      let isLast = more.isEmpty
      // an array of its own while it is read: the closure may throw
      let part = bytes
      let done = try part.withUnsafeBufferPointer { part throws(Failure) in
        try run(part, isLast: isLast, &place, &memory, write: write)
      }
      if isLast { break }
      bytes = Array(part[done...])
      place.offset += done
    }
    if memory.json.count > 0 { try memory.json.withBytes(write) }
  }

  /// Where the input that is read stands in the file.
  private struct Place {
    var line = 1
    var offset = 0
  }

  private struct Memory: ~Copyable {
    var tokens = TokenBuffer()
    var quantities: [Quantity] = []
    var json = JSONText()
  }

  /// Reads whole lines, and pieces of long ones; returns how many bytes of the input that were.
  private func run<Failure: Error>(
    _ input: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    _ place: inout Place,
    _ memory: inout Memory,
    write: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let ruleNames = RuleName.json
    var start = 0
    while start < input.count {
      let end = Self.end(of: start, in: input)
      // the rest of a line, or of a piece of it, is to come
      if !isLast, end == input.count { break }
      if start == end {
        start = end + 1
        place.line += 1
        continue
      }
      memory.quantities.removeAll(keepingCapacity: true)
      reader.read(
        UnsafeBufferPointer(rebasing: input[start..<end]),
        context: context,
        tokens: &memory.tokens,
        into: &memory.quantities
      )
      memory.quantities.withUnsafeBufferPointer { found in
        guard let base = found.baseAddress else { return }
        for index in found.indices {
          Self.write(base + index, place, start, input, ruleNames, to: &memory.json)
        }
      }
      if memory.json.count >= Self.flush {
        try memory.json.withBytes(write)
        memory.json.removeAll()
      }
      start = end
      if start < input.count, input[start] == 0x0A {
        place.line += 1
        start += 1
      }
    }
    return min(start, input.count)
  }

  /// The end of a line, or of the piece of it that is read at once.
  private static func end(of start: Int, in input: UnsafeBufferPointer<UInt8>) -> Int {
    let limit = min(input.count, start + piece)
    var end = limit
    if let base = input.baseAddress, let newline = memchr(base + start, 0x0A, limit - start) {
      end = UnsafeRawPointer(newline) - UnsafeRawPointer(base)
    }
    if end < limit || end == input.count { return end }
    // Too long a line: back to the last white space, or at least to a character's beginning.
    var cut = end
    while cut > start + piece / 2, input[cut] != 0x20 { cut -= 1 }
    if cut > start + piece / 2 { return cut }
    while end > start + 1, input[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func write(
    _ found: UnsafePointer<Quantity>,
    _ file: Place,
    _ offset: Int,
    _ input: UnsafeBufferPointer<UInt8>,
    _ ruleNames: UnsafeBufferPointer<JSONName>,
    to json: inout JSONText
  ) {
    let range =
      (found.pointee.range.lowerBound + offset)..<(found.pointee.range.upperBound + offset)
    json.beginObject()
    json.write(room: 96) { place in
      place.literal("\"line\":")
      place.number(file.line)
      place.literal(",\"range\":[")
      place.number(file.offset + range.lowerBound)
      place.literal(",")
      place.number(file.offset + range.upperBound)
      place.literal("]")
    }
    json.string(utf8: UnsafeBufferPointer(rebasing: input[range]), "text")
    json.write(room: 320) { place in
      place.literal("\"form\":")
      place.name(found.pointee.form.name)
      place.literal(",\"value\":")
      place.number(found.pointee.value)
      place.literal(",\"lower\":")
      place.number(found.pointee.lower)
      place.literal(",\"upper\":")
      place.number(found.pointee.upper)
      place.literal(",\"qualifier\":")
      place.name(found.pointee.qualifier.name)
      place.literal(",\"unit\":")
      place.name(found.pointee.unit?.name)
      place.literal(",\"direction\":")
      place.name(found.pointee.direction?.name)
    }
    json.period(found.pointee.period, "period")
    // eight rules at most, a name and a comma each
    json.write(room: 320) { place in
      place.literal("\"rules\":[")
      var rules = found.pointee.rules.packed
      while rules != 0 {
        place.name(ruleNames[Int(rules & 0xFF)])
        rules >>= 8
        if rules != 0 { place.literal(",") }
      }
      place.literal("]")
    }
    json.endObject()
    json.newline()
  }
}

extension Quantity.Form {
  /// The raw value.
  var name: StaticString {
    switch self {
    case .cardinal: "cardinal"
    case .ordinal: "ordinal"
    case .fraction: "fraction"
    case .multiple: "multiple"
    case .ageRange: "ageRange"
    case .period: "period"
    }
  }
}
