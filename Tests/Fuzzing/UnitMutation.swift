/// libFuzzer's own changes of bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

/// What libFuzzer calls for a new input: half of them are made of the old one's lines, words, cells
/// or tags, moved, repeated or left out, or have another number in them.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>,
  _ count: Int,
  _ limit: Int,
  _ seed: CUnsignedInt
) -> Int {
  var choices = Choices(seed)
  guard count > 0, choices.below(2) == 0 else { return mutateBytes(bytes, count, limit) }
  let old = UnsafeBufferPointer(start: bytes, count: count)
  let new = UnitMutation.mutated(Array(old), &choices).prefix(limit)
  for (index, byte) in new.enumerated() { bytes[index] = byte }
  return new.count
}

/// Numbers that follow from a seed alone (SplitMix64).
struct Choices {
  private var state: UInt64

  init(_ seed: CUnsignedInt) { state = UInt64(seed) }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 31) >> 1) % max(bound, 1)
  }
}

enum UnitMutation {
  static func mutated(_ bytes: [UInt8], _ choices: inout Choices) -> [UInt8] {
    if choices.below(5) == 0, let changed = withOtherNumber(bytes, &choices) { return changed }
    var units = units(bytes, &choices)
    let first = choices.below(units.count)
    let length = 1 + choices.below(min(4, units.count - first))
    let chosen = Array(units[first..<first + length])
    switch choices.below(4) {
    case 0: units.removeSubrange(first..<first + length)
    case 1:
      let times = choices.below(8) == 0 ? 40 : 1
      let copies = repeatElement(chosen, count: times).joined()
      units.insert(contentsOf: copies, at: choices.below(units.count + 1))
    case 2:
      units.removeSubrange(first..<first + length)
      units.insert(contentsOf: chosen, at: choices.below(units.count + 1))
    default: units.swapAt(first, choices.below(units.count))
    }
    return Array(units.joined())
  }

  /// The text cut before each tag, or behind each line, word or cell.
  private static func units(_ bytes: [UInt8], _ choices: inout Choices) -> [ArraySlice<UInt8>] {
    let isMarkup = Fuzzed.current == .word || Fuzzed.current == .web
    let signs: [UInt8] = isMarkup ? [0x3C, 0x3C, 0x3C, 0x20] : [0x0A, 0x0A, 0x20, 0x7C]
    let sign = signs[choices.below(signs.count)]
    var units: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == sign {
      let end = sign == 0x3C ? index : index + 1
      if end > start { units.append(bytes[start..<end]) }
      start = end
    }
    if start < bytes.count { units.append(bytes[start...]) }
    return units
  }

  private static func withOtherNumber(_ bytes: [UInt8], _ choices: inout Choices) -> [UInt8]? {
    func isDigit(_ index: Int) -> Bool { bytes[index] &- 48 < 10 }
    let starts = bytes.indices.filter { isDigit($0) && ($0 == 0 || !isDigit($0 - 1)) }
    guard !starts.isEmpty else { return nil }
    let start = starts[choices.below(starts.count)]
    let end = bytes[start...].firstIndex { $0 &- 48 >= 10 } ?? bytes.count
    let number = numbers[choices.below(numbers.count)]
    return Array(bytes[..<start]) + Array(number.utf8) + Array(bytes[end...])
  }

  private static let numbers = [
    "0", "1", "-1", "12", "99", "100", "2015", "1990", "2049", "8 700", "8 700", "1,5", "99,95",
    "4.500", "10–12", "2015–2019", "2015/16", "31/12", "255", "256", "1000", "65536", "2147483648",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e400", "½", "007",
    "99999999999999999999999999999999999999",
  ]
}
