import Foundation
import NyckeltalModel
import Yams

extension DefinitionReader {
  /// The blocks of a sheet: those that it lists, else the usual ones of a summary.
  func blocks(
    in map: Node.Mapping,
    _ purpose: ReportSheet.Purpose
  ) throws(ReportDefinitionError) -> [ReportDefinition.Block] {
    let short = ["chart", "keyFigures"].first { map[$0] != nil }
    if let list = map["blocks"] {
      if let short, let node = map[short] {
        throw error(
          .unknownKey,
          node,
          "\(short) stands beside blocks",
          "write it as one of the blocks: - \(short): …"
        )
      }
      var blocks: [ReportDefinition.Block] = []
      for node in try sequence(list, "blocks") { blocks.append(try block(node)) }
      return blocks
    }
    guard purpose == .summary else {
      if let short, let node = map[short] {
        throw error(
          .unknownKey,
          node,
          "\(short) belongs to the summary",
          "write blocks: with - \(short): … in it"
        )
      }
      return []
    }
    var hasChart = true
    if let chart = map["chart"] { hasChart = try bool(chart, "chart") }
    var count = Self.mostKeyFigures
    if let number = map["keyFigures"] { count = try keyFigures(number) }
    return try ReportDefinition.summaryBlocks(keyFigures: count, hasChart: hasChart)
  }

  private static let mostKeyFigures = 6

  private func keyFigures(_ node: Node) throws(ReportDefinitionError) -> Int {
    guard let number = node.int, (0...Self.mostKeyFigures).contains(number) else {
      throw error(.unknownValue, node, "keyFigures is not a number from 0 to 6", "write 0 to 6")
    }
    return number
  }

  private func bool(_ node: Node, _ key: String) throws(ReportDefinitionError) -> Bool {
    guard let value = node.bool else {
      throw error(.wrongType, node, "\(key) is not true or false", "write true or false")
    }
    return value
  }

  private func block(_ node: Node) throws(ReportDefinitionError) -> ReportDefinition.Block {
    let map = try mapping(node, "blocks")
    let kinds = ["keyFigures", "text", "file", "chart"]
    try allow(kinds + ["heading"], in: map)
    let present = kinds.filter { map[$0] != nil }
    guard present.count == 1, let kind = present.first, let content = map[kind] else {
      throw error(
        present.isEmpty ? .missingKey : .unknownKey,
        node,
        present.isEmpty ? "a block has no content" : "a block is several things at once",
        "write one of \(kinds.joined(separator: ", ")), each after a - of its own"
      )
    }
    if let heading = map["heading"], kind != "text" && kind != "file" {
      throw error(.unknownKey, heading, "\(kind) has no heading", "leave it out")
    }
    switch kind {
    case "keyFigures": return .keyFigures(try keyFigures(content))
    case "chart": return .chart(try chart(content))
    default:
      var heading: ReportDefinition.Text?
      if let node = map["heading"] {
        heading = try title(node, "heading", ReportDefinition.placeholders(self.kind))
      }
      let text = kind == "text" ? try self.text(content) : try fileText(content)
      return .text(text, heading: heading)
    }
  }

  private func chart(
    _ node: Node
  ) throws(ReportDefinitionError) -> ReportDefinition.ChartContent? {
    if node.bool == true { return nil }
    return try term(node, "chart", ReportDefinition.charts(kind))
  }

  /// A built-in text by its name, or templates of the definition's own.
  private func text(_ node: Node) throws(ReportDefinitionError) -> ReportDefinition.Text {
    if let word = node.scalar?.string, TextTemplate.builtInNames.contains(word) {
      return try .builtIn(word)
    }
    if let scalar = node.scalar, !scalar.string.contains(where: { $0 == " " || $0.isNewline }) {
      throw error(
        .missingTemplate,
        node,
        "the text \(scalar.string) is missing",
        allowed(TextTemplate.builtInNames) + ", or the text itself under sv: and en:"
      )
    }
    return try template(node, "text", parameters: parameters)
  }

  /// Texts in files of their own: one for both languages, or one for each.
  private func fileText(_ node: Node) throws(ReportDefinitionError) -> ReportDefinition.Text {
    if node.scalar != nil {
      return ReportDefinition.Text(
        swedish: try template(fileAt: node, .swedish),
        english: try template(fileAt: node, .english)
      )
    }
    let map = try mapping(node, "file")
    try allow(["sv", "en"], in: map)
    return ReportDefinition.Text(
      swedish: try template(fileAt: try value("sv", in: map), .swedish),
      english: try template(fileAt: try value("en", in: map), .english)
    )
  }

  private func template(
    fileAt node: Node,
    _ language: ReportLanguage
  ) throws(ReportDefinitionError) -> TextTemplate {
    let name = try string(node, "file")
    let path =
      name.hasPrefix("/") || !file.contains("/")
      ? name : URL(fileURLWithPath: file).deletingLastPathComponent().relativePath + "/" + name
    let text: String
    do {
      text = try reading?(path) ?? String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw self.error(
        .missingTemplate,
        node,
        "the text \(path) cannot be read",
        "begin with a built-in one: nyckeltal templates show summary.sv > \(name)"
      )
    }
    return try TextTemplate(text, language: language, file: path, parameters: parameters)
  }
}
