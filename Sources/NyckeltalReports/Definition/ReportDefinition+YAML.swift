import Foundation
import NyckeltalModel
import Yams

extension ReportDefinition {
  /// Reads a definition.
  ///
  /// - Parameters:
  ///   - yaml: The definition's text.
  ///   - file: The file's name, for messages.
  /// - Throws: ``ReportDefinitionError``, which names file, line, key and what is allowed.
  public init(yaml: String, file: String) throws(ReportDefinitionError) {
    let reader = DefinitionReader(file: file)
    let root = try reader.mapping(try reader.compose(yaml), "definition")
    try reader.allow(["report", "title", "sheets"], in: root)
    kind = try reader.term(try reader.value("report", in: root), "report", Kind.allCases)
    let title = try reader.value("title", in: root)
    self.title = try reader.text(title, "title", placeholders: Self.placeholders(kind))
    let list = try reader.value("sheets", in: root)
    var sheets: [Sheet] = []
    for node in try reader.sequence(list, "sheets") {
      sheets.append(try reader.sheet(node, kind: kind))
    }
    guard !sheets.isEmpty else {
      throw reader.error(.missingKey, list, "sheets is empty", "list at least one sheet")
    }
    self.sheets = sheets
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

/// Reads the parts of a definition, and says where one is wrong.
struct DefinitionReader {
  var file: String

  func compose(_ yaml: String) throws(ReportDefinitionError) -> Node {
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
    } catch let error as YamlError {
      throw ReportDefinitionError(
        code: .notYAML,
        place: place(error),
        problem: "the report definition is not YAML",
        remedy: String(describing: error).split(separator: "\n").first.map(String.init) ?? ""
      )
    } catch {
      throw ReportDefinitionError(
        code: .notYAML,
        place: file,
        problem: "the report definition is not YAML",
        remedy: "check indentation and colons"
      )
    }
    throw ReportDefinitionError(
      code: .missingKey,
      place: file,
      problem: "the report definition is empty",
      remedy: "begin with a built-in one: nyckeltal templates"
    )
  }

  func sheet(
    _ node: Node,
    kind: ReportDefinition.Kind
  ) throws(ReportDefinitionError) -> ReportDefinition.Sheet {
    let map = try mapping(node, "sheets")
    try allow(["sheet", "title", "sections", "columns", "chart", "keyFigures"], in: map)
    let purposes = ReportSheet.Purpose.allCases.filter { $0 != .other }
    let purpose = try term(try value("sheet", in: map), "sheet", purposes)
    var sheet = ReportDefinition.Sheet(
      purpose: purpose,
      title: nil,
      sections: [],
      columns: [],
      hasChart: true,
      keyFigures: 6
    )
    if let title = map["title"] { sheet.title = try text(title, "title", placeholders: []) }
    let sections = ReportDefinition.sections(purpose)
    sheet.sections = try terms("sections", in: map, allowed: sections)
    let columns = ReportDefinition.columns(purpose)
    sheet.columns = try terms("columns", in: map, allowed: columns)
    if let chart = map["chart"] {
      guard let hasChart = chart.bool else {
        throw error(.wrongType, chart, "chart is not true or false", "write true or false")
      }
      sheet.hasChart = hasChart
    }
    if let count = map["keyFigures"] {
      guard let number = count.int, (0...6).contains(number) else {
        throw error(.unknownValue, count, "keyFigures is not a number from 0 to 6", "write 0 to 6")
      }
      sheet.keyFigures = number
    }
    return sheet
  }

  func text(
    _ node: Node,
    _ key: String,
    placeholders: [String]
  ) throws(ReportDefinitionError) -> ReportDefinition.Text {
    let text: ReportDefinition.Text
    if let plain = node.scalar?.string {
      text = ReportDefinition.Text(swedish: plain, english: plain)
    } else {
      let map = try mapping(node, key)
      try allow(["sv", "en"], in: map)
      text = ReportDefinition.Text(
        swedish: try string(try value("sv", in: map), "sv"),
        english: try string(try value("en", in: map), "en")
      )
    }
    for version in [text.swedish, text.english] {
      for part in version.components(separatedBy: "{{").dropFirst() {
        let name = part.components(separatedBy: "}}")[0].trimmingCharacters(in: .whitespaces)
        guard placeholders.contains(name) else {
          throw error(
            .unknownValue,
            node,
            "\(key) asks for {{\(name)}}",
            allowed(placeholders)
          )
        }
      }
    }
    return text
  }

  func terms<Term: RawRepresentable & Equatable>(
    _ key: String,
    in map: Node.Mapping,
    allowed: [Term]
  ) throws(ReportDefinitionError) -> [Term] where Term.RawValue == String {
    guard let node = map[key] else { return allowed }
    var terms: [Term] = []
    for item in try sequence(node, key) {
      let term = try term(item, key, allowed)
      guard !terms.contains(term) else {
        throw error(.unknownValue, item, "\(key) has \(term.rawValue) twice", "write it once")
      }
      terms.append(term)
    }
    return terms
  }

  func term<Term: RawRepresentable>(
    _ node: Node,
    _ key: String,
    _ allowed: [Term]
  ) throws(ReportDefinitionError) -> Term where Term.RawValue == String {
    let word = try string(node, key)
    guard let term = allowed.first(where: { $0.rawValue == word }) else {
      throw error(
        .unknownValue,
        node,
        "\(key) does not have \"\(word)\"",
        self.allowed(allowed.map(\.rawValue))
      )
    }
    return term
  }

  func value(_ key: String, in map: Node.Mapping) throws(ReportDefinitionError) -> Node {
    guard let node = map[key] else {
      throw ReportDefinitionError(
        code: .missingKey,
        place: place(map.mark),
        problem: "the key \(key) is missing",
        remedy: "add it"
      )
    }
    return node
  }

  func allow(_ keys: [String], in map: Node.Mapping) throws(ReportDefinitionError) {
    for (key, _) in map {
      let name = try string(key, "a key")
      guard keys.contains(name) else {
        throw error(.unknownKey, key, "the key \(name) has no meaning here", allowed(keys))
      }
    }
  }

  func mapping(_ node: Node, _ key: String) throws(ReportDefinitionError) -> Node.Mapping {
    guard let mapping = node.mapping else {
      throw error(.wrongType, node, "\(key) has no keys", "write lines of the form key: value")
    }
    return mapping
  }

  func sequence(_ node: Node, _ key: String) throws(ReportDefinitionError) -> Node.Sequence {
    guard let sequence = node.sequence else {
      throw error(.wrongType, node, "\(key) is not a list", "write [a, b] or a line for each: - a")
    }
    return sequence
  }

  func string(_ node: Node, _ key: String) throws(ReportDefinitionError) -> String {
    guard let scalar = node.scalar else {
      throw error(.wrongType, node, "\(key) is not a word", "write one word or a text in quotes")
    }
    return scalar.string
  }

  func error(
    _ code: ReportDefinitionError.Code,
    _ node: Node,
    _ problem: String,
    _ remedy: String
  ) -> ReportDefinitionError {
    ReportDefinitionError(code: code, place: place(node.mark), problem: problem, remedy: remedy)
  }

  private func allowed(_ words: [String]) -> String {
    words.isEmpty ? "leave it out" : "allowed are \(words.joined(separator: ", "))"
  }

  private func place(_ mark: Mark?) -> String { mark.map { "\(file):\($0.line)" } ?? file }

  private func place(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      "\(file):\(mark.line)"
    default: file
    }
  }
}
