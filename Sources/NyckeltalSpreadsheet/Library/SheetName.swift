/// The name of a sheet, as Excel allows it: 1–31 characters, none of `[]:*?/\`, no apostrophe at an end.
struct SheetName: Sendable, Hashable {
  /// The name.
  let string: String

  /// Makes a name that is not among those used already.
  ///
  /// Excel compares names without regard to case, also outside ASCII: Åre and åre are the same.
  ///
  /// - Throws: ``SpreadsheetError`` when the name is not allowed.
  init(_ name: String, used: Set<String> = []) throws(SpreadsheetError) {
    let problem: String? =
      if name.isEmpty || name.utf16.count > 31 {
        "a sheet's name has 1 to 31 characters"
      } else if name.contains(where: { "[]:*?/\\".contains($0) }) {
        "a sheet's name has none of [ ] : * ? / \\"
      } else if name.hasPrefix("'") || name.hasSuffix("'") {
        "a sheet's name does not begin or end with an apostrophe"
      } else if CleanText(name).string != name || name.contains("\n") {
        "a sheet's name has no control characters"
      } else if name.lowercased() == "history" {
        "Excel keeps the name History for itself"
      } else if used.contains(name.lowercased()) {
        "two sheets have the same name"
      } else {
        nil
      }
    if let problem {
      throw SpreadsheetError(
        code: .badSheetName,
        place: CleanText(name, limit: 64).string,
        problem: problem,
        remedy: "change the sheet's title in the report definition"
      )
    }
    string = name
  }

  /// The name inside a formula.
  var quoted: String { "'\(string.replacing("'", with: "''"))'" }
}

/// A name for a range of cells: a letter, then letters, digits and underscores.
struct DefinedName: Sendable, Hashable {
  /// The name.
  let string: String

  /// libxlsxwriter keeps a name in 128 bytes together with its sheet's.
  private static let mostBytes = 60

  /// Checks a name.
  ///
  ///
  /// - Throws: ``SpreadsheetError`` when the name is not allowed.
  init(_ name: String) throws(SpreadsheetError) {
    let isWord =
      name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    guard isWord, name.utf8.count <= Self.mostBytes, !Self.looksLikeCell(name) else {
      throw SpreadsheetError(
        code: .badDefinedName,
        place: CleanText(name, limit: 64).string,
        problem: "a defined name has letters, digits and _, begins with a letter and is no cell",
        remedy: "choose another name"
      )
    }
    string = name
  }

  /// Makes a name of a sheet's title: what is not allowed becomes _, what is too long is cut.
  init(title: String) throws(SpreadsheetError) {
    var words = ""
    for letter in title.prefix(25) {
      let allowed = letter.isLetter || letter.isNumber ? String(letter) : "_"
      // Two bytes are for what comes first where the title cannot.
      if words.utf8.count + allowed.utf8.count > Self.mostBytes - 2 { break }
      words += allowed
    }
    let isAllowed = words.first?.isLetter == true && !Self.looksLikeCell(words)
    try self.init(isAllowed ? words : "T_" + words)
  }

  /// Whether Excel would read it as a cell: A1, R1C1, R, C.
  private static func looksLikeCell(_ name: String) -> Bool {
    let upper = name.uppercased()
    if upper == "R" || upper == "C" { return true }
    let letters = upper.prefix { ("A"..."Z").contains($0) }
    let rest = upper.dropFirst(letters.count)
    if letters.count <= 3, !letters.isEmpty, !rest.isEmpty, rest.allSatisfy(\.isNumber) {
      return true
    }
    return upper.first == "R" && upper.dropFirst().first?.isNumber == true
  }
}
