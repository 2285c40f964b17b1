/// What is wrong with a command line, in Swedish.
enum SwedishFault {
  /// The parser's own words.
  private static let parser: [(english: String, swedish: String)] = [
    ("Error: Missing expected argument ", "Fel: argumentet saknas: "),
    ("Error: Missing value for ", "Fel: värdet saknas för "),
    ("Error: Unknown option ", "Fel: det finns inget "),
    ("Error: Unexpected argument ", "Fel: oväntat argument "),
    ("Error: The value ", "Fel: värdet "),
    ("Error: ", "Fel: "),
    (" is invalid for ", " passar inte för "),
    ("Please provide one of the following:", "Ange något av följande:"),
    ("Please provide one of ", "Ange något av "),
    ("Did you mean ", "Menade du "),
    ("did you mean ", "menade du "),
    ("\nHelp: ", "\nHjälp: "),
    ("\nUsage: ", "\nAnvändning: "),
    ("\n  See ", "\n  Se "),
    (" for more information.", " för mer."),
  ]

  /// A fault as the parser prints it, in Swedish as far as it is known.
  static func text(_ english: String) -> String {
    var text = english
    let start = "Error: "
    if text.hasPrefix(start) {
      let first = text.dropFirst(start.count).prefix { $0 != "\n" }
      let said = ToolLanguage.said(String(first))
      text = start + said + text.dropFirst(start.count + first.count)
    }
    for (english, swedish) in parser { text = text.replacing(english, with: swedish) }
    return text
  }
}
