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
  private var topics: [Topic: Int]
  /// What has figures only among those that are not sure: nobody may say that it is missing.
  var unsure: Set<UnsureLine> = []
  /// How much of a target may be missing where it is still nearly reached, 0.05 for 5 %.
  var tolerance: Double
  /// Values of the definition's own for titles and texts.
  var parameters: [String: String]

  init(
    language: ReportLanguage,
    subject: ReportSubject,
    catalogue: [Indicator],
    statements: [Statement],
    tolerance: Double = ReportBuilder.usualTolerance,
    parameters: [String: String] = [:]
  ) {
    self.tolerance = tolerance
    self.parameters = parameters
    topics = Dictionary(uniqueKeysWithValues: Topic.allCases.enumerated().map { ($1, $0) })
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
    (topics[line.topic] ?? topics.count, line.indicator.flatMap { order[$0] } ?? order.count)
  }

  /// The numbers of the statements of a fact.
  func sources(_ fact: Fact) -> [Int] { fact.statements.compactMap { numbers[$0.id] }.sorted() }

  /// The numbers of the statements of several facts, in order.
  func sources(_ facts: [Fact]) -> [Int] { Set(facts.flatMap(sources)).sorted() }

  /// What a fact is about: the indicator's name and the group, else the words it was stated in.
  func name(_ fact: Fact) -> String { name(FollowedLine(fact), fact) }

  /// What a line is about: its indicator, else what the text calls it; never its quote.
  func name(_ line: FollowedLine, _ fact: Fact?) -> String {
    guard let id = line.indicator else {
      let topic = phrases.topic(line.topic)
      guard let fact else { return topic }
      var name = fact.label.map { "\(topic): \($0)" } ?? phrases.unnamed(topic, fact.measure?.unit)
      if let group = fact.group, !name.lowercased().contains(group.lowercased()) {
        name += ", \(phrases.group(group))"
      }
      return named(name, fact.about, line.body)
    }
    var name: String
    if let indicator = catalogue[id] {
      name = language == .swedish ? indicator.swedishName : indicator.englishName
    } else {
      name = id
    }
    if let group = fact?.group ?? line.group, line.group != nil,
      !name.lowercased().contains(group.lowercased())
    {
      name += ", \(phrases.group(group))"
    }
    return named(name, fact?.about, line.body)
  }

  private func named(_ name: String, _ about: String?, _ body: String?) -> String {
    ([name] + [about, body].compactMap(\.self)).joined(separator: ", ")
  }

  /// What sets a further figure of a row apart: its own name, its group, else that it is another.
  func detail(_ fact: Fact) -> String {
    if let label = fact.label { return label }
    if let group = fact.group { return phrases.group(group) }
    if fact.isStatedAsPart { return phrases.partOfThem }
    return phrases.otherFigure
  }

  /// The words of a fact's first statement, between quotation marks, as many as a cell can hold.
  func quote(_ fact: Fact) -> String { phrases.quoted(Self.shortened(fact.newest.source.quote)) }

  /// What a fact's newest statement says, to stand in a sentence that has its own full stop.
  func clause(_ fact: Fact) -> String {
    let quote = Self.shortened(fact.newest.source.quote)
    return phrases.quoted(quote.hasSuffix(".") ? String(quote.dropLast()) : quote)
  }

  /// What a fact is: the kind, or which way a change goes.
  func kind(_ fact: Fact) -> String {
    fact.kind == .change ? phrases.change(fact.first.direction) : phrases.kind(fact.kind)
  }

  /// The unit of a fact's figure, for a cell.
  func unitCell(_ fact: Fact) -> ReportCell {
    let word = unitWord(fact.measure?.unit)
    return word.isEmpty ? .empty : ReportCell(.text(word))
  }

  /// The numbers of a fact's sources, for a cell.
  func sourceCell(_ fact: Fact) -> ReportCell { sourceCell(sources(fact)) }

  /// The numbers of sources, for a cell.
  func sourceCell(_ numbers: [Int]) -> ReportCell {
    ReportCell(.text(numbers.map(String.init).joined(separator: ", ")), sources: numbers)
  }

  /// Whether a row is of an indicator for everyone, one of those that are followed up one by one.
  func isFollowed(_ followUp: FollowUp) -> Bool {
    followUp.line.indicator != nil && followUp.line.topic != .maluppfyllelse
  }

  /// The statement of a row whose sentence says why, where one does.
  func explanation(_ followUp: FollowUp) -> Fact? {
    let facts = [followUp.assessment, followUp.outcome, followUp.soFar?.stated, followUp.forecast]
    return (facts.compactMap(\.self) + followUp.trends).first { fact in
      let words = fact.first.source.quote.lowercased()
      return Self.reasons.contains { words.contains($0) }
    }
  }

  private static let reasons = [
    "beror", "förklar", "till följd", "på grund", "eftersom", "trots", "tack vare", "därför att",
  ]

  /// The facts that have the same label and period as another one from the same side.
  func ambiguous(_ facts: [Fact]) -> Set<String> {
    let alike = Dictionary(grouping: facts.filter(\.kind.isFigure)) { fact in
      "\(label(fact))|\(fact.period?.description ?? "")|\(fact.kind)|\(fact.speakers)"
    }
    return Set(alike.values.filter { $0.count > 1 }.joined().map(\.id))
  }

  /// The name inside a sentence, where it may stand after other words.
  func nameInSentence(_ line: FollowedLine, _ fact: Fact?) -> String {
    let name = name(line, fact)
    return line.indicator == nil ? name : lowercased(name)
  }

  /// What the row of a fact is about: with the kind where the figure is no outcome.
  func label(_ fact: Fact) -> String {
    switch fact.kind {
    case .budget where fact.indicator != nil: "\(name(fact)), \(phrases.kind(.budget))"
    case .change where !saysChange(fact):
      "\(name(fact)), \(phrases.changeWord(fact.first.direction))"
    case .outcome, .target, .forecast, .trend, .assessment, .request, .budget, .change: name(fact)
    }
  }

  /// Whether the indicator's name says already that something goes down: "Besparing".
  private func saysChange(_ fact: Fact) -> Bool {
    let name = name(fact).lowercased()
    return fact.first.direction == .down && phrases.decreaseStems.contains { name.contains($0) }
  }

  /// The name with a small letter, unless it begins with an abbreviation.
  func lowercased(_ name: String) -> String {
    let second = name.dropFirst().prefix(1)
    guard second == second.lowercased() else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// Who states a fact: the parties, the committee or the administration, the files of figures.
  func voices(_ fact: Fact) -> String {
    var voices = fact.speakers
    var files: [String] = []
    for statement in fact.statements where statement.isImported && !statement.isSpoken {
      if !files.contains(statement.source.document) { files.append(statement.source.document) }
    }
    voices.insert(contentsOf: files, at: 0)
    if fact.statements.contains(where: { !$0.isSpoken && !$0.isImported }) {
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
      return assessment(fact)?.text ?? ""
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

  /// What stands in place of a figure that there is none of: that it is missing, or to be looked at.
  func missing(_ kind: ObservationKind, _ line: FollowedLine) -> ReportCell {
    ReportCell(.missing(isUnsure(kind, line) ? phrases.toReview : phrases.missing))
  }

  /// Whether a line has statements of a kind among those that are not sure.
  func isUnsure(_ kind: ObservationKind, _ line: FollowedLine) -> Bool {
    unsure.contains(UnsureLine(line, kind))
  }

  /// A cell with a fact's figure; "saknas" where there is no fact.
  func figure(_ fact: Fact?, style: NumberStyle? = nil) -> ReportCell {
    guard let fact else { return ReportCell(.missing(phrases.missing)) }
    let note = correction(fact)
    guard let measure = fact.measure else {
      return ReportCell(.text(words(fact)), sources: sources(fact), note: note)
    }
    guard let value = measure.value else {
      return ReportCell(.text(figures.measure(measure)), sources: sources(fact), note: note)
    }
    var ownStyle = style ?? NumberStyle(measure)
    ownStyle.qualifier = measure.qualifier
    return ReportCell(.number(value, ownStyle), sources: sources(fact), note: note)
  }

  /// That a fact was corrected by hand, and why; `nil` for what stands as it was read.
  func correction(_ fact: Fact) -> String? {
    let notes = fact.corrections.map(\.note)
    return notes.isEmpty ? nil : phrases.corrected(phrases.list(notes))
  }

  /// The word for what is counted; empty where the figure says it by itself.
  func unitWord(_ unit: FigureUnit?) -> String {
    switch unit {
    case .percent, .percentagePoints, .sek, .other, nil: ""
    case .persons, .households, .places, .employments, .years, .months, .days:
      unit.map(phrases.unit) ?? ""
    }
  }

  private static func shortened(_ quote: String) -> String {
    guard quote.count > 110 else { return quote }
    let start = quote.prefix(108)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + " …"
  }
}

/// An indicator and a kind of statement that only unsure readings have.
struct UnsureLine: Hashable, Sendable {
  private var indicator: String?
  private var body: String?
  private var kind: ObservationKind

  init(_ line: FollowedLine, _ kind: ObservationKind) {
    body = line.body
    indicator = line.indicator
    self.kind = kind
  }
}
