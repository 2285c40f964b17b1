public import NyckeltalModel

/// Finds members with their parties in running text.
public enum Speakers {
  /// The members that a text names with a party behind them, as "Vice ordföranden Eva Ek (S)".
  ///
  /// A party counts for every name before it that has none of its own ("Eva Ek och Bo Al (båda M)").
  /// Parties named alone ("Vänsterpartiet lämnar …") count as speakers of their own name.
  public static func named(in text: String) -> [Speaker] {
    var speakers: [Speaker] = []
    var waiting: [String] = []
    for part in parts(of: text) {
      switch part {
      case .name(let name):
        waiting.append(name)
      case .party(let parties):
        for (index, name) in waiting.enumerated() {
          let party = parties.count == waiting.count ? parties[index] : parties.first
          speakers.append(Speaker(name: name, party: party))
        }
        if waiting.isEmpty {
          for party in parties { speakers.append(Speaker(name: party, party: party)) }
        }
        waiting = []
      case .partyName(let name, let party):
        speakers.append(Speaker(name: name, party: party))
      case .other:
        waiting = []
      }
    }
    var seen: Set<Speaker> = []
    return speakers.filter { seen.insert($0).inserted }
  }

  private enum Part {
    case name(String)
    case party([String])
    case partyName(String, String)
    /// A word that breaks the tie between a name and a party behind it.
    case other
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var name: [Substring] = []
    func flush() {
      let words = name.drop { roles.contains($0.lowercased()) }
      if words.count >= 2 { parts.append(.name(words.joined(separator: " "))) }
      name = []
    }
    for token in tokens(text) {
      switch token {
      case .parenthesis(let inside):
        flush()
        let found = parties(in: inside)
        if !found.isEmpty { parts.append(.party(found)) }
      case .word(let word):
        let bare = word.hasSuffix("s") ? word.dropLast() : word
        if let party = partyNames[bare.lowercased()] ?? partyNames[word.lowercased()] {
          flush()
          parts.append(.partyName(String(bare), party))
        } else if word.first?.isUppercase == true
          || particles.contains(String(word)) && !name.isEmpty
        {
          name.append(word)
        } else if joining.contains(word.lowercased()) {
          flush()
        } else {
          flush()
          if !roles.contains(word.lowercased()) { parts.append(.other) }
        }
      case .comma:
        flush()
      case .stop:
        flush()
        parts.append(.other)
      }
    }
    flush()
    return parts
  }

  private enum Token {
    case word(Substring)
    case parenthesis(Substring)
    case comma
    case stop
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if character == "(", let close = text[index...].firstIndex(of: ")") {
        tokens.append(.parenthesis(text[text.index(after: index)..<close]))
        index = text.index(after: close)
      } else if character.isLetter || character == "-" {
        let start = index
        while index < text.endIndex,
          text[index].isLetter || "-’'!:".contains(text[index])
            || text[index] == "." && isInsideAbbreviation(text, index)
        {
          index = text.index(after: index)
        }
        tokens.append(.word(text[start..<index]))
      } else {
        if character == "," { tokens.append(.comma) }
        if character == "." || character == ";" || character.isNumber { tokens.append(.stop) }
        index = text.index(after: index)
      }
    }
    return tokens
  }

  /// The full stops of "m.fl." and of an initial stay inside the word.
  private static func isInsideAbbreviation(_ text: String, _ index: String.Index) -> Bool {
    let before = text[..<index].suffix(5).lowercased()
    if before.hasSuffix("m.fl") || before.hasSuffix(" m") || before.hasSuffix("m fl") {
      return true
    }
    let next = text.index(after: index)
    let previous = text[..<index].suffix(2)
    let isInitial =
      previous.last?.isUppercase == true && (previous.count < 2 || previous.first == " ")
    return isInitial || next < text.endIndex && text[next].isLetter && text[next].isLowercase
  }

  /// The parties inside a parenthesis, "S", "S, V", "båda M"; none where it holds something else.
  private static func parties(in inside: Substring) -> [String] {
    let words = inside.split { $0 == "," || $0 == " " || $0 == "/" }
    var parties: [String] = []
    for word in words where !["och", "båda", "samtliga", "alla"].contains(word.lowercased()) {
      guard isAbbreviation(word) else { return [] }
      parties.append(String(word))
    }
    return parties
  }

  /// One to five letters that begin with a capital; "-" is a member without a party.
  private static func isAbbreviation(_ word: Substring) -> Bool {
    if word == "-" || word == "–" { return true }
    guard (1...5).contains(word.count), word.first?.isUppercase == true else { return false }
    if let name = partyNames[word.lowercased()] { return !name.isEmpty }
    let body = word.last == "!" ? word.dropLast() : word
    if abbreviations.contains(word.uppercased()) { return true }
    // a local party: capitals throughout
    return body.allSatisfy { $0.isLetter && $0.isUppercase } && body.count <= 4
      && !notParties.contains(String(body))
  }

  private static let abbreviations: Set<String> = [
    "S", "M", "MP", "V", "C", "L", "FP", "KD", "SD", "FI", "F!", "PP", "SPI", "DEMO",
  ]

  /// What stands in capitals inside parentheses in these texts without being a party.
  private static let notParties: Set<String> = [
    "AMI", "IPS", "MI", "SE", "LSS", "LOU", "SFI", "SOL", "KF", "KS", "AB", "KSL", "SKL", "SKR",
    "AF", "FK", "NKI", "HME", "IFO", "EU", "ESF", "SCB", "BUN", "AMN", "SN",
  ]

  /// Parties by their own names, with the abbreviation that minutes use.
  static let partyNames: [String: String] = [
    "socialdemokraterna": "S", "moderaterna": "M", "miljöpartiet": "MP", "vänsterpartiet": "V",
    "centerpartiet": "C", "centern": "C", "liberalerna": "L", "folkpartiet": "FP",
    "kristdemokraterna": "KD", "sverigedemokraterna": "SD",
  ]

  private static let joining: Set<String> = ["och", "samt", "m.fl", "m.fl.", "mfl", "jämte"]
  private static let particles: Set<String> = ["von", "af", "de", "da", "van", "der", "al", "el"]
  private static let roles: Set<String> = [
    "ordförande", "ordföranden", "vice", "ledamot", "ledamoten", "ledamöterna", "ersättare",
    "ersättaren", "ersättarna", "tjänstgörande", "kommunalrådet", "oppositionsrådet", "borgarrådet",
    "förste", "andre", "1:e", "2:e", "e", "och", "av", "från", "gruppledare", "gruppledaren",
    "nämndens", "kommunstyrelsens", "insynsplats", "den", "i", "särskilt", "reservation",
    "skrivelse", "motion", "interpellation", "interpellationen", "motionen", "skrivelsen",
    "representanten", "för", "ledamöter", "adjungerad", "adjungerade", "frågeställaren",
  ]
}
