import Foundation
public import NyckeltalModel
public import NyckeltalReports
import NyckeltalSpreadsheet

/// Renders reports in any of their formats, to memory or to files.
///
/// It may be used from many threads at once; the same report gives the same bytes.
///
/// ```swift
/// let bytes = try ReportOutput().bytes(report, as: .html)
/// try ReportOutput().write(report, to: "t1.xlsx")
/// ```
public struct ReportOutput: Sendable {
  /// What a report can be written as, by the suffix of a file.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// A workbook.
    case xlsx
    /// Plain text, fit for the body of an email.
    case txt
    /// One page that needs nothing else, fit for the body of an email too.
    case html
    /// The observations behind the report as a table.
    case csv
    /// The observations behind the report as JSON lines.
    case jsonl

    /// The format that a file's suffix asks for, in capitals or not; `nil` for any other suffix.
    public init?(path: String) {
      guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
        return nil
      }
      self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }
  }

  /// How CSV is written.
  public var csv: CSVStyle

  /// The report's own table that CSV holds (`followUp`); `nil` for the observations behind it.
  public var table: String?

  /// Makes an output.
  public init(csv: CSVStyle = CSVStyle(), table: String? = nil) {
    self.csv = csv
    self.table = table
  }

  /// The report in memory.
  ///
  /// - Throws: ``SpreadsheetError`` when a workbook cannot be made of it.
  public func bytes(_ report: Report, as format: Format) throws -> [UInt8] {
    switch format {
    case .xlsx: Array(try SpreadsheetRenderer().bytes(report))
    case .txt: Self.text(report)
    case .html: Array(PageRenderer().html(report).utf8)
    case .csv:
      if let table {
        try csvTable(report, table)
      } else {
        DataRenderer(style: csv).csv(report)
      }
    case .jsonl: DataRenderer(style: csv).jsonLines(report)
    }
  }

  /// The text, and a last line by which it is told from a document.
  private static func text(_ report: Report) -> [UInt8] {
    var text = TextRenderer().text(report)
    if !text.hasSuffix("\n") { text += "\n" }
    return Array("\(text)\n\(ReportMark.line(isSwedish: report.language == .swedish))\n".utf8)
  }

  private func csvTable(_ report: Report, _ name: String) throws -> [UInt8] {
    guard let bytes = DataRenderer(style: csv).csv(report, table: name) else {
      let known = DataRenderer.tables(report).joined(separator: ", ")
      throw OutputError(path: name, problem: "the report has no such table; it has \(known)")
    }
    return bytes
  }

  /// Writes a report in the format that the path's suffix asks for; the file appears whole or not
  /// at all, and an earlier one is replaced only by a whole one.
  ///
  /// - Throws: ``OutputError`` when the suffix is not known or the file cannot be written,
  ///   ``SpreadsheetError`` when a workbook cannot be made.
  public func write(_ report: Report, to path: String) throws {
    guard let format = Format(path: path) else {
      let known = Format.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
      throw OutputError(path: path, problem: "the suffix is not one of \(known)")
    }
    if format == .xlsx, !path.hasSuffix("/") {
      try SpreadsheetRenderer().write(report, to: URL(fileURLWithPath: path))
    } else {
      try OutputFile.write(try bytes(report, as: format), to: path)
    }
  }
}
