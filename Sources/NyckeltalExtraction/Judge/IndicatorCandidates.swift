import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// An indicator that a figure may be of, with what speaks for it; no entry for "none".
struct IndicatorCandidate {
  var entry: Int?
  var features: FeatureList
}

/// How an indicator's words fit a figure.
private struct CueFit {
  var entry: Int
  var score: Double
  var isOwn = false
  var isStrong = false
  var isCued = true
}

extension DocumentReading {
  /// The most candidates that are weighed, "none" apart.
  private static let mostCandidates = 10

  /// The indicators that the words around a figure name, or that it may take from a figure before
  /// it, and "none".
  func indicatorCandidates(
    _ view: FigureView,
    _ proposal: FigureProposal,
    named: Bool
  ) -> [IndicatorCandidate] {
    let chosen = proposal.match
    var fits = cueFits(unit: view.figure.unit, isChange: proposal.change != nil)
    func include(_ entry: Int) {
      if !fits.contains(where: { $0.entry == entry }) {
        fits.append(CueFit(entry: entry, score: 0, isCued: false))
      }
    }
    if let chosen { include(chosen.entry) }
    if let last = context.lastFigure?.indicator.flatMap({ table.entryOf[$0] }) { include(last) }
    if let last = itemIndicator.flatMap({ table.entryOf[$0] }) { include(last) }
    for entry in fieldEntries(unit: view.figure.unit) { include(entry) }
    let best = fits.first
    let second = fits.count > 1 ? fits[1].score : 0
    for entry in table.facts.indices where table.facts[entry].topic == proposal.draft.topic {
      include(entry)
    }
    let traits = traits(view, proposal, named: named)
    let places = cuePlaces(view)
    var candidates: [IndicatorCandidate] = []
    for (rank, fit) in fits.enumerated() {
      var list = FeatureList(named: named)
      describe(fit, rank: rank, lead: fit.score - (rank == 0 ? second : best?.score ?? 0), &list)
      list.add(.isChosen, chosen?.entry == fit.entry ? "yes" : chosen == nil ? "nothing" : "no")
      describePlace(places[fit.entry], view, fit, &list)
      describe(fit.entry, view, &list)
      list.add(traits, table.facts[fit.entry].id(named: named))
      candidates.append(IndicatorCandidate(entry: fit.entry, features: list))
    }
    var list = none(view, best: best?.score, own: best?.isOwn, chosen, named: named)
    list.add(traits, FeatureValue("none", named: named))
    candidates.append(IndicatorCandidate(entry: nil, features: list))
    return candidates
  }

  private func cueFits(unit: FigureUnit?, isChange: Bool) -> [CueFit] {
    var fits: [CueFit] = []
    func consider(_ index: Int) {
      let line = table.lines[index]
      guard let (score, isOwn, isStrong) = table.score(line, index, evidence),
        let bonus = table.unitBonus(line, unit, isChange: isChange)
      else { return }
      let fit = CueFit(entry: line.entry, score: score + bonus, isOwn: isOwn, isStrong: isStrong)
      if let known = fits.firstIndex(where: { $0.entry == line.entry }) {
        if fits[known].score < fit.score { fits[known] = fit }
      } else {
        fits.append(fit)
      }
    }
    for line in evidence.lines { consider(line) }
    for line in table.topicLines where evidence.topics[table.lines[line].topic] > 0 {
      consider(line)
    }
    fits.sort { ($1.score, $0.entry) < ($0.score, $1.entry) }
    return Array(fits.prefix(Self.mostCandidates))
  }

  /// For each entry that a word of the sentence names, the nearest such word.
  private func cuePlaces(_ view: FigureView) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for hit in view.sentence.hits {
      let range = Int(table.weightStarts[hit.phrase])..<Int(table.weightStarts[hit.phrase + 1])
      for index in range where table.weights[index].line >= 0 && !table.weights[index].flag {
        let entry = table.lines[Int(table.weights[index].line)].entry
        let distance = abs(hit.token - view.tokens.lowerBound)
        if let known = places[entry], abs(known - view.tokens.lowerBound) <= distance { continue }
        places[entry] = hit.token
      }
    }
    return places
  }

  private func describe(_ fit: CueFit, rank: Int, lead: Double, _ list: inout FeatureList) {
    list.add(.candidate)
    let way = !fit.isCued ? "inherited" : fit.isOwn ? fit.isStrong ? "strong" : "own" : "context"
    list.add(.way, way)
    list.add(.score, String(Int((fit.score * 2).rounded(.down))))
    list.add(.lead, String(max(-4, min(4, Int((lead * 2).rounded(.down))))), way)
    list.add(.rank, String(min(rank, 4)), way)
    let facts = table.facts[fit.entry]
    let topic = facts.topic
    if facts.isGeneral { list.add(.general, way) }
    if isOf(context.lastFigure?.indicator, fit.entry) { list.add(.isLast, way) }
    if isOf(itemIndicator, fit.entry) { list.add(.isItemLast, way) }
    list.add(.entryTopic, Self.topicStep(evidence.topics[topic.index]), way)
    list.add(.entryOwnTopic, Self.topicStep(evidence.ownTopics[topic.index]), way)
    if let common = context.commonTopic, common == topic { list.add(.isCommon) }
    if context.titleTopics.contains(topic) { list.add(.isTitle, way) }
    let id = facts.id(named: list.isNamed)
    list.add(.entry, id)
    list.add(.entryWay, id, FeatureValue(way, named: list.isNamed))
  }

  static func topicStep(_ weight: Double) -> String { String(Int((weight * 2).rounded(.up))) }

  private func isOf(_ id: String?, _ entry: Int) -> Bool {
    id.map { table.entryOf[$0] == entry } ?? false
  }

  /// The indicators in a figure's unit of the fields that the text around it speaks of; households
  /// are counted in one field alone.
  private func fieldEntries(unit: FigureUnit?) -> [Int] {
    guard let unit else { return [] }
    return table.facts.indices.filter { index in
      let facts = table.facts[index]
      guard facts.unit == unit, facts.topic.isJudged else { return false }
      return evidence.topics[facts.topic.index] > 0 || unit == .households
        || context.titleTopics.contains(facts.topic) || context.commonTopic == facts.topic
    }
  }

  private func describePlace(
    _ token: Int?,
    _ view: FigureView,
    _ fit: CueFit,
    _ list: inout FeatureList
  ) {
    guard let token else { return list.add(.cueSide, "none") }
    let side = view.side(of: token).rawValue
    list.add(.cueSide, side)
    list.add(.cueUnit, side, view.figure.unit?.rawValue ?? "none")
    list.add(.cuePlace, side, view.distance(of: token))
    if token < 4 { list.add(.cueOpens, side) }
  }

  /// The figure's own words with the indicator.
  private func describe(_ entry: Int, _ view: FigureView, _ list: inout FeatureList) {
    let id = table.facts[entry].id(named: list.isNamed)
    let unit = view.figure.unit?.rawValue ?? "none"
    let own = table.facts[entry].unit?.rawValue ?? "none"
    list.add(.unitPair, unit, own)
    list.add(.entryUnit, unit, id)
    list.add(.entryForm, view.figure.form.rawValue, FeatureValue(own, named: list.isNamed))
    if view.figure.isPartOf { list.add(.entryPart, own) }
    if view.figure.isComparative { list.add(.entryComparative, own) }
    list.add(.entryKind, sentenceKind?.kind.rawValue ?? "none", id)
    if let noun = view.noun { list.add(.entryNoun, noun, id) }
    func stem(_ token: Int) -> FeatureValue {
      token >= 0 && token < view.stems.count ? view.stems[token] : .edge
    }
    let pair = FeatureValue("\(unit) \(own)", named: list.isNamed)
    list.add(.pairBefore, stem(view.tokens.lowerBound - 1), pair)
    list.add(.pairAfter, stem(view.tokens.upperBound), pair)
    list.add(.pairAfter2, stem(view.tokens.upperBound + 1), pair)
    list.add(.entryBefore, stem(view.tokens.lowerBound - 1), id)
    list.add(.entryAfter, stem(view.tokens.upperBound), id)
    list.add(.entryOpening, stem(0), id)
    let first = max(0, view.tokens.lowerBound - 12)
    for token in first..<min(view.stems.count, view.tokens.upperBound + 10) {
      guard view.sentence.tokens[token].kind == .word else { continue }
      switch view.side(of: token) {
      case .before, .after: list.add(.entryWord, view.stems[token], id)
      case .beyond, .earlier, .later, .within: break
      }
    }
  }

  private func none(
    _ view: FigureView,
    best: Double?,
    own: Bool?,
    _ chosen: IndicatorMatch?,
    named: Bool
  ) -> FeatureList {
    var list = FeatureList(named: named)
    list.add(.none)
    let way = own.map { $0 ? "own" : "context" } ?? "nothing"
    list.add(.noneBest, best.map { String(Int(($0 * 2).rounded(.down))) } ?? "nothing", way)
    list.add(.noneChosen, chosen == nil ? "yes" : "no", way)
    let unit = view.figure.unit?.rawValue ?? "none"
    list.add(.noneUnit, unit)
    list.add(.noneForm, view.figure.form.rawValue, unit)
    if view.figure.isPartOf { list.add(.nonePart, unit) }
    if view.figure.isComparative { list.add(.noneComparative) }
    list.add(.noneSection, context.section?.rawValue ?? "none")
    list.add(.noneOrder, view.order)
    if let noun = view.noun { list.add(.noneNoun, noun) }
    func stem(_ token: Int) -> FeatureValue {
      token >= 0 && token < view.stems.count ? view.stems[token] : .edge
    }
    list.add(.noneBefore, stem(view.tokens.lowerBound - 1))
    list.add(.noneAfter, stem(view.tokens.upperBound))
    list.add(.noneAfterTwo, stem(view.tokens.upperBound), stem(view.tokens.upperBound + 1))
    let first = max(0, view.tokens.lowerBound - 12)
    for token in first..<min(view.stems.count, view.tokens.upperBound + 10) {
      guard view.sentence.tokens[token].kind == .word else { continue }
      switch view.side(of: token) {
      case .before, .after: list.add(.noneWord, view.stems[token])
      case .beyond, .earlier, .later, .within: break
      }
    }
    for hit in view.sentence.hits where table.signs[hit.phrase].isGroup {
      list.add(.noneGroup, view.side(of: hit.token).rawValue)
    }
    return list
  }
}

extension FeatureTemplate {
  static let isItemLast = FeatureTemplate("isItemLast")
  static let entryTopic = FeatureTemplate("entryTopic")
  static let entryOwnTopic = FeatureTemplate("entryOwnTopic")
  static let cueUnit = FeatureTemplate("cueUnit")
  static let pairBefore = FeatureTemplate("pairBefore")
  static let pairAfter = FeatureTemplate("pairAfter")
  static let pairAfter2 = FeatureTemplate("pairAfter2")
  static let entryBefore = FeatureTemplate("entryBefore")
  static let entryAfter = FeatureTemplate("entryAfter")
  static let entryOpening = FeatureTemplate("entryOpening")
  static let candidate = FeatureTemplate("candidate")
  static let way = FeatureTemplate("way")
  static let score = FeatureTemplate("score")
  static let lead = FeatureTemplate("lead")
  static let rank = FeatureTemplate("rank")
  static let general = FeatureTemplate("general")
  static let isLast = FeatureTemplate("isLast")
  static let isCommon = FeatureTemplate("isCommon")
  static let isTitle = FeatureTemplate("isTitle")
  static let isChosen = FeatureTemplate("isChosen")
  static let entry = FeatureTemplate("entry")
  static let entryWay = FeatureTemplate("entryWay")
  static let cueSide = FeatureTemplate("cueSide")
  static let cuePlace = FeatureTemplate("cuePlace")
  static let cueOpens = FeatureTemplate("cueOpens")
  static let unitPair = FeatureTemplate("unitPair")
  static let entryUnit = FeatureTemplate("entryUnit")
  static let entryForm = FeatureTemplate("entryForm")
  static let entryPart = FeatureTemplate("entryPart")
  static let entryComparative = FeatureTemplate("entryComparative")
  static let entryKind = FeatureTemplate("entryKind")
  static let entryNoun = FeatureTemplate("entryNoun")
  static let entryWord = FeatureTemplate("entryWord")
  static let none = FeatureTemplate("none")
  static let noneBest = FeatureTemplate("noneBest")
  static let noneChosen = FeatureTemplate("noneChosen")
  static let noneUnit = FeatureTemplate("noneUnit")
  static let noneForm = FeatureTemplate("noneForm")
  static let nonePart = FeatureTemplate("nonePart")
  static let noneComparative = FeatureTemplate("noneComparative")
  static let noneSection = FeatureTemplate("noneSection")
  static let noneOrder = FeatureTemplate("noneOrder")
  static let noneNoun = FeatureTemplate("noneNoun")
  static let noneBefore = FeatureTemplate("noneBefore")
  static let noneAfter = FeatureTemplate("noneAfter")
  static let noneAfterTwo = FeatureTemplate("noneAfter12")
  static let noneWord = FeatureTemplate("noneWord")
  static let noneGroup = FeatureTemplate("noneGroup")
}

extension Topic {
  /// Whether figures near its words may be of its indicators: not those near words for money or
  /// goals, which stand everywhere.
  fileprivate var isJudged: Bool { self != .budget && self != .maluppfyllelse && self != .ovrigt }
}
