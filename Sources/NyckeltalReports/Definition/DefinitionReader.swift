import Foundation
import NyckeltalModel
import Yams

/// Reads the parts of a definition, and says where one is wrong.
struct DefinitionReader {
  var file: String
  var reading: (@Sendable (String) throws -> String)?
  var kind = ReportDefinition.Kind.tertial
  /// Names of the definition's own that its texts may ask for.
  var parameters: [String] = []

  func compose(_ yaml: String) throws(ReportDefinitionError) -> Node {
    do {
      try YAMLGuard.check(yaml)
      if let node = try Yams.compose(yaml: yaml) { return node }
    } catch let fault as YAMLGuard.Fault {
      throw ReportDefinitionError(
        code: .notYAML,
        place: "\(file):\(fault.line)",
        problem: fault.problem,
        remedy: fault.remedy
      )
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

  /// A title or heading: one text, or one for each language, with names between double braces.
  func title(
    _ node: Node,
    _ key: String,
    _ placeholders: [String]
  ) throws(ReportDefinitionError) -> ReportDefinition.Text {
    let text = try template(node, key, parameters: parameters)
    let names = placeholders + parameters
    for version in [text.swedish.text, text.english.text] {
      for part in version.components(separatedBy: "{{").dropFirst() {
        let name = part.components(separatedBy: "}}")[0].trimmingCharacters(in: .whitespaces)
        guard names.contains(name) else {
          throw error(.unknownValue, node, "\(key) asks for {{\(name)}}", allowed(names))
        }
      }
    }
    return text
  }

  /// Templates that stand in the definition itself.
  func template(
    _ node: Node,
    _ key: String,
    parameters: [String]
  ) throws(ReportDefinitionError) -> ReportDefinition.Text {
    if node.scalar != nil {
      return ReportDefinition.Text(
        swedish: try template(node, .swedish, key),
        english: try template(node, .english, key)
      )
    }
    let map = try mapping(node, key)
    try allow(["sv", "en"], in: map)
    return ReportDefinition.Text(
      swedish: try template(try value("sv", in: map), .swedish, key),
      english: try template(try value("en", in: map), .english, key)
    )
  }

  private func template(
    _ node: Node,
    _ language: ReportLanguage,
    _ key: String
  ) throws(ReportDefinitionError) -> TextTemplate {
    let text = try string(node, key)
    // A text in a block of lines (|) begins on the line after its key.
    let isBlock = node.scalar?.style == .literal || node.scalar?.style == .folded
    return try TextTemplate(
      text,
      language: language,
      file: file,
      line: (node.mark?.line ?? 1) + (isBlock ? 1 : 0),
      parameters: parameters
    )
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

  func allowed(_ words: [String]) -> String {
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
