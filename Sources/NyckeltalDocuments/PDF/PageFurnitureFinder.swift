import NyckeltalText

/// Tells running heads, footers, page numbers and lines for signatures from the text of pages: they
/// stand at the pages' edges, apart from the text, and repeat, but for their digits.
struct PageFurnitureFinder {
  /// How many rows at an edge may be furniture.
  private static let depth = 6

  private struct Key: Hashable {
    var text: UInt64
    var height: Int
  }

  private var counts: [Key: Int] = [:]
  private let text: PDFWords

  init(_ text: PDFWords, rows: [[PageRow]]) {
    self.text = text
    for page in rows {
      for row in page.indices where min(row, page.count - 1 - row) < Self.depth {
        counts[key(page[row]), default: 0] += 1
      }
    }
  }

  /// The rows at the top and at the bottom of a page that are furniture.
  func furniture(of rows: [PageRow], page: PDFPage) -> (top: Int, bottom: Int) {
    var top = 0
    while top < min(Self.depth, rows.count), isFurniture(rows[top], page: page) { top += 1 }
    while top > 0, top < rows.count, !isApart(rows[top - 1], rows[top]) { top -= 1 }
    var bottom = 0
    while bottom < min(Self.depth, rows.count - top),
      isFurniture(rows[rows.count - 1 - bottom], page: page)
    {
      bottom += 1
    }
    while bottom > 0, bottom < rows.count - top,
      !isApart(rows[rows.count - bottom - 1], rows[rows.count - bottom])
    {
      bottom -= 1
    }
    return (top, bottom)
  }

  /// Whether white space parts two rows, as it parts furniture from text but not a table's header
  /// from its rows.
  private func isApart(_ upper: PageRow, _ lower: PageRow) -> Bool {
    lower.yMin - upper.yMax >= 0.5 * min(upper.height, lower.height)
  }

  private func isFurniture(_ row: PageRow, page: PDFPage) -> Bool {
    if repeats(row) { return true }
    let bytes = row.bytes(text)
    if bytes.withUnsafeBufferPointer({ PageNumber.isPageNumber($0) }) {
      let isBare = bytes.allSatisfy { Byte.isDigit($0) }
      return !isBare || row.yMin > page.height * 0.9 || row.yMax < page.height * 0.08
    }
    return false
  }

  /// On another page, at about the same height.
  private func repeats(_ row: PageRow) -> Bool {
    let own = key(row)
    var near = 0
    for height in (own.height - 1)...(own.height + 1) {
      near += counts[Key(text: own.text, height: height)] ?? 0
    }
    return near >= 2
  }

  private func key(_ row: PageRow) -> Key {
    var hash = StableHash.basis
    var inDigits = false
    for index in row.words {
      for byte in text.bytes[text.words[index].text] {
        if Byte.isDigit(byte) {
          if !inDigits { hash = StableHash.mix(hash, 0x30) }
          inDigits = true
        } else {
          inDigits = false
          hash = StableHash.mix(hash, byte)
        }
      }
    }
    return Key(text: hash, height: Int(row.yMin / 6))
  }
}

/// "3", "Sida 3 (12)", "3/12", "- 3 -".
enum PageNumber {
  static func isPageNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...24).contains(bytes.count) else { return false }
    var shape = ""
    var inDigits = false
    for byte in bytes {
      if Byte.isDigit(byte) {
        if !inDigits { shape += "0" }
        inDigits = true
      } else {
        inDigits = false
        guard !Byte.isBlank(byte) else { continue }
        shape.unicodeScalars.append(UnicodeScalar(byte | (Byte.isLetter(byte) ? 32 : 0)))
      }
    }
    return shapes.contains(shape)
  }

  private static let shapes: Set<String> = [
    "0", "0(0)", "0/0", "0av0", "-0-", "sida0", "sid0", "sid.0", "sida0(0)", "sid0(0)", "sid.0(0)",
    "sida0av0", "sid0av0", "sida0/0", "sid0/0", "page0", "page0of0",
  ]
}
