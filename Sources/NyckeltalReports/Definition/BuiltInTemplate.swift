/// A report definition or a text that is compiled in, to be copied and changed.
public struct BuiltInTemplate: Sendable, Hashable {
  /// What it is called: `tertial` is the definition `tertial.yaml`, `summary.sv` the text
  /// `summary.sv.mustache`.
  public let name: String
  /// What it is for, in a line.
  public let summary: String
  /// The file's text, with its comments.
  public let text: String

  /// All of them, definitions first.
  public static let all: [BuiltInTemplate] =
    ReportDefinition.builtIns.map { definition in
      BuiltInTemplate(
        name: definition.name,
        summary: firstComment(definition.yaml, "# "),
        text: definition.yaml
      )
    }
    + TextTemplate.builtInNames.flatMap { name in
      ReportLanguage.allCases.compactMap { language in
        TextTemplate.builtInText(name, language).map { text in
          BuiltInTemplate(
            name: "\(name).\(language.rawValue)",
            summary: firstComment(text, "{{! "),
            text: text
          )
        }
      }
    }

  /// The first sentence of the comment that a file begins with.
  private static func firstComment(_ text: String, _ sign: String) -> String {
    let line = text.prefix { $0 != "\n" }.replacing(sign, with: "").replacing(" }}", with: "")
    return line.split(separator: ". ").first.map { $0.hasSuffix(".") ? String($0) : "\($0)." } ?? ""
  }
}
