import Nyckeltal

/// Prints what a store holds in one of the formats.
struct ListOutput: ~Copyable {
  private let format: ExtractCommand.Format
  private let style: CSVStyle
  private let names: [String: String]
  private var json = JSONText()
  private var text = ""
  private var hasHeader = false
  private var hasMark = false
  private let output: DataOutput

  init(
    format: ExtractCommand.Format,
    catalogue: Catalogue,
    style: CSVStyle = CSVStyle(),
    output: DataOutput
  ) {
    self.format = format
    self.output = output
    self.style = style
    names = Dictionary(
      catalogue.indicators.map { ($0.id, $0.swedishName) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  // MARK: Observations

  mutating func writeHeader() throws {
    guard !hasHeader else { return }
    hasHeader = true
    switch format {
    case .jsonl: break
    case .csv:
      row(Observation.csvColumns)
    case .table: text += "ID               " + ObservationTable.header + "\n"
    }
  }

  mutating func write(_ observation: Observation) throws {
    try writeHeader()
    switch format {
    case .jsonl: observation.write(to: &json)
    case .csv:
      text += observation.csvRow(style) + "\n"
    case .table:
      let name = observation.indicator.flatMap { names[$0] }
      text += "\(observation.id) \(ObservationTable.row(observation, name: name))"
      if let correction = observation.correction {
        text += "  \(correction.isRejected ? "struken" : "rättad"): \(correction.note)"
      }
      if let day = observation.verified { text += "  kontrollerad \(day)" }
      text += "\n"
    }
    if json.count > 1 << 20 || text.utf8.count > 1 << 20 { try flush() }
  }

  // MARK: Documents

  mutating func write(_ documents: [StoredDocument]) throws {
    switch format {
    case .csv: row(["names", "kind", "observations", "content", "revision", "settings"])
    case .table: text += "UPPGIFTER  DOKUMENT\n"
    case .jsonl: break
    }
    for document in documents {
      switch format {
      case .jsonl: write(document)
      case .csv:
        row([
          document.names.joined(separator: ";"), document.kind.rawValue,
          String(document.observations), document.content, String(document.stamp.revision),
          document.stamp.settings,
        ])
      case .table:
        let count = String(document.observations)
        let room = String(repeating: " ", count: max(0, 9 - count.count))
        text += "\(room)\(count)  \(document.names.joined(separator: " = "))\n"
      }
    }
  }

  private mutating func write(_ document: StoredDocument) {
    json.beginObject()
    json.beginArray("names")
    for name in document.names { json.string(name) }
    json.endArray()
    json.string(document.kind.rawValue, "kind")
    json.number(document.observations, "observations")
    json.string(document.content, "content")
    json.number(document.stamp.revision, "revision")
    json.string(document.stamp.settings, "settings")
    json.endObject()
    json.newline()
  }

  // MARK: Corrections

  mutating func write(_ corrections: [CorrectionEntry]) throws {
    switch format {
    case .csv:
      row(["date", "observation", "appliesTo", "undone", "change", "note", "document", "quote"])
    case .table: text += "DATUM      ID               RÄTTELSE\n"
    case .jsonl: break
    }
    for correction in corrections {
      switch format {
      case .jsonl: write(correction)
      case .csv:
        row([
          correction.date, correction.draft.observation, correction.appliesTo ?? "",
          correction.undone ?? "", change(correction.draft), correction.draft.note,
          correction.document, correction.quote,
        ])
      case .table:
        text += "\(correction.date) \(correction.draft.observation) \(change(correction.draft))"
        text += " (\(correction.draft.note))"
        if let undone = correction.undone {
          text += "  ångrad \(undone)"
        } else if correction.appliesTo == nil {
          text += "  utan motsvarighet: \(correction.document) \"\(correction.quote)\""
        }
        text += "\n"
      }
    }
  }

  private mutating func write(_ correction: CorrectionEntry) {
    let draft = correction.draft
    json.beginObject()
    json.string(correction.date, "date")
    json.string(draft.observation, "observation")
    json.string(correction.appliesTo, "appliesTo")
    json.string(correction.undone, "undone")
    json.number(draft.value, "value")
    json.string(draft.indicator, "indicator")
    json.period(draft.period, "period")
    json.name(draft.kind?.name, "kind")
    json.boolean(draft.isRejected, "rejected")
    json.boolean(draft.isVerified, "verified")
    json.boolean(draft.added != nil, "added")
    let further = draft.further
    if let lower = further.lower { json.number(lower, "lower") }
    if let upper = further.upper { json.number(upper, "upper") }
    if let unit = further.unit { json.string(unit.rawValue, "unit") }
    if let qualifier = further.qualifier { json.string(qualifier.rawValue, "qualifier") }
    if let period = further.comparedWith { json.period(period, "comparedWith") }
    if let direction = further.direction { json.string(direction.rawValue, "direction") }
    if let assessment = further.assessment { json.string(assessment.rawValue, "assessment") }
    if let group = further.group { json.string(group, "group") }
    if let label = further.label { json.string(label, "label") }
    if let about = further.about { json.string(about, "about") }
    if !further.cleared.isEmpty {
      json.beginArray("cleared")
      for claim in further.cleared.map(\.rawValue).sorted() { json.string(claim) }
      json.endArray()
    }
    json.string(draft.note, "note")
    json.string(correction.document, "document")
    json.string(correction.quote, "quote")
    json.endObject()
    json.newline()
  }

  private func change(_ draft: CorrectionDraft) -> String {
    var parts: [String] = []
    if let value = draft.value { parts.append("value \(JSONText.digits(value))") }
    if let indicator = draft.indicator { parts.append("indicator \(indicator)") }
    if let period = draft.period { parts.append("period \(period)") }
    if let kind = draft.kind { parts.append("kind \(kind.rawValue)") }
    if let added = draft.added?.observation {
      parts.append("added \(added.value.map(JSONText.digits) ?? added.kind.rawValue)")
    }
    let further = draft.further
    if let lower = further.lower { parts.append("lower \(JSONText.digits(lower))") }
    if let upper = further.upper { parts.append("upper \(JSONText.digits(upper))") }
    let terms: [(String, String?)] = [
      ("unit", further.unit?.rawValue), ("qualifier", further.qualifier?.rawValue),
      ("comparedWith", further.comparedWith?.description),
      ("direction", further.direction?.rawValue), ("assessment", further.assessment?.rawValue),
      ("group", further.group), ("label", further.label), ("about", further.about),
    ]
    for case (let name, let value?) in terms { parts.append("\(name) \(value)") }
    parts += further.cleared.map { "no \($0.rawValue)" }.sorted()
    if draft.isRejected { parts.append("rejected") }
    if draft.isVerified { parts.append("verified") }
    return parts.joined(separator: ", ")
  }

  // MARK: Writing

  private mutating func row(_ cells: [String]) {
    if text.isEmpty, style.hasByteOrderMark, !hasMark { text += "\u{FEFF}" }
    hasMark = true
    text += style.row(cells) + "\n"
  }

  mutating func finish() throws { try flush() }

  private mutating func flush() throws {
    try json.withBytes { try output.write($0) }
    json.removeAll()
    try output.write(Array((format == .table ? ShownText.shown(text) : text).utf8))
    text = ""
  }
}
