import NyckeltalText

/// The headings of a table: which rows hold them, and which columns each stands over.
enum TableHeader {
  /// The rows at the top that hold no figures: years and "T1 2015" are headings.
  ///
  /// A further row of headings goes on with the one before it where it has no label of its own, or
  /// the same, or where it tells no more than times; otherwise it is the table's own, under a line
  /// of something else.
  ///
  /// Rows above a rule are headings; below it a further one has no label of its own.
  static func rows(
    _ bytes: [UInt8],
    _ rows: [Table.Row],
    ruled: Int,
    afterGap: (Int) -> Bool
  ) -> Range<Int> {
    var headings = 0..<min(ruled, rows.count - 1)
    for (index, row) in rows.prefix(5).enumerated().dropFirst(headings.count) {
      // a label between the rows that it covers
      if isLabel(row), index + 1 < rows.count, rows[index + 1].cells[0].isEmpty,
        rows[index + 1].isHeading(bytes), headings.isEmpty || rows[index - 1].cells[0].isEmpty
      {
        headings = headings.lowerBound..<index + 1
        continue
      }
      guard row.isHeading(bytes), !holdsSentence(bytes, row) else { break }
      let above = index > 0 ? rows[index - 1] : nil
      let isSame = above.map { isSameLabel(bytes, $0, row) } ?? false
      if ruled > 0, !row.cells[0].isEmpty, !isSame,
        index > ruled || above?.cells[0].isEmpty == false
      {
        break
      }
      guard let above else {
        headings = 0..<1
        continue
      }
      let filled = row.cells.count { !$0.isEmpty }
      if filled < above.cells.count(where: { !$0.isEmpty }), !isSame, !row.cells[0].isEmpty,
        !above.cells[0].isEmpty, !namesTimes(bytes, row)
      {
        break
      }
      let goesOn =
        row.cells[0].isEmpty || above.cells[0].isEmpty || isSame
        || !afterGap(index) && continues(bytes, row, above)
      let isApart = afterGap(index) && !rows.indices.dropFirst().allSatisfy(afterGap)
      headings = (goesOn && !isApart ? headings.lowerBound : index)..<index + 1
    }
    return headings
  }

  /// How many rows stand above the first rule, "|---|---|"; none where there is no rule.
  static func rowsAboveRule(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Int {
    lines.prefix(5).firstIndex { PipeTable.cells(bytes, $0) == nil } ?? 0
  }

  /// Whether a cell is a sentence, which heads nothing.
  private static func holdsSentence(_ bytes: [UInt8], _ row: Table.Row) -> Bool {
    row.cells.contains { $0.count > 30 && bytes[$0].last == 0x2E && bytes[$0].contains(Byte.space) }
  }

  private static func isLabel(_ row: Table.Row) -> Bool {
    !row.cells[0].isEmpty && row.cells.dropFirst().allSatisfy(\.isEmpty)
  }

  /// Whether two rows have the same label, as one cell over both is written in text.
  private static func isSameLabel(_ bytes: [UInt8], _ above: Table.Row, _ row: Table.Row) -> Bool {
    !row.cells[0].isEmpty
      && bytes.foldedText(above.cells[0]) == bytes.foldedText(row.cells[0])
  }

  /// Whether a row with a label goes on with the headings above: "(mnkr)" under "Verksamhet", or
  /// nothing but times under several headings.
  private static func continues(_ bytes: [UInt8], _ row: Table.Row, _ above: Table.Row) -> Bool {
    guard above.cells.dropFirst().count(where: { !$0.isEmpty }) > 1 else { return false }
    let first = bytes[row.cells[0].lowerBound]
    return first == 0x28 || first &- 97 < 26 || namesTimes(bytes, row)
  }

  /// Whether all of a row's headings are times.
  private static func namesTimes(_ bytes: [UInt8], _ row: Table.Row) -> Bool {
    row.cells.dropFirst().allSatisfy { $0.isEmpty || isTime(bytes.foldedText($0)) }
  }

  /// "2022", "jan–aug", "T1 2020", "helår".
  private static func isTime(_ text: String) -> Bool {
    let lower = text.lowercased()
    return text.contains { $0.isNumber } && text.count { $0.isLetter } <= 10
      || lower.hasPrefix("helår") || lower.hasPrefix("år")
      || months.contains { lower.hasPrefix($0) }
        && lower.split { !$0.isLetter }.allSatisfy { word in
          word.count <= 9 && months.contains { word.hasPrefix($0) }
        }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  // MARK: Columns

  /// The headings of each column, those over several lines joined, and those that stand over
  /// several columns given to each.
  static func texts(
    _ bytes: [UInt8],
    _ rows: [Table.Row],
    columns count: Int,
    isPiped: Bool
  ) -> [String] {
    let labels = rows.filter { isLabel($0) }
    let rows = rows.filter { !isLabel($0) }
    var cells = rows.map { row in row.cells.map { bytes.foldedText($0) } }
    for row in cells.indices.dropLast() where count > 2 {
      let places = isPiped ? nil : (places(bytes, rows[row]), places(bytes, rows[row + 1]))
      spread(&cells, row, places)
    }
    return (0..<count).map { column in
      var parts = column == 0 ? labels.map { bytes.foldedText($0.cells[0]) } : []
      for row in cells.indices where !cells[row][column].isEmpty {
        // one label over both rows
        if parts.last != cells[row][column] { parts.append(cells[row][column]) }
      }
      return parts.reduce("") {
        $0.isEmpty ? $1 : $0.hasSuffix("-") ? $0.dropLast() + $1 : "\($0) \($1)"
      }
    }
  }

  /// Where a row's cells stand on their line, in characters.
  private static func places(_ bytes: [UInt8], _ row: Table.Row) -> [Range<Int>] {
    let start = bytes[..<row.range.lowerBound].lastIndex(of: Byte.newline).map { $0 + 1 } ?? 0
    func column(_ byte: Int) -> Int { bytes[start..<byte].count { $0 & 0xC0 != 0x80 } }
    return row.cells.map { column($0.lowerBound)..<column($0.upperBound) }
  }

  /// Gives a heading that stands over several columns to each of them; where it cannot be told over
  /// which it stands, they are left without a heading.
  private static func spread(
    _ cells: inout [[String]],
    _ row: Int,
    _ places: (above: [Range<Int>], below: [Range<Int>])?
  ) {
    let columns = 1..<cells[row].count
    let filled = columns.filter { !cells[row][$0].isEmpty }
    guard let first = filled.first, filled.count < columns.count else { return }
    let below = columns.map { column in
      cells[(row + 1)...].map { $0[column] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    guard !below.contains(where: \.isEmpty) else { return }
    let times = filled.count { isTime(cells[row][$0]) }
    let timesBelow = below.count { holdsTime($0) }
    // what a heading leaves open, those below it tell: which year, or what of the year
    let completes =
      times == filled.count && timesBelow == 0 || times == 0 && below.allSatisfy { isTime($0) }
    if filled.count == 1 {
      if times == 1 ? completes : completes && places == nil && first == 1 {
        for column in columns { cells[row][column] = cells[row][first] }
      }
      return
    }
    // the same headings again under each
    let width = columns.count / filled.count
    if columns.count % filled.count == 0,
      below.indices.dropFirst(width).allSatisfy({ below[$0] == below[$0 - width] }),
      filled.indices.allSatisfy({ (filled[$0] - 1) / width == $0 })
    {
      for column in columns { cells[row][column] = cells[row][filled[(column - 1) / width]] }
      return
    }
    guard completes else { return }
    guard let places else {
      if first != 1 { return }
      for column in columns where cells[row][column].isEmpty {
        cells[row][column] = cells[row][column - 1]
      }
      return
    }
    guard let groups = groups(filled.map { places.above[$0] }, over: Array(places.below[columns]))
    else {
      for column in columns {
        for row in cells.indices { cells[row][column] = "" }
      }
      return
    }
    let texts = filled.map { cells[row][$0] }
    for (group, columns) in groups.enumerated() {
      for column in columns { cells[row][column + 1] = texts[group] }
    }
  }

  /// The columns over which each of some headings stands by its left edge, its middle or its right
  /// edge; `nil` where none of these tells, or they tell different things.
  private static func groups(
    _ headings: [Range<Int>],
    over columns: [Range<Int>]
  ) -> [Range<Int>]? {
    guard headings.count <= 5, columns.count <= 16, headings.count < columns.count else {
      return nil
    }
    let edges: [(Range<Int>) -> Int] = [
      { 2 * $0.lowerBound }, { $0.lowerBound + $0.upperBound }, { 2 * $0.upperBound },
    ]
    var found: [Range<Int>]?
    for edge in edges {
      var groups: [Range<Int>] = []
      func search(_ heading: Int, from start: Int) -> Bool {
        if heading == headings.count { return start == columns.count }
        for end in stride(from: start + 1, through: columns.count, by: 1) {
          let span = columns[start].lowerBound..<columns[end - 1].upperBound
          guard abs(edge(span) - edge(headings[heading])) <= 3 else { continue }
          groups.append(start..<end)
          if search(heading + 1, from: end) { return true }
          groups.removeLast()
        }
        return false
      }
      guard search(0, from: 0) else { continue }
      if let found, found != groups { return nil }
      found = groups
    }
    return found
  }

  private static func holdsTime(_ text: String) -> Bool {
    isTime(text) || text.contains { $0.isNumber }
  }
}
