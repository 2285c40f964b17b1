import Foundation
import NyckeltalModel
import Yams

extension ReportDefinition {
  /// Reads a definition.
  ///
  /// - Parameters:
  ///   - yaml: The definition's text.
  ///   - file: The file's name, for messages and for finding the texts that it names.
  ///   - reading: Reads a text that the definition names; `nil` reads a file beside `file`.
  /// - Throws: ``ReportDefinitionError``, which names file, line, key and what is allowed.
  public init(
    yaml: String,
    file: String,
    reading: (@Sendable (_ path: String) throws -> String)? = nil
  ) throws(ReportDefinitionError) {
    var reader = DefinitionReader(file: file, reading: reading)
    let root = try reader.mapping(try reader.compose(yaml), "definition")
    try reader.allow(["report", "title", "parameters", "sheets"], in: root)
    let kind = try reader.term(try reader.value("report", in: root), "report", Kind.allCases)
    reader.kind = kind
    let parameters = try reader.parameters(in: root)
    reader.parameters = parameters.keys.sorted()
    let title = try reader.value("title", in: root)
    let list = try reader.value("sheets", in: root)
    var sheets: [Sheet] = []
    let titleText = try reader.title(title, "title", Self.placeholders(kind))
    for node in try reader.sequence(list, "sheets") {
      let sheet = try reader.sheet(node)
      // Links lead to one place each.
      if sheet.purpose == .sources, sheets.contains(where: { $0.purpose == .sources }) {
        throw reader.error(.unknownValue, node, "sheets has sources twice", "write it once")
      }
      sheets.append(sheet)
    }
    guard !sheets.isEmpty else {
      throw reader.error(.missingKey, list, "sheets is empty", "list at least one sheet")
    }
    self.init(kind: kind, title: titleText, parameters: parameters, sheets: sheets)
  }

  /// Reads a definition from a file.
  ///
  /// - Throws: ``ReportDefinitionError``.
  public init(contentsOf path: String) throws(ReportDefinitionError) {
    let yaml: String
    do {
      yaml = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ReportDefinitionError(
        code: .unreadable,
        place: path,
        problem: "the report definition cannot be read as UTF-8",
        remedy: "check that the file exists and is a text file"
      )
    }
    try self.init(yaml: yaml, file: path)
  }
}

extension DefinitionReader {
  /// Reads one sheet.
  func sheet(_ node: Node) throws(ReportDefinitionError) -> ReportDefinition.Sheet {
    let map = try mapping(node, "sheets")
    try allow(
      ["sheet", "title", "sections", "columns", "sort", "topics", "blocks", "chart", "keyFigures"],
      in: map
    )
    let purpose = try term(try value("sheet", in: map), "sheet", ReportDefinition.purposes(kind))
    var sheet = ReportDefinition.Sheet(purpose: purpose)
    if purpose == .other { _ = try value("title", in: map) }
    if let title = map["title"] {
      sheet.title = try self.title(title, "title", ReportDefinition.placeholders(kind))
    }
    sheet.sections = try terms(
      "sections",
      in: map,
      allowed: ReportDefinition.sections(purpose)
    )
    sheet.columns = try terms("columns", in: map, allowed: ReportDefinition.columns(purpose))
    sheet.sort = try sort(in: map, columns: sheet.columns)
    let hasTopics = [.followUp, .comparison, .facts].contains(purpose)
    sheet.topics =
      map["topics"] == nil
      ? [] : try terms("topics", in: map, allowed: hasTopics ? Topic.allCases : [])
    sheet.blocks = try blocks(in: map, purpose)
    return sheet
  }

  private func sort(
    in map: Node.Mapping,
    columns: [ReportColumn]
  ) throws(ReportDefinitionError) -> [ReportDefinition.SortKey] {
    guard let node = map["sort"] else { return [] }
    var keys: [ReportDefinition.SortKey] = []
    for item in try sequence(node, "sort") {
      let word = try string(item, "sort")
      let name = word.hasPrefix("-") ? String(word.dropFirst()) : word
      guard let column = columns.first(where: { $0.rawValue == name }) else {
        throw error(
          .unknownValue,
          item,
          "sort does not have \"\(name)\"",
          allowed(columns.map(\.rawValue)) + ", each with - before it for the greatest first"
        )
      }
      keys.append(ReportDefinition.SortKey(column, isDescending: word.hasPrefix("-")))
    }
    return keys
  }

  /// A definition's own parameters: names with a value each.
  func parameters(in root: Node.Mapping) throws(ReportDefinitionError) -> [String: String] {
    guard let node = root["parameters"] else { return [:] }
    var parameters: [String: String] = [:]
    for (key, value) in try mapping(node, "parameters") {
      let name = try string(key, "a parameter")
      let isName =
        name.first?.isLowercase == true
        && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard isName, !TemplateVocabulary.names.contains(name) else {
        throw error(
          .unknownKey,
          key,
          "the parameter \(name) cannot be called so",
          isName
            ? "the name has a meaning already; take another"
            : "begin with a small letter; letters a to z and digits"
        )
      }
      parameters[name] = try string(value, name)
    }
    return parameters
  }
}
