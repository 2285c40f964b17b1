import Foundation
import NyckeltalText

/// A Word document (ECMA-376): its body in order, then its footnotes.
struct WordDocument {
  let document: String
  let bytes: Data
  let limits: DocumentLimits

  func text() throws -> ExtractedText {
    let parts = try WordArchive.parts(bytes, document: document, limits: limits)
    let name = try mainPart(parts)
    guard let body = parts[name] else { throw DocumentError(.unknownFormat, document: document) }
    let styles =
      try parts["word/styles.xml"].map { try WordStyles($0, document: document) } ?? WordStyles()
    let numbering =
      try parts["word/numbering.xml"].map { try WordNumbering($0, document: document) }
      ?? WordNumbering()
    func walker(_ writer: FlowWriter) -> WordWalker {
      WordWalker(styles: styles, numbering: numbering, writer: writer)
    }
    let inserted = try insertedPages(parts, of: name)
    /// The lines of all heads or feet; those that are the same in several are one.
    func edges(_ prefix: String) throws -> [ArraySlice<UInt8>] {
      var lines: [ArraySlice<UInt8>] = []
      for name in parts.keys.sorted() where name.hasPrefix(prefix) {
        var walker = walker(FlowWriter(document: document, limit: limits.partBytes))
        try walker.walk(parts[name] ?? [], document: document, part: name)
        for line in walker.writer.text.utf8.split(separator: Byte.newline)
        where !lines.contains(line) {
          guard lines.count < Self.edgeLines else { return lines }
          lines.append(line.starts(with: "## ".utf8) ? line.dropFirst(3) : line)
        }
      }
      return lines
    }
    var writer = FlowWriter(document: document, limit: limits.partBytes)
    for line in try edges("word/header") {
      try writer.addFurniture(line, isHead: true)
    }
    var walker = walker(writer)
    walker.inserted = inserted
    try walker.walk(body, document: document, part: name)
    for part in ["word/footnotes.xml", "word/endnotes.xml"] {
      guard let notes = parts[part] else { continue }
      try walker.walk(notes, document: document, part: part)
    }
    writer = walker.writer
    for line in try edges("word/footer") {
      try writer.addFurniture(line, isHead: false)
    }
    return writer.text
  }

  /// The part that holds the text, as the package tells it.
  private func mainPart(_ parts: [String: [UInt8]]) throws -> String {
    let relations = try parts[WordArchive.relationships].map {
      try WordRelationships($0, of: "", document: document, part: WordArchive.relationships)
    }
    if let main = relations?.mainPart, parts[main] != nil { return main }
    return parts["word/document.xml"] == nil ? "word/document2.xml" : "word/document.xml"
  }

  /// The pages that were put into the text, by their identifiers there.
  private func insertedPages(
    _ parts: [String: [UInt8]],
    of main: String
  ) throws -> [String: [UInt8]] {
    let part = "word/_rels/\(main.split(separator: "/").last ?? "").rels"
    guard let bytes = parts[part] else { return [:] }
    let relations = try WordRelationships(bytes, of: "word/", document: document, part: part)
    return relations.targets.compactMapValues { parts[$0] }
  }

  /// More lines than the heads of a document's pages have.
  private static let edgeLines = 100
}
