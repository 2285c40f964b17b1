import Foundation

/// Data that is text by its bytes and no prose: what is read from it as sentences would be invented.
enum DataFormat {
  /// The suffixes by which data is told, and how it is refused.
  private static let suffixes: [String: SourceTextError.Code] = [
    "json": .json, "jsonl": .json, "ndjson": .json, "geojson": .json, "csv": .table, "tsv": .table,
    "xml": .data, "yaml": .data, "yml": .data, "toml": .data,
  ]

  /// How a file is refused that holds data; `nil` for prose.
  static func refusal(name: String, utf8: [UInt8]) -> SourceTextError.Code? {
    let suffix = name.split(separator: ".").last?.lowercased() ?? ""
    if name.contains("."), let code = suffixes[suffix] { return code }
    var bytes = utf8[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop(while: Byte.isBlank)
    if isJSON(bytes) { return .json }
    if bytes.starts(with: Array("<?xml".utf8)) { return .data }
    return isOwnTable(bytes) ? .table : nil
  }

  private static func isJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == brace || first == bracket else { return false }
    guard let second = bytes.dropFirst().first(where: { !Byte.isBlank($0) }) else { return false }
    if first == brace { return second == quote || second == brace + 2 }
    if second == brace { return true }
    // "[1] Tertialrapport 1" begins a line of prose, "[12]" may be all of a page
    guard bytes.last(where: { !Byte.isBlank($0) }) == bracket + 2 else { return false }
    return (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
  }

  /// The header of what the tool writes as `.csv`.
  private static func isOwnTable(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["id,kind,indicator,", "id;kind;indicator;", "id\tkind\tindicator\t"].contains {
      bytes.starts(with: $0.utf8)
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let brace = UInt8(ascii: "{")
  private static let bracket = UInt8(ascii: "[")
}

extension SourceText {
  /// Reads a file's bytes as prose: text, and no data.
  ///
  /// - Parameters:
  ///   - name: The file's name, for provenance and errors.
  ///   - prose: The file as read from disk.
  /// - Throws: ``SourceTextError`` when there is no text, or it is JSON, XML, YAML or a table.
  public init(name: String, prose: [UInt8]) throws(SourceTextError) {
    try self.init(name: name, bytes: prose)
    if let code = DataFormat.refusal(name: name, utf8: utf8) {
      throw SourceTextError(code: code, document: name)
    }
  }
}
