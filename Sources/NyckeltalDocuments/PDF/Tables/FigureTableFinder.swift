import NyckeltalText

/// Finds tables of figures among the rows of a page: lines whose figures stand apart from what
/// stands before them, with the lines around them that keep to the same columns.
struct FigureTableFinder {
  private let rows: [PageRow]
  let lines: [TableLine]
  private let text: PDFWords
  private let measures: TypeMeasures

  /// Whether nothing stands above the rows on their page.
  private let isAtTop: Bool

  init(_ rows: [PageRow], isAtTop: Bool, _ text: PDFWords, _ measures: TypeMeasures) {
    self.isAtTop = isAtTop
    self.rows = rows
    self.text = text
    self.measures = measures
    var lines = rows.enumerated().map { TableLine($1, at: $0, text, measures) }
    for index in lines.indices {
      for above in max(0, index - 2)..<index { lines[index].joinDates(below: lines[above], text) }
    }
    self.lines = lines
  }

  /// More lines than the headings of a table have.
  private static let mostHeadings = 10

  /// The tables, from top to bottom.
  func tables() -> [FigureTable] {
    var tables: [FigureTable] = []
    var next = 0
    var limit = 0
    while next < lines.count {
      guard isSeed(next) else {
        next += 1
        continue
      }
      if let table = tabbedTable(from: next, below: limit) {
        tables.append(table)
        limit = table.range.upperBound
        next = limit
        continue
      }
      let end = end(from: next)
      if let table = table(from: next, to: end, below: limit) {
        tables.append(table)
        limit = table.range.upperBound
        next = max(next + 1, limit)
      } else {
        next = max(next + 1, end)
      }
    }
    return tables
  }

  /// Whether a line holds figures that stand apart.
  private func isSeed(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.hasFigures, line.pieces.count > 1 else { return false }
    // without a label, beside the middle of one
    if line.pieces.allSatisfy({ $0.isFigure || $0.isDash }) { return true }
    return RowGaps.isWide(rows[index], text, measures)
      && line.pieces.dropFirst().contains { $0.isFigure }
  }

  func isNear(_ upper: Int, _ lower: Int) -> Bool {
    let gap = lines[lower].yMin - lines[upper].yMax
    return gap < 2.2 * measures.height && gap > -measures.height
  }

  /// Whether two lines follow each other as those of a cell do.
  private func isClose(_ upper: Int, _ lower: Int) -> Bool {
    lines[lower].middle - lines[upper].middle < measures.closePitch * lines[lower].height
  }

  // MARK: Below

  /// The end of the lines that keep to the columns of a first one.
  private func end(from start: Int) -> Int {
    var last = start
    var next = start + 1
    while next < lines.count, isNear(next - 1, next) {
      // a label may fill its cell as far as the figures beside it
      let parted = TableColumns.parted(Array(lines[start...last]) + [lines[next]], text)
      let above = Array(parted.dropLast())
      let columns = TableColumns(above)
      let labels = FigureTable.labels(above, columns)
      // a paragraph between two tables
      if !isClose(next - 1, next), lines[next].isSentence(text) { break }
      if crosses(parted[above.count], columns, labels)
        || crosses(lines[next], columns, labels) && !isSet(parted[above.count], as: above)
      {
        // the name of a group of rows may be long
        guard lines[next].pieces.count == 1, next + 1 < lines.count, isSeed(next + 1),
          isNear(next, next + 1), isTitle(lines[next])
        else { break }
      } else if parted[above.count].hasFigures {
        last = next
      } else if beginsTable(lines[next], columns) {
        break
      }
      next += 1
    }
    // what stands below the last figures is theirs where it continues a cell
    var end = last + 1
    let columns = TableColumns(TableColumns.parted(Array(lines[start...last]), text))
    while end < next, isClose(end - 1, end),
      continues(lines[end], columns)
    {
      end += 1
    }
    return end
  }

  /// Whether a text begins where the labels do and reaches under the figures, as a text's line does.
  private func crosses(
    _ line: TableLine,
    _ columns: TableColumns,
    _ labels: RowGaps.Interval
  ) -> Bool {
    line.pieces.contains { piece in
      !piece.isFigure && piece.span.xMin < labels.xMin + 1.5 * measures.height
        && piece.span.xMax > columns.labelEdge + 1
    }
  }

  /// Whether a text stands in the middle of a whole table, its labels too, as a caption does.
  private func isCaption(
    _ line: TableLine,
    _ columns: TableColumns,
    _ labels: RowGaps.Interval
  ) -> Bool {
    guard line.pieces.count == 1, let piece = line.pieces.first,
      let right = columns.columns.last?.span.xMax,
      columns.labelEdge - labels.xMin > 4 * measures.height,
      piece.span.xMin < labels.xMax, piece.span.xMax > columns.labelEdge + 1
    else { return false }
    let (whole, figures) = ((labels.xMin + right) / 2, (columns.labelEdge + right) / 2)
    return abs(piece.middle - whole) < 0.5 * abs(piece.middle - figures)
  }

  /// Whether a text above headings that are whole without it tells neither times nor kinds, and is
  /// not set over all columns: a caption, set over the page or a part of the table.
  private func isLoose(_ line: TableLine, above heads: TableLine, _ columns: TableColumns) -> Bool {
    guard line.pieces.count == 1, let piece = line.pieces.first, piece.words.count > 2,
      let first = columns.columns.first, let last = columns.columns.last,
      heads.pieces.count >= columns.columns.count
    else { return false }
    if abs(piece.middle - (first.span.xMin + last.span.xMax) / 2) < 3 { return false }
    return piece.words.allSatisfy { word in
      let bytes = text.bytes[text.words[word].text]
      let lower = bytes.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
      return !bytes.contains(where: Byte.isDigit)
        && !Self.kinds.contains { lower.starts(with: $0.utf8) }
    }
  }

  private static let kinds = ["utfall", "mål", "prognos", "budget", "plan", "bokslut", "progn"]

  /// Whether what stands behind a label is figures, and words that begin or end where others do.
  private func isSet(_ line: TableLine, as others: [TableLine]) -> Bool {
    line.pieces.dropFirst().allSatisfy { piece in
      piece.isFigure || piece.isDash
        || others.contains { other in
          other.pieces.contains { own in
            abs(own.span.xMin - piece.span.xMin) < 2 || abs(own.span.xMax - piece.span.xMax) < 2
              || abs(own.middle - piece.middle) < 2
          }
        }
    }
  }

  private func isTitle(_ line: TableLine) -> Bool {
    guard let words = line.pieces.first?.words, words.count <= 8, let last = words.last else {
      return false
    }
    return text.bytes[text.words[last].text].last != 0x2E
  }

  /// Whether a line below figures holds headings again.
  private func beginsTable(_ line: TableLine, _ columns: TableColumns) -> Bool {
    let heads = line.pieces.filter { piece in
      guard let column = columns.column(of: piece.span) else { return false }
      return columns.columns[column].hasFigures && !piece.isDash && piece.words.count < 5
    }
    if heads.count > 1 { return true }
    return heads.count == 1
      && heads[0].words.contains { CellText.isYear(text.bytes[text.words[$0].text]) }
  }

  private func continues(_ line: TableLine, _ columns: TableColumns) -> Bool {
    guard let first = line.pieces.first, let word = first.words.first else { return false }
    if columns.column(of: first.span) != nil { return true }
    let bytes = text.bytes[text.words[word].text]
    return Hyphenation.startsLower(bytes) || bytes.first == 0x28
  }

  // MARK: Above

  private func table(from start: Int, to end: Int, below limit: Int) -> FigureTable? {
    var body = TableColumns.parted(Array(lines[start..<end]), text)
    var columns = TableColumns(body)
    guard columns.columns.contains(where: \.hasFigures) else { return nil }
    var labels = FigureTable.labels(body, columns)
    var top = start
    var first = start
    while top > limit, start - top < Self.mostHeadings, isNear(top - 1, top) {
      let line = lines[top - 1]
      if line.height > 1.4 * lines[start].height || crosses(line, columns, labels)
        || isCaption(line, columns, labels)
      {
        break
      }
      if line.hasFigures {
        // a figure beside the middle of a label: the rows begin further above; or a row whose label
        // fills its cell
        guard isRow(line, above: body, labels) || (top..<first).allSatisfy({ isClose($0 - 1, $0) })
        else { break }
        first = top - 1
        body = TableColumns.parted(Array(lines[first..<end]), text)
        columns = TableColumns(body)
        labels = FigureTable.labels(body, columns)
      }
      top -= 1
    }
    // above the headings nothing but words at the left is none of the table
    var heads = top
    while heads < first, !isHeading(lines[heads], columns, labels) { heads += 1 }
    let begin = bodyStart(heads, first, columns)
    if heads + 1 < begin, isLoose(lines[heads], above: lines[heads + 1], columns) { heads += 1 }
    let headings = Array(lines[heads..<begin])
    let isHeadless = headings.isEmpty
    let leads = isHeadless && isAtTop && limit == 0 && top == 0
    if isHeadless, end - begin < 2, !leads { return nil }
    return FigureTable(
      range: (leads ? 0 : heads)..<end,
      headings: headings,
      lines: TableColumns.parted(Array(lines[begin..<end]), text),
      leading: leads ? Array(lines[0..<begin]) : [],
      isAtTop: isAtTop && limit == 0 && (leads || heads == 0),
      text
    )
  }

  /// Whether a line has a label and all its cells where those of the rows below have theirs.
  private func isRow(
    _ line: TableLine,
    above rows: [TableLine],
    _ labels: RowGaps.Interval
  ) -> Bool {
    guard let label = line.pieces.first, line.pieces.count > 1, !label.isFigure,
      abs(label.span.xMin - labels.xMin) < 2
    else { return false }
    return rows.contains { $0.pieces.count == line.pieces.count } && isSet(line, as: rows)
  }

  /// Whether something stands over the figures.
  private func isHeading(
    _ line: TableLine,
    _ columns: TableColumns,
    _ labels: RowGaps.Interval
  ) -> Bool {
    line.pieces.contains { piece in
      guard piece.span.xMin > labels.xMin + 3 else { return false }
      return !columns.met(by: piece.span).isEmpty || piece.span.xMin > columns.labelEdge
    }
  }

  /// Where the rows begin below the headings: a label set in the middle of its row may begin above
  /// the first figures.
  private func bodyStart(_ heads: Int, _ first: Int, _ columns: TableColumns) -> Int {
    var start = first
    while start > heads {
      let line = lines[start - 1]
      // over the columns nothing stands, but for the lines of a comment that begins above
      let isClose = isClose(start - 1, start)
      let isBody = line.pieces.allSatisfy { piece in
        guard let column = columns.column(of: piece.span) else { return true }
        return isClose && !columns.columns[column].hasFigures
      }
      guard isBody else { break }
      start -= 1
    }
    return start
  }
}
