import NyckeltalModel

/// Makes the tables of questions, of sources and of data.
struct StatementTables {
  var context: ReportContext

  private var phrases: Phrases { context.phrases }

  /// Rows of questions, the unanswered first.
  func requests(_ requests: [RequestAnswer], columns: [ReportColumn]) -> [ReportTable.Row] {
    let order: [RequestAnswer.State] = [
      .unanswered, .toReview, .withoutFigure, .partly, .answered,
    ]
    return order.flatMap { state in requests.filter { $0.state == state } }.map { request in
      ReportTable.Row(cells: columns.map { cell($0, request) })
    }
  }

  private func cell(_ column: ReportColumn, _ request: RequestAnswer) -> ReportCell {
    let fact = request.request
    let numbers = context.sources(fact)
    switch column {
    case .question: return ReportCell(.text(fact.first.source.quote), sources: numbers)
    case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
    case .period:
      return fact.period.map { ReportCell(.text(context.periods.short($0))) } ?? .empty
    case .asked:
      let speakers = fact.speakers
      return ReportCell(.text(speakers.isEmpty ? phrases.unknownSender : phrases.list(speakers)))
    case .date:
      let date = fact.statements.compactMap(\.source.date).min()
      return date.map { ReportCell(.text($0)) } ?? .empty
    case .status:
      switch request.state {
      case .answered: return ReportCell(.status(ReportStatus(phrases.answered, .good)))
      case .partly: return ReportCell(.status(ReportStatus(phrases.partlyAnswered, .attention)))
      case .toReview:
        let words = context.language.reviewPhrases.answerToReview
        return ReportCell(.status(ReportStatus(words, .attention)))
      case .withoutFigure:
        return ReportCell(.status(ReportStatus(phrases.answeredWithoutFigure, .attention)))
      case .unanswered: return ReportCell(.status(ReportStatus(phrases.unanswered, .bad)))
      }
    case .answer:
      guard !request.answers.isEmpty else { return .empty }
      let answers = request.answers.prefix(3).map { answer in
        let figure = "\(context.name(answer)): \(context.words(answer))"
        return answer.period.map { "\(figure) (\(context.periods.short($0)))" } ?? figure
      }
      return ReportCell(
        .text(answers.joined(separator: "; ") + (request.answers.count > 3 ? " …" : "")),
        sources: context.sources(request.answers)
      )
    case .source:
      return ReportCell(
        .text(numbers.map(String.init).joined(separator: ", ")),
        sources: numbers
      )
    default: return .empty
    }
  }

  /// Rows of statements: the same for sources and data, with the columns that each asks for.
  func rows(_ statements: [Statement], columns: [ReportColumn], areHomes: Bool) -> [ReportTable.Row]
  {
    statements.map { statement in
      ReportTable.Row(
        cells: columns.map { cell($0, statement, areHomes: areHomes) },
        isSpoken: areHomes && statement.observation.isSpoken,
        anchor: areHomes ? statement.number : nil
      )
    }
  }

  private func cell(_ column: ReportColumn, _ statement: Statement, areHomes: Bool) -> ReportCell {
    let observation = statement.observation
    let source = observation.source
    switch column {
    case .number:
      let link: ReportCell.Link =
        areHomes ? .use(statement.number) : .source(statement.number)
      return ReportCell(.number(Double(statement.number), NumberStyle()), link: link)
    case .usedIn: return ReportCell(.text(""), link: .use(statement.number))
    case .document: return text(source.document)
    case .date: return text(source.date)
    case .item: return text(source.item)
    case .title: return text(source.itemTitle)
    case .reference: return text(source.reference)
    case .section: return text(source.section.map(phrases.section))
    case .speakers:
      return text(
        source.speakers.map { speaker in
          speaker.party.map { "\(speaker.name) (\($0))" } ?? speaker.name
        }
        .joined(separator: ", ")
      )
    case .quote: return text(phrases.quoted(source.quote))
    case .line: return ReportCell(.number(Double(source.line), NumberStyle()))
    case .kind: return text(phrases.kind(observation.kind))
    case .indicator: return text(observation.indicator)
    case .topic: return text(phrases.topic(observation.topic))
    case .value: return number(observation.value)
    case .lower: return number(observation.lower)
    case .upper: return number(observation.upper)
    case .qualifier:
      return text(observation.measure == nil ? nil : phrases.qualifier(observation.qualifier))
    case .unit: return text(observation.unit.map(phrases.unit))
    case .period: return text(observation.period?.description)
    case .comparedWith: return text(observation.comparedWith?.description)
    case .direction: return text(observation.direction.map(phrases.direction))
    case .assessment: return text(observation.assessment.map(phrases.assessment))
    case .group: return text(observation.group)
    case .confidence:
      return ReportCell(.number(observation.confidence, NumberStyle(decimals: 2)))
    case .label: return text(observation.label)
    case .body: return text(observation.body)
    case .about: return text(observation.about)
    case .repeats: return text(observation.repeats)
    case .correction: return text(observation.correction.map { correction($0, observation) })
    case .id: return text(observation.id)
    default: return .empty
    }
  }

  /// When and why an observation was corrected or struck out, and what was read before.
  private func correction(_ correction: Correction, _ observation: Observation) -> String {
    if correction.isRejected { return phrases.rejectedOn(correction.date, correction.note) }
    let old = correction.original
    let read = Measure(
      value: old.value,
      lower: old.lower,
      upper: old.upper,
      qualifier: observation.qualifier,
      unit: old.unit
    )
    let figure = context.figures.measure(read)
    let isChanged = read != observation.measure && !figure.isEmpty
    return phrases.correctedOn(correction.date, correction.note, isChanged ? figure : nil)
  }

  private func text(_ words: String?) -> ReportCell {
    guard let words, !words.isEmpty else { return .empty }
    return ReportCell(.text(words))
  }

  private func number(_ value: Double?) -> ReportCell {
    guard let value else { return .empty }
    var style = NumberStyle(unit: nil, values: [value])
    style.qualifier = .exact
    return ReportCell(.number(value, style))
  }
}
