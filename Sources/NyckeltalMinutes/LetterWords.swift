import NyckeltalText

/// What the lines at the top of a document say of who writes to whom, in lower case.
enum LetterWords {
  /// Whether a line calls the document a letter of members or citizens: "motion om …",
  /// "interpellation till …", "fråga till …".
  static func isLetter(_ line: String) -> Bool {
    let isSentence = line.last == "." && line.utf8.count > 30
    let words = line.split { !$0.isLetter && $0 != "-" }.map(String.init)
    for (index, word) in words.enumerated() {
      // behind the title: "Fler feriejobb – interpellation till …"
      guard index < (isSentence ? 1 : 3) || !isSentence && line.utf8.count <= 110 else {
        return false
      }
      if letters.contains(word) { return index < 3 || !speaksOf(words[index - 1]) }
      if index < 3, word == "fråga" || word == "frågor" {
        guard let next = words[safe: index + 1] else { return true }
        if index > 0, questions.contains(words[index - 1]) || behindQuestion.contains(next) {
          return true
        }
        return behindQuestion.contains(next)
      }
    }
    return false
  }

  /// Whether a line says that the text is for a newspaper's readers: "Debatt", "Insändare".
  static func isOpinion(_ line: String) -> Bool {
    let words = line.split { !$0.isLetter && $0 != "-" }.prefix(12)
    return words.contains { opinions.contains(String($0)) }
  }

  /// Whether a line is whom a letter is written to: "Till kommunfullmäktige i Ekvik".
  static func isAddressed(_ line: String) -> Bool {
    guard line.hasPrefix("till "), line.last != ".", line.utf8.count <= 110, !line.holds(": ")
    else { return false }
    return addressees.contains { line.holds($0) }
  }

  /// Whether a line heads an answer: "Svar på interpellation om feriejobb".
  static func isAnswer(_ line: String) -> Bool {
    line.hasPrefix("svar på ") || line.hasPrefix("svar till ")
      || line.hasPrefix("interpellationssvar")
      || line.holds(": svar på ") || line.holds("– svar på ")
  }

  /// "i en motion", "om motion": the word is spoken of.
  private static func speaksOf(_ word: String) -> Bool {
    ["en", "den", "över", "på", "av", "i", "denna"].contains(word)
  }

  private static let letters: Set<String> = [
    "motion", "interpellation", "skrivelse", "medborgarförslag", "nämndinitiativ", "e-förslag",
    "ledamotsinitiativ", "ledamotsförslag", "ledamotsskrivelse", "budgetmotion", "e-petition",
    "ledamotsmotion", "gruppmotion", "partimotion", "invånarförslag",
  ]
  private static let questions: Set<String> = ["enkel", "skriftlig", "muntlig", "politisk"]
  private static let behindQuestion: Set<String> = [
    "till", "av", "från", "om", "angående", "rörande", "ställd", "nr", "ang", "inlämnad",
  ]
  private static let opinions: Set<String> = [
    "debatt", "debattartikel", "debattinlägg", "insändare", "insändaren", "replik", "slutreplik",
    "krönika", "blogg", "bloggen", "blogginlägg", "ledare", "ledarsidan", "gästkrönika",
    "facebookinlägg", "debattreplik",
  ]
  private static let addressees = [
    "nämnd", "styrelse", "fullmäktige", "utskott", "ordförande", "råd", "minister", "kommun",
  ]
}
