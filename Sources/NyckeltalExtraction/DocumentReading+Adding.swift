import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Adds a statement read from a range of the cleaned text, and where it is to be remembered keeps
  /// what later statements go on about.
  mutating func add(_ draft: ObservationDraft, _ clean: Range<Int>, isRemembered: Bool = true) {
    if draft.topic == .ovrigt, !includesOther { return }
    var draft = draft
    if recording != nil, draft.trust.names.isEmpty { draft.trust = FeatureList(named: true) }
    let (observation, trust) = stated(draft, clean)
    recording?.others.append((observation, trust))
    // made where it is kept: a copy would count the users of all its strings
    statements.append(
      observation,
      explains ? explanation(draft.indicator, draft.topic, clean) : nil
    )
    if isRemembered { remember(draft) }
  }

  /// A statement with its source, and the features that tell whether it is right.
  mutating func stated(
    _ draft: ObservationDraft,
    _ clean: Range<Int>
  ) -> (Observation, FeatureList) {
    let inSource = minutes.text.sourceRange(of: clean, near: &lastOffset)
    lastLine = minutes.source.line(at: inSource.lowerBound, near: lastLine)
    let range = minutes.source.fileRange(of: inSource)
    let source = Source(
      document: minutes.source.name,
      item: context.item.number,
      itemTitle: context.item.title,
      reference: context.item.reference,
      section: context.section,
      speakers: draft.speakers ?? context.speakers,
      date: context.dateText,
      quote: minutes.text.folded(clean),
      range: range,
      line: lastLine,
      page: minutes.source.layout?.page(at: inSource.lowerBound),
      boxes: minutes.source.layout?.boxes(of: inSource)
    )
    let id = identifier(draft, range)
    let first = statements.first(of: Fact(draft, quote: source.quote), id: id)
    var observation = draft.observation(source, id: id, repeats: first, body: minutes.body)
    var trust = draft.trust
    trust.add(.genre, minutes.genre.rawValue)
    observation.addTrust(to: &trust)
    if let judge { observation.confidence = Judge.rounded(judge.probability(.trust, trust)) }
    return (observation, trust)
  }

  /// Keeps what later statements go on about.
  mutating func remember(_ draft: ObservationDraft) {
    if draft.topic == .ovrigt, !includesOther { return }
    context.count(draft.topic)
    if draft.topic.isField { context.lastTopic = draft.topic }
    guard draft.kind.isFigure else { return }
    if let indicator = draft.indicator { itemIndicator = indicator }
    if let period = draft.period { itemTime = period }
    let value = draft.measure?.value
    switch draft.measure?.unit {
    case .persons, .households, .places, .employments: context.lastCount = draft.measure?.unit
    case .percent, .sek, .months, .days:
      context.lastMeasure = draft.measure?.unit
      if draft.measure?.unit == .sek, let value { context.lastAmount = value }
    default: break
    }
    // a part of a whole ("varav 150") is not what the text goes on about
    if !draft.isPart {
      context.lastFigure = LatestFigure(
        kind: draft.kind,
        indicator: draft.indicator,
        unit: draft.measure?.unit,
        direction: draft.direction,
        value: value
      )
    }
    if let indicator = draft.indicator, let value,
      let figure = KnownFigure(value, draft.measure?.unit), knownFigures[figure] == nil
    {
      knownFigures[figure] = indicator
    }
  }

  /// The topic that most of the document's statements so far belong to.
  var commonTopic: Topic? {
    var counts: [Topic: Int] = [:]
    for topic in statements.latestTopics { counts[topic, default: 0] += 1 }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The sentence that holds a statement, and the words in it that its indicator is named by.
  private func explanation(
    _ indicator: String?,
    _ topic: Topic,
    _ clean: Range<Int>
  ) -> Explanation {
    let isSentence = sentence.range.overlaps(clean) && sentence.range.count >= clean.count
    let whole = isSentence ? sentence.range : clean
    var cues: [String] = []
    for hit in sentence.hits {
      let tells = table.phrases[hit.phrase].roles.contains { role in
        switch role {
        case .term(let line, _):
          table.entries[table.lines[line].entry].indicator.id == indicator
        case .topic(let named, _): named == topic
        case .signal, .group: false
        }
      }
      guard tells else { continue }
      let last = sentence.tokens[hit.token + hit.length - 1]
      let range = Int(sentence.tokens[hit.token].start)..<Int(last.end)
      let start = sentence.range.lowerBound
      let word = minutes.text.folded(start + range.lowerBound..<start + range.upperBound)
      if !cues.contains(word) { cues.append(word) }
    }
    return Explanation(sentence: minutes.text.folded(whole), cues: cues)
  }

  /// An id of the content, the range, kind and indicator, and of where in the range the figure
  /// stands: a row of a table holds several.
  private func identifier(_ draft: ObservationDraft, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash.mix(minutes.source.contentHash, number: range.lowerBound)
    hash = StableHash.mix(StableHash.mix(hash, Byte.space), number: range.upperBound)
    hash = StableHash.of(draft.kind.rawValue.utf8, from: StableHash.mix(hash, Byte.space))
    hash = StableHash.mix(hash, Byte.space)
    if let indicator = draft.indicator { hash = StableHash.of(indicator.utf8, from: hash) }
    hash = StableHash.mix(hash, Byte.space)
    if let value = draft.measure?.value {
      if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
        hash = StableHash.mix(hash, number: whole)
      } else {
        hash = StableHash.of(JSONText.digits(value).utf8, from: hash)
      }
    }
    if let place = draft.place {
      hash = StableHash.mix(StableHash.mix(hash, Byte.space), number: place)
    }
    return hash
  }
}
