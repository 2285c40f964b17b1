public import NyckeltalModel

/// What somebody has vouched for, in the shape of gold annotations: for `nyckeltal evaluate`, and
/// for training.
///
/// A verified observation is a record in which every field is judged. What nobody has checked in the
/// same documents is an optional record, which costs nothing either way; what was rejected is none,
/// so that finding it costs.
public enum GoldFile {
  /// Appends an observation as a line; one that was rejected gives none.
  package static func write(_ observation: Observation, to json: inout JSONText) {
    if observation.correction?.isRejected == true { return }
    let source = observation.source
    json.beginObject()
    json.string(source.document, "document")
    json.string(source.quote, "quote")
    json.beginArray("range")
    json.number(source.range.lowerBound)
    json.number(source.range.upperBound)
    json.endArray()
    json.name(observation.kind.name, "kind")
    json.string(observation.topic.rawValue, "topic")
    if observation.kind.isFigure {
      json.number(observation.value, "value")
      json.number(observation.lower, "lower")
      json.number(observation.upper, "upper")
    }
    if observation.isVerified {
      json.string(observation.indicator, "indicator")
      json.name(observation.unit?.name, "unit")
      json.name(observation.qualifier.name, "qualifier")
      json.period(observation.period, "period")
      json.name(observation.direction?.name, "direction")
      json.string(observation.assessment?.rawValue, "assessment")
      json.string(observation.group, "group")
      json.string(source.item, "item")
      json.string(source.section?.rawValue, "section")
      json.beginArray("parties")
      for party in Set(source.speakers.compactMap(\.party)).sorted() { json.string(party) }
      json.endArray()
    } else {
      json.boolean(true, "optional")
    }
    json.endObject()
    json.newline()
  }

  /// The observations of documents in which something was verified or rejected, as lines of gold.
  public static func lines(_ documents: [[Observation]]) -> [UInt8] {
    var json = JSONText()
    for observations in documents {
      let isReviewed = observations.contains {
        $0.isVerified || $0.correction?.isRejected == true
      }
      if isReviewed { for observation in observations { write(observation, to: &json) } }
    }
    return json.bytes
  }
}
