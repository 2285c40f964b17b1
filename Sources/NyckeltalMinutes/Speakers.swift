public import NyckeltalModel
import NyckeltalText

/// Finds members with their parties in running text.
public enum Speakers {
  /// The members that a text names with a party behind them, as "Vice ordföranden Eva Ek (S)".
  ///
  /// A party counts for every name before it that has none of its own ("Eva Ek och Bo Al (båda M)").
  /// Parties named alone ("Vänsterpartiet lämnar …") count as speakers of their own name.
  public static func named(in text: String) -> [Speaker] {
    // nobody without a party, which stands in parentheses or is called by its name
    let bytes = Array(text.utf8)
    guard bytes.contains(0x28) || CaselessText(bytes).holds(anyOf: partyStems) else { return [] }
    var speakers: [Speaker] = []
    var waiting: [String] = []
    for part in parts(of: SpeakerWords(bytes)) {
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
    var unique: [Speaker] = []
    for speaker in speakers where !unique.contains(speaker) { unique.append(speaker) }
    return unique
  }

  /// Whether a word is a party's abbreviation or name: "S", "MP", "Moderaterna".
  public static func isParty(_ word: some StringProtocol) -> Bool {
    abbreviations.contains(String(word)) || partyNames[word.lowercased()] != nil
  }

  private enum Part {
    case name(String)
    case party([String])
    case partyName(String, String)
    /// A word that breaks the tie between a name and a party behind it.
    case other
  }

  private static func parts(of words: SpeakerWords) -> [Part] {
    var parts: [Part] = []
    var name: [Range<Int>] = []
    func flush() {
      let rest = name.drop { roles.contains(words.lowered($0)) }
      if rest.count >= 2 {
        parts.append(.name(words.text(rest)))
      }
      name.removeAll(keepingCapacity: true)
    }
    for token in words.tokens {
      switch token {
      case .parenthesis(let inside):
        flush()
        let found = parties(in: words.text(inside)[...])
        if !found.isEmpty { parts.append(.party(found)) }
      case .word(let word):
        let last = words.bytes[word.upperBound - 1]
        let bare = last == 0x73 ? word.lowerBound..<word.upperBound - 1 : word
        let lowered = words.lowered(word)
        if let party = parties[words.lowered(bare)] ?? parties[lowered] {
          flush()
          parts.append(.partyName(words.text(bare), party))
        } else if words.beginsWithCapital(word)
          || !name.isEmpty && particles.contains(words.exact(word))
        {
          name.append(word)
        } else if joining.contains(lowered) {
          flush()
        } else {
          flush()
          if !roles.contains(lowered) { parts.append(.other) }
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

  /// The parties inside a parenthesis, "S", "S, V", "båda M"; none where it holds something else.
  private static func parties(in inside: Substring) -> [String] {
    let words = inside.split { $0 == "," || $0 == " " || $0 == "/" }
    var parties: [String] = []
    for word in words {
      if word.utf8.count > 2, partyJoiners.contains(word.lowercased()) { continue }
      guard isAbbreviation(word) else { return [] }
      parties.append(String(word))
    }
    return parties
  }

  /// One to five letters that begin with a capital; "-" is a member without a party.
  private static func isAbbreviation(_ word: Substring) -> Bool {
    if word == "-" || word == "–" { return true }
    guard (1...5).contains(word.count), word.first?.isUppercase == true else { return false }
    if abbreviations.contains(String(word)) { return true }
    let body = word.last == "!" ? word.dropLast() : word
    if abbreviations.contains(word.uppercased()) { return true }
    // a local party: capitals throughout
    return body.allSatisfy { $0.isLetter && $0.isUppercase } && body.count <= 4
      && !notParties.contains(String(body))
  }

  /// Words beside the parties in a parenthesis.
  private static let partyJoiners: Set<String> = ["och", "båda", "samtliga", "alla"]

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

  /// Letters that all parties' names hold one or the other of.
  private static let partyStems: [StaticString] = [
    "demokraterna", "partiet", "center", "liberal", "moderat",
  ]

  private static let parties = Dictionary(
    partyNames.map { (StableHash.of($0.key.utf8), $0.value) },
    uniquingKeysWith: { first, _ in first }
  )
  private static let joining = hashes(["och", "samt", "m.fl", "m.fl.", "mfl", "jämte"])
  private static let particles = hashes(["von", "af", "de", "da", "van", "der", "al", "el"])
  private static let roles = hashes([
    "ordförande", "ordföranden", "vice", "ledamot", "ledamoten", "ledamöterna", "ersättare",
    "ersättaren", "ersättarna", "tjänstgörande", "kommunalrådet", "oppositionsrådet", "borgarrådet",
    "förste", "andre", "1:e", "2:e", "e", "och", "av", "från", "gruppledare", "gruppledaren",
    "nämndens", "kommunstyrelsens", "insynsplats", "den", "i", "särskilt", "reservation",
    "skrivelse", "motion", "interpellation", "interpellationen", "motionen", "skrivelsen",
    "representanten", "för", "ledamöter", "adjungerad", "adjungerade", "frågeställaren",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { StableHash.of($0.utf8) })
  }
}
