import NyckeltalModel

/// What every part of a report is written with: the words, the indicators, the statements' numbers.
struct ReportContext: Sendable {
  var language: ReportLanguage
  var subject: ReportSubject
  var phrases: Phrases
  var figures: FigureText
  var periods: PeriodText
  private var catalogue: [String: Indicator]
  private var order: [String: Int]
  private var numbers: [String: Int]

  init(
    language: ReportLanguage,
    subject: ReportSubject,
    catalogue: [Indicator],
    statements: [Statement]
  ) {
    self.language = language
    self.subject = subject
    phrases = language.phrases
    figures = FigureText(language: language)
    periods = PeriodText(language: language)
    self.catalogue = Dictionary(
      catalogue.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    order = Dictionary(
      catalogue.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    numbers = Dictionary(
      statements.map { ($0.observation.id, $0.number) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func indicator(_ id: String?) -> Indicator? { id.flatMap { catalogue[$0] } }

  /// Where a line stands among others: by topic, then as in the catalogue.
  func rank(_ line: FollowedLine) -> (Int, Int) {
    let topics = Topic.allCases
    let topic = topics.firstIndex(of: line.topic) ?? topics.count
    return (topic, line.indicator.flatMap { order[$0] } ?? order.count)
  }

  /// The numbers of the statements of a fact.
  func sources(_ fact: Fact) -> [Int] { fact.statements.compactMap { numbers[$0.id] }.sorted() }

  /// The numbers of the statements of several facts, in order.
  func sources(_ facts: [Fact]) -> [Int] { Set(facts.flatMap(sources)).sorted() }

  /// What a fact is about: the indicator's name and the group, else the words it was stated in.
  func name(_ fact: Fact) -> String { name(FollowedLine(fact), fact) }

  /// What a line is about.
  func name(_ line: FollowedLine, _ fact: Fact?) -> String {
    guard let id = line.indicator else {
      let topic = phrases.topic(line.topic)
      return fact.map { "\(topic): \(phrases.quoted(Self.shortened($0.first.source.quote)))" }
        ?? topic
    }
    let name: String
    if let indicator = catalogue[id] {
      name = language == .swedish ? indicator.swedishName : indicator.englishName
    } else {
      name = id
    }
    guard let group = fact?.group ?? line.group, line.group != nil,
      !name.lowercased().contains(group.lowercased())
    else { return name }
    return "\(name), \(group)"
  }

  /// The name inside a sentence, where it may stand after other words.
  func nameInSentence(_ line: FollowedLine, _ fact: Fact?) -> String {
    let name = name(line, fact)
    let second = name.dropFirst().prefix(1)
    // An abbreviation keeps its capitals.
    guard line.indicator != nil, second == second.lowercased() else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// Who states a fact.
  func voices(_ fact: Fact) -> String {
    var voices = fact.speakers
    if fact.statements.contains(where: { !$0.isSpoken }) {
      voices.insert(phrases.administration, at: 0)
    } else if voices.isEmpty {
      voices = [phrases.unknownSender]
    }
    return phrases.list(voices)
  }

  /// A fact in a few characters: its figure, its assessment, or which way it goes.
  func words(_ fact: Fact) -> String {
    switch fact.kind {
    case .assessment:
      return fact.first.assessment.map(phrases.assessment) ?? ""
    case .trend:
      return phrases.trend(fact.first.direction)
    case .request:
      return fact.first.source.quote
    case .change:
      let sign = fact.first.direction == .down ? "↓ " : fact.first.direction == .up ? "↑ " : ""
      return sign + (fact.measure.map { figures.measure($0) } ?? "")
    case .outcome, .target, .forecast, .budget:
      return fact.measure.map { figures.measure($0) } ?? ""
    }
  }

  /// A fact as a sentence says it: "minskning med nästan 84 miljoner kronor", "cirka 400 personer".
  func sentence(_ fact: Fact) -> String {
    guard let measure = fact.measure else { return words(fact) }
    let figure = sentence(measure)
    guard fact.kind == .change, let direction = fact.first.direction else { return figure }
    return phrases.changeBy(direction, figure)
  }

  /// A figure as a sentence says it, its qualifier and unit in words.
  func sentence(_ measure: Measure, hasUnit: Bool = true) -> String {
    let style = NumberStyle(measure)
    var unit = hasUnit ? unitWord(measure.unit) : ""
    var bare = measure
    bare.qualifier = .exact
    if style.suffix == .millionsOfKronor {
      unit = phrases.millionsOfKronor
      bare.unit = nil
      bare.value = measure.value.map { $0 / style.divisor }
      bare.lower = measure.lower.map { $0 / style.divisor }
      bare.upper = measure.upper.map { $0 / style.divisor }
    }
    let qualifier = measure.qualifier == .exact ? "" : phrases.qualifier(measure.qualifier)
    return [qualifier, figures.measure(bare), unit].filter { !$0.isEmpty }
      .joined(separator: FigureText.noBreakSpace)
  }

  /// The difference between two facts as a sentence says it; empty where there is none to tell.
  func difference(_ first: Fact, _ second: Fact) -> String {
    guard let before = first.measure, let after = second.measure, let old = before.value,
      let new = after.value
    else { return "" }
    var style = NumberStyle(unit: before.unit, values: [old, new])
    style.isSigned = true
    guard style.suffix == .percent else { return figures.number(new - old, style) }
    style.suffix = .none
    return figures.number(new - old, style) + FigureText.noBreakSpace
      + phrases.unit(.percentagePoints)
  }

  /// A cell with a fact's figure; "saknas" where there is no fact.
  func figure(_ fact: Fact?, style: NumberStyle? = nil) -> ReportCell {
    guard let fact else { return ReportCell(.missing(phrases.missing)) }
    guard let measure = fact.measure else {
      return ReportCell(.text(words(fact)), sources: sources(fact))
    }
    guard let value = measure.value else {
      return ReportCell(.text(figures.measure(measure)), sources: sources(fact))
    }
    var ownStyle = style ?? NumberStyle(measure)
    ownStyle.qualifier = measure.qualifier
    return ReportCell(.number(value, ownStyle), sources: sources(fact))
  }

  /// The word for what is counted; empty where the figure says it by itself.
  func unitWord(_ unit: FigureUnit?) -> String {
    switch unit {
    case .percent, .percentagePoints, .sek, .other, nil: ""
    case .persons, .households, .places, .employments, .years, .months, .days:
      unit.map(phrases.unit) ?? ""
    }
  }

  /// Makes the columns of a table.
  func columns(
    _ columns: [ReportColumn],
    on purpose: ReportSheet.Purpose
  ) -> [ReportTable.Column] {
    columns.map { column in
      var title = phrases.column(column)
      if case .compare(let yearA, let yearB) = subject {
        if column == .yearA { title = String(yearA) }
        if column == .yearB { title = String(yearB) }
      }
      return ReportTable.Column(
        id: column.rawValue,
        title: title,
        content: column.content,
        placement: placement(column, on: purpose)
      )
    }
  }

  private func placement(
    _ column: ReportColumn,
    on purpose: ReportSheet.Purpose
  ) -> ReportTable.Column.TextPlacement {
    switch column {
    case .indicator, .question: .column
    case .target, .outcome, .achievement, .tertial1, .tertial2, .tertial3, .yearA, .yearB,
      .difference, .change, .value, .forecast:
      .column
    case .period: purpose == .requests ? .hidden : .column
    case .unit: .suffix
    case .kind: purpose == .facts ? .column : purpose == .comparison ? .suffix : .hidden
    case .source: .references
    case .assessment: .line(phrases.assessmentPrefix)
    case .voices: .spokenLine(phrases.statedBy)
    case .asked: .line(phrases.askedBy)
    case .trend, .status, .answer: .line("")
    case .remark: .line("")
    default: .hidden
    }
  }

  private static func shortened(_ quote: String) -> String {
    guard quote.count > 60 else { return quote }
    let start = quote.prefix(58)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + " …"
  }
}

extension ReportColumn {
  /// What a column holds; it decides alignment and width.
  var content: ReportTable.Column.Content {
    switch self {
    case .indicator: .label
    case .target, .outcome, .forecast, .achievement, .tertial1, .tertial2, .tertial3, .yearA,
      .yearB, .difference, .change, .value, .lower, .upper, .confidence, .line:
      .number
    case .status, .assessment: .status
    case .source, .number: .references
    case .question, .quote: .text
    case .remark, .answer, .title, .voices, .asked, .speakers, .document: .note
    default: .word
    }
  }
}
