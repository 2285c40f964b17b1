import NyckeltalModel
import NyckeltalText

/// Lines with which members sign that name their party without brackets: "Bo Al, moderat gruppledare",
/// a name above "Vänsterpartiet Ekvik".
extension Signatures {
  /// Who signs in some lines at the end or at the top of a text.
  static func signers(_ passages: some Collection<Passage>, _ text: CleanText) -> [Speaker] {
    var speakers: [Speaker] = []
    var name: String?
    for passage in passages {
      let line = passage.line.flatMap { $0.count <= 140 ? text.folded($0) : nil }
      let before = name
      name = nil
      guard let line, let last = line.last, !".?!:;".contains(last) || line.hasSuffix(" ordf.")
      else { continue }
      var found = signature(passage, text)
      if found.isEmpty { found = byline(passage, text) }
      if found.isEmpty, let member = member(in: line) { found = [member] }
      if let before, let party = party(in: line), !Prose.isProse(line),
        found.isEmpty || found.allSatisfy({ Speakers.isParty($0.name) })
      {
        found = [Speaker(name: before, party: party)]
      }
      found.removeAll { $0.name.holds(":") }
      for speaker in found where !speakers.contains(speaker) { speakers.append(speaker) }
      if found.isEmpty { name = bareName(line) }
    }
    return speakers
  }

  /// "Eva Ek, liberal ledamot i socialnämnden", "Bo Al – S": a name that opens a line and a party.
  private static func member(in line: String) -> Speaker? {
    let words = line.split(separator: " ")
    guard (3...16).contains(words.count), !Prose.isProse(line) else { return nil }
    let name = words.prefix(4).prefix { isNamePart($0.filter { $0 != "," }) }
    var end = name.count
    // "Eva Ek, Vänsterpartiet": the name ends at the comma
    if let comma = words.prefix(end).firstIndex(where: { $0.last == "," }) { end = comma + 1 }
    guard (2...3).contains(end), end < words.count else { return nil }
    let rest = words.dropFirst(end).joined(separator: " ")
    let hasSign = words[end - 1].last == "," || ["–", "-", "/", "|"].contains(words[end])
    guard hasSign, let party = party(in: rest) ?? abbreviation(in: rest) else { return nil }
    let written = words.prefix(end).joined(separator: " ").filter { $0 != "," }
    return Speaker(name: written, party: party)
  }

  /// A line that is a name and nothing else but an office: "/ Eva Ek", "Bo Al, ordf.".
  private static func bareName(_ line: String) -> String? {
    var line = line.drop { $0 == "/" || $0 == " " }[...]
    if let comma = line.firstIndex(of: ",") {
      let office = line[comma...].split { !$0.isLetter }
      guard office.count <= 3 else { return nil }
      line = line[..<comma]
    }
    let words = line.split(separator: " ")
    guard (2...3).contains(words.count), words.allSatisfy({ isNamePart($0[...]) }) else {
      return nil
    }
    return String(line)
  }

  private static func isNamePart(_ word: some StringProtocol) -> Bool {
    guard word.count > 1, word.first?.isUppercase == true else { return false }
    return word.dropFirst().contains(where: \.isLowercase)
      && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "." }
      && !Speakers.isParty(String(word))
  }

  /// Who is said to write a text in the lines at its top: "…, skriver Eva Ek (V).", "Replik: Bo Al
  /// (S) om feriejobb".
  static func presented(_ head: [Range<Int>], _ text: CleanText) -> [Speaker] {
    for range in head.prefix(8) where range.count <= 600 && text.bytes[range].contains(0x28) {
      let line = text.folded(range)
      if let verb = line.firstRange(of: " skriver ") {
        let speakers = Speakers.named(in: String(line[verb.upperBound...].prefix(240)))
          .filter { $0.name != $0.party }
        if !speakers.isEmpty, line.last == "." || line.last == ")" { return speakers }
      }
      guard let colon = line.firstIndex(of: ":"), line.utf8.count <= 110,
        LetterWords.isOpinion(line[..<colon].lowercased())
      else { continue }
      let speakers = Speakers.named(in: String(line[colon...])).filter { $0.name != $0.party }
      if !speakers.isEmpty { return speakers }
    }
    return []
  }

  /// Whose proposal a budget is that parties put forward: "Gemensamt förslag från S, C och MP".
  static func signProposal(_ item: inout AgendaItem, _ text: CleanText, head: [Range<Int>]) {
    for range in head.prefix(4) where range.count <= 110 {
      let line = text.folded(range)
      guard let from = line.firstRange(of: " från "),
        ["förslag", "budget", "gemensamt"].contains(where: { line.lowercased().holds($0) })
      else { continue }
      let rest = String(line[from.upperBound...])
      let named = Speakers.named(in: rest)
      let parties = named.isEmpty ? Speakers.parties(in: rest) : named
      guard !parties.isEmpty else { continue }
      item.authors = parties
      for index in item.sections.indices where item.sections[index].speakers.isEmpty {
        item.sections[index].speakers = parties
      }
      return
    }
  }

  /// The party that a line names by its name, or by what its members are called.
  private static func party(in line: String) -> String? {
    let words = line.lowercased().split { !$0.isLetter }
    guard words.count <= 12 else { return nil }
    for word in words {
      if let party = Speakers.partyNames[String(word)] ?? members[String(word)] { return party }
    }
    guard line.contains("(") else { return nil }
    return Speakers.named(in: line).first?.party
  }

  /// "S" alone, "M i Ekvik" behind a name's comma.
  private static func abbreviation(in line: String) -> String? {
    let words = line.split { !$0.isLetter }
    guard let first = words.first(where: { $0.count <= 2 && $0.allSatisfy(\.isUppercase) }),
      words.count <= 4, Speakers.isParty(first)
    else { return nil }
    return String(first)
  }

  static let members: [String: String] = [
    "socialdemokrat": "S", "socialdemokratisk": "S", "socialdemokratiskt": "S", "moderat": "M",
    "liberal": "L", "liberalt": "L", "folkpartist": "FP", "folkpartistisk": "FP",
    "centerpartist": "C", "centerpartistisk": "C", "vänsterpartist": "V",
    "vänsterpartistisk": "V", "miljöpartist": "MP", "miljöpartistisk": "MP",
    "kristdemokrat": "KD", "kristdemokratisk": "KD", "kristdemokratiskt": "KD",
    "sverigedemokrat": "SD", "sverigedemokratisk": "SD",
  ]
}
