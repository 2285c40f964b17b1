import Foundation
public import NyckeltalModel
import NyckeltalText

/// Renders documents and what was read from them as one page on which somebody checks every figure
/// against its source, and takes the corrections along as a file.
///
/// The page needs nothing else and loads nothing: its policy allows the script and the style that
/// stand in it, by their hashes, and no others. The same documents give the same bytes.
///
/// ```swift
/// let bytes = ReviewPage(indicators: catalogue.indicators).bytes(documents)
/// ```
public struct ReviewPage: Sendable {
  /// The language in which the page opens; it can be changed there.
  public enum Language: String, Sendable, CaseIterable {
    /// Swedish.
    case swedish = "sv"
    /// English.
    case english = "en"
  }

  /// The indicators to choose from.
  public var indicators: [Indicator]
  /// What rules mean, by their names.
  public var rules: [String: String]
  /// The language in which the page opens.
  public var language: Language

  /// Makes a renderer.
  public init(
    indicators: [Indicator],
    rules: [String: String] = [:],
    language: Language = .swedish
  ) {
    self.indicators = indicators
    self.rules = rules
    self.language = language
  }

  /// The page in UTF-8.
  public func bytes(_ documents: [ReviewDocument]) -> [UInt8] {
    let style = PackageResources.page_css
    let script = Self.script
    let title = language == .swedish ? "Granska uppgifter" : "Check figures"
    let needed =
      language == .swedish
      ? "Sidan behöver JavaScript; den laddar ingenting och skickar ingenting."
      : "The page needs JavaScript; it loads nothing and sends nothing."
    let policy =
      "default-src 'none'; script-src 'sha256-\(Self.digest(script))'; "
      + "style-src 'sha256-\(Self.digest(style))'; base-uri 'none'; form-action 'none'"
    var page = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      """.utf8
    )
    page += style
    page += "</style>\n</head>\n<body>\n<noscript>\(needed)</noscript>\n".utf8
    page += "<script type=\"application/json\" id=\"data\">".utf8
    page += data(documents)
    page += "</script>\n<script>".utf8
    page += script
    page += "</script>\n</body>\n</html>\n".utf8
    return page
  }

  /// A text's SHA-256 in base 64, by which a policy allows it.
  private static func digest(_ bytes: [UInt8]) -> String {
    let digits = Array(SHA256.hexadecimal(bytes).utf8)
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0..<$0 + 2] }
    let digest = pairs.compactMap { UInt8(String(decoding: $0, as: UTF8.self), radix: 16) }
    return Data(digest).base64EncodedString()
  }

  /// The page's script: its parts, one after the other.
  private static let script: [UInt8] =
    PackageResources.words_js + PackageResources.figures_js + PackageResources.state_js
    + PackageResources.text_js + PackageResources.list_js + PackageResources.details_js
    + PackageResources.form_js + PackageResources.main_js

  /// What the page shows, as JSON in which nothing ends the element that it stands in.
  private func data(_ documents: [ReviewDocument]) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.string(identity(documents), "page")
    json.string(language.rawValue, "language")
    write(indicators, to: &json)
    let used = Set(documents.flatMap { $0.items.flatMap(\.observation.rules) })
    json.beginArray("rules")
    for name in used.sorted() {
      guard let meaning = rules[name] else { continue }
      json.beginObject()
      json.string(name, "name")
      json.string(meaning, "meaning")
      json.endObject()
    }
    json.endArray()
    json.beginArray("documents")
    for document in documents { document.write(to: &json) }
    json.endArray()
    json.endObject()
    return json.withBytes { bytes in
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count)
      for byte in bytes {
        if byte == 0x3C { escaped += "\\u003c".utf8 } else { escaped.append(byte) }
      }
      return escaped
    }
  }

  /// By what the browser knows the page's decisions again when it is opened anew: the documents.
  private func identity(_ documents: [ReviewDocument]) -> String {
    var hash = StableHash.basis
    for document in documents {
      hash = StableHash.mix(StableHash.of(document.content.utf8, from: hash), Byte.newline)
      hash = StableHash.mix(StableHash.of(document.name.utf8, from: hash), Byte.newline)
    }
    return StableHash.hexadecimal(hash)
  }

  private func write(_ indicators: [Indicator], to json: inout JSONText) {
    json.beginArray("indicators")
    for indicator in indicators {
      json.beginObject()
      json.string(indicator.id, "id")
      json.string(indicator.topic.rawValue, "topic")
      json.string(indicator.swedishName, "sv")
      json.string(indicator.englishName, "en")
      json.string(indicator.unit?.rawValue, "unit")
      json.string(indicator.definition, "definition")
      json.endObject()
    }
    json.endArray()
  }
}
