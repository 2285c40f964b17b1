import Foundation
import Mustache

/// The wording of a part of a report: a Mustache template, each line of which is a sentence.
///
/// A template that begins with `{{% CONTENT_TYPE:TEXT}}` or not is text all the same: nothing is
/// escaped. Lines that render empty are left out. `{{sources}}` marks what a sentence rests on, and
/// `{{remark}}` a sentence that points out something missing. `{{> summary}}` and `{{> missing}}`
/// stand for the built-in texts. See `ReportTemplates/README.md` for all names.
///
/// ## Topics
/// - ``init(_:language:file:line:parameters:)``
/// - ``builtIn(_:_:)``
public struct TextTemplate: Sendable {
  /// The template's text.
  public let text: String
  /// The language that it is in; built-in texts that it takes in are in the same.
  public let language: ReportLanguage

  private let template: MustacheTemplate
  private let library: MustacheLibrary

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - text: The template's text.
  ///   - language: The language that it is in.
  ///   - file: The file's name, for messages.
  ///   - line: The line of the file at which the text begins.
  ///   - parameters: Names of the definition's own, allowed beside the usual.
  /// - Throws: ``ReportDefinitionError`` for what is no Mustache, for a name that has no meaning,
  ///   and for a template within it that does not exist.
  public init(
    _ text: String,
    language: ReportLanguage,
    file: String,
    line: Int = 1,
    parameters: [String] = []
  ) throws(ReportDefinitionError) {
    self.text = text
    self.language = language
    let checked = text.replacing("\r\n", with: "\n")
    let check = TemplateCheck(file: file, firstLine: line, parameters: parameters)
    let partials = try check.partials(in: checked)
    do {
      template = try MustacheTemplate(string: Self.contentType + checked)
    } catch {
      throw check.error(error)
    }
    var library = MustacheLibrary()
    for name in partials {
      library.register(try Self.builtIn(name, language).template, named: name)
    }
    self.library = library
  }

  private static let contentType = "{{% CONTENT_TYPE:TEXT}}"

  /// The sentences that it makes of values.
  func lines(_ values: [String: Any]) -> [ReportLine] {
    template.render(values, library: library).split(separator: "\n").compactMap { line in
      let sentence = TemplateMark.read(line)
      return sentence.text.isEmpty ? nil : sentence
    }
  }

  /// What it makes of values as one line: a title.
  func line(_ values: [String: Any]) -> String {
    lines(values).map(\.text).joined(separator: " ")
  }
}

extension TextTemplate: Hashable {
  /// Compares texts and languages.
  public static func == (left: TextTemplate, right: TextTemplate) -> Bool {
    left.text == right.text && left.language == right.language
  }

  /// Hashes text and language.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(language)
  }
}

/// Signs in rendered text that no text from outside can hold: they are taken out of every value.
enum TemplateMark {
  private static let sourcesStart: Character = "\u{E000}"
  private static let sourcesEnd: Character = "\u{E001}"
  private static let remarkSign: Character = "\u{E002}"

  /// What `{{remark}}` renders as.
  static let remark = String(remarkSign)

  /// What `{{sources}}` renders as.
  static func sources(_ numbers: [Int]) -> String {
    "\(sourcesStart)\(numbers.map(String.init).joined(separator: ","))\(sourcesEnd)"
  }

  /// A value without these signs and without line ends.
  static func clean(_ text: String) -> String {
    guard text.contains(where: { $0.isNewline || isSign($0) }) else { return text }
    return String(text.map { $0.isNewline ? " " : $0 }.filter { !isSign($0) })
  }

  private static func isSign(_ character: Character) -> Bool {
    character == sourcesStart || character == sourcesEnd || character == remarkSign
  }

  /// Takes the signs out of a rendered line again.
  static func read(_ line: Substring) -> ReportLine {
    var text = ""
    var numbers: Set<Int> = []
    var isRemark = false
    var rest = line
    while let character = rest.popFirst() {
      switch character {
      case remarkSign:
        isRemark = true
      case sourcesStart:
        let inner = rest.prefix { $0 != sourcesEnd }
        numbers.formUnion(inner.split(separator: ",").compactMap { Int($0) })
        rest = rest.dropFirst(inner.count + 1)
      case " ", "\t":
        if !text.isEmpty, text.last != " " { text.append(" ") }
      default:
        text.append(character)
      }
    }
    while text.last == " " { text.removeLast() }
    return ReportLine(text, sources: numbers.sorted(), isRemark: isRemark)
  }
}
