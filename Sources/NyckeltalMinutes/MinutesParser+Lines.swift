import NyckeltalModel
import NyckeltalText

/// What lines look like: headings, titles, entries of a list.
extension MinutesParser {
  /// Whether a numbered line stands alone among paragraphs: a heading, not a list.
  func isNumberedHeading(_ block: Block, next: Block?) -> Bool {
    guard case .listItem(let number?) = block.kind, number < 30, block.range.count <= 70,
      let next, !next.isListItem, next.kind != .heading
    else { return false }
    if case .listItem = section.passages.last { return false }
    return section.kind != .decision && looksLikeHeading(block.range)
  }

  /// A short line that opens with a capital and does not end like a sentence.
  func looksLikeHeading(_ range: Range<Int>) -> Bool {
    guard let start = range.first, let end = range.last else { return false }
    let (first, last) = (text.bytes[start], text.bytes[end])
    if range.count <= 80, first < 0x80, last < 0x80 {
      if statesAfterColon(range) { return false }
      return first &- 65 < 26 && (Byte.isLetter(last) || Byte.isDigit(last) || last == 0x29)
    }
    return Self.looksLikeHeading(text.folded(range))
  }

  /// "Varslade: 37 (64)" states a figure.
  private func statesAfterColon(_ range: Range<Int>) -> Bool {
    guard let colon = text.bytes[range].firstIndex(of: 0x3A) else { return false }
    let rest = text.bytes[(colon + 1)..<range.upperBound]
    // not "2010/11:77"
    return rest.first == Byte.space && rest.contains(where: Byte.isDigit)
  }

  private static func looksLikeHeading(_ line: String) -> Bool {
    guard line.utf8.count <= 80, let first = line.first, first.isUppercase, let last = line.last
    else { return false }
    // "Varslade: 37 (64)" states a figure
    if let colon = line.firstIndex(of: ":"), line[colon...].contains(where: \.isNumber) {
      return false
    }
    return last.isLetter || last.isNumber || last == ")" || last == "”"
  }

  /// Whether a short line is a sentence about a number, not a heading: "Eva Ek (M) yrkar avslag på 25
  /// extratjänster".
  func statesFigure(_ range: Range<Int>) -> Bool {
    guard place > 2, text.bytes[range].contains(where: Byte.isDigit) else { return false }
    return Prose.isProse(text.folded(range))
  }

  /// Whether a bullet of a web page is the title of an item, not its text.
  func looksLikeTitle(_ range: Range<Int>) -> Bool {
    guard let end = range.last, ![0x2E, 0x3F, 0x21, 0x3A, 0x2C].contains(text.bytes[end]) else {
      return false
    }
    return !Prose.isProse(text.folded(range))
  }

  // MARK: Lists that are left out

  /// Whether a block goes on with the list that is being left out.
  ///
  /// Such a list is short lines; a heading, or a sentence of prose, ends it.
  func staysInList(_ block: Block) -> Bool {
    switch block.kind {
    case .heading: return false
    case .tableRow:
      if list == .attendance || list == .signatures { return true }
      return !text.bytes[block.range].contains(0x7C) && looksLikeEntry(block.range)
    case .paragraph, .listItem:
      let line = text.folded(block.range.prefix(600))
      if list == .attendance, line.holds("("), !line.hasSuffix(".") { return true }
      return !Prose.isProse(line)
    }
  }

  /// Whether a line names a document, a person or an office: it states no figure.
  func looksLikeEntry(_ range: Range<Int>) -> Bool {
    let line = text.folded(range.prefix(600))
    if Prose.isProse(line) { return false }
    guard line.contains(where: \.isNumber) else { return true }
    let lower = line.lowercased()
    return Self.entryWords.contains { lower.holds($0) }
      || CalendarDate.first(in: text.bytes, range) != nil
  }

  private static let entryWords = [
    "bilaga", "utlåtande", "tjänsteskrivelse", ".pdf", ".doc", "dnr", "protokoll", "§", "sida",
    "kopia", "exemplar", "rapport", "skrivelse",
  ]

  /// Ends the list that is left out; the line above the prose that ends it is its heading, not the
  /// list's last entry.
  mutating func endList() {
    guard let list else { return }
    self.list = nil
    if section.kind != nil || !section.passages.isEmpty { return }
    guard place > 0, case .leftOut(list) = roles[place - 1], isHeadingOfProse(place - 1) else {
      return
    }
    section.passages.append(.heading(text.blocks[place - 1].range))
    mark(.passage, at: place - 1)
  }

  private func isHeadingOfProse(_ index: Int) -> Bool {
    let block = text.blocks[index]
    guard block.kind == .paragraph, looksLikeHeading(block.range), index > 0,
      case .leftOut = roles[index - 1],
      block.followsGap || text.blocks[index + 1].followsGap == block.followsGap
    else { return false }
    let line = text.folded(block.range)
    guard !line.contains(where: \.isNumber), !line.holds("("), !line.holds(",") else {
      return false
    }
    if SectionHeading(line).list != nil { return false }
    // "Kommunstyrelsen", "Revisionen" are who gets the decision
    if list == .recipients || list == .attendance || list == .signatures {
      return line.split(separator: " ").count >= 2 && !line.lowercased().holds("nämnd")
        && !line.lowercased().holds("styrelse")
    }
    let lower = line.lowercased()
    return !Self.entryWords.contains { lower.holds($0) }
  }

  // MARK: Web pages

  /// Whether a block belongs to the web page around the text.
  func isNavigation(_ block: Block) -> Bool {
    guard block.kind != .heading, PageNavigation.mayBe(text, block.range) else { return false }
    let inSource = text.sourceRange(of: block.range)
    // a line of the text may have been taken for the continuation of one of the page
    return source.utf8[inSource].split(separator: Byte.newline).allSatisfy { line in
      PageNavigation.isNavigation(source.utf8.foldedText(line.indices))
    }
  }
}

/// Sentences, in contrast to the entries of a list.
enum Prose {
  /// Whether a line is a sentence: long enough, and with a verb in it.
  static func isProse(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && $0 != "-" }
    guard words.count >= 3 else { return false }
    let hasVerb = words.dropFirst().contains { word in
      verbs.contains(StableHash.of(word.utf8))
        || word.utf8.count > 5 && (word.hasSuffix("ade") || word.hasSuffix("ades"))
    }
    let endsLikeOne = line.last.map { ".?!:”".contains($0) } ?? false
    if hasVerb { return endsLikeOne || words.count >= 8 || line.contains(where: \.isNumber) }
    return endsLikeOne && words.count >= 14
  }

  private static let verbs = Set(
    [
      "är", "var", "har", "hade", "ska", "skall", "skulle", "kan", "kunde", "får", "fick", "blir",
      "blev", "finns", "fanns", "ger", "gav", "går", "gick", "kostar", "kostade", "söker", "sökte",
      "vill", "ville", "behöver", "bör", "måste", "visar", "uppgår", "uppgick", "ökar", "minskar",
      "ökat", "minskat", "innebär", "omfattar", "avsätter", "beslutar", "föreslår", "bedömer",
      "redovisar", "erbjuder", "räknar", "beräknas", "anser", "menar", "står", "stod", "ligger",
      "låg", "saknar", "når", "nådde", "deltar", "deltog", "arbetar", "lämnar", "tar", "tog",
      "kommer", "kom", "sker", "gör", "gjorde", "består", "motsvarar", "sjunker", "sjönk", "stiger",
      "steg", "väntas", "införs", "läggs", "höjs", "sänks", "används", "avser", "fortsätter",
      "prognostiserar", "yrkar", "frågar", "undrar", "reserverar", "saknas", "uppfylls", "pågår",
      "erhåller", "tillförs", "tilldelas", "kräver", "drabbar", "handlar", "heter", "håller",
    ].map { StableHash.of($0.utf8) }
  )
}
