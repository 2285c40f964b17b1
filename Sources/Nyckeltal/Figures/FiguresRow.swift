import NyckeltalExtraction
import NyckeltalModel
import NyckeltalText

/// A row of a table of figures, cell by cell checked.
struct FiguresRow {
  let file: FiguresFile
  let source: SourceText
  let columns: [FiguresColumn: Int]
  let line: FiguresFile.Line

  var hasID: Bool { cell(.id) != nil }

  /// Whether the table says that the figure is struck out by hand.
  var isRejected: Bool { cell(.rejected) == "true" }

  func observation() throws(FiguresError) -> Observation {
    let kind = try term(.kind, ObservationKind.self)
    guard let kind else { throw fault(.kind, "the kind is missing", allowed(ObservationKind.self)) }
    let indicator = try indicator()
    let topic = try term(.topic, Topic.self) ?? indicator?.topic
    guard let topic else {
      throw fault(.indicator, "there is neither an indicator nor a topic", "give one of them")
    }
    let measure = try measure(kind, indicator)
    return Observation(
      id: cell(.id) ?? id(repetition: 0),
      kind: kind,
      indicator: indicator?.id,
      topic: topic,
      measure: measure,
      period: try period(.period),
      comparedWith: try period(.comparedWith),
      direction: try term(.direction, Direction.self),
      assessment: try term(.assessment, Assessment.self),
      group: cell(.group),
      confidence: try confidence(),
      label: cell(.label),
      body: cell(.body),
      about: cell(.about),
      rules: list(.rules).isEmpty ? ["figures.row"] : list(.rules),
      repeats: cell(.repeats),
      source: try place(),
      verified: try day(.verified)
    )
  }

  /// The id of a row that has none: the same row of the same table gives the same id.
  func id(repetition: Int) -> String {
    var hash = StableHash.of(source.name.utf8)
    for column in FiguresColumn.allCases {
      if let text = cell(column) { hash = StableHash.of("\(column)=\(text)\n".utf8, from: hash) }
    }
    if repetition > 0 { hash = StableHash.mix(hash, number: repetition) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  // MARK: Cells

  private func indicator() throws(FiguresError) -> Indicator? {
    guard let id = cell(.indicator) else { return nil }
    guard let indicator = file.catalogue.indicator(id) else {
      throw fault(
        .indicator,
        "there is no indicator \(id)",
        file.catalogue.remedy(id)
      )
    }
    return indicator
  }

  private func measure(
    _ kind: ObservationKind,
    _ indicator: Indicator?
  ) throws(FiguresError) -> Measure? {
    let value = try number(.value)
    let lower = try number(.lower)
    let upper = try number(.upper)
    if value == nil, lower == nil, upper == nil {
      if kind.isFigure {
        throw fault(.value, "\(kind.rawValue) needs a value", "give the value, or another kind")
      }
      return nil
    }
    if !kind.isFigure {
      throw fault(.value, "\(kind.rawValue) has no value", "leave it empty, or give another kind")
    }
    if let lower, let upper, lower > upper {
      throw fault(.lower, "the lower bound is above the upper one", "change them round")
    }
    return Measure(
      value: value,
      lower: lower,
      upper: upper,
      qualifier: try term(.qualifier, Qualifier.self) ?? .exact,
      unit: try term(.unit, FigureUnit.self) ?? indicator?.unit ?? .other
    )
  }

  private func number(_ column: FiguresColumn) throws(FiguresError) -> Double? {
    guard let text = cell(column) else { return nil }
    if let number = FiguresNumber.read(text, hasDecimalComma: file.hasDecimalComma) {
      return number
    }
    let other = FiguresNumber.read(text, hasDecimalComma: !file.hasDecimalComma) != nil
    throw fault(
      column,
      "\"\(text)\" is not a number with a decimal \(file.hasDecimalComma ? "comma" : "point")",
      other && !file.hasDecimalComma
        ? "state --decimal-comma if the table has decimal commas"
        : "write digits, a sign before them and no unit"
    )
  }

  private func confidence() throws(FiguresError) -> Double {
    guard let confidence = try number(.confidence) else { return 1 }
    guard (0...1).contains(confidence) else {
      throw fault(.confidence, "the confidence is not between 0 and 1", "leave it empty for 1")
    }
    return confidence
  }

  private func period(_ column: FiguresColumn) throws(FiguresError) -> Period? {
    guard let text = cell(column) else { return nil }
    guard let period = Period(text) else {
      throw fault(
        column,
        "\"\(text)\" is not a period",
        "write 2015, 2015-T1, 2015-Q2, 2015-H1, 2015-04, 2015-04-30 or 2018/2019"
      )
    }
    return period
  }

  private func day(_ column: FiguresColumn) throws(FiguresError) -> String? {
    guard let date = cell(column) else { return nil }
    guard let period = Period(date), case .day = period else {
      throw fault(column, "\"\(date)\" is not a date", "write 2015-05-07")
    }
    return date
  }

  private func place() throws(FiguresError) -> Source {
    let names = list(.speakers)
    let parties = list(.parties, keepingEmpty: true)
    if !names.isEmpty, !parties.isEmpty, names.count != parties.count {
      throw fault(.parties, "there are not as many parties as speakers", "give one for each")
    }
    let speakers =
      names.isEmpty
      ? parties.filter { !$0.isEmpty }.map { Speaker(name: $0, party: $0) }
      : names.enumerated().map {
        Speaker(name: $1, party: parties.isEmpty || parties[$0].isEmpty ? nil : parties[$0])
      }
    let own = ownRange
    let start = try whole(.rangeStart) ?? own.lowerBound
    let end = try whole(.rangeEnd) ?? own.upperBound
    if end < start { throw fault(.rangeEnd, "the range ends before it begins", "leave both empty") }
    return Source(
      document: cell(.document) ?? source.name,
      path: cell(.path),
      content: cell(.content),
      item: cell(.item),
      itemTitle: cell(.itemTitle),
      reference: cell(.reference),
      section: try term(.section, SectionKind.self),
      speakers: speakers,
      date: try day(.date),
      quote: cell(.quote) ?? line.cells.filter { !$0.isEmpty }.joined(separator: "; "),
      range: start..<end,
      line: try whole(.line) ?? line.number,
      page: try whole(.page)
    )
  }

  /// The bytes of the row in its file.
  private var ownRange: Range<Int> {
    source.fileRange(
      of: source.start(ofLine: line.number)..<source.start(ofLine: line.number + line.height)
    )
  }

  private func whole(_ column: FiguresColumn) throws(FiguresError) -> Int? {
    guard let text = cell(column) else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw fault(column, "\"\(text)\" is not a whole number", "leave it empty")
    }
    return number
  }

  private func term<Term: RawRepresentable<String> & CaseIterable>(
    _ column: FiguresColumn,
    _ type: Term.Type
  ) throws(FiguresError) -> Term? {
    guard let text = cell(column) else { return nil }
    guard let term = Term(rawValue: text) else {
      throw fault(column, "\"\(text)\" is not a \(column.rawValue)", allowed(type))
    }
    return term
  }

  private func allowed<Term: RawRepresentable<String> & CaseIterable>(_ type: Term.Type) -> String {
    "use one of \(Term.allCases.map(\.rawValue).joined(separator: ", "))"
  }

  private func list(_ column: FiguresColumn, keepingEmpty: Bool = false) -> [String] {
    guard let text = cell(column) else { return [] }
    return text.split(separator: ";", omittingEmptySubsequences: !keepingEmpty)
      .map { String($0).trimmed }
  }

  private func cell(_ column: FiguresColumn) -> String? {
    guard let index = columns[column], line.cells.indices.contains(index) else { return nil }
    var text = line.cells[index].trimmed
    // what is written for spreadsheet programs marks text that they would take for a formula
    if text.utf8.first == UInt8(ascii: "'"),
      let second = text.utf8.dropFirst().first, "=+-@".utf8.contains(second)
    {
      text.removeFirst()
    }
    return text.isEmpty ? nil : text
  }

  private func fault(
    _ column: FiguresColumn,
    _ problem: String,
    _ remedy: String
  ) -> FiguresError {
    FiguresError(
      file: source.name,
      line: line.number,
      column: columns[column].map { $0 + 1 },
      problem: problem,
      remedy: remedy
    )
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    return String(head.prefix(head.count - head.reversed().prefix(while: \.isWhitespace).count))
  }
}
