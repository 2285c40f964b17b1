public import NyckeltalModel

/// Writes the observations that a report rests on, for programs and for tables of one's own.
///
/// The columns and fields are those of `nyckeltal extract`, each statement once, in the order in
/// which the report numbers them.
public struct DataRenderer: Sendable {
  /// How CSV is written.
  public var style: CSVStyle

  /// Makes a renderer.
  public init(style: CSVStyle = CSVStyle()) { self.style = style }

  /// The observations as CSV, a header first, every line ended by a line feed, in UTF-8.
  public func csv(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = []
    if style.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    bytes += Array((style.row(Observation.csvColumns) + "\n").utf8)
    for statement in report.statements {
      bytes += Array((statement.observation.csvRow(style) + "\n").utf8)
    }
    return bytes
  }

  /// The observations as JSON, one object a line, in UTF-8.
  public func jsonLines(_ report: Report) -> [UInt8] {
    var json = JSONText()
    for statement in report.statements { statement.observation.write(to: &json) }
    return json.bytes
  }
}
