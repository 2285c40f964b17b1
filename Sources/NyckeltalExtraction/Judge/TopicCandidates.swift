import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// A topic that a figure may belong to, with what speaks for it.
struct TopicCandidate {
  var topic: Topic
  var features: FeatureList
}

extension DocumentReading {
  /// The topics that words around a figure name, for a figure of no indicator.
  func topicCandidates(_ view: FigureView, chosen: Topic, named: Bool) -> [TopicCandidate] {
    var candidates: [TopicCandidate] = []
    let unit = view.figure.unit?.rawValue ?? "none"
    for topic in Topic.allCases {
      let index = topic.index
      let weight = evidence.topics[index]
      let isMoney = topic == .budget && view.figure.unit == .sek
      guard weight > 0 || topic == chosen || topic == .ovrigt || isMoney else { continue }
      var list = FeatureList(named: named)
      let id = FeatureValue(topic.rawValue, named: named)
      list.add(.topic, id)
      list.add(.topicUnit, unit, id)
      if topic == chosen { list.add(.topicChosen, topic.isField ? "field" : "other") }
      list.add(.topicOwn, Self.step(evidence.ownTopics[index]))
      list.add(.topicOwnOf, Self.step(evidence.ownTopics[index]), id)
      list.add(.topicAround, Self.step(evidence.outerTopics[index]))
      list.add(.topicWeight, Self.step(weight), id)
      if evidence.isStrong[index] { list.add(.topicStrong, id) }
      if context.lastTopic == topic { list.add(.topicLast, id) }
      if context.commonTopic == topic { list.add(.topicCommon, id) }
      if context.titleTopics.contains(topic) { list.add(.topicTitle, id) }
      if weight >= (evidence.topics.max() ?? 0) { list.add(.topicBest, id) }
      if let noun = view.noun { list.add(.topicNoun, noun, id) }
      let first = max(0, view.tokens.lowerBound - 12)
      for token in first..<min(view.stems.count, view.tokens.upperBound + 10)
      where view.sentence.tokens[token].kind == .word {
        list.add(.topicWord, view.stems[token], id)
      }
      candidates.append(TopicCandidate(topic: topic, features: list))
    }
    return candidates
  }

  private static func step(_ weight: Double) -> String { String(Int((weight * 2).rounded(.up))) }
}

extension FeatureTemplate {
  static let topic = FeatureTemplate("topic")
  static let topicUnit = FeatureTemplate("topicUnit")
  static let topicChosen = FeatureTemplate("topicChosen")
  static let topicOwn = FeatureTemplate("topicOwn")
  static let topicOwnOf = FeatureTemplate("topicOwnOf")
  static let topicAround = FeatureTemplate("topicAround")
  static let topicWeight = FeatureTemplate("topicWeight")
  static let topicStrong = FeatureTemplate("topicStrong")
  static let topicLast = FeatureTemplate("topicLast")
  static let topicCommon = FeatureTemplate("topicCommon")
  static let topicTitle = FeatureTemplate("topicTitle")
  static let topicBest = FeatureTemplate("topicBest")
  static let topicNoun = FeatureTemplate("topicNoun")
  static let topicWord = FeatureTemplate("topicWord")
}
