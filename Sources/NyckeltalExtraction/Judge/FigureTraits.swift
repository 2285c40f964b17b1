import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What a figure is like beside its words: how large it is, and what the rules make of it. Each is
/// weighed for each indicator: households come by the hundred, their money by the million.
extension DocumentReading {
  func traits(
    _ view: FigureView,
    _ proposal: FigureProposal,
    named: Bool
  ) -> [(template: FeatureTemplate, value: FeatureValue)] {
    let unit = view.figure.unit?.rawValue ?? "none"
    let size = view.figure.value.map { String(Self.magnitude($0)) } ?? "range"
    let traits: [(FeatureTemplate, String)] = [
      (.traitSize, "\(size) \(unit)"),
      (.traitTopic, proposal.draft.topic.rawValue),
      (.traitIndicator, proposal.draft.indicator ?? "none"),
      (.traitKind, proposal.kind.kind.rawValue),
      (.traitSection, context.section?.rawValue ?? "none"),
    ]
    return traits.map { ($0, FeatureValue($1, named: named)) }
  }
}

extension FeatureList {
  /// Adds traits of a figure, each with one reading of it.
  mutating func add(
    _ traits: [(template: FeatureTemplate, value: FeatureValue)],
    _ reading: FeatureValue
  ) {
    for (template, value) in traits { add(template, value, reading) }
  }
}

extension FeatureTemplate {
  static let traitSize = FeatureTemplate("traitSize")
  static let traitTopic = FeatureTemplate("traitTopic")
  static let traitIndicator = FeatureTemplate("traitIndicator")
  static let traitKind = FeatureTemplate("traitKind")
  static let traitSection = FeatureTemplate("traitSection")
}
