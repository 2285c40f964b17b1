import NyckeltalModel

/// The values that a report's texts are made of: `ReportTemplates/README.md` names them.
struct SummaryValues {
  var context: ReportContext
  var material: ReportMaterial
  var analysis: ReportAnalysis

  var phrases: Phrases { context.phrases }

  typealias Values = [String: Any]

  /// More of a kind than these are left to the tables.
  static let mostLines = 5

  /// All values.
  func values(documents: Int) -> Values {
    var values: Values = context.subjectValues
    values["remark"] = TemplateMark.remark
    values["documents"] = documents
    values["statements"] = material.statements.count
    values["facts"] = material.facts.count
    values["nothing"] =
      material.facts.isEmpty && material.requests.isEmpty && material.unsure.isEmpty
    switch context.subject {
    case .tertial, .year:
      values.merge(followUpValues) { $1 }
    case .compare(let yearA, let yearB):
      values.merge(comparisonValues(yearA, yearB)) { $1 }
    case .sideBySide(let sides):
      values["figures"] = sideValues(sides)
    case .topic, .series:
      values["figures"] = topicValues
    }
    values["conflicts"] = conflictValues
    values["corrections"] = correctionValues
    values["rejections"] = rejectionValues
    values["review"] = reviewValues
    values["requests"] = requestValues
    values.merge(missingValues) { $1 }
    return values
  }

  /// A list of names with their number, or nothing where there are none.
  func names(_ names: [String], sources: [Int]) -> Values? {
    guard !names.isEmpty else { return nil }
    var values = count(names.count)
    values["names"] = clean(phrases.list(few(names)))
    values["sources"] = TemplateMark.sources(sources)
    return values
  }

  func count(_ number: Int) -> Values {
    ["count": number, "word": phrases.number(number), "one": number == 1]
  }

  func clean(_ text: String) -> String { TemplateMark.clean(text) }

  /// As many names as a sentence can hold.
  private func few(_ names: [String]) -> [String] {
    guard names.count > Self.mostLines + 1 else { return names }
    return Array(names.prefix(Self.mostLines)) + [phrases.more(names.count - Self.mostLines)]
  }

  // MARK: What every report has

  private var conflictValues: [Values] {
    analysis.conflicts.prefix(Self.mostLines).map { conflict in
      let versions = conflict.map { fact in
        let figure = fact.measure.map { context.sentence($0, hasUnit: $0.unit == .sek) }
        return "\(figure ?? context.words(fact)) \(phrases.by(context.voices(fact)))"
      }
      let first = conflict[0]
      var name = context.label(first)
      switch first.kind {
      case .target, .forecast, .assessment: name += " (\(phrases.kind(first.kind)))"
      case .outcome, .budget, .change, .trend, .request: break
      }
      if let period = first.period, period != context.subject.period {
        name += ", \(context.periods.words(period))"
      }
      return [
        "name": clean(name), "versions": clean(phrases.list(versions)),
        "sources": TemplateMark.sources(context.sources(conflict)),
      ]
    }
  }

  private var reviewValues: Values? {
    let unsure = material.unsure
    guard !unsure.isEmpty else { return nil }
    var values = count(unsure.count)
    let probable = ReviewTable.probableCount(unsure)
    values["probable"] =
      probable > 0 && unsure.count > 1
      ? context.language.reviewPhrases.ofThem(probable, unsure.count) : nil
    return values
  }

  private var correctionValues: Values? {
    let corrected = material.facts.filter { !$0.corrections.isEmpty }
    let names = corrected.map { context.nameInSentence(FollowedLine($0), $0) }
    return self.names(names, sources: context.sources(corrected))
  }

  private var rejectionValues: Values? {
    let names = material.rejected.map { observation in
      let fact = Fact(observation)
      let figure = context.words(fact)
      let name = context.nameInSentence(FollowedLine(fact), fact)
      let note = observation.correction?.note ?? ""
      return figure.isEmpty ? "\(name): \(note)" : "\(name), \(figure): \(note)"
    }
    guard !names.isEmpty else { return nil }
    var values = count(names.count)
    values["names"] = clean(few(names).joined(separator: "; "))
    values["sources"] = TemplateMark.sources(context.sources(material.rejected.map { Fact($0) }))
    return values
  }

  private var requestValues: Values? {
    let requests = material.requests
    guard !requests.isEmpty else { return nil }
    let order: [RequestAnswer.State] = [
      .answered, .partly, .withoutFigure, .unanswered, .toReview,
    ]
    let counts = order.map { state in requests.count { $0.state == state } }
    var states: [Values] = []
    for (index, number) in counts.enumerated() where number > 0 {
      let isAll = number == requests.count
      states.append(
        count(number).merging(
          [
            "answered": index == 0, "partly": index == 1, "withoutFigure": index == 2,
            "open": index == 3, "toReview": index == 4,
            "more": counts.dropFirst(index + 1).contains { $0 > 0 },
            "all": isAll, "allWord": isAll ? phrases.allOf(number) : "",
          ]
        ) { $1 }
      )
    }
    var values = count(requests.count)
    values["states"] = states
    values["open"] = counts[0] < requests.count
    values["sources"] = TemplateMark.sources(context.sources(requests.map(\.request)))
    return values
  }

  private var missingValues: Values {
    var values: Values = [:]
    switch context.subject {
    case .tertial, .year:
      let open = analysis.followUps.filter { followUp in
        followUp.target != nil && followUp.latest == nil && followUp.isClear
          && followUp.achievement.share == nil && !context.isUnsure(.outcome, followUp.line)
      }
      let targets = open.map { followUp in
        let goal = followUp.target?.measure.map { context.figures.measure($0) } ?? ""
        return "\(context.nameInSentence(followUp.line, followUp.target)) (\(goal))"
      }
      values["withoutOutcome"] = names(targets, sources: context.sources(open.flatMap(\.targets)))
      let judged = analysis.followUps.filter { followUp in
        followUp.target == nil && followUp.assessment != nil && followUp.latest == nil
          && context.indicator(followUp.line.indicator)?.unit != nil
          && !context.isUnsure(.outcome, followUp.line)
          && !context.isUnsure(.target, followUp.line)
      }
      values["withoutTarget"] = names(
        judged.map { context.nameInSentence($0.line, $0.assessment) },
        sources: context.sources(judged.compactMap(\.assessment))
      )
    case .compare, .sideBySide, .topic, .series:
      break
    }
    switch context.subject {
    case .year, .compare, .sideBySide:
      values["undated"] = names(
        material.undated.map {
          "\(context.nameInSentence(FollowedLine($0), $0)) (\(context.words($0)))"
        },
        sources: []
      )
    case .tertial, .topic, .series:
      break
    }
    return values
  }
}
