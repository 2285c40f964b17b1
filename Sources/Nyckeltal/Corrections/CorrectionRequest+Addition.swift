import NyckeltalModel
import NyckeltalStore
import NyckeltalText

extension CorrectionRequest {
  /// The observation that was missed, as a draft: what the request changes is part of it.
  func addition(
    _ draft: CorrectionDraft,
    _ place: String?
  ) throws(CorrectionError) -> CorrectionDraft {
    guard let source, let content, let kind = draft.kind else {
      throw CorrectionError(
        place: place,
        problem: "what is added needs source, content and kind",
        remedy: "save the file on the review page anew"
      )
    }
    let changes = draft.further
    var observation = Observation(
      id: "",
      kind: kind,
      indicator: draft.indicator,
      topic: draft.topic ?? .ovrigt,
      period: draft.period,
      comparedWith: changes.comparedWith,
      direction: changes.direction,
      assessment: changes.assessment,
      group: changes.group,
      label: changes.label,
      about: changes.about,
      rules: ["added.by-hand"],
      source: source
    )
    if kind.isFigure {
      observation.value = value
      observation.lower = changes.lower
      observation.upper = changes.upper
      observation.unit = changes.unit ?? draft.unit ?? .other
      observation.qualifier = changes.qualifier ?? .exact
      if observation.measure == nil {
        throw CorrectionError(
          place: place,
          problem: "\(kind.rawValue) needs a value",
          remedy: "give the value too, in the base unit"
        )
      }
    }
    // of the same that the ids of what is read are made of
    let parts: [String] = [
      content, "\(source.range.lowerBound)", "\(source.range.upperBound)", kind.rawValue,
      draft.indicator ?? "", value.map(JSONText.digits) ?? "", "added",
    ]
    observation.id = StableHash.hexadecimal(StableHash.of(parts.joined(separator: " ").utf8))
    var result = CorrectionDraft(observation: observation.id, note: note, place: place)
    result.isVerified = true
    result.added = Addition(observation, content: content)
    return result
  }
}
