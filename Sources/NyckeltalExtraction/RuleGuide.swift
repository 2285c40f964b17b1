import Yams

/// What the rules in an observation's provenance mean.
public enum RuleGuide {
  /// The rules by name, in the guide's order.
  ///
  /// - Throws: ``CatalogueError`` only if the library was built with a broken guide.
  public static func rules() throws(CatalogueError) -> [(name: String, meaning: String)] {
    let text = String(decoding: PackageResources.rules_yaml, as: UTF8.self)
    do {
      guard let mapping = try Yams.compose(yaml: text)?.mapping else { return [] }
      return mapping.compactMap { key, value in
        guard let name = key.string, let meaning = value.string else { return nil }
        return (name, meaning)
      }
    } catch {
      throw CatalogueError(
        file: "rules.yaml",
        line: nil,
        column: nil,
        problem: "\(error)",
        remedy: "build the library anew"
      )
    }
  }
}
