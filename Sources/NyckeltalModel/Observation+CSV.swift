extension Observation {
  /// The columns of ``csvRow``: the contract's fields, the source's under their own names.
  public static let csvColumns = [
    "id", "kind", "indicator", "topic", "value", "lower", "upper", "qualifier", "unit", "period",
    "comparedWith", "direction", "assessment", "group", "confidence", "label", "body",
    "about", "rules", "repeats",
    "document", "path", "content", "item", "itemTitle", "reference", "section", "speakers",
    "parties", "date",
    "quote", "rangeStart", "rangeEnd", "line", "page", "correction", "rejected", "verified",
  ]

  /// The observation as a row of CSV (RFC 4180) without its line end: numbers with a decimal
  /// point, lists joined by semicolons, cells that are absent empty.
  public var csvRow: String { csvRow(CSVStyle()) }

  /// The observation as a row of CSV in a style of one's own, without its line end.
  public func csvRow(_ style: CSVStyle) -> String {
    var cells: [String] = [id, kind.rawValue, indicator ?? "", topic.rawValue]
    cells += [value, lower, upper].map(style.number)
    cells += [qualifier.rawValue, unit?.rawValue ?? "", period?.description ?? ""]
    cells += [comparedWith?.description ?? "", direction?.rawValue ?? ""]
    cells += [assessment?.rawValue ?? "", group ?? "", style.number(confidence)]
    cells += [label ?? "", body ?? "", about ?? ""]
    cells += [rules.joined(separator: ";"), repeats ?? ""]
    cells += [source.document, source.path ?? "", source.content ?? ""]
    cells += [source.item ?? "", source.itemTitle ?? "", source.reference ?? ""]
    cells += [source.section?.rawValue ?? ""]
    cells += [source.speakers.map(\.name).joined(separator: ";")]
    // one place for each speaker, so that the two lists fit together
    let hasParty = source.speakers.contains { $0.party != nil }
    cells += [hasParty ? source.speakers.map { $0.party ?? "" }.joined(separator: ";") : ""]
    cells += [source.date ?? "", source.quote, String(source.range.lowerBound)]
    cells += [String(source.range.upperBound), String(source.line)]
    cells += [source.page.map(String.init) ?? ""]
    cells += [correction?.note ?? "", correction.map { String($0.isRejected) } ?? ""]
    cells += [verified ?? ""]
    return style.row(cells)
  }
}
