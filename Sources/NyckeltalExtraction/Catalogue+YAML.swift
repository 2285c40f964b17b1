import NyckeltalModel
import NyckeltalText
import Yams

extension Catalogue {
  /// Reads a catalogue.
  ///
  /// - Parameters:
  ///   - yaml: The text, in the shape that the built-in catalogue describes at its head.
  ///   - file: The file's name, for errors.
  /// - Throws: ``CatalogueError`` with line and column of what is wrong.
  public init(yaml: String, file: String) throws(CatalogueError) {
    let reader = CatalogueReader(file: file)
    fingerprint = StableHash.of(yaml.utf8)
    guard let root = try reader.compose(yaml) else { return }
    let top = try reader.mapping(root, allowed: ["topics", "indicators"])
    if let topics = top["topics"] { self.topics = try reader.topics(topics) }
    if let indicators = top["indicators"] {
      var lines: [String: Int] = [:]
      for node in try reader.sequence(indicators) {
        let entry = try reader.entry(node)
        if let earlier = lines.updateValue(entry.line, forKey: entry.indicator.id) {
          throw reader.error(
            node,
            "\(entry.indicator.id) is defined twice, first on line \(earlier)",
            "give each indicator an id of its own"
          )
        }
        entries.append(entry)
      }
    }
    try reader.checkSize(self)
  }
}

/// Reads the nodes of a catalogue, each with its place for errors.
private struct CatalogueReader {
  let file: String

  func error(_ node: Node, _ problem: String, _ remedy: String) -> CatalogueError {
    CatalogueError(
      file: file,
      line: node.mark?.line,
      column: node.mark?.column,
      problem: problem,
      remedy: remedy
    )
  }

  /// The most indicators, lines of cues and words of all: some hundred times those built in.
  private static let mostEntries = 10_000
  private static let mostLines = 20_000
  private static let mostPhrases = 200_000

  /// Checks that a catalogue is of a size that can be searched for.
  func checkSize(_ catalogue: Catalogue) throws(CatalogueError) {
    let lines = catalogue.entries.reduce(0) { $0 + $1.cues.count }
    let phrases = catalogue.entries.reduce(catalogue.topics.values.reduce(0) { $0 + $1.count }) {
      $0 + $1.cues.reduce(0) { $0 + $1.terms.reduce(0) { $0 + $1.phrases.count } }
    }
    let parts = [
      ("indicators", catalogue.entries.count, Self.mostEntries),
      ("lines of cues", lines, Self.mostLines),
      ("words", phrases, Self.mostPhrases),
    ]
    for (name, count, most) in parts where count > most {
      throw CatalogueError(
        file: file,
        line: nil,
        column: nil,
        problem: "the catalogue has \(count) \(name), and at most \(most) are read",
        remedy: "leave out what is not looked for"
      )
    }
  }

  func compose(_ yaml: String) throws(CatalogueError) -> Node? {
    do {
      try YAMLGuard.check(yaml)
      return try Yams.compose(yaml: yaml)
    } catch let fault as YAMLGuard.Fault {
      throw CatalogueError(
        file: file,
        line: fault.line,
        column: nil,
        problem: fault.problem,
        remedy: fault.remedy
      )
    } catch let error as YamlError {
      var line: Int?
      var column: Int?
      var problem = "\(error)"
      switch error {
      case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
        .composer(_, let text, let mark, _):
        line = mark.line
        column = mark.column
        problem = text
      default: break
      }
      throw CatalogueError(
        file: file,
        line: line,
        column: column,
        problem: "not valid YAML: \(problem)",
        remedy: "check indentation and quotation marks"
      )
    } catch {
      throw CatalogueError(
        file: file,
        line: nil,
        column: nil,
        problem: "\(error)",
        remedy: "check the file"
      )
    }
  }

  func mapping(_ node: Node, allowed: [String]) throws(CatalogueError) -> [String: Node] {
    guard let mapping = node.mapping else {
      throw error(node, "expected keys and values", "write \(allowed.joined(separator: ", "))")
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, allowed.contains(name) else {
        throw error(
          key,
          "unknown key \(key.string ?? "?")",
          "allowed are \(allowed.joined(separator: ", "))"
        )
      }
      values[name] = value
    }
    return values
  }

  func sequence(_ node: Node) throws(CatalogueError) -> Node.Sequence {
    guard let sequence = node.sequence else {
      throw error(node, "expected a list", "begin each entry with \"- \"")
    }
    return sequence
  }

  func text(_ node: Node) throws(CatalogueError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw error(node, "expected a text", "write it behind the key")
    }
    return scalar.string
  }

  func topics(_ node: Node) throws(CatalogueError) -> [Topic: [Catalogue.TopicWord]] {
    let allowed = Topic.allCases.map(\.rawValue)
    var topics: [Topic: [Catalogue.TopicWord]] = [:]
    let nodes = try mapping(node, allowed: allowed)
    for topic in Topic.allCases {
      guard let list = nodes[topic.rawValue] else { continue }
      for word in try sequence(list) {
        let text = try text(word)
        let isWeak = text.hasPrefix("~")
        guard let phrase = CuePhrase(text.dropFirst(isWeak ? 1 : 0)) else {
          throw error(word, "\"\(text)\" is no cue", Self.cueRemedy)
        }
        topics[topic, default: []].append(
          Catalogue.TopicWord(phrase: phrase, isWeak: isWeak)
        )
      }
    }
    return topics
  }

  private static let cueRemedy = "write words in lower case, with * at an end and _ between words"
  private static let keys = [
    "id", "topic", "sv", "en", "unit", "units", "good", "addsUp", "definition", "share", "cues",
    "source", "general",
  ]

  func entry(_ node: Node) throws(CatalogueError) -> Catalogue.Entry {
    let values = try mapping(node, allowed: Self.keys)
    func required(_ key: String) throws(CatalogueError) -> Node {
      guard let value = values[key] else {
        throw error(node, "an indicator lacks \(key)", "add \(key): …")
      }
      return value
    }
    let idNode = try required("id")
    let id = try text(idNode)
    guard id.utf8.allSatisfy({ Self.isIdentifier($0) }), id.split(separator: ".").count == 2 else {
      throw error(idNode, "\"\(id)\" is no id", "write topic.name in a–z, 0–9 and hyphens")
    }
    let topic: Topic = try choice(try required("topic"))
    var indicator = Indicator(
      id: id,
      topic: topic,
      swedishName: try text(try required("sv")),
      englishName: try text(try required("en"))
    )
    let unit = try required("unit")
    if try text(unit) != "none" { indicator.unit = try choice(unit) as FigureUnit }
    if let good = values["good"] { indicator.goodDirection = try choice(good) }
    if let adds = values["addsUp"] { indicator.addsUp = try flag(adds, "addsUp") }
    if let definition = values["definition"] { indicator.definition = try text(definition) }
    if let source = values["source"] { indicator.definitionSource = try text(source) }
    var entry = Catalogue.Entry(
      indicator: indicator,
      cues: try cues(try required("cues")),
      line: node.mark?.line ?? 0
    )
    if let units = values["units"] {
      for unit in try sequence(units) { entry.otherUnits.append(try choice(unit)) }
    }
    if let general = values["general"] { entry.isGeneral = try flag(general, "general") }
    if let share = values["share"] { entry.share = try text(share) }
    return entry
  }

  private func flag(_ node: Node, _ key: String) throws(CatalogueError) -> Bool {
    guard let flag = node.bool else {
      throw error(node, "\(key) is neither true nor false", "write true or false")
    }
    return flag
  }

  private func cues(_ node: Node) throws(CatalogueError) -> [CueLine] {
    var lines: [CueLine] = []
    for item in try sequence(node) {
      let text = try text(item)
      guard let line = CueLine(text) else {
        throw error(item, "\"\(text)\" is no line of cues", Self.cueRemedy)
      }
      lines.append(line)
    }
    return lines
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node
  ) throws(CatalogueError) -> Value where Value.RawValue == String {
    let text = try text(node)
    guard let value = Value(rawValue: text) else {
      let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(node, "\"\(text)\" is not allowed here", "write one of \(allowed)")
    }
    return value
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E: true
    default: false
    }
  }
}
