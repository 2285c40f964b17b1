import NyckeltalModel

/// What is asked of an indicator for every figure, without its texts.
struct EntryFacts: Sendable {
  let unit: FigureUnit?
  let topic: Topic
  let isGeneral: Bool
  /// Its id, as a value of features.
  private let id: FeatureValue

  init(_ entry: Catalogue.Entry) {
    unit = entry.indicator.unit
    topic = entry.indicator.topic
    isGeneral = entry.isGeneral
    id = FeatureValue(entry.indicator.id, named: true)
  }

  func id(named: Bool) -> FeatureValue { named ? id : FeatureValue(key: id.key, name: "") }
}
