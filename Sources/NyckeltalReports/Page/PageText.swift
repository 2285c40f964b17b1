/// Appends HTML to a text; whatever comes from a document is escaped on its way in.
///
/// Every style stands in the element it is for: mail programs take style sheets and scripts away.
struct PageText {
  private(set) var html = ""

  /// Appends markup of our own.
  mutating func markup(_ markup: String) { html += markup }

  /// Appends words.
  mutating func text(_ words: String) { html += Self.escaped(words) }

  /// Appends an element with words in it, and ends the line.
  mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    _ words: String
  ) {
    open(name, attributes)
    text(words)
    close(name)
  }

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    html += "<" + name
    for (key, value) in attributes { html += " \(key)=\"\(Self.escaped(value))\"" }
    html += ">"
  }

  /// Ends an element and the line.
  mutating func close(_ name: String) { html += "</\(name)>\n" }

  /// Words as HTML holds them.
  ///
  /// Controls and code points that are no characters are left out, since no reader shows them (HTML
  /// Living Standard, 13.2.3.5), and so are the marks that turn the direction of text: what is copied
  /// from a document must not rearrange the words around it.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(words.utf8.count)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{A0}": escaped += "&nbsp;"
      case "\t", "\n", "\r": escaped += " "
      default:
        let value = scalar.value
        let isControl = value < 0x20 || (0x7F..<0xA0).contains(value)
        let isNoCharacter = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
        let turns = (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        if !isControl, !isNoCharacter, !turns { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}

/// The styles of a page, as attributes of the elements themselves.
///
/// The font stands in every heading and table, since Outlook hands none down to them.
enum PageStyle {
  /// What depends on where the page is read.
  ///
  /// In the dark the colours are turned with their hues kept, on a telephone the cards stand under
  /// each other and wide tables move sideways, in print no heading is left alone at the end of a
  /// page. A mail program that takes it away shows the page as it is.
  static let sheetOfMedia = """
    @media screen and (prefers-color-scheme: dark) {
      html { background: #ffffff; filter: invert(0.92) hue-rotate(180deg); }
    }
    @media (max-width: 480px) {
      td[style*="width:33%"] { display: block; width: auto !important; margin-bottom: 10px; }
      td[style="width:2%"] { display: none; }
      td, th { overflow-wrap: anywhere; min-width: 3.4em; }
      th:first-child { min-width: 8em; }
      body > div { overflow-x: auto; }
      th[style*="width:34%"] { width: 30% !important; }
      th[style*="width:12%"] { width: 26% !important; }
      svg text { font-size: 18px; }
    }
    @media print {
      h2, h3 { break-after: avoid; }
      tr, li { break-inside: avoid; }
    }

    """

  private static let font = "font-family:Arial,Helvetica,sans-serif"
  static let body =
    "margin:0;padding:0;background-color:#ffffff;color:#1f2933;font-size:14px;line-height:1.45;"
    + font
  static let page = "max-width:920px;margin:0 auto;padding:20px 16px 32px 16px"
  static let title = "margin:0 0 2px 0;font-size:26px;line-height:1.2;color:#17506b;" + font
  static let subtitle = "margin:0 0 8px 0;font-size:16px;color:#5b6770"
  static let basis = "margin:0 0 16px 0;font-size:12px;color:#5b6770"
  static let sheet =
    "margin:28px 0 8px 0;padding:0 0 4px 0;border-bottom:2px solid #17506b;font-size:20px;"
    + "line-height:1.25;color:#17506b;" + font
  static let section = "margin:20px 0 6px 0;font-size:15px;line-height:1.3;color:#17506b;" + font
  static let note = "margin:0 0 6px 0;font-size:13px;color:#5b6770"
  static let table =
    "width:100%;border-collapse:collapse;margin:0 0 8px 0;font-size:13px;color:#1f2933;" + font
  static let scroll = "overflow-x:auto"
  static let link = "color:#1b5e85"
  static let figureLink = "color:#1b5e85;text-decoration:none"
  static let detail = "font-size:12px;font-weight:normal;color:#5b6770"
  static let card = "padding:10px 14px 10px 0;border-top:3px solid #17506b"
  static let cardLabel = "font-size:12px;font-weight:bold;color:#5b6770"
  static let cardFigure = "font-size:26px;line-height:1.25;font-weight:bold;color:#17506b"
  static let list = "margin:0 0 12px 0;padding:0 0 0 20px"
  static let item = "margin:0 0 4px 0"
  static let source = "margin:0 0 6px 0;font-size:13px"
  static let place = "margin:14px 0 4px 0;font-size:13px;line-height:1.3;color:#17506b;" + font
  static let spoken = "background-color:#fbf6ea;font-style:italic"
  static let muted = "color:#5b6770;font-style:italic"
  static let series = ["#9fb2bf", "#1b6e8c", "#c98a2b"]

  static func head(_ isRight: Bool) -> String {
    "padding:5px 8px;text-align:\(isRight ? "right" : "left");vertical-align:bottom;"
      + "background-color:#eef3f6;border-bottom:2px solid #17506b;font-size:12px;color:#17506b"
  }

  /// The style of a row: what its cells have in common and take over from it.
  static func row(isSpoken: Bool) -> String {
    "vertical-align:top" + (isSpoken ? ";" + spoken : "")
  }

  static func cell(_ isRight: Bool) -> String {
    "padding:5px 8px;border-bottom:1px solid #d9e0e5"
      + (isRight ? ";text-align:right;white-space:nowrap" : "")
  }

  /// Dark enough to be read on white (WCAG 2.2, 1.4.3).
  static func color(_ level: ReportStatus.Level) -> String {
    switch level {
    case .good: "#2b7a4b"
    case .attention: "#8f5a08"
    case .bad: "#b3372e"
    case .missing, .neutral: "#5b6770"
    }
  }
}

/// The few words that only a page needs.
struct PageWords {
  /// Leads from a source to its figure.
  var backToFigure: String
  /// The name of what heads the columns of a chart's series.
  var series: String

  init(_ language: ReportLanguage) {
    switch language {
    case .swedish: (backToFigure, series) = ("till uppgiften", "Serie")
    case .english: (backToFigure, series) = ("to the figure", "Series")
    }
  }
}
