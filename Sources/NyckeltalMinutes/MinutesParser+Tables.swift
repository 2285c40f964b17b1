import NyckeltalText

/// Tables, and the groups of rows that stand under the headings of one above.
extension MinutesParser {
  /// Rows that stand one under the other, with the lines that belong to their labels.
  private struct Run {
    var rows: [Range<Int>] = []
    var labelLines: [Int: [Range<Int>]] = [:]
    /// The rows that stand behind a gap.
    var gaps: Set<Int> = []
    var end: Int
  }

  mutating func addTable(from start: Int) -> Int {
    // the foot of a page above a table
    if start + 1 < text.blocks.count, text.blocks[start + 1].followsGap,
      AlignedTable.endsInPage(text.bytes, text.blocks[start].range),
      AlignedTable.values(text.bytes, text.blocks[start].range) == 0
    {
      return start + 1
    }
    let run = run(from: start)
    // a letterhead set in columns may hold the diary number
    readReference(run.rows)
    var end = run.end
    var columns: Int?
    if let table = Table(
      text.bytes,
      rows: run.rows,
      labelLines: run.labelLines,
      gaps: run.gaps
    ) {
      add(table)
      columns = table.header.count
      if table.header.allSatisfy(\.isEmpty) { return end }
    } else if let (table, next) = group(from: end, above: run.rows, columns: nil) {
      add(table)
      end = next
      columns = table.header.count
    } else {
      for row in run.rows {
        // figures side by side of which nothing tells what they are
        if let table = Table(text.bytes, loneRow: row) {
          add(table)
        } else if !AlignedTable.endsInPage(text.bytes, row) {
          section.passages.append(.paragraph(row))
        }
      }
      return end
    }
    // the columns of a few rows tell those of all groups
    let above = Array(run.rows.prefix(8))
    while let (table, next) = group(from: end, above: above, columns: columns) {
      add(table)
      end = next
    }
    return end
  }

  mutating func add(_ table: Table) {
    section.passages.append(.table(table))
  }

  /// The rows from a block on; a gap does not end them, but rows of another make do, and lines in
  /// columns that are none of the table's.
  private func run(from start: Int) -> Run {
    var run = Run(end: start)
    let isPiped = PipeTable.isRow(text.bytes, text.blocks[start].range)
    /// The blocks of the rows.
    var blocks: [Int] = []
    while run.end < text.blocks.count {
      let block = text.blocks[run.end]
      if block.kind == .tableRow {
        if PipeTable.isRow(text.bytes, block.range) != isPiped { break }
        if block.followsGap, run.end > start, isPiped, isRuledBelow(run.end) { break }
        // a line of years behind a gap heads a table of its own
        if run.rows.count > 1, block.followsGap, namesYears(block.range) { break }
        if run.end > start, numberedTitle(run.end) != nil { break }
        if block.followsGap { run.gaps.insert(run.rows.count) }
        blocks.append(run.end)
        run.rows.append(block.range)
      } else if let row = labelRow(run.end, rows: run.rows) {
        run.labelLines[row, default: []].append(block.range)
      } else {
        break
      }
      run.end += 1
    }
    if isPiped { return run }
    // signatures and the feet of pages below the last row
    let own = AlignedTable.ownRows(text.bytes, run.rows, gaps: run.gaps)
    if own < run.rows.count {
      run.end = blocks[own]
      run.rows.removeSubrange(own...)
      let next = text.blocks[run.end].range.lowerBound
      run.labelLines = run.labelLines.filter { row, lines in
        row < own && lines.allSatisfy { $0.upperBound <= next }
      }
    }
    return run
  }

  /// Whether a row stands above a rule: "|---|---|".
  private func isRuledBelow(_ index: Int) -> Bool {
    index + 1 < text.blocks.count && text.blocks[index + 1].kind == .tableRow
      && !text.blocks[index + 1].followsGap
      && PipeTable.isRow(text.bytes, text.blocks[index + 1].range)
      && PipeTable.cells(text.bytes, text.blocks[index + 1].range) == nil
  }

  // MARK: Groups

  /// The group of rows that begins at a block, with one or two short lines above it, and stands
  /// under the headings of the lines above, which are headings only where they have no columns.
  private func group(
    from start: Int,
    above: [Range<Int>],
    columns: Int?
  ) -> (table: Table, end: Int)? {
    var titles: [Range<Int>] = []
    var index = start
    while index < text.blocks.count, text.blocks[index].kind != .tableRow {
      guard titles.count < 2, isGroupTitle(text.blocks[index]) else { return nil }
      titles.append(text.blocks[index].range)
      index += 1
    }
    guard !titles.isEmpty, index < text.blocks.count, numberedTitle(index) == nil,
      above.allSatisfy({ $0.count < 400 }),
      columns != nil || above.allSatisfy({ Table.isHeadingLine(text.bytes, $0) })
    else { return nil }
    var run = run(from: index)
    guard columns != nil || run.rows.count > 1 || standsUnder(run.rows[0], above) else {
      return nil
    }
    // "Andel som lämnar försörjningsstöd" above "för arbete eller studier   41 %"
    if let label = titles.last, startsLower(run.rows[0]), !startsLower(label) {
      run.labelLines[0, default: []].insert(label, at: 0)
      titles.removeLast()
    }
    guard
      var table = Table(
        text.bytes,
        rows: run.rows,
        labelLines: run.labelLines,
        gaps: run.gaps,
        above: above
      ), columns ?? table.header.count == table.header.count, table.rows.count == run.rows.count,
      table.goesOn(text.bytes)
    else { return nil }
    table.titles = titles
    return (table, run.end)
  }

  private func standsUnder(_ row: Range<Int>, _ headings: [Range<Int>]) -> Bool {
    AlignedTable.standsUnder(text.bytes, row, headings)
  }

  /// Whether a line may name a group of rows: short, no sentence, and no part of an item.
  private func isGroupTitle(_ block: Block) -> Bool {
    guard block.kind == .paragraph || isBold(block), block.range.count <= 70,
      looksLikeHeading(block.range), !ItemHeading.mayBegin(text, block.range)
    else { return false }
    guard SectionHeading.mayBe(text, block.range) else { return true }
    let heading = SectionHeading(text.folded(block.range))
    return heading.kind == nil && heading.list == nil
  }

  /// Whether a heading is one by being bold alone.
  private func isBold(_ block: Block) -> Bool {
    guard block.kind == .heading else { return false }
    let start = text.sourceRange(of: block.range).lowerBound
    return start > 0 && source.utf8[start - 1] == 0x2A
  }

  /// Whether all numbers of a line are years, and there are several.
  private func namesYears(_ range: Range<Int>) -> Bool {
    var years = 0
    var start: Int?
    for index in range.lowerBound...range.upperBound {
      if index < range.upperBound, Byte.isDigit(text.bytes[index]) {
        start = start ?? index
        continue
      }
      guard let first = start else { continue }
      start = nil
      guard index - first == 4, text.bytes.holdsYear(at: first) else { return false }
      years += 1
    }
    return years > 1
  }

  // MARK: Labels

  /// The row that a short line between rows belongs to: a label over two lines.
  private func labelRow(_ index: Int, rows: [Range<Int>]) -> Int? {
    let block = text.blocks[index]
    guard block.kind == .paragraph, !block.followsGap, let first = rows.first,
      block.range.count <= 90
    else { return nil }
    let last = text.bytes[block.range.upperBound - 1]
    if last == 0x2E || last == 0x3A { return nil }
    let next = index + 1 < text.blocks.count ? text.blocks[index + 1] : nil
    if rows.count == 1 {
      // "Alla ska få ett svar i tid," right under the headings
      guard let next, next.kind == .tableRow, !next.followsGap, startsLower(next.range),
        !startsLower(block.range),
        Table.isHeadingLine(text.bytes, first) || AlignedTable.values(text.bytes, first) > 1
      else { return nil }
      return 1
    }
    guard let next, next.kind == .tableRow, !next.followsGap else {
      return startsLower(block.range) ? rows.count - 1 : nil
    }
    // "Andel som avslutas till" above "arbete eller studier   54 %"
    if startsLower(next.range), !startsLower(block.range) { return rows.count }
    return namesGroup(block, above: next, rows: rows) ? nil : rows.count - 1
  }

  /// Whether a line between rows names those below it: right under the headings, or where the rows
  /// are indented below it.
  private func namesGroup(_ block: Block, above next: Block, rows: [Range<Int>]) -> Bool {
    guard isGroupTitle(block) else { return false }
    if rows.count <= 3, rows.allSatisfy({ Table.isHeadingLine(text.bytes, $0) }) { return true }
    // "Försörjningsstöd" between rows whose labels are whole
    if let above = rows.last, !startsLower(next.range), isWhole(above) { return true }
    let indent = text.bytes[next.range].prefix { $0 == Byte.space }.count
    guard indent > 0 else { return false }
    let line = text.sourceRange(of: block.range).lowerBound
    let before = source.utf8[..<line].reversed().prefix { $0 == Byte.space }.count
    return before < indent
  }

  /// Whether a row's label needs no further line: it ends neither in a hyphen or a comma nor in a
  /// word that another one must follow.
  private func isWhole(_ row: Range<Int>) -> Bool {
    guard let label = AlignedTable.cells(text.bytes, row).first else { return false }
    let words = text.folded(label)
    guard let last = words.last, last != "-", last != "," else { return false }
    return !Self.openWords.contains(words.split(separator: " ").last.map(String.init) ?? "")
  }

  private static let openWords: Set<String> = [
    "i", "på", "av", "för", "med", "till", "från", "vid", "och", "eller", "som", "inom", "hos",
    "samt", "per", "mot", "om", "under", "efter", "utan", "den", "det",
  ]

  private func startsLower(_ range: Range<Int>) -> Bool {
    guard let first = text.bytes[range].first(where: { !Byte.isBlank($0) }) else { return false }
    return first &- 97 < 26 || first == 0x28
  }

  private mutating func readReference(_ rows: [Range<Int>]) {
    guard item.reference == nil, items.isEmpty, section.kind == nil else { return }
    for row in rows where text.caseless.holds("dnr", in: row) {
      let line = text.folded(row)
      guard let reference = Reference.read(line) else {
        continue
      }
      item.reference = reference
      return
    }
  }
}
