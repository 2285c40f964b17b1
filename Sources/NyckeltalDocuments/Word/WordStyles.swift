/// Which paragraph styles of a Word document are headings, and which bring a list number.
struct WordStyles {
  private struct Style {
    var base: String?
    var isHeading = false
    var isContents = false
    var numbering: WordNumbering.Place?
  }

  private var styles: [String: Style] = [:]

  /// Makes a table without styles.
  init() {}

  /// Reads `word/styles.xml`.
  init(_ bytes: [UInt8], document: String) throws {
    try MarkupReader.readXML(bytes, document: document, part: "word/styles.xml") { reader in
      var id: String?
      var style = Style()
      while let event = try reader.next() {
        switch event {
        case .element("style"):
          id = reader.attribute("styleId")
          style = Style()
        case .element("name"):
          style.isHeading = style.isHeading || Self.namesHeading(reader.attribute("val") ?? "")
          style.isContents = Self.namesContents(reader.attribute("val") ?? "")
        case .element("basedOn"):
          style.base = reader.attribute("val")
        case .element("outlineLvl"):
          style.isHeading = style.isHeading || (reader.number("val") ?? 9) < 9
        case .element("numId"):
          style.numbering = WordNumbering.Place(
            list: reader.attribute("val") ?? "0",
            level: style.numbering?.level ?? 0
          )
        case .element("ilvl"):
          style.numbering = WordNumbering.Place(
            list: style.numbering?.list ?? "0",
            level: reader.number("val") ?? 0
          )
        case .elementEnd("style"):
          if let id { styles[id] = style }
        default: break
        }
      }
    }
  }

  /// Whether paragraphs of a style are headings.
  func isHeading(_ id: String) -> Bool { first(id) { $0.isHeading ? true : nil } ?? false }

  /// Whether paragraphs of a style are entries of a table of contents: "TOC1", "Innehåll 1".
  func isContents(_ id: String) -> Bool {
    Self.namesContents(id) || styles[id]?.isContents == true
  }

  /// The list that a style brings with it.
  func numbering(_ id: String) -> WordNumbering.Place? { first(id) { $0.numbering } }

  /// Looks a property up in a style and those it builds on.
  private func first<Value>(_ id: String, _ property: (Style) -> Value?) -> Value? {
    var next: String? = id
    // a chain that bites its tail ends too
    for _ in 0..<20 {
      guard let name = next, let style = styles[name] else { return nil }
      if let value = property(style) { return value }
      next = style.base
    }
    return nil
  }

  private static func namesHeading(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["heading", "rubrik", "title", "subtitle"].contains { name.hasPrefix($0) }
  }

  private static func namesContents(_ name: String) -> Bool {
    let letters = name.lowercased().filter(\.isLetter)
    return name.last?.isNumber == true
      && ["toc", "innehåll", "innehll", "contents"].contains(letters)
  }
}
