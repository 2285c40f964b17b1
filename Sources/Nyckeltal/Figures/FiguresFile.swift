import Foundation
public import NyckeltalExtraction
public import NyckeltalModel
public import NyckeltalText
import SwiftCSV

/// Reads figures from elsewhere: a table with the contract's columns (CSV, RFC 4180).
///
/// Commas or semicolons between the cells are told from the header; the decimal sign is stated, never
/// guessed. A cell that does not fit is an error, and nothing of the file is taken in.
///
/// ```
/// source;indicator;kind;period;value
/// Kolada;arbetsloshet.andel;outcome;2019;7,4
/// ```
public struct FiguresFile: Sendable {
  /// Rises whenever the same table would give other observations.
  public static let revision = 1

  /// Many times the columns that there are.
  private static let mostColumns = 1_000
  /// The most rows of a table: those of forty years of a hundred indicators, by the month.
  public static let mostRows = 50_000

  /// The indicators that rows may name.
  public let catalogue: Catalogue
  /// Whether numbers are written with a decimal comma, and not with a point.
  public let hasDecimalComma: Bool

  /// What the table's columns and codes are, where it is not in the contract's shape.
  public var mapping: FiguresMapping?

  /// Makes a reader.
  public init(catalogue: Catalogue, hasDecimalComma: Bool = false) {
    self.catalogue = catalogue
    self.hasDecimalComma = hasDecimalComma
  }

  /// The observations of a table, one for each row.
  ///
  /// - Throws: ``FiguresError`` with the line and the column of the first cell that does not fit.
  public func observations(in source: SourceText) throws(FiguresError) -> [Observation] {
    let lines = try table(source)
    guard let header = lines.first else {
      throw error(source, nil, "the table is empty", "give a header line and rows below it")
    }
    let columns = try self.columns(header, source)
    var seen: [String: Int] = [:]
    var observations: [Observation] = []
    for line in lines.dropFirst() where !line.isEmpty {
      if line.cells.count != header.cells.count {
        throw error(
          source,
          line.number,
          "the row has \(line.cells.count) cells where the header has \(header.cells.count)",
          "put cells that hold the separator between quotation marks"
        )
      }
      let row = FiguresRow(file: self, source: source, columns: columns, line: line)
      if row.isRejected { continue }
      var observation = try row.observation()
      if let earlier = seen[observation.id] {
        if row.hasID {
          throw error(
            source,
            line.number,
            "the id \(observation.id) stands on line \(earlier) too",
            "give each row an id of its own, or none"
          )
        }
        observation.id = row.id(repetition: line.number)
      }
      seen[observation.id] = line.number
      observations.append(observation)
    }
    return observations
  }

  /// The table's rows; with a mapping, a data set in JSON-stat is a table too.
  private func table(_ source: SourceText) throws(FiguresError) -> [Line] {
    let isJSON = source.utf8.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D } == UInt8(ascii: "{")
    guard let mapping else {
      return try records(String(decoding: source.utf8, as: UTF8.self), file: source.name)
    }
    if !isJSON {
      let text = String(decoding: source.utf8, as: UTF8.self)
      return mapping.applied(to: try records(text, file: source.name))
    }
    do {
      let data = try JSONDecoder().decode(JSONStat.self, from: Data(source.utf8))
      return mapping.applied(to: try data.lines())
    } catch let fault as JSONStat.Fault {
      throw error(source, nil, fault.problem, "ask for the table in JSON-stat 2.0 again")
    } catch {
      let reason = ObservationsFile.reason(error)
      throw self.error(source, nil, "it is no JSON-stat: \(reason)", "ask for JSON-stat 2.0")
    }
  }

  /// A row as it stands in the file.
  struct Line {
    var number: Int
    var cells: [String]
    /// The lines of the file that it takes.
    var height: Int

    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
  }

  private func columns(
    _ header: Line,
    _ source: SourceText
  ) throws(FiguresError) -> [FiguresColumn: Int] {
    var columns: [FiguresColumn: Int] = [:]
    for (index, name) in header.cells.enumerated() {
      func fault(_ problem: String, _ remedy: String) -> FiguresError {
        FiguresError(
          file: source.name,
          line: header.number,
          column: index + 1,
          problem: problem,
          remedy: remedy
        )
      }
      guard let column = FiguresColumn(header: name) else {
        throw fault("there is no column \"\(name)\"", "use \(FiguresColumn.allowed)")
      }
      if columns.updateValue(index, forKey: column) != nil {
        throw fault("the column \"\(name)\" stands there twice", "keep one of them")
      }
    }
    for needed in [FiguresColumn.kind, .indicator] where columns[needed] == nil {
      throw error(
        source,
        header.number,
        "the column \(needed.rawValue) is missing",
        "the header needs at least kind, indicator and value"
      )
    }
    return columns
  }

  /// The rows with the lines on which they begin; cells may hold line ends.
  private func records(_ text: String, file: String) throws(FiguresError) -> [Line] {
    guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw FiguresError(
        file: file,
        line: nil,
        column: nil,
        problem: "a quotation mark is opened and not closed",
        remedy: "close it; within quotation marks write two for one"
      )
    }
    let end = text.last?.isNewline == true ? "" : "\n"
    let head = text.prefix { !$0.isNewline }
    let isSemicolon = head.contains(";")
    let separators = head.utf8.count { $0 == UInt8(ascii: isSemicolon ? ";" : ",") }
    if separators >= Self.mostColumns {
      throw FiguresError(
        file: file,
        line: 1,
        column: nil,
        problem: "the table has \(separators + 1) columns",
        remedy: "give a table with columns of extract --format csv, and no others"
      )
    }
    var lines: [Line] = []
    var number = 1
    do {
      let table = try EnumeratedCSV(
        string: text + end,
        delimiter: isSemicolon ? .semicolon : .comma,
        loadColumns: false,
        rowLimit: 0
      )
      try table.enumerateAsArray(startAt: 0, rowLimit: Self.mostRows + 2) { cells in
        let height = 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
        lines.append(Line(number: number, cells: cells, height: height))
        number += height
      }
    } catch {
      throw FiguresError(
        file: file,
        line: number,
        column: nil,
        problem: "something stands behind a closing quotation mark",
        remedy: "put the whole cell between quotation marks; within them write two for one"
      )
    }
    if lines.count > Self.mostRows + 1 {
      throw FiguresError(
        file: file,
        line: nil,
        column: nil,
        problem: "the table has more than \(Self.mostRows) rows",
        remedy: "split it, by the year for example"
      )
    }
    return lines
  }

  private func error(
    _ source: SourceText,
    _ line: Int?,
    _ problem: String,
    _ remedy: String
  ) -> FiguresError {
    FiguresError(file: source.name, line: line, column: nil, problem: problem, remedy: remedy)
  }
}
