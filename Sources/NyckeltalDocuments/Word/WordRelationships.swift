/// Which parts of a Word document a part refers to (ECMA-376 part 2, 8.5).
struct WordRelationships {
  /// The parts by their identifiers.
  private(set) var targets: [String: String] = [:]
  /// The part that holds the document's text, where these are the package's relationships.
  private(set) var mainPart: String?

  /// Reads the relationships of the part in a folder.
  init(_ bytes: [UInt8], of folder: String, document: String, part: String) throws {
    try MarkupReader.readXML(bytes, document: document, part: part) { reader in
      while let event = try reader.next() {
        guard case .element("Relationship") = event, let target = reader.attribute("Target"),
          reader.attribute("TargetMode") != "External"
        else { continue }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        if let id = reader.attribute("Id") { targets[id] = path }
        if reader.attribute("Type")?.hasSuffix("/officeDocument") == true {
          mainPart = mainPart ?? path
        }
      }
    }
  }
}
