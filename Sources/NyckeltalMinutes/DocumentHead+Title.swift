import NyckeltalModel
import NyckeltalText

/// The title of a document without items, and the number of the item that it is a part of.
extension DocumentHead {
  /// A document without items: its title, and no section where it is no matter for a decision.
  static func describe(_ item: inout AgendaItem, _ text: CleanText) {
    let isMatter = item.sections.contains { $0.kind == .proposal || $0.kind == .decision }
    if !isMatter {
      for index in item.sections.indices where item.sections[index].kind == .matter {
        item.sections[index].kind = nil
      }
    }
    guard item.title == nil, let first = item.sections.first else { return }
    var headings: [String] = []
    var isBehindHead = false
    for passage in first.passages.prefix(10) {
      switch passage {
      case .heading(let range):
        let line = text.folded(range)
        // "Tjänsteskrivelse 2021-10-11, KUN 21/402" says what sort of document it is, "Periodbudget: 3
        // 100 tkr" states a figure
        if isLabel(line) { continue }
        // "Ekvik 2014-03-18" is when it was signed
        if CalendarDate.first(in: text.bytes, range) != nil, line.split(separator: " ").count <= 4 {
          continue
        }
        // "Eva Ek (S) till statsrådet Bo Al (V)" is who writes
        if isAuthorLine(line) { continue }
        // what heads a part of the text is not the title of the whole
        if !isBehindHead || headings.isEmpty { headings.append(line) }
      case .paragraph(let range):
        if text.bytes[range.upperBound - 1] == 0x2E {
          isBehindHead = true
        } else if !isBehindHead, (80...200).contains(range.count) {
          // too long for other headings: "Interpellation till … angående …"
          let line = text.folded(range)
          let lower = line.lowercased()
          if titleWords.contains(where: { lower.hasPrefix($0) }) { headings.append(line) }
        }
      case .listItem, .table: isBehindHead = true
      }
    }
    let telling = headings.first { line in
      let lower = line.lowercased()
      return titleWords.contains { lower.holds($0) }
    }
    // "Fler i arbete" above "Interpellation 2010/11:77 av Eva Ek (S)"
    if let telling, let other = headings.first, other != telling,
      telling.contains("/"), telling.contains(":"), telling.contains(where: \.isNumber)
    {
      item.title = other
      return
    }
    item.title = telling ?? headings.last ?? firstLine(first, text)
  }

  /// Whether a line in the head says what sort of document it is or belongs to a list of figures.
  private static func isLabel(_ line: String) -> Bool {
    let lower = line.lowercased()
    if lower.hasPrefix("tjänsteskrivelse") || lower.hasPrefix("tjänsteutlåtande") {
      return line.split(separator: " ").count <= 5
    }
    if published.contains(where: { lower.hasPrefix($0) }) { return true }
    guard let colon = line.firstRange(of: ": ") else { return line.holds("|") }
    return line[colon.upperBound...].first { $0 != "+" && $0 != "-" }?.isNumber ?? false
  }

  /// How a line begins that tells who published a text, and when.
  private static let published = [
    "inlägg av", "inlägg den", "publicerad", "publicerat", "postad", "skrivet av", "text:",
    "senast uppdaterad", "nyhet 20", "nyhet 19", "facebookinlägg",
  ]

  /// A first line that is long for a heading, and no sentence.
  private static func firstLine(_ section: Section, _ text: CleanText) -> String? {
    guard case .paragraph(let range) = section.passages.first, range.count <= 160 else {
      return nil
    }
    let line = text.folded(range)
    return line.last == "." || line.last == ":" || Prose.isProse(line) ? nil : line
  }

  private static func isAuthorLine(_ line: String) -> Bool {
    guard line.holds("("), let first = Speakers.named(in: line).first else { return false }
    return line.hasPrefix(first.name) || line.hasPrefix("av ")
  }

  /// What the titles of reports and letters are called.
  private static let titleWords = [
    "rapport", "berättelse", "bokslut", "uppföljning", "verksamhetsplan", "budget", "motion",
    "skrivelse", "interpellation", "skriftlig fråga", "svar på", "redovisning", "delår",
  ]
}
