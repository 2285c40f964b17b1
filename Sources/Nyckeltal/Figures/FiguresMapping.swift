import Foundation
import NyckeltalModel
import NyckeltalText

/// How a table of somebody else's is read as a table of figures: which of its columns is which, and
/// what its codes mean.
///
/// ```json
/// {
///   "columns": {"kpi": "indicator", "municipality": "body", "year": "period", "gender": "group",
///               "value": "value"},
///   "values": {"indicator": {"N02280": "arbetsloshet.andel"}, "group": {"T": "", "K": "kvinnor"}},
///   "constants": {"kind": "outcome", "source": "Kolada"}
/// }
/// ```
///
/// `columns` gives the table's columns the names of ``FiguresFile``; columns that it does not name are
/// left out. `values` gives codes the values that the column takes; in a column that it names, a row
/// with another code is left out. `constants` are the same in every row.
public struct FiguresMapping: Sendable, Hashable, Decodable {
  /// The table's columns and what they are.
  public var columns: [String: String]
  /// For columns by what they are: codes and what they mean.
  public var values: [String: [String: String]]
  /// What is the same in every row.
  public var constants: [String: String]

  /// Makes a mapping.
  public init(
    columns: [String: String],
    values: [String: [String: String]] = [:],
    constants: [String: String] = [:]
  ) {
    self.columns = columns
    self.values = values
    self.constants = constants
  }

  private enum Key: String, CodingKey, CaseIterable {
    case columns, values, constants
  }

  /// Reads a mapping; only `columns` is needed.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    columns = try fields.decode([String: String].self, forKey: .columns)
    values =
      try fields.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
    constants = try fields.decodeIfPresent([String: String].self, forKey: .constants) ?? [:]
  }

  /// Reads a mapping from JSON.
  ///
  /// - Parameters:
  ///   - json: The text.
  ///   - file: The file's name, for errors.
  /// - Throws: ``FiguresError`` when it is no mapping, or names a column that there is not.
  public init(json: [UInt8], file: String) throws(FiguresError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(json))
    } catch {
      throw FiguresError(
        file: file,
        line: nil,
        column: nil,
        problem: "it is no mapping: \(ObservationsFile.reason(error))",
        remedy: "write {\"columns\": {…}, \"values\": {…}, \"constants\": {…}}"
      )
    }
    for name in columns.values.sorted() + constants.keys.sorted() + values.keys.sorted()
    where FiguresColumn(header: name) == nil {
      throw FiguresError(
        file: file,
        line: nil,
        column: nil,
        problem: "there is no column \"\(name)\"",
        remedy: NearestName.remedy(
          name,
          among: FiguresColumn.allCases.map(\.rawValue) + [FiguresColumn.source],
          otherwise: "use \(FiguresColumn.allowed)"
        )
      )
    }
  }

  /// A hash by which a table that was read with another mapping is read anew.
  var fingerprint: String {
    var hash = StableHash.basis
    func add(_ name: String, _ fields: [String: String]) {
      for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
        hash = StableHash.of("\(name) \(key)=\(value)\n".utf8, from: hash)
      }
    }
    add("columns", columns)
    add("constants", constants)
    for (name, meanings) in values.sorted(by: { $0.key < $1.key }) { add(name, meanings) }
    return StableHash.hexadecimal(hash)
  }

  /// A table as ``FiguresFile`` reads it, its rows on the lines on which they stood.
  func applied(to lines: [FiguresFile.Line]) -> [FiguresFile.Line] {
    guard let head = lines.first else { return lines }
    let kept = head.cells.enumerated().compactMap { index, name in
      columns[name.lowercased()].map { (index, $0) }
        ?? columns.first { $0.key.lowercased() == name.lowercased() }.map { (index, $0.value) }
    }
    let extra = constants.sorted { $0.key < $1.key }
    var mapped = [
      FiguresFile.Line(
        number: head.number,
        cells: kept.map(\.1) + extra.map(\.key),
        height: head.height
      )
    ]
    rows: for line in lines.dropFirst() where line.cells.count == head.cells.count {
      var cells: [String] = []
      for (index, name) in kept {
        let cell = line.cells[index]
        guard let meanings = values[name] else {
          cells.append(cell)
          continue
        }
        guard let meaning = meanings[cell] else { continue rows }
        cells.append(meaning)
      }
      mapped.append(
        FiguresFile.Line(
          number: line.number,
          cells: cells + extra.map(\.value),
          height: line.height
        )
      )
    }
    return mapped
  }
}
