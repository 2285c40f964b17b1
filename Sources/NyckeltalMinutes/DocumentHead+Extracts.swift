import NyckeltalModel
import NyckeltalText

/// Documents that belong to one item of some minutes: an extract, a reservation that stands alone.
extension DocumentHead {
  /// The number of the item that a document is an extract of or an appendix to: "Kommunfullmäktige
  /// 2020-10-19 § 12 (utdrag)", "Reservation, bilaga till § 47", "Ekvik 2011-12-08, ärende 4".
  func number(in head: [Range<Int>]) -> String? {
    let isCut = head.prefix(2).contains {
      text.folded($0.prefix(60)).lowercased().hasPrefix("utdrag")
    }
    for range in head.prefix(6) where range.count <= 160 {
      let line = text.folded(range)
      let lower = line.lowercased()
      guard let (number, start) = Self.number(in: lower), !lower.holds("§§") else { continue }
      if line.last == "." { continue }
      let names = genre == .letter || genre == .press ? Self.cuts : Self.extracts
      let belongs = isCut || names.contains { lower.holds($0) }
      let hasDate = genre != .letter && CalendarDate.first(in: text.bytes, range) != nil
      guard belongs || hasDate || start == 0 && genre != .letter else { continue }
      // a plan or a report is only dealt with under the item
      if !belongs || lower.holds("bilaga") || lower.holds("antagen") || lower.holds("behandlad") {
        let isStatement = statementHead(head) != nil
        let isReport = head.prefix(4).contains { range in
          let line = text.folded(range.prefix(160)).lowercased()
          return Self.plans.contains { line.holds($0) }
        }
        if isReport, !isStatement, !isCut { continue }
        if lower.holds("bilaga"), !isStatement { continue }
      }
      return number
    }
    return nil
  }

  /// An extract: its title; what no heading names is the matter, unless it is a report that is only
  /// dealt with there.
  mutating func describeExtract(_ head: [Range<Int>]) {
    let kinds = items[0].sections.map(\.kind)
    Self.describe(&items[0], text)
    let isReport = head.prefix(2).contains { range in
      let line = text.folded(range.prefix(160)).lowercased()
      return Self.plans.contains { line.holds($0) }
    }
    for index in items[0].sections.indices {
      items[0].sections[index].kind = kinds[index] ?? (isReport ? nil : .matter)
    }
  }

  /// The digits behind "§", "ärende", "punkt" or "paragraf", and where the word stands.
  private static func number(in line: String) -> (String, Int)? {
    for word in ["§", "ärende nr ", "ärende ", "punkt ", "paragraf "] {
      guard let found = line.lastRange(of: word) else { continue }
      // "(KF § 88/2017)" is who wanted the report
      if line[..<found.lowerBound].contains("("), word == "§" { continue }
      let rest = line[found.upperBound...].drop { $0 == " " || $0 == "\u{A0}" }
      let digits = rest.prefix { $0.isWholeNumber }
      let next = rest.dropFirst(digits.count).first
      guard (1...3).contains(digits.count), next.map({ !$0.isLetter }) ?? true else { continue }
      return (String(digits), line.utf8.distance(from: line.startIndex, to: found.lowerBound))
    }
    return nil
  }

  private static let cuts = ["utdrag", "bilaga", "protokoll", "sammanträd"]
  private static let extracts = [
    "utdrag", "bilaga", "protokoll", "sammanträd", "fullmäktige", "nämnd", "styrelse", "utskott",
  ]
  private static let plans = [
    "plan", "budget", "rapport", "berättelse", "bokslut", "redovisning", "uppföljning",
  ]

  /// The statement that a document is, by the lines at its top: "Särskilt yttrande av Eva Ek (S)",
  /// "Centerpartiets reservation mot budgeten".
  func statementHead(_ head: [Range<Int>]) -> SectionKind? {
    for range in head.prefix(4) where range.count <= 160 {
      let line = text.folded(range)
      let lower = line.lowercased()
      guard line.last != ".", !lower.holds("svar på"), !lower.holds("yttrande över") else {
        continue
      }
      let words = lower.split { !$0.isLetter }
      for (index, word) in words.enumerated() {
        if word.hasPrefix("ersättaryttrande") || word.hasPrefix("ersättaruttalande") {
          return .deputyStatement
        }
        if word.hasSuffix("reservation") { return .reservation }
        if word.hasPrefix("protokollsanteckning") { return .specialStatement }
        let isSpecial = index > 0 && words[index - 1].hasPrefix("särskil")
        if isSpecial, word.hasPrefix("yttrande") || word.hasPrefix("uttalande") {
          return .specialStatement
        }
      }
      if lower.hasPrefix("inlägg till protokollet") { return .specialStatement }
    }
    return nil
  }

  /// Gives a document that is a statement its kind and its speakers: those whom its head names, who
  /// write "Vi, Eva Ek (C) och Bo Al (L), reserverar oss", or who sign it.
  static func settle(
    _ item: inout AgendaItem,
    as kind: SectionKind,
    _ text: CleanText,
    head: [Range<Int>]
  ) {
    let first = item.sections.firstIndex { $0.kind?.isStatement ?? false } ?? item.sections.count
    for index in item.sections.indices.prefix(first) {
      switch item.sections[index].kind {
      case nil, .matter, .letter: item.sections[index].kind = kind
      default: break
      }
    }
    guard let opening = item.sections.first(where: { $0.kind == kind }) else { return }
    var speakers = opening.speakers
    if speakers.isEmpty {
      let lines = head.prefix(5).filter { $0.count <= 160 }.map { text.folded($0) }
      speakers = Signatures.authors(lines)
      if speakers.isEmpty {
        speakers = lines.lazy.map { Speakers.named(in: $0) }.first { !$0.isEmpty } ?? []
      }
    }
    if speakers.isEmpty {
      let closing = item.sections.prefix(max(1, first)).flatMap(\.passages)
        .drop { !Signatures.isProse($0, text) }
      speakers = Signatures.signers(closing.suffix(6), text)
      if speakers.isEmpty, let prose = closing.first?.line {
        let line = text.folded(prose.prefix(240))
        if ["Vi, ", "Vi ", "Jag, ", "Undertecknad"].contains(where: line.hasPrefix) {
          speakers = Speakers.named(in: line)
        }
      }
    }
    for index in item.sections.indices
    where item.sections[index].kind == kind && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = speakers
    }
  }
}

extension StringProtocol {
  /// Where a word stands last in a text.
  fileprivate func lastRange(of word: String) -> Range<Index>? {
    var last: Range<Index>?
    var start = startIndex
    while let found = self[start...].firstRange(of: word) {
      last = found
      start = found.upperBound
    }
    return last
  }
}
