import NyckeltalText

/// A table of figures on a page, or on several that follow each other.
struct FigureTable {
  /// The rows of the page that it takes up.
  private(set) var range: Range<Int>
  /// The page's rows before it that may belong to the last row of the page before.
  private(set) var leading: [TableLine]
  /// The heading of the labels, then that of each column; `nil` where no line is one of headings.
  private(set) var headings: [[Int]]?
  /// Words that continue the one before them: a narrow column breaks words without a hyphen.
  private(set) var glued: Set<Int> = []
  /// The rows: for each column, the labels' first, the words of its cell.
  private(set) var rows: [[[Int]]] = []
  /// It lists where on which page what stands.
  private(set) var isContents = false

  private var places: TableColumns
  private let lines: [TableLine]
  /// Whether nothing stands above it on its page.
  private let isAtTop: Bool

  init(
    range: Range<Int>,
    headings heads: [TableLine],
    lines: [TableLine],
    leading: [TableLine],
    isAtTop: Bool,
    _ text: PDFWords
  ) {
    self.range = range
    self.lines = lines
    self.leading = leading
    self.isAtTop = isAtTop
    places = TableColumns(lines)
    let labels = Self.labels(lines, places)
    if !heads.isEmpty {
      let found = TableHeadings(heads, over: places, labels: labels, text)
      places = found.places
      headings = [found.label] + found.columns
      // of headings that may stand over other columns none is told
      if !found.isCertain { headings = [found.label] + found.columns.map { _ in [] } }
    }
    rows = Self.rows(lines, places, text)
    joinBrokenNumbers(text)
    findBrokenWords(text)
    isContents = headings == nil && Self.isContents(rows, text)
  }

  /// Makes a table of lines whose cells stand at no columns, but of which each has all: the first
  /// figure under the first heading, and so on.
  init(range: Range<Int>, headings heads: TableLine, inOrder lines: [TableLine], count: Int) {
    self.range = range
    self.lines = lines
    leading = []
    isAtTop = false
    places = TableColumns([])
    let cells = heads.pieces.map(\.words)
    headings = cells.count == count ? [[]] + cells : cells
    rows = lines.map { $0.pieces.map(\.words) }
  }

  /// Where the labels of some lines begin and end.
  static func labels(_ lines: [TableLine], _ places: TableColumns) -> RowGaps.Interval {
    let spans = lines.flatMap { line in
      line.pieces.filter { places.column(of: $0.span) == nil }.map(\.span)
    }
    let left = spans.map(\.xMin).min() ?? places.labelEdge
    return RowGaps.Interval(xMin: left, xMax: max(left, spans.map(\.xMax).max() ?? left))
  }

  // MARK: Cells

  private static func rows(
    _ lines: [TableLine],
    _ places: TableColumns,
    _ text: PDFWords
  ) -> [[[Int]]] {
    TableRows(lines, places, text).rows.map { range in
      var cells = Array(repeating: [Int](), count: places.columns.count + 1)
      var figures = Array(repeating: 0, count: cells.count)
      for line in lines[range] {
        for piece in line.pieces {
          let column = places.column(of: piece.span).map { $0 + 1 } ?? 0
          cells[column] += piece.words
          if piece.isFigure || piece.isDash, column > 0, !isRest(piece, of: cells[column], text) {
            figures[column] += 1
          }
        }
      }
      // of two figures in a cell none is known to be its
      for column in cells.indices where figures[column] > 1 { cells[column] = [] }
      return cells
    }
  }

  /// Whether a figure is the rest of a number that a line's end broke: a group of three digits.
  private static func isRest(_ piece: TableLine.Piece, of cell: [Int], _ text: PDFWords) -> Bool {
    let before = cell.dropLast(piece.words.count)
    guard let last = before.last, let first = piece.words.first,
      FigureText.isDigits(text, last), text.words[last].middle < text.words[first].yMin
    else { return false }
    let bytes = text.bytes[text.words[first].text]
    return bytes.prefix { Byte.isDigit($0) }.count == 3
  }

  /// Joins rows without a label to those beside them whose numbers they begin or end: a narrow column
  /// breaks "30 741" between its groups.
  private mutating func joinBrokenNumbers(_ text: PDFWords) {
    var index = 0
    while index + 1 < rows.count {
      let (upper, lower) = (rows[index], rows[index + 1])
      // "Antal unga som har fått … 3" above "feriejobb … 416": one number, or those of two rows
      let isRest = lower[0].first.map { word in
        Hyphenation.startsLower(text.bytes[text.words[word].text])
      }
      guard !upper[0].isEmpty || !lower[0].isEmpty,
        upper[0].isEmpty || lower[0].isEmpty
          || isRest == true && Self.fills(lower, more: upper, text)
      else {
        index += 1
        continue
      }
      if Self.isOneNumber(upper, lower, ofUpper: !lower[0].isEmpty, text) {
        if !upper[0].isEmpty, !lower[0].isEmpty {
          for column in upper.indices.dropFirst() where !upper[column].isEmpty {
            (rows[index][column], rows[index + 1][column]) = ([], [])
          }
        }
        for column in rows[index].indices { rows[index][column] += rows[index + 1][column] }
        rows.remove(at: index + 1)
      } else {
        index += 1
      }
    }
  }

  /// Whether a row has figures in columns where another one has none.
  private static func fills(_ row: [[Int]], more other: [[Int]], _ text: PDFWords) -> Bool {
    row.indices.dropFirst().contains { column in
      other[column].isEmpty && row[column].contains { FigureText.isDigits(text, $0) }
    }
  }

  /// Whether all figures of one row are the first groups, or the last, of those of the other one.
  private static func isOneNumber(
    _ upper: [[Int]],
    _ lower: [[Int]],
    ofUpper: Bool,
    _ text: PDFWords
  ) -> Bool {
    let broken = (ofUpper ? upper : lower).indices.filter { column in
      (ofUpper ? upper : lower)[column].contains { FigureText.isDigits(text, $0) }
    }
    return !broken.isEmpty
      && broken.allSatisfy { column in
        guard upper[column].count == 1, let first = upper[column].first,
          let last = lower[column].first, lower[column].count == 1
        else { return false }
        let (head, tail) = (text.bytes[text.words[first].text], text.bytes[text.words[last].text])
        return head.count <= 3 && head.allSatisfy { Byte.isDigit($0) }
          && (tail.count == 3 && tail.allSatisfy { Byte.isDigit($0) }
            || tail.elementsEqual("%".utf8))
          && text.words[last].middle - text.words[first].middle < 1.4 * text.words[first].height
      }
  }

  /// Whether figures on the right name pages, from the first to the last.
  private static func isContents(_ rows: [[[Int]]], _ text: PDFWords) -> Bool {
    guard rows.count > 2, rows.first?.count == 2 else { return false }
    var last = 0
    for row in rows where !row[1].isEmpty {
      guard row[1].count == 1, !row[0].isEmpty else { return false }
      let bytes = text.bytes[text.words[row[1][0]].text]
      guard bytes.count <= 3, let page = Int(String(decoding: bytes, as: UTF8.self)), page >= last,
        page <= text.pages.count + 8
      else { return false }
      last = page
    }
    return last > 1
  }

  /// Finds the words of headings that a line's end breaks: each fills its column alone, and what
  /// continues it is no word.
  private mutating func findBrokenWords(_ text: PDFWords) {
    guard let headings, places.columns.count > 1 else { return }
    let middles = places.columns.map { ($0.span.xMin + $0.span.xMax) / 2 }
    let width = zip(middles, middles.dropFirst()).map { $1 - $0 }.min() ?? 0
    for cell in headings.dropFirst() {
      for (upper, lower) in zip(cell, cell.dropFirst()) {
        let (above, below) = (text.words[upper], text.words[lower])
        let rest = text.bytes[below.text]
        if FigureText.isOpenDate(text.bytes[above.text]), rest.count == 2 { glued.insert(lower) }
        let isAlone = cell.allSatisfy { word in
          word == upper || abs(text.words[word].middle - above.middle) > 0.4 * above.height
        }
        guard isAlone, below.middle - above.middle > 0.4 * above.height,
          above.xMax - above.xMin > width - 1.8 * above.height,
          Hyphenation.startsLower(rest), let last = text.bytes[above.text].last,
          Byte.isLetter(last) || last >= 0x80,
          !Self.words.contains(where: { rest.elementsEqual($0.utf8) })
        else { continue }
        let whole = Array(text.bytes[above.text]) + rest
        if rest.count <= 4 || text.contains(whole) { glued.insert(lower) }
      }
    }
  }

  /// Short words that stand in headings by themselves.
  private static let words = [
    "tkr", "mnkr", "mkr", "kkr", "kr", "st", "år", "per", "till", "av", "och", "i", "för", "vid",
    "med", "på", "jan", "feb", "mar", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov",
    "dec",
    "mot", "hel", "helår", "exkl", "inkl", "ack",
  ]

  // MARK: Over pages

  /// Takes the rows of a table at the top of the next page as its own; false where its headings or
  /// columns are others.
  mutating func take(_ next: FigureTable, _ text: PDFWords) -> Bool {
    if let own = headings, let other = next.headings {
      guard own.count == other.count,
        zip(own, other).allSatisfy({ Self.equal($0, $1, text) })
      else { return false }
    } else if next.headings != nil || headings == nil && next.places.columns.count < 2 {
      return false
    }
    guard next.isAtTop, places.agree(with: next.places),
      !next.leading.contains(where: { $0.isSentence(text) })
    else { return false }
    var lines = next.lines
    if next.headings == nil {
      // a row that the page's end broke
      let rest = next.leading.prefix { Self.continues($0, text) }
      if !rest.isEmpty, !rows.isEmpty {
        rows[rows.count - 1][0] += rest.flatMap { $0.pieces.flatMap(\.words) }
      }
      lines = Array(next.leading.dropFirst(rest.count)) + lines
    }
    var more = Self.rows(lines, places, text)
    // below the headings that each page repeats, too
    if next.headings != nil, let first = more.first, let word = first[0].first, !rows.isEmpty,
      first.dropFirst().allSatisfy(\.isEmpty),
      Hyphenation.startsLower(text.bytes[text.words[word].text])
    {
      rows[rows.count - 1][0] += first[0]
      more.removeFirst()
    }
    rows += more
    joinBrokenNumbers(text)
    return true
  }

  private static func continues(_ line: TableLine, _ text: PDFWords) -> Bool {
    guard let word = line.pieces.first?.words.first else { return false }
    let bytes = text.bytes[text.words[word].text]
    return Hyphenation.startsLower(bytes) || bytes.first == 0x28
  }

  private static func equal(_ left: [Int], _ right: [Int], _ text: PDFWords) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        text.bytes[text.words[$0].text] == text.bytes[text.words[$1].text]
      }
  }
}
