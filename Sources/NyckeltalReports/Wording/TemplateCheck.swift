import Mustache

/// Finds what a template asks for that does not exist, before anything is rendered: the library
/// renders an unknown name, and a missing template, as nothing.
struct TemplateCheck {
  var file: String
  var firstLine: Int
  var parameters: [String]

  /// One `{{…}}`.
  private struct Tag {
    var line: Int
    var sigil: Character?
    var name: String
  }

  /// Checks every tag.
  ///
  /// - Returns: The names of the templates that it takes in.
  func partials(in text: String) throws(ReportDefinitionError) -> [String] {
    if text.utf8.count > Self.mostBytes {
      throw error(
        Tag(line: firstLine, name: ""),
        "the text is longer than \(Self.mostBytes >> 10) kB",
        "leave out what is no sentence of the report"
      )
    }
    var partials: [String] = []
    var open: [String] = []
    for tag in try tags(in: text) {
      try follow(tag, &open)
      switch tag.sigil {
      case "!", "%":
        continue
      case ">":
        guard TextTemplate.builtInNames.contains(tag.name) else {
          throw error(
            tag,
            "the template \(tag.name) is missing",
            "there are \(TextTemplate.builtInNames.joined(separator: ", "))"
          )
        }
        if !partials.contains(tag.name) { partials.append(tag.name) }
      case "=", "<", "$":
        throw error(
          tag,
          "{{\(tag.sigil.map(String.init) ?? "")…}} is not used in report texts",
          "use {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} and {{> name}}"
        )
      default:
        try check(tag)
      }
    }
    return partials
  }

  /// Texts of reports are some kilobytes.
  private static let mostBytes = 64 << 10
  /// How deep sections may stand in each other.
  private static let mostSections = 8
  /// How deep lists may: each multiplies what the inner ones give.
  private static let mostLists = 2

  /// Keeps the sections that are open, whose number in each other is limited: a list within a list
  /// within a list is a report without end.
  private func follow(_ tag: Tag, _ open: inout [String]) throws(ReportDefinitionError) {
    if tag.sigil == "/" { _ = open.popLast() }
    guard tag.sigil == "#" || tag.sigil == "^" else { return }
    open.append(tag.name)
    let lists = open.count { TemplateVocabulary.sections.contains($0) }
    guard open.count <= Self.mostSections, lists <= Self.mostLists else {
      throw error(
        tag,
        "sections stand too deep in each other",
        "use at most \(Self.mostLists) lists in each other, and \(Self.mostSections) sections in all"
      )
    }
  }

  /// What Mustache itself refuses.
  func error(_ error: any Error) -> ReportDefinitionError {
    guard let error = error as? MustacheTemplate.ParserError else {
      return ReportDefinitionError(
        code: .notMustache,
        place: file,
        problem: "the text is not a Mustache template",
        remedy: "check that every {{#name}} has its {{/name}}"
      )
    }
    let reason: String =
      switch error.error {
      case MustacheTemplate.Error.sectionCloseNameIncorrect:
        "a {{/…}} does not have the name of the section that it ends"
      case MustacheTemplate.Error.expectedSectionEnd:
        "a section is not ended"
      case MustacheTemplate.Error.unrecognisedConfigVariable,
        MustacheTemplate.Error.invalidConfigVariableSyntax:
        "a {{% …}} has no meaning"
      default: "a tag is badly formed"
      }
    return ReportDefinitionError(
      code: .notMustache,
      place: place(error.context.lineNumber),
      problem: "the text is not a Mustache template: \(reason)",
      remedy: "check that every {{ has its }} and every {{#name}} its {{/name}}"
    )
  }

  private func check(_ tag: Tag) throws(ReportDefinitionError) {
    var name = tag.name
    if let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      let change = String(name[..<open])
      guard TemplateVocabulary.changes.contains(change) else {
        throw error(
          tag,
          "the text asks for \(change)(…)",
          "allowed are \(TemplateVocabulary.changes.joined(separator: ", "))"
        )
      }
      name = String(name[name.index(after: open)...].dropLast())
    }
    guard name != "." else { return }
    let known = TemplateVocabulary.names
    for part in name.split(separator: ".") where !known.contains(String(part)) {
      guard !parameters.contains(String(part)) else { continue }
      throw error(
        tag,
        "the text asks for {{\(part)}}",
        "allowed are \((parameters + known.sorted()).joined(separator: ", "))"
      )
    }
  }

  private func tags(in text: String) throws(ReportDefinitionError) -> [Tag] {
    var tags: [Tag] = []
    var line = firstLine
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].count { $0 == "\n" }
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else {
        throw error(Tag(line: line, name: ""), "{{ is not ended", "end the name with }}")
      }
      var inner = rest[..<close.lowerBound].drop { $0.isWhitespace }
      let start = line
      line += rest[..<close.lowerBound].count { $0 == "\n" }
      rest = rest[close.upperBound...]
      var sigil: Character?
      if let first = inner.first, "#^/>!%=<$&{".contains(first) {
        sigil = first
        inner = inner.dropFirst()
        if first == "{", rest.first == "}" { rest = rest.dropFirst() }
      }
      let name = String(
        inner.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
      )
      tags.append(Tag(line: start, sigil: sigil, name: name))
    }
    return tags
  }

  private func error(_ tag: Tag, _ problem: String, _ remedy: String) -> ReportDefinitionError {
    ReportDefinitionError(
      code: tag.sigil == ">" ? .missingTemplate : .unknownValue,
      place: "\(file):\(tag.line)",
      problem: problem,
      remedy: remedy
    )
  }

  private func place(_ line: Int) -> String { "\(file):\(line + firstLine - 1)" }
}
