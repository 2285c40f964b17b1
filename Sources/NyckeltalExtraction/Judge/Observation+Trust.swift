import NyckeltalModel

extension Observation {
  /// What tells whether a statement is right, whatever it was read from.
  func addTrust(to list: inout FeatureList) {
    let kind = FeatureValue(kind.rawValue, named: list.isNamed)
    list.add(.bias)
    list.add(.trustKind, kind)
    list.add(.trustTopic, topic.rawValue, kind)
    list.add(.trustIndicator, indicator ?? "none", kind)
    list.add(.unit, unit?.rawValue ?? "none", kind)
    list.add(.section, source.section?.rawValue ?? "none")
    list.add(.speaker, source.speakers.isEmpty ? "none" : "some")
    list.add(.trustPeriod, period == nil ? "none" : "some", kind)
    list.add(.trustDate, source.date == nil ? "none" : "some")
    for rule in rules { list.add(.trustRule, rule) }
  }
}

extension FeatureTemplate {
  static let trustKind = FeatureTemplate("trustKind")
  static let trustTopic = FeatureTemplate("trustTopic")
  static let trustIndicator = FeatureTemplate("trustIndicator")
  static let trustPeriod = FeatureTemplate("trustPeriod")
  static let trustDate = FeatureTemplate("trustDate")
  static let trustRule = FeatureTemplate("trustRule")
}
