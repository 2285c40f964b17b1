extension Observation {
  /// The columns of ``csvRow``: the contract's fields, the source's under their own names.
  public static let csvColumns = [
    "id", "kind", "indicator", "topic", "value", "lower", "upper", "qualifier", "unit", "period",
    "comparedWith", "direction", "assessment", "group", "confidence", "rules", "repeats",
    "document", "item", "itemTitle", "reference", "section", "speakers", "parties", "date",
    "quote", "rangeStart", "rangeEnd", "line",
  ]

  /// The observation as a row of CSV (RFC 4180) without its line end: numbers with a decimal
  /// point, lists joined by semicolons, cells that are absent empty.
  public var csvRow: String {
    var cells: [String] = [id, kind.rawValue, indicator ?? "", topic.rawValue]
    cells += [value, lower, upper].map { $0.map(JSONText.digits) ?? "" }
    cells += [qualifier.rawValue, unit?.rawValue ?? "", period?.description ?? ""]
    cells += [comparedWith?.description ?? "", direction?.rawValue ?? ""]
    cells += [assessment?.rawValue ?? "", group ?? "", JSONText.digits(confidence)]
    cells += [rules.joined(separator: ";"), repeats ?? ""]
    cells += [source.document, source.item ?? "", source.itemTitle ?? "", source.reference ?? ""]
    cells += [source.section?.rawValue ?? ""]
    cells += [source.speakers.map(\.name).joined(separator: ";")]
    cells += [source.speakers.compactMap(\.party).joined(separator: ";")]
    cells += [source.date ?? "", source.quote, String(source.range.lowerBound)]
    cells += [String(source.range.upperBound), String(source.line)]
    return cells.map(Self.csvCell).joined(separator: ",")
  }

  private static func csvCell(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
