import NyckeltalText

/// The headings of a table's columns, of one line or several.
///
/// A line with a piece for each column heads them one by one. What stands above such a line in fewer
/// pieces heads groups of columns; which, the places tell.
struct TableHeadings {
  typealias Interval = RowGaps.Interval

  /// The heading of the labels.
  private(set) var label: [Int] = []
  /// The words over each column, from top to bottom.
  private(set) var columns: [[Int]]
  /// The table's columns, with those that hold nothing but a heading.
  private(set) var places: TableColumns
  /// Whether it is known which columns each heading stands over.
  private(set) var isCertain = true

  private let text: PDFWords
  /// Where the labels begin and end.
  private let labels: Interval
  /// The places of each column with its own headings.
  private var spans: [Interval] = []
  /// The positions of the columns of figures.
  private var figures: [Int] = []

  init(_ lines: [TableLine], over places: TableColumns, labels: Interval, _ text: PDFWords) {
    self.text = text
    self.labels = labels
    self.places = places
    columns = []
    addEmptyColumns(lines)
    spans = self.places.columns.map(\.span)
    figures = self.places.columns.indices.filter { self.places.columns[$0].hasFigures }
    columns = Array(repeating: [], count: spans.count)
    read(lines)
  }

  // MARK: Lines

  private mutating func read(_ lines: [TableLine]) {
    let lines = joined(lines)
    let parts = lines.map { parted(split(apart($0.pieces))) }
    // lines that head every column tell how the headings are set
    let isFull = parts.map { $0.figures.count == figures.count }
    for part in parts where part.figures.count == figures.count {
      for (piece, column) in zip(part.figures, figures) {
        spans[column].xMin = min(spans[column].xMin, piece.span.xMin)
        spans[column].xMax = max(spans[column].xMax, piece.span.xMax)
      }
    }
    let lastFull = isFull.lastIndex(of: true) ?? 0
    for (number, part) in parts.enumerated() {
      label += part.labels.flatMap(\.words)
      for piece in part.others {
        if let column = nearest(piece.span) { columns[column] += piece.words }
      }
      if isFull[number] {
        for (piece, column) in zip(part.figures, figures) { columns[column] += piece.words }
        continue
      }
      let pieces = part.figures
      guard !pieces.isEmpty else { continue }
      if number < lastFull,
        let groups = groups(pieces, below: parts[number + 1].figures)
      {
        for (piece, group) in zip(pieces, groups) {
          for column in group { columns[figures[column]] += piece.words }
        }
        continue
      }
      // times over some columns, and none below: over which others they stand, nobody knows
      if number < lastFull, pieces.count < figures.count,
        pieces.allSatisfy({ namesTime($0.words) }),
        !parts[number + 1].figures.contains(where: { namesTime($0.words) })
      {
        isCertain = false
      }
      for piece in pieces {
        guard let column = nearest(piece.span) else { continue }
        if number < lastFull, !isSet(piece, over: column) { isCertain = false }
        columns[column] += piece.words
      }
    }
  }

  /// Lines with those made one that stand half a line below each other: cells of one and of two
  /// lines, set in the middle of their row.
  private func joined(_ lines: [TableLine]) -> [TableLine] {
    var joined: [TableLine] = []
    var last: Float = 0
    for line in lines {
      // a label, or the heading of a comment, stands between the lines of others
      let isOver = !parted(line.pieces).figures.isEmpty
      guard isOver, let above = joined.lastIndex(where: { !parted($0.pieces).figures.isEmpty }),
        line.middle - last < 0.72 * line.height
      else {
        joined.append(line)
        if isOver { last = line.middle }
        continue
      }
      last = line.middle
      for piece in line.pieces {
        let own = joined[above].pieces.firstIndex { $0.span.meets(piece.span) }
        if let own {
          let span = joined[above].pieces[own].span
          joined[above].pieces[own].words += piece.words
          joined[above].pieces[own].span.xMin = min(span.xMin, piece.span.xMin)
          joined[above].pieces[own].span.xMax = max(span.xMax, piece.span.xMax)
        } else {
          joined[above].pieces.append(piece)
        }
      }
      joined[above].pieces.sort { $0.span.xMin < $1.span.xMin }
    }
    return joined
  }

  private typealias Parts = (
    labels: [TableLine.Piece], figures: [TableLine.Piece], others: [TableLine.Piece]
  )

  /// The pieces over the labels, over columns of figures and over columns of text.
  private func parted(_ pieces: [TableLine.Piece]) -> Parts {
    var parts: Parts = ([], [], [])
    // as many as there are columns stand over them in order
    let count = places.columns.count
    let startsAtLabels = pieces.first.map { $0.span.xMin < labels.xMin + 3 } ?? false
    let isLabelled = pieces.count == count + 1 && startsAtLabels
    if isLabelled
      || pieces.count == count && !startsAtLabels
        && !pieces.contains(where: { $0.span.meets(labels) })
    {
      let heads = pieces.suffix(count)
      for (piece, column) in zip(heads, places.columns) {
        if column.hasFigures { parts.figures.append(piece) } else { parts.others.append(piece) }
      }
      parts.labels = Array(pieces.dropLast(count))
      return parts
    }
    for piece in pieces {
      if isLabel(piece, among: pieces) {
        parts.labels.append(piece)
      } else if let column = nearest(piece.span), !places.columns[column].hasFigures {
        parts.others.append(piece)
      } else {
        parts.figures.append(piece)
      }
    }
    return parts
  }

  /// Whether a piece heads the labels.
  private func isLabel(_ piece: TableLine.Piece, among pieces: [TableLine.Piece]) -> Bool {
    guard let first = places.columns.first, piece.middle < first.span.xMin else { return false }
    if piece.span.xMin < labels.xMin + 3 { return true }
    if piece.span.meets(first.span) { return false }
    if piece.words.count == 1, let word = piece.words.first, namesLabels(word) { return true }
    return first.span.xMin - piece.span.xMax > 12
      || pieces.contains { $0.span.meets(first.span) }
  }

  /// Whether a word says that what stands below it is labels, wherever in their column it is set.
  private func namesLabels(_ word: Int) -> Bool {
    let bytes = text.bytes[text.words[word].text].map { $0 &- 65 < 26 ? $0 | 32 : $0 }
    return ["nyckeltal", "indikator", "mått", "verksamhet", "område", "aktivitet"].contains {
      bytes.elementsEqual($0.utf8)
    }
  }

  /// The column that a piece heads alone.
  private func nearest(_ span: Interval) -> Int? {
    var best: (column: Int, shared: Float)?
    for (index, own) in spans.enumerated() {
      let shared = min(own.xMax, span.xMax) - max(own.xMin, span.xMin)
      if shared > best?.shared ?? -.infinity { best = (index, shared) }
    }
    return best?.column
  }

  /// Whether a piece is set as the other lines of a column's heading are.
  private func isSet(_ piece: TableLine.Piece, over column: Int) -> Bool {
    let (own, span) = (spans[column], piece.span)
    return abs(own.xMin - span.xMin) < 2.5 || abs(own.xMax - span.xMax) < 2.5
      || abs((own.xMin + own.xMax) / 2 - piece.middle) < 2.5
  }

  // MARK: Headings that run together

  /// Splits pieces between a column of figures and one of text: no heading stands over both.
  private func apart(_ pieces: [TableLine.Piece]) -> [TableLine.Piece] {
    guard places.columns.contains(where: { !$0.hasFigures }) else { return pieces }
    var line = pieces
    for (index, piece) in pieces.enumerated().reversed() {
      let kinds = piece.words.map { word -> Bool? in
        let met = places.met(by: text.words[word].interval)
        return met.count == 1 ? places.columns[met[0]].hasFigures : nil
      }
      guard
        let edge = kinds.indices.dropFirst().first(where: { place in
          kinds[place].map { own in kinds[place - 1].map { own != $0 } ?? false } ?? false
        })
      else { continue }
      let parts = [piece.words[..<edge], piece.words[edge...]].map { words in
        TableLine.Piece(
          words: Array(words),
          span: Interval(
            xMin: words.map { text.words[$0].xMin }.min() ?? 0,
            xMax: words.map { text.words[$0].xMax }.max() ?? 0
          ),
          isFigure: false,
          isDash: false
        )
      }
      line.replaceSubrange(index...index, with: parts)
    }
    return line
  }

  /// Splits pieces over several columns where each word stands over one, and all columns get theirs.
  private func split(_ pieces: [TableLine.Piece]) -> [TableLine.Piece] {
    var parts: [TableLine.Piece] = []
    for piece in pieces {
      var open: (part: TableLine.Piece, column: Int?)?
      let met = piece.words.map { word -> Int? in
        let met = places.met(by: text.words[word].interval)
        return met.count == 1 ? met.first : nil
      }
      for (word, column) in zip(piece.words, TableLine.settled(met, of: piece.words, text)) {
        let own = text.words[word].interval
        if let last = open, column == nil || last.column == nil || last.column == column {
          open?.part.words.append(word)
          open?.part.span.xMax = max(last.part.span.xMax, own.xMax)
          open?.column = last.column ?? column
        } else {
          if let open { parts.append(open.part) }
          open = (
            TableLine.Piece(words: [word], span: own, isFigure: false, isDash: false), column
          )
        }
      }
      if let open { parts.append(open.part) }
    }
    guard parts.count > pieces.count else { return pieces }
    return parted(parts).figures.count == figures.count ? parts : pieces
  }

  /// Headings over columns that hold nothing else.
  private mutating func addEmptyColumns(_ lines: [TableLine]) {
    for line in lines {
      for piece in line.pieces where places.met(by: piece.span).isEmpty {
        guard !isLabel(piece, among: line.pieces), let near = places.column(of: piece.span)
        else { continue }
        let hasOwn = line.pieces.contains { $0.span.meets(places.columns[near].span) }
        if hasOwn { places.add(TableColumns.Column(span: piece.span, hasFigures: true)) }
      }
    }
  }

  // MARK: Groups

  /// The columns that each of some pieces stands over; `nil` where it cannot be told.
  private func groups(
    _ pieces: [TableLine.Piece],
    below: [TableLine.Piece]
  ) -> [Range<Int>]? {
    let spans = figures.map { self.spans[$0] }
    guard pieces.count < spans.count, pieces.count <= 6 else { return nil }
    let pitch = zip(spans, spans.dropFirst()).map { $1.xMin - $0.xMin }.min() ?? 0
    // years over words, or words over years
    let isOfAnotherKind =
      pieces.allSatisfy { namesTime($0.words) } != below.contains { namesTime($0.words) }
      && (pieces.count > 1 ? pieces + below : pieces).contains { namesTime($0.words) }
    var best: (groups: [Range<Int>], error: Float)?
    for mode in 0..<3 {
      let found = HeadingGroups.partition(pieces, over: spans, mode)
      let limit: Float = mode == 0 ? max(5, 0.25 * pitch) : 3
      guard let found, found.worst <= limit else { continue }
      // a line of a column's own heading stands over it alone
      guard
        isOfAnotherKind
          || HeadingGroups.areGroups(
            pieces,
            found.groups,
            spans,
            isExact: mode == 0 && found.worst < 2
          )
      else { continue }
      if found.worst < best?.error ?? .infinity { best = (found.groups, found.worst) }
    }
    return best?.groups
  }

  private func namesTime(_ words: [Int]) -> Bool {
    words.contains { word in text.bytes[text.words[word].text].contains(where: Byte.isDigit) }
  }
}
