public import NyckeltalModel
import NyckeltalText

/// Parties that speak by their own names.
extension Speakers {
  /// The party that moves, asks or demands in a sentence that it opens: "Vänsterpartiet Ekvik yrkar",
  /// "Därför föreslår Centerpartiet", "V, S och MP vill"; `nil` where none does.
  public static func mover(in line: String) -> Speaker? { movers(in: line).first }

  /// All parties that move in a sentence.
  public static func movers(in line: String) -> [Speaker] {
    let words = line.split { " \t,.;:!?".contains($0) }
    let bare = words.prefix(14).map { $0.lowercased() }
    guard let verb = bare.firstIndex(where: { demands.contains($0) }) else { return [] }
    // "Moderaterna: Stöd dem som vill arbeta"
    if let sign = line.firstIndex(of: ":"), line[..<sign].split(separator: " ").count <= verb {
      return []
    }
    let before = words[..<verb].map { String($0) }
    // "Vänsterpartiet Ekvik yrkar"
    if let first = before.first, let party = partyNames[first.lowercased()] ?? abbreviated(first) {
      var movers = [Speaker(name: first, party: party)]
      for word in before.dropFirst() {
        if word.lowercased() == "och" || word.lowercased() == "samt" { continue }
        guard let party = partyNames[word.lowercased()] ?? abbreviated(word) else { break }
        movers.append(Speaker(name: word, party: party))
      }
      let isShort = before.first.map { abbreviated($0) != nil } ?? false
      // one letter is a party only where the verb follows the list of them
      if isShort {
        let others = before.filter { abbreviated($0) == nil && $0 != "och" && $0 != "samt" }
        return others.isEmpty ? movers : []
      }
      return movers
    }
    // "Därför föreslår Centerpartiet", "Med anledning av detta yrkar Vänsterpartiet"
    if verb + 1 < words.count, let party = partyNames[bare[safe: verb + 1] ?? ""] {
      return [Speaker(name: String(words[verb + 1]), party: party)]
    }
    return []
  }

  /// The party that a paragraph begins with, as in "Moderaterna: Dagens 175 är lagom".
  public static func opening(of line: String) -> Speaker? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = String(line[..<colon])
    guard let party = partyNames[name.lowercased()], name.first?.isUppercase == true else {
      return nil
    }
    return Speaker(name: name, party: party)
  }

  /// The parties that a line names by their abbreviations alone: "Ledamöterna i V och MP".
  static func parties(in line: String) -> [Speaker] {
    let words = line.split { " \t,.;:".contains($0) }.map(String.init)
    guard let first = words.firstIndex(where: { abbreviated($0) != nil }), first <= 4 else {
      return []
    }
    var speakers: [Speaker] = []
    for word in words[first...] {
      if word == "och" || word == "samt" { continue }
      guard let party = abbreviated(word) else { break }
      speakers.append(Speaker(name: word, party: party))
    }
    return speakers
  }

  /// The party of those who write "vi socialdemokrater", "oss i Vänsterpartiet".
  public static func ownParty(in line: String) -> Speaker? {
    if let party = party(ofOneWho: line) { return party }
    let words = line.split { !$0.isLetter }.map { $0.lowercased() }
    for (index, word) in words.enumerated() where word == "vi" || word == "oss" {
      guard let next = words[safe: index + 1] else { continue }
      if let (name, party) = members[next] { return Speaker(name: name, party: party) }
      guard next == "i" || next == "inom", let third = words[safe: index + 2],
        let party = partyNames[third]
      else { continue }
      return Speaker(name: third.prefix(1).uppercased() + third.dropFirst(), party: party)
    }
    return nil
  }

  /// "Som moderat vill jag …", "Vi i S …".
  private static func party(ofOneWho line: String) -> Speaker? {
    let words = line.split { !$0.isLetter }.prefix(30).map(String.init)
    for (index, word) in words.enumerated() {
      guard let next = words[safe: index + 1] else { break }
      if index == 0, word == "Som", let party = Signatures.members[next] {
        return Speaker(name: party, party: party)
      }
      if word.lowercased() == "vi", next == "i", let third = words[safe: index + 2],
        let party = abbreviated(third)
      {
        return Speaker(name: party, party: party)
      }
    }
    // "Vi som styr Ekvik (S, V)"
    if line.hasPrefix("Vi som "), let close = line.firstIndex(of: ")"),
      let first = named(in: String(line[...close])).first, first.name == first.party
    {
      return first
    }
    return nil
  }

  private static func abbreviated(_ word: String) -> String? {
    word.first?.isUppercase == true && isParty(word) && partyNames[word.lowercased()] == nil
      ? word : nil
  }

  private static let demands: Set<String> = [
    "yrkar", "yrkade", "föreslår", "föreslog", "vill", "begär", "begärde", "kräver", "frågar",
    "undrar", "hemställer", "anser",
  ]

  private static let members: [String: (name: String, party: String)] = [
    "socialdemokrater": ("Socialdemokraterna", "S"), "moderater": ("Moderaterna", "M"),
    "miljöpartister": ("Miljöpartiet", "MP"), "vänsterpartister": ("Vänsterpartiet", "V"),
    "centerpartister": ("Centerpartiet", "C"), "liberaler": ("Liberalerna", "L"),
    "folkpartister": ("Folkpartiet", "FP"), "kristdemokrater": ("Kristdemokraterna", "KD"),
    "sverigedemokrater": ("Sverigedemokraterna", "SD"),
  ]
}

extension Array {
  /// The element at a place; `nil` where there is none.
  subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
