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
        // "Eva Ek, Vänsterpartiet Ekvik"
        speakers.append(Speaker(name: waiting.last ?? name, party: party))
        waiting = []
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
    // "Alm" of "Alm, Bo (S)"
    var surname: ArraySlice<Range<Int>> = []
    func flush() {
      let rest = name.drop { roles.contains(words.lowered($0)) || isOffice(words.text($0)) }
      if rest.count >= 2 {
        parts.append(.name(calm(words.text(rest))))
      }
      name.removeAll(keepingCapacity: true)
    }
    for token in words.tokens {
      switch token {
      case .parenthesis(let inside):
        let found = parties(in: words.text(inside)[...])
        if !found.isEmpty, let last = surname.last, let first = name.first,
          last.upperBound < first.lowerBound, (1...2).contains(name.count)
        {
          parts.append(.name(calm(words.text(name[...]) + " " + words.text(surname))))
          name.removeAll(keepingCapacity: true)
        }
        surname = []
        flush()
        if !found.isEmpty { parts.append(.party(found)) }
      case .word(let word):
        let last = words.bytes[word.upperBound - 1]
        let bare = last == 0x73 ? word.lowerBound..<word.upperBound - 1 : word
        let lowered = words.lowered(word)
        if let party = parties[words.lowered(bare)] ?? parties[lowered] {
          flush()
          surname = []
          parts.append(.partyName(words.text(bare), party))
        } else if words.beginsWithCapital(word)
          || particles.contains(words.exact(word))
            && (!name.isEmpty || leadingParticles.contains(words.exact(word)))
        {
          name.append(word)
        } else if joining.contains(lowered) {
          flush()
        } else {
          flush()
          if !roles.contains(lowered) { parts.append(.other) }
        }
      case .comma:
        let rest = name.drop { roles.contains(words.lowered($0)) }
        // with a particle before it: "von Ax, Ida"
        let isSurname =
          rest.count == 1
          || rest.count == 2 && rest.first.map { particles.contains(words.lowered($0)) } ?? false
        surname = isSurname ? rest : []
        if isSurname { name.removeAll(keepingCapacity: true) } else { flush() }
      case .stop:
        surname = []
        flush()
        parts.append(.other)
      }
    }
    flush()
    return parts
  }

  /// "Arbetsmarknadsminister", "oppositionsborgarrådet" before a name.
  private static func isOffice(_ word: String) -> Bool {
    guard word.utf8.count > 7 else { return false }
    let word = word.lowercased()
    return offices.contains { word.hasSuffix($0) }
  }

  private static let offices = [
    "minister", "ministern", "råd", "rådet", "ordförande", "ordföranden", "ledamot", "ledamoten",
    "ledare", "ledaren",
  ]

  /// The parties inside a parenthesis, "S", "S, V", "båda M"; none where it holds something else.
  private static func parties(in inside: Substring) -> [String] {
    let words = inside.split { $0 == "," || $0 == " " || $0 == "/" }
    var parties: [String] = []
    for word in words {
      if word.utf8.count > 2, partyJoiners.contains(word.lowercased()) { continue }
      guard isAbbreviation(word) else { return [] }
      parties.append(written(word))
    }
    return parties
  }

  /// A party as minutes write it: "s" is S, "fi" is Fi.
  private static func written(_ word: Substring) -> String {
    guard word.first?.isLowercase == true else { return String(word) }
    return word == "fi" ? "Fi" : word.uppercased()
  }

  /// A name in capitals as other names are written: "EVA EK-ÅS" is Eva Ek-Ås.
  private static func calm(_ name: String) -> String {
    guard name.utf8.count > 4, !name.contains(where: \.isLowercase) else { return name }
    return name.split(separator: " ").map { word in
      word.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
    }.joined(separator: " ")
  }

  /// One to five letters that begin with a capital; "-" is a member without a party.
  private static func isAbbreviation(_ word: Substring) -> Bool {
    if word == "-" || word == "–" { return true }
    guard (1...5).contains(word.count) else { return false }
    if abbreviations.contains(String(word)) { return true }
    // "(s)", "(kd)", as they were written until about 2010
    guard word.first?.isUppercase == true else {
      return !word.contains(where: \.isUppercase) && abbreviations.contains(word.uppercased())
    }
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
  private static let leadingParticles = hashes(["von", "af", "van"])
  private static let roles = hashes([
    "ordförande", "ordföranden", "vice", "ledamot", "ledamoten", "ledamöterna", "ersättare",
    "ersättaren", "ersättarna", "tjänstgörande", "kommunalrådet", "oppositionsrådet", "borgarrådet",
    "förste", "andre", "1:e", "2:e", "e", "och", "av", "från", "gruppledare", "gruppledaren",
    "nämndens", "kommunstyrelsens", "insynsplats", "den", "i", "särskilt", "reservation",
    "skrivelse", "motion", "interpellation", "interpellationen", "motionen", "skrivelsen",
    "vi", "jag", "undertecknad", "undertecknade",
    "representanten", "för", "ledamöter", "adjungerad", "adjungerade", "frågeställaren",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { StableHash.of($0.utf8) })
  }
}
