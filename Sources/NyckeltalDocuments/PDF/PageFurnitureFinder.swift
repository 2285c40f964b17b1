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
    let found = repeated(rows, page: page)
    // a letterhead stands on the first page alone, and a document of one page repeats nothing
    let top =
      found.top > 0 ? found.top : head(Array(rows.dropLast(found.bottom)), page: page)
    let rest = rows[top...]
    return (top, found.bottom > 0 ? found.bottom : foot(rest, page: page))
  }

  private func repeated(_ rows: [PageRow], page: PDFPage) -> (top: Int, bottom: Int) {
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

  /// The rows at the top that stand apart from the text and tell the page's number.
  private func head(_ rows: [PageRow], page: PDFPage) -> Int {
    var count = 0
    while count < min(Self.depth, rows.count), rows[count].yMax < page.height * 0.16 {
      count += 1
      if count < rows.count, stands(rows[count - 1], apartFrom: rows[count]) { break }
    }
    guard count > 0, count < rows.count, stands(rows[count - 1], apartFrom: rows[count]),
      rows[..<count].contains(where: { EdgeSigns.tellPage($0, of: text) })
    else { return 0 }
    return count
  }

  /// The rows at the bottom that stand apart from the text and tell the page's number, an address or
  /// who signs.
  private func foot(_ rows: ArraySlice<PageRow>, page: PDFPage) -> Int {
    var start = rows.endIndex
    while start > rows.startIndex, rows.endIndex - start < Self.depth,
      rows[start - 1].yMin > page.height * 0.84
    {
      start -= 1
      if start > rows.startIndex, stands(rows[start - 1], apartFrom: rows[start]) { break }
    }
    guard start < rows.endIndex, start > rows.startIndex,
      stands(rows[start - 1], apartFrom: rows[start]),
      rows[start...].contains(where: {
        EdgeSigns.tellPage($0, of: text) || EdgeSigns.tellAddress($0, of: text)
      })
    else { return 0 }
    return rows.endIndex - start
  }

  /// Whether more white space than between paragraphs parts two rows.
  private func stands(_ upper: PageRow, apartFrom lower: PageRow) -> Bool {
    lower.yMin - upper.yMax >= 1.2 * min(upper.height, lower.height)
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
