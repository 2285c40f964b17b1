/// The parts of which Swedish glues numbers together, as a trie over lower-cased bytes.
///
/// "femtontusen" is `femton` `tusen`; "tjugofemte" ends in an ordinal, "åttondelar" in the parts
/// of a fraction, "treåriga" in a suffix.
struct MorphemeTrie: Sendable {
  /// What a part contributes.
  enum Part: UInt8, Sendable {
    case unit
    case hundred
    case scale
    /// "ettusen", which is "ett" and "tusen" with one t.
    case oneThousand
    case ordinal
    case ordinalHundred
    case ordinalScale
    case parts
    case partsHundred
    case partsScale
    case years
    case aged
    case percent

    /// Whether nothing but an ending may follow.
    var isTail: Bool {
      switch self {
      case .unit, .hundred, .scale, .oneThousand: false
      default: true
      }
    }
  }

  /// A part with its value.
  struct Morpheme: Sendable {
    var part: Part
    var value: Double
  }

  private var next: [UInt16]
  private var found: [UInt16]
  private(set) var morphemes: [Morpheme] = []
  /// A bit for each pair of bytes, case aside, that a part begins with.
  private var first = [UInt64](repeating: 0, count: 1024)
  private static let width = 66

  init() {
    next = [UInt16](repeating: 0, count: Self.width)
    found = [0]
    addCardinals()
    addTails()
  }

  /// Whether a number can begin with two bytes: what keeps most words from the trie.
  @inline(__always)
  func mayBegin(_ byte: UInt8, _ second: UInt8) -> Bool {
    let pair = Self.pair(byte, second)
    return first[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  @inline(__always)
  private static func pair(_ byte: UInt8, _ second: UInt8) -> Int {
    Int(byte | 0x20) << 8 | Int(second | 0x20)
  }

  /// The form of a word that consists of number parts only.
  func form(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> GluedForm? {
    var number = NumberAccumulator()
    return read(range, in: text, into: &number)
  }

  /// Feeds a word's parts to a number; `nil` when it is not made of them or they do not fit.
  func read(
    _ range: Range<Int>,
    in text: UnsafeBufferPointer<UInt8>,
    into number: inout NumberAccumulator
  ) -> GluedForm? {
    var position = range.lowerBound
    var form = GluedForm.cardinal
    while position < range.upperBound {
      guard let (morpheme, end) = longest(from: position, to: range.upperBound, in: text) else {
        return nil
      }
      guard let became = feed(morpheme, to: &number) else { return nil }
      form = became
      position = end
      if morpheme.part.isTail {
        return isEnding(position..<range.upperBound, of: form, in: text) ? form : nil
      }
    }
    return number.isEmpty ? nil : form
  }

  private func feed(_ morpheme: Morpheme, to number: inout NumberAccumulator) -> GluedForm? {
    switch morpheme.part {
    case .unit: number.add(morpheme.value) ? .cardinal : nil
    case .hundred: number.addHundred() ? .cardinal : nil
    case .scale: number.add(scale: morpheme.value) ? .cardinal : nil
    case .oneThousand: number.add(1) && number.add(scale: 1_000) ? .cardinal : nil
    case .ordinal: number.add(morpheme.value) ? .ordinal : nil
    case .ordinalHundred: number.addHundred() ? .ordinal : nil
    case .ordinalScale: number.add(scale: morpheme.value) ? .ordinal : nil
    case .parts: number.add(morpheme.value) ? .parts : nil
    case .partsHundred: number.addHundred() ? .parts : nil
    case .partsScale: number.add(scale: morpheme.value) ? .parts : nil
    case .years: number.isEmpty ? nil : .years
    case .aged: number.isEmpty ? nil : .aged
    case .percent: number.isEmpty ? nil : .percent
    }
  }

  /// Whether what is left is an ending that the form may have.
  private func isEnding(
    _ range: Range<Int>,
    of form: GluedForm,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if range.isEmpty { return true }
    guard form == .parts, range.count <= 6 else { return false }
    let endings = ["ar", "en", "arna", "s", "ars", "ens"]
    return endings.contains { $0.utf8.elementsEqual(text[range]) }
  }

  private func longest(
    from start: Int,
    to end: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> (Morpheme, Int)? {
    var node = 0
    var position = start
    var best: (Morpheme, Int)?
    while position < end {
      let byte = text[position]
      if byte == 0xC2 {  // a soft hyphen
        position += 2
        continue
      }
      guard let column = Self.column(byte) else { return best }
      node = Int(next[node * Self.width + column])
      if node == 0 { return best }
      position += 1
      if found[node] != 0 {
        var after = position
        while after + 1 < end, text[after] == 0xC2 { after += 2 }
        best = (morphemes[Int(found[node]) - 1], after)
      }
    }
    return best
  }

  /// Letters without regard to case, and the two bytes of å, ä and ö.
  private static func column(_ byte: UInt8) -> Int? {
    switch byte {
    case 65...90, 97...122: Int(byte & 0x1F)
    case 0xC3: 32
    case 0x80...0xBF: 33 + Int(byte & 0x1F)
    default: nil
    }
  }

  mutating func add(_ spellings: String, _ part: Part, _ value: Double = 0) {
    for spelling in spellings.split(separator: " ") {
      morphemes.append(Morpheme(part: part, value: value))
      let bytes = Array(spelling.utf8.prefix(2))
      if bytes.count == 2 {
        let pair = Self.pair(bytes[0], bytes[1])
        first[pair >> 6] |= 1 << UInt64(pair & 63)
      }
      var node = 0
      for byte in spelling.utf8 {
        guard let column = Self.column(byte) else { continue }
        let slot = node * Self.width + column
        if next[slot] == 0 {
          next[slot] = UInt16(found.count)
          found.append(0)
          next.append(contentsOf: repeatElement(0, count: Self.width))
        }
        node = Int(next[slot])
      }
      found[node] = UInt16(morphemes.count)
    }
  }
}
