import NyckeltalModel

/// The columns of a table of figures, by the contract's names.
enum FiguresColumn: String, CaseIterable {
  case id, kind, indicator, topic, value, lower, upper, qualifier, unit, period, comparedWith
  case direction, assessment, group, confidence, label, body, about, rules, repeats
  case document, path, content, item, itemTitle, reference, section, speakers, parties, date, quote
  case rangeStart, rangeEnd, line, page, correction, rejected, verified

  /// Another name for ``document``: who or what the figure comes from.
  static let source = "source"

  /// The names that a header may have.
  static let allowed = "\(source), " + allCases.map(\.rawValue).joined(separator: ", ")

  /// The column of a header; letter case does not matter.
  init?(header: String) {
    let name = header.lowercased()
    if name == Self.source {
      self = .document
    } else if let column = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) {
      self = column
    } else {
      return nil
    }
  }
}
