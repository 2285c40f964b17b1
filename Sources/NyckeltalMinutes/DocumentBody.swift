import NyckeltalText

/// The committee and the municipality whose document it is, as the head names them.
///
/// ```
/// EKVIKS KOMMUN
/// Arbetsmarknads- och socialnämnden
/// ```
/// gives "Arbetsmarknads- och socialnämnden, Ekviks kommun".
struct DocumentBody {
  private var committee: String?
  private var place: String?

  /// Reads the lines of a document's head, white space folded, those that repeat on all pages too;
  /// `nil` where none names a committee.
  static func read(_ lines: [String]) -> String? {
    var body = DocumentBody()
    for line in lines where line.utf8.count <= 160 { body.read(line) }
    guard let committee = body.committee else { return nil }
    return body.place.map { "\(committee), \($0)" } ?? committee
  }

  private mutating func read(_ line: String) {
    let words = line.split { " \t|:;>»".contains($0) }.map { Word($0) }
    // a committee that is written to, and one that a sentence tells of
    guard let first = words.first, !["till", "svar", "från"].contains(first.lower),
      line.last != "."
    else { return }
    if committee == nil, let found = Self.committee(words) {
      committee = found.name
      if let place = found.place { self.place = place }
    }
    if place == nil { place = Self.municipality(words) }
  }

  /// The committee that words name, with the place behind it: "Arbetsmarknadsnämnden i Ekvik".
  private static func committee(_ words: [Word]) -> (name: String, place: String?)? {
    for (index, word) in words.enumerated() {
      var last = index
      if word.lower == "nämnden", index + 2 < words.count, words[index + 1].lower == "för" {
        // "Nämnden för arbetsmarknad och vuxenutbildning"
        last = index + 2
        if last + 2 < words.count, words[last + 1].lower == "och", !words[last].endsPart {
          last += 2
        }
      } else if !word.isCommittee {
        continue
      }
      // "Kommunstyrelsens arbetsutskott"
      if word.lower.hasSuffix("s"), last + 1 < words.count, words[last + 1].isCommittee,
        !word.endsPart
      {
        last += 1
      }
      var first = index
      // "Arbetsmarknads- och socialnämnden"
      while first >= 2, words[first - 1].lower == "och", words[first - 2].lower.hasSuffix("-") {
        first -= 2
      }
      // "Norra stadsdelsnämnden", "Västra Älvens stadsdelsnämnd"
      while first > 0, word.text.first?.isLowercase ?? false,
        words[first - 1].isPlace, !words[first - 1].endsPart
      {
        first -= 1
      }
      var name = words[first...last].map(\.calm).joined(separator: " ")
      if name.hasSuffix("s"), last == index { name.removeLast() }
      name = name.prefix(1).uppercased() + name.dropFirst()
      guard last + 2 < words.count, words[last + 1].lower == "i", !words[last].endsPart,
        words[last + 2].isCapital
      else { return (name, nil) }
      return (name, municipality(Array(words[(last + 2)...])) ?? words[last + 2].calm)
    }
    return nil
  }

  /// The municipality that words name: "Ekviks kommun", "Norrby stad", "Region Sjövik".
  private static func municipality(_ words: [Word]) -> String? {
    for (index, word) in words.enumerated() {
      if ["kommun", "stad", "kommuns", "stads"].contains(word.lower), index > 0,
        words[index - 1].isCapital, words[index - 1].lower.utf8.count > 2
      {
        let name = words[index - 1]
        var kind = word.lower
        if kind.hasSuffix("s") { kind.removeLast() }
        return "\(name.calm) \(kind)"
      }
      if word.lower == "region", word.isCapital, index + 1 < words.count,
        words[index + 1].isCapital
      {
        return "Region \(words[index + 1].calm)"
      }
    }
    return nil
  }

  private struct Word {
    /// The word without the signs around it.
    var text: String
    var lower: String
    /// Whether a comma or a bracket stands behind it.
    var endsPart: Bool

    init(_ word: Substring) {
      let bare = word.drop { !$0.isLetter && !$0.isNumber }
      var text = String(bare)
      endsPart = false
      while let last = text.last, !last.isLetter, !last.isNumber, last != "-" {
        text.removeLast()
        endsPart = true
      }
      self.text = text
      lower = text.lowercased()
    }

    /// "Norra", "Älvens" before a committee's name.
    var isPlace: Bool {
      isCapital && text.utf8.count > 3
        && (lower.hasSuffix("s") || ["norra", "södra", "östra", "västra", "inre"].contains(lower))
    }

    var isCapital: Bool { text.first?.isUppercase ?? false }

    /// Capitals throughout are read as one name.
    var calm: String {
      guard text.count > 3, text.allSatisfy({ !$0.isLowercase }) else { return text }
      return text.prefix(1) + text.dropFirst().lowercased()
    }

    var isCommittee: Bool {
      guard lower.utf8.count > 9 else { return false }
      return DocumentBody.endings.contains { lower.hasSuffix($0) || lower.hasSuffix($0 + "s") }
        && !DocumentBody.generic.contains(lower)
    }
  }

  private static let endings = [
    "nämnden", "nämnd", "styrelsen", "utskottet", "arbetsutskott", "fullmäktige",
  ]
  /// What names no committee by itself.
  private static let generic: Set<String> = [
    "förvaltningsnämnd", "styrelsens", "nämndens", "regionstyrelsens", "länsstyrelsen",
    "länsstyrelsens", "socialstyrelsen", "socialstyrelsens", "facknämnden", "facknämnd",
    "migrationsnämnden", "skolstyrelsen",
  ]
}
