/// What the beginning and the marks of a line say about its kind.
struct LineShape {
  var kind: Block.Kind
  /// The line without the marks that gave its kind.
  var content: Range<Int>
  /// A heading's parts: converters glue several bold runs together.
  var parts: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: SourceLine) {
    content = line.range
    kind = .paragraph
    let first = bytes[line.range.lowerBound]
    switch first {
    case 0x23:
      readHeading(bytes)
    case 0x7C:
      kind = .tableRow
    case 0x2A where line.range.count > 4 && bytes[line.range.lowerBound + 1] == 0x2A:
      if Self.isWhollyBold(bytes, line.range) {
        kind = .heading
        parts = Self.boldParts(bytes, line.range)
      }
    default:
      break
    }
    if kind == .paragraph {
      if Self.isAlignedRow(bytes, line.range) {
        kind = .tableRow
      } else {
        readListMarks(bytes)
      }
    }
  }

  /// Whether a line is drawn of hyphens, underscores or equals signs.
  static func isRule(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    return bytes[range].allSatisfy {
      $0 == 0x2D || $0 == 0x5F || $0 == 0x3D || $0 == 0x2B || Byte.isBlank($0)
    }
  }

  private mutating func readHeading(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = content.lowerBound
    while start < content.upperBound, bytes[start] == 0x23 { start += 1 }
    guard start - content.lowerBound <= 6, start < content.upperBound, Byte.isBlank(bytes[start])
    else { return }
    while start < content.upperBound, Byte.isBlank(bytes[start]) { start += 1 }
    content = start..<content.upperBound
    kind = .heading
    parts = Self.boldParts(bytes, content)
  }

  private static func isWhollyBold(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    let end = range.upperBound
    guard bytes[end - 1] == 0x2A, bytes[end - 2] == 0x2A else { return false }
    // Text between two bold runs makes it a sentence with emphasis, not a heading.
    var inside = true
    var index = range.lowerBound + 2
    while index + 1 < end - 1 {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2A {
        inside.toggle()
        index += 2
      } else {
        if !inside, !Byte.isBlank(bytes[index]) { return false }
        index += 1
      }
    }
    return true
  }

  /// The runs between `**` marks.
  private static func boldParts(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index + 3 < range.upperBound {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2A, bytes[index + 2] == 0x2A,
        bytes[index + 3] == 0x2A
      {
        if index > start { parts.append(start..<index) }
        start = index + 4
        index = start
      } else {
        index += 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// Reads bullets, numbers and letters of lists, also one behind the other ("- 1) att …").
  private mutating func readListMarks(_ bytes: UnsafeBufferPointer<UInt8>) {
    var number: Int?
    var found = false
    for _ in 0..<2 {
      guard let (mark, value) = Self.listMark(bytes, content) else { break }
      found = true
      number = value ?? number
      content = mark..<content.upperBound
    }
    if found, !content.isEmpty { kind = .listItem(number: number) }
  }

  /// The end of the list mark that begins here, with the number it gives.
  private static func listMark(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> (end: Int, number: Int?)? {
    var index = range.lowerBound
    let end = range.upperBound
    guard index < end else { return nil }
    var number: Int?
    let first = bytes[index]
    if Byte.isDigit(first) {
      var value = 0
      while index < end, Byte.isDigit(bytes[index]), index - range.lowerBound < 3 {
        value = value * 10 + Int(bytes[index] - 48)
        index += 1
      }
      guard index < end else { return nil }
      number = value
      if bytes[index] == 0x2E || bytes[index] == 0x29 {
        index += 1
      } else if !Self.isDemand(bytes, index, end) {
        return nil
      }
    } else if Byte.isLetter(first), index + 1 < end, bytes[index + 1] == 0x29 {
      index += 2
    } else if first == 0x2D || first == 0x2B || first == 0x2A {
      index += 1
    } else if first == 0xE2, index + 2 < end, Self.isBullet(bytes[index + 1], bytes[index + 2]) {
      index += 3
    } else if first == 0xC2, index + 1 < end, bytes[index + 1] == 0xB7 {
      index += 2
    } else if first == 0xEF, index + 2 < end, bytes[index + 1] == 0x82 {
      // U+F0B7, the bullet of the Symbol font that converters leave
      index += 3
    } else {
      return nil
    }
    let blank = index
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    return index > blank && index < end ? (index, number) : nil
  }

  /// "1 att kommunen …": the number of a demand.
  private static func isDemand(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ index: Int,
    _ end: Int
  ) -> Bool {
    var index = index
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    return index + 4 < end && bytes[index] | 0x20 == 0x61 && bytes[index + 1] == 0x74
      && bytes[index + 2] == 0x74 && bytes[index + 3] == Byte.space
  }

  /// Whether two bytes behind 0xE2 make one of • ‣ – — ▪ ● ○ ◦ as a bullet.
  private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0xA2), (0x80, 0xA3), (0x80, 0x93), (0x80, 0x94), (0x96, 0xAA), (0x97, 0x8F),
      (0x97, 0x8B), (0x97, 0xA6):
      true
    default: false
    }
  }

  /// "§ 214    Delårsrapport", "Ksau § 181": the number of an item, not a row.
  private static func opensItem(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    range.prefix(8).contains { index in
      bytes[index] == 0xC2 && index + 1 < range.upperBound && bytes[index + 1] == 0xA7
    }
  }

  /// Cells set apart by tabs or by at least three spaces (two where there are more such gaps).
  private static func isAlignedRow(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    guard range.count < 400, ByteSearch.hasWideBlank(UnsafeBufferPointer(rebasing: bytes[range])),
      !opensItem(bytes, range)
    else { return false }
    var wide = 0
    var double = 0
    var index = range.lowerBound
    while index < range.upperBound {
      guard Byte.isBlank(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      var tab = false
      while index < range.upperBound, Byte.isBlank(bytes[index]) {
        if bytes[index] == Byte.tab { tab = true }
        index += 1
      }
      if tab || index - start >= 3 { wide += 1 } else if index - start == 2 { double += 1 }
    }
    return wide >= 1 || double >= 2
  }
}

/// Letters of Swedish text in UTF-8.
enum SwedishLetter {
  /// Whether a lower-case letter begins at the position.
  static func isLower(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    if byte &- 97 < 26 { return true }
    // U+00DF–U+00FF but for ÷
    return byte == 0xC3 && index + 1 < bytes.count && bytes[index + 1] >= 0x9F
      && bytes[index + 1] != 0xB7
  }
}
