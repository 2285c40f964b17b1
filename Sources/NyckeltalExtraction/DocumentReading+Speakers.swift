import NyckeltalMinutes
import NyckeltalModel
import NyckeltalText

extension DocumentReading {
  /// Who speaks in what follows: "Ordföranden Eva Ek (M) försvarar beslutet:", "Eva Ek (M);".
  func announcedSpeakers(_ range: Range<Int>) -> [Speaker] {
    let bytes = minutes.text.bytes
    guard context.speakers.isEmpty, minutes.genre == .press, range.count < 300,
      bytes[range].contains(0x28)
    else { return [] }
    let speakers = Speakers.named(in: minutes.text.folded(range))
    let last = bytes[range.upperBound - 1]
    if last == 0x3A || last == 0x3B { return speakers }
    if last == 0x2E, range.count < 200 { return mentioned(in: range, speakers) }
    // the name alone
    guard last == 0x29, speakers.count == 1, let only = speakers.first else { return [] }
    return range.count <= only.name.utf8.count + 30 ? speakers : []
  }

  /// Who is spoken of above a quotation that names nobody.
  ///
  /// ```
  /// Oppositionsrådet Bo Al (S) är nöjd.
  /// – I fjol fick 210 unga sommarjobb.
  /// ```
  private func mentioned(in range: Range<Int>, _ speakers: [Speaker]) -> [Speaker] {
    guard speakers.count == 1, let only = speakers.first, only.name != only.party,
      let name = minutes.text.folded(range).firstRange(of: only.name)
    else { return [] }
    let line = minutes.text.folded(range)
    return line.distance(from: line.startIndex, to: name.lowerBound) <= 40 ? speakers : []
  }

  /// Whether a quotation tells who says it, by a verb of speech and a name behind it.
  func namesItsSpeaker(_ range: Range<Int>) -> Bool {
    let line = minutes.text.folded(range)
    return Self.speech.contains { word in
      guard let found = line.firstRange(of: " \(word) ") else { return false }
      let next = line[found.upperBound...].prefix(3)
      return next != "hon" && next != "han"
    }
  }

  /// Who is quoted, where a name and a word of speech follow the words.
  mutating func quotedSpeakers(_ range: Range<Int>) -> [Speaker]? {
    guard context.speakers.isEmpty else { return nil }
    // "Moderaterna: Dagens 175 är lagom"
    if minutes.text.bytes[range.prefix(24)].contains(0x3A),
      let party = Speakers.opening(of: minutes.text.folded(range.prefix(40)))
    {
      return [party]
    }
    if minutes.text.holds("(", in: range) {
      remember(range)
      if let speakers = openingSpeakers(range) { return speakers }
      for word in Self.speech where minutes.text.holds(word, in: range) {
        let line = minutes.text.folded(range)
        guard let found = line.firstRange(of: " \(word) ") else { continue }
        let behind = Self.name(in: line[found.upperBound...])
        let speakers = Speakers.named(in: behind)
        if !speakers.isEmpty {
          quoted += speakers.filter { !quoted.contains($0) }
          return speakers
        }
      }
      return minutes.genre == .press ? demandingSpeakers(range) : nil
    }
    // "säger Eva Ek", who was introduced with her party before
    guard !quoted.isEmpty || !introduced.isEmpty else { return nil }
    for word in Self.speech where minutes.text.holds(word, in: range) {
      let line = minutes.text.folded(range)
      guard let found = line.firstRange(of: " \(word) ") else { continue }
      let name = line[found.upperBound...]
      let known = (quoted + introduced).first { name.hasPrefix($0.name) }
      if let known {
        if !quoted.contains(known) { quoted.append(known) }
        return [known]
      }
    }
    // "säger han.", of the one who was named last
    for pronoun in [" hon", " han"] {
      for word in Self.speech where minutes.text.holds(word, in: range) {
        let line = minutes.text.folded(range)
        guard let found = line.firstRange(of: " \(word)\(pronoun)") else { continue }
        if let next = line[found.upperBound...].first, next.isLetter { continue }
        return (introduced.last ?? quoted.last).map { [$0] }
      }
    }
    return nil
  }

  /// Who opens a sentence that moves, asks or answers: "Eva Ek (C) yrkar att …", "V och MP vill …";
  /// `nil` when nobody does.
  private func demandingSpeakers(_ range: Range<Int>) -> [Speaker]? {
    if !context.item.authors.isEmpty, minutes.genre != .press {
      // "Motionärerna räknar med att …"
      let opening = minutes.text.folded(range.prefix(40)).prefix { $0 != " " }.lowercased()
      if Self.askers.contains(opening) || tellsOfTheirs(range) { return context.item.authors }
    }
    guard minutes.text.caseless.holds(anyOf: Self.demandStems, in: range.prefix(400)) else {
      return nil
    }
    let line = minutes.text.folded(range.prefix(400))
    if let verb = Self.verb(in: line) {
      let before = String(line[..<verb])
      let speakers = Speakers.named(in: before)
      if let first = speakers.first, let name = line.firstRange(of: first.name),
        line.distance(from: line.startIndex, to: name.lowerBound) <= 40,
        line.distance(from: name.lowerBound, to: verb) <= 60 + 40 * speakers.count
      {
        return speakers
      }
    }
    guard minutes.genre != .press else { return nil }
    let parties = Speakers.movers(in: line)
    return parties.isEmpty ? nil : parties
  }

  /// "I motionen föreslås att …", "Skrivelsen efterfrågar …": what the matter's authors say.
  private func tellsOfTheirs(_ range: Range<Int>) -> Bool {
    let words = minutes.text.folded(range.prefix(60)).lowercased().split(separator: " ")
    guard words.count > 2 else { return false }
    let noun = words[0] == "i" ? 1 : 0
    return Self.theirs.contains(String(words[noun]))
      && Self.tellers.contains(String(words[noun + 1]))
  }

  private static let theirs: Set<String> = [
    "motionen", "skrivelsen", "interpellationen", "frågan", "medborgarförslaget",
  ]
  private static let tellers: Set<String> = [
    "föreslås", "föreslår", "yrkas", "yrkar", "begärs", "begär", "efterfrågas", "efterfrågar",
    "frågas", "framhålls", "framhåller", "anförs", "påpekas", "påpekar", "hävdas", "hävdar",
    "beskrivs", "sägs", "uppges",
  ]

  /// Where the first verb of moving, asking or answering stands.
  private static func verb(in line: String) -> String.Index? {
    demands.compactMap { demand in
      (line.firstRange(of: " \(demand) ") ?? line.firstRange(of: " \(demand),"))?.lowerBound
    }.min()
  }

  /// Who speaks in a sentence of a paragraph in which nobody else does: who opens it, or opened the
  /// one before that "Hon" or "De" goes on from.
  mutating func beginSentence(_ range: Range<Int>, of paragraph: Range<Int>, outer: [Speaker]) {
    if minutes.genre == .press, outer.isEmpty, !context.item.authors.isEmpty {
      context.speakers = speaksForSender(range) ? context.item.authors : outer
      return
    }
    guard outer.isEmpty, minutes.genre != .press, minutes.genre != .debate else { return }
    // "Svar: 8 700 kr", of those who were asked
    let first = minutes.text.bytes[range.prefix(5)]
    if first.elementsEqual("Svar:".utf8) {
      context.speakers = outer
    } else if let speakers = demandingSpeakers(range) {
      context.speakers = speakers
    } else if !context.speakers.isEmpty, !goesOnSpeaking(range) {
      context.speakers = outer
    }
  }

  /// Whether the party that sends a text to the press speaks in a sentence: "Vi vill …",
  /// "Vänsterpartiet lägger …".
  private func speaksForSender(_ range: Range<Int>) -> Bool {
    let words = minutes.text.folded(range).split { !$0.isLetter }
    if let first = words.first, let party = context.item.authors.first, first == party.name {
      return true
    }
    return words.contains { Self.own.contains($0.lowercased()) }
  }

  private static let own: Set<String> = ["vi", "vår", "vårt", "våra", "oss"]

  private func goesOnSpeaking(_ range: Range<Int>) -> Bool {
    let line = minutes.text.folded(range.prefix(40))
    return ["Hon ", "Han ", "De ", "Hen ", "Vidare ", "Dessutom "].contains {
      line.hasPrefix($0)
    }
  }

  /// Keeps whom a text for the press introduces with a party, for "säger Eva Ek" further on.
  private mutating func remember(_ range: Range<Int>) {
    guard minutes.genre == .press, range.count < 2000 else { return }
    for speaker in Speakers.named(in: minutes.text.folded(range))
    where speaker.name != speaker.party && !quoted.contains(speaker) {
      introduced.append(speaker)
    }
  }

  /// What stands right behind a verb of speech, up to where the sentence ends: "Eva Ek (S)" and the
  /// office before it.
  private static func name(in rest: Substring) -> String {
    let near = rest.prefix(80)
    guard let bracket = near.firstIndex(of: "("),
      !near[..<bracket].contains(where: { ".?!”\"".contains($0) }),
      !near.hasPrefix("att ")
    else { return "" }
    return String(near)
  }

  /// Who speaks in a paragraph that a name and a colon open, as in "Eva Ek (S): Talen".
  private func openingSpeakers(_ range: Range<Int>) -> [Speaker]? {
    let bytes = minutes.text.bytes
    guard let colon = bytes[range.prefix(90)].firstIndex(of: 0x3A), colon > range.lowerBound,
      bytes[colon - 1] == 0x29, colon + 1 < range.upperBound
    else { return nil }
    let name = minutes.text.folded(range.lowerBound..<colon)
    let speakers = Speakers.named(in: name)
    guard let first = speakers.first, let last = name.firstRange(of: first.name),
      name.distance(from: name.startIndex, to: last.lowerBound) <= 40
    else { return nil }
    return speakers
  }

  private static let askers: Set<String> = [
    "motionären", "motionärerna", "skrivelseställaren", "skrivelseställarna", "interpellanten",
    "interpellanterna", "frågeställaren", "frågeställarna", "förslagsställaren",
    "förslagsställarna",
  ]
  private static let demandStems: [StaticString] = [
    "yrka", "fråg", "undra", "begär", "föresl", "vill", "påpek", "svara", "hemställ", "kräv",
  ]
  private static let demands = [
    "yrkar", "yrkade", "yrkat", "frågar", "frågade", "undrar", "undrade", "begär", "begärde",
    "föreslår", "föreslog", "föreslagit", "vill", "påpekar", "påpekade", "svarar", "svarade",
    "hemställer", "kräver", "krävde",
  ]

  private static let speech: [StaticString] = [
    "säger", "menar", "anser", "hävdar", "konstaterar", "kommenterar", "uppger", "sa", "sade",
    "berättar", "förklarar", "skriver", "tror", "tycker", "framhåller", "betonar", "fortsätter",
    "påpekar", "svarar", "undrar", "hälsar",
  ]
}
