import NyckeltalText

/// Makes running text of a document's words: pages to rows, rows to tables, columns and lines,
/// lines to paragraphs that go on over columns and pages.
struct TextComposer {
  private let words: PDFWords
  private(set) var text: ExtractedText
  private var measures = TypeMeasures()
  /// How far lines reach, for each width of page.
  private var edges: [Int: LineEdges] = [:]

  private var paragraph: OpenParagraph?
  private var table: PageTable?
  private var figures: FigureTable?
  /// Words that are written without a space before them.
  private var glued: Set<Int> = []
  /// Furniture that waits for the end of a sentence that goes on over the page.
  private var waiting: [PageRow] = []

  init(_ words: PDFWords) {
    self.words = words
    text = ExtractedText(
      layout: PageLayout(pageCount: words.pages.count, capacity: words.words.count)
    )
  }

  mutating func run() {
    let pages = words.pages.indices.map { PageRow.rows(of: $0, in: words) }
    let finder = PageFurnitureFinder(words, rows: pages)
    var bodies: [[PageRow]] = []
    var furniture: [(top: [PageRow], bottom: [PageRow])] = []
    for (number, rows) in pages.enumerated() {
      let (top, bottom) = finder.furniture(of: rows, page: words.pages[number])
      bodies.append(Array(rows[top..<(rows.count - bottom)]))
      furniture.append((Array(rows[..<top]), Array(rows[(rows.count - bottom)...])))
    }
    measures = TypeMeasures(words, rows: bodies)
    let parts = bodies.map { PagePart.parts($0, words, measures) }
    edges = LineEdges.found(in: bodies, parts, pages: words.pages)
    for number in bodies.indices {
      addHead(furniture[number].top, isFirst: number == 0)
      addBody(bodies[number], parts[number], page: number)
      waiting += furniture[number].bottom
    }
    closeParagraph()
    closeTable()
    writeFurniture()
  }

  // MARK: Pages

  /// A running head waits; the first one stays where it tells the document's date or number.
  private mutating func addHead(_ rows: [PageRow], isFirst: Bool) {
    for row in rows {
      let bytes = row.bytes(words)
      let digits = bytes.count { Byte.isDigit($0) }
      if isFirst, digits >= 6 {
        begin(row, LineEdges(left: row.xMin, right: row.xMax))
        closeParagraph()
      } else {
        waiting.append(row)
      }
    }
  }

  private mutating func addBody(_ rows: [PageRow], _ parts: [PagePart], page: Int) {
    let width = words.pages[page].width
    add(rows, parts, edges[Int(width)] ?? LineEdges(left: 0, right: width))
  }

  private mutating func add(_ rows: [PageRow], _ parts: [PagePart], _ edges: LineEdges) {
    for part in parts {
      switch part {
      case .line(let row): add(rows[row], edges)
      case .band(let band): add(band, rows)
      case .figures(let next):
        closeParagraph()
        if figures?.take(next, words) == true { continue }
        closeTable()
        for line in next.leading { add(rows[line.row], edges) }
        closeParagraph()
        figures = next
      }
    }
  }

  private mutating func add(_ band: ColumnBand, _ rows: [PageRow]) {
    if let columns = band.readingOrder(rows, words, measures) {
      let isProse = band.isProse(rows, words, measures)
      for column in columns {
        let lines = band.rows.compactMap { band.line(of: rows[$0], column, words) }
        var edges = LineEdges(
          left: lines.map(\.xMin).min() ?? 0,
          right: lines.map(\.xMax).max() ?? 0
        )
        if !isProse {
          closeParagraph()
          edges.isBox = column == columns[0]
        }
        // a column is a narrow page: it may hold tables
        add(lines, PagePart.parts(lines, words, measures), edges)
      }
      return
    }
    let next = PageTable(band, rows: rows, text: words, measures: measures)
    closeParagraph()
    closeFigures()
    if table?.goOn(next, words) == true { return }
    closeTable()
    table = next
  }

  // MARK: Paragraphs

  private mutating func add(_ line: PageRow, _ edges: LineEdges) {
    closeTable()
    if let open = paragraph, open.goesOn(with: line, edges, words, measures) {
      paragraph?.lines.append(line)
      if let indent = open.indent {
        paragraph?.indent = indent - open.edges.left + edges.left
      }
      paragraph?.edges = edges
    } else {
      closeParagraph()
      begin(line, edges)
    }
  }

  private mutating func begin(_ line: PageRow, _ edges: LineEdges) {
    var open = OpenParagraph(lines: [line], edges: edges)
    if line.words.count > 1, ListMark.isMark(word(line.words[0])) {
      open.indent = words.words[line.words[1]].xMin
    }
    paragraph = open
  }

  private mutating func closeParagraph() {
    guard let open = paragraph, let line = open.lines.first else { return }
    paragraph = nil
    let isHeading = line.height > 1.12 * measures.height && open.lines.count <= 4
    if isHeading { text.append("## ".utf8) }
    var isFirst = true
    for index in open.lines.lazy.flatMap(\.words) {
      if isFirst, !isHeading, ListMark.isBullet(word(index)), open.indent != nil {
        text.append([0x2D], at: words.box(index, page: line.page))
        isFirst = false
        continue
      }
      write(index, isFirst: isFirst)
      isFirst = false
    }
    text.append("\n\n".utf8)
    writeFurniture()
  }

  // MARK: Tables

  private mutating func closeTable() {
    closeFigures()
    guard let open = table else { return }
    table = nil
    if open.rows.count < 2 {
      // cells that stand alone, such as a name and a date
      for row in open.rows {
        var isFirst = true
        for cell in row where !cell.isEmpty {
          if !isFirst { text.append("   ".utf8) }
          isFirst = false
          write(cell)
        }
      }
      text.append("\n\n".utf8)
      return writeFurniture()
    }
    for row in open.rows { write(row: row) }
    text.append("\n".utf8)
    writeFurniture()
  }

  private mutating func closeFigures() {
    guard let open = figures else { return }
    figures = nil
    let start = text.count
    if let headings = open.headings {
      glued = open.glued
      write(row: headings)
      glued = []
      text.append("|\(String(repeating: "---|", count: headings.count))\n".utf8)
    }
    for row in open.rows { write(row: row) }
    if open.isContents { text.markFurniture(from: start) }
    text.append("\n".utf8)
    writeFurniture()
  }

  private mutating func write(row: [[Int]]) {
    text.append("|".utf8)
    for cell in row {
      text.append(" ".utf8)
      write(cell)
      text.append(" |".utf8)
    }
    text.append("\n".utf8)
  }

  // MARK: Writing

  private mutating func write(_ cell: [Int]) {
    for (place, index) in cell.enumerated() { write(index, isFirst: place == 0) }
  }

  private mutating func write(_ index: Int, isFirst: Bool) {
    let bytes = word(index)
    if !isFirst, !glued.contains(index) {
      switch Hyphenation.join(text.tail, with: bytes) {
      case .space: text.appendSpace()
      case .keep: break
      case .remove: text.removeLast()
      }
    }
    let page = words.page(of: index)
    text.append(bytes, at: words.box(index, page: page))
  }

  private mutating func writeFurniture() {
    for row in waiting {
      let start = text.count
      for (place, index) in row.words.enumerated() {
        if place > 0 { text.appendSpace() }
        text.append(word(index), at: words.box(index, page: row.page))
      }
      text.markFurniture(from: start)
      text.append("\n".utf8)
    }
    if !waiting.isEmpty { text.append("\n".utf8) }
    waiting = []
  }

  private func word(_ index: Int) -> ArraySlice<UInt8> { words.bytes[words.words[index].text] }
}
