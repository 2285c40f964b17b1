import NyckeltalText

/// Which lines of a table make up its rows.
///
/// A cell's lines follow each other closely, and cells are set at the top, in the middle or at the
/// bottom of their row. Where rows stand further apart than lines, the distances tell; otherwise
/// what stands beside the figures, and how the labels' lines begin.
struct TableRows {
  /// Ranges of lines, in their order.
  private(set) var rows: [Range<Int>] = []

  private let lines: [TableLine]
  private let columns: TableColumns
  private let text: PDFWords

  init(_ lines: [TableLine], _ columns: TableColumns, _ text: PDFWords) {
    self.lines = lines
    self.columns = columns
    self.text = text
    guard !lines.isEmpty else { return }
    let candidates = [byDistance(), byFigures(.top), byFigures(.middle), byFigures(.bottom)]
    var best: (rows: [Range<Int>], faults: Float)?
    for (number, rows) in candidates.enumerated() {
      guard let rows else { continue }
      // distances are believed before anything else
      let faults = faults(rows) - (number == 0 ? 0.5 : 0)
      if faults < best?.faults ?? .infinity { best = (rows, faults) }
    }
    rows = best?.rows ?? lines.indices.map { $0..<$0 + 1 }
  }

  // MARK: Lines

  private func label(_ line: Int) -> [TableLine.Piece] {
    lines[line].pieces.filter { columns.column(of: $0.span) == nil }
  }

  private func holdsFigures(_ line: Int) -> Bool {
    lines[line].pieces.contains { $0.isFigure && columns.column(of: $0.span) != nil }
  }

  /// Whether a line's label continues the one above by its first letter; "varav" begins a row.
  private func continues(_ line: Int) -> Bool {
    guard let word = label(line).first?.words.first else { return false }
    let bytes = text.bytes[text.words[word].text]
    if ["varav", "därav"].contains(where: { bytes.elementsEqual($0.utf8) }) { return false }
    return Hyphenation.startsLower(bytes) || bytes.first == 0x28
  }

  /// Whether figures stand on a line and, below it, the rest of their digits: the column holds no
  /// figure on one line that is as long as the two.
  private func isBroken(_ line: Int, below above: Int) -> Bool {
    guard label(line).isEmpty || continues(line) else { return false }
    let pieces = lines[line].pieces.filter { $0.isFigure && columns.column(of: $0.span) != nil }
    return pieces.allSatisfy { piece in
      guard let column = columns.column(of: piece.span) else { return false }
      let upper = lines[above].pieces.first { columns.column(of: $0.span) == column }
      guard let upper, upper.isFigure, let word = piece.words.first,
        upper.span.width + piece.span.width + 0.2 * lines[line].height
          > columns.columns[column].span.width + 0.5
      else { return false }
      let digits = text.bytes[text.words[word].text].prefix { Byte.isDigit($0) }
      return digits.count == 3 || !Byte.isDigit(text.bytes[text.words[word].text].first ?? 0)
    }
  }

  // MARK: Candidates

  /// Rows where lines stand further apart than the closest ones; `nil` where all stand alike.
  private func byDistance() -> [Range<Int>]? {
    let pitches = zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }
    guard let closest = closestInColumn() else { return lines.indices.map { $0..<$0 + 1 } }
    let limit = 1.04 * closest
    // in a cell of one line beside one of two it stands half a line lower
    if !pitches.contains(where: { $0 > limit }) { return nil }
    var rows: [Range<Int>] = []
    var start = 0
    for (index, pitch) in pitches.enumerated() where pitch > limit {
      rows.append(start..<index + 1)
      start = index + 1
    }
    rows.append(start..<lines.count)
    return rows
  }

  /// The least distance of lines in the same column.
  private func closestInColumn() -> Float? {
    var closest: Float?
    var last: [Int: Float] = [:]
    for line in lines {
      for piece in line.pieces {
        let column = columns.column(of: piece.span) ?? -1
        if let above = last[column], line.middle - above > 0.6 * line.height {
          closest = min(closest ?? .infinity, line.middle - above)
        }
        last[column] = line.middle
      }
    }
    return closest
  }

  private enum Place { case top, middle, bottom }

  private func byFigures(_ place: Place) -> [Range<Int>]? {
    let figures = lines.indices.filter { holdsFigures($0) }
    guard let first = figures.first else { return nil }
    var rows: [Range<Int>] = []
    switch place {
    case .top:
      for line in 0..<first { rows.append(line..<line + 1) }
      for (number, start) in figures.enumerated() {
        let end = number + 1 < figures.count ? figures[number + 1] : lines.count
        // what begins anew names the rows below
        let title = (start + 1..<end).first { !continues($0) && startsUpper($0) } ?? end
        rows.append(start..<title)
        for line in title..<end { rows.append(line..<line + 1) }
      }
    case .bottom:
      var start = 0
      for line in figures {
        let title = (start..<line).last { !continues($0) && startsUpper($0) } ?? start
        for single in start..<title { rows.append(single..<single + 1) }
        rows.append(title..<line + 1)
        start = line + 1
      }
      for line in start..<lines.count { rows.append(line..<line + 1) }
    case .middle:
      var start = 0
      for line in figures {
        guard line >= start else { continue }
        while start < line {
          let end = mirrored(start, about: line)
          if let end {
            rows.append(start..<end + 1)
            start = end + 1
            break
          }
          rows.append(start..<start + 1)
          start += 1
        }
        if start <= line {
          rows.append(line..<line + 1)
          start = line + 1
        }
      }
      for line in start..<lines.count { rows.append(line..<line + 1) }
    }
    return rows
  }

  private func startsUpper(_ line: Int) -> Bool {
    guard let word = label(line).first?.words.first else { return false }
    let bytes = text.bytes[text.words[word].text]
    return !Hyphenation.startsLower(bytes) && !Byte.isDigit(bytes.first ?? 0x30)
  }

  /// The line as far below figures as another is above them.
  private func mirrored(_ line: Int, about figures: Int) -> Int? {
    let wanted = 2 * lines[figures].middle - lines[line].middle
    return (figures..<lines.count).first {
      abs(lines[$0].middle - wanted) < 0.12 * lines[$0].height
    }
  }

  // MARK: Faults

  /// How much speaks against rows: figures one under the other in a cell, rows without a label,
  /// labels that begin as if they continued.
  private func faults(_ rows: [Range<Int>]) -> Float {
    var faults: Float = 0
    for row in rows {
      let figures = row.filter { holdsFigures($0) }
      for (upper, lower) in zip(figures, figures.dropFirst()) {
        let both = columnsOfFigures(upper).intersection(columnsOfFigures(lower))
        if !both.isEmpty, !isBroken(lower, below: upper) { faults += 3 }
      }
      let labelled = row.filter { !label($0).isEmpty }
      if labelled.isEmpty, !figures.isEmpty { faults += 2 }
      if let first = labelled.first, continues(first) { faults += figures.isEmpty ? 1 : 1.5 }
      for line in labelled.dropFirst() where startsUpper(line) { faults += 1 }
      if figures.isEmpty, labelled.count > 0 { faults += 0.3 }
    }
    return faults
  }

  private func columnsOfFigures(_ line: Int) -> Set<Int> {
    Set(
      lines[line].pieces.filter { $0.isFigure || $0.isDash }
        .compactMap { columns.column(of: $0.span) }
    )
  }
}
