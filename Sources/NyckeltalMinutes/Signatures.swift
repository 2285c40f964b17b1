import NyckeltalModel
import NyckeltalText

/// Who speaks in a letter or a statement that stands alone, by the names below it.
enum Signatures {
  /// Who speaks in a letter: those who sign below each part of it, or whom its head names.
  static func sign(_ item: inout AgendaItem, _ text: CleanText, head: [Range<Int>]) {
    var sections: [Section] = []
    for section in item.sections {
      var part = Section(kind: section.kind ?? .letter)
      var signatures: [Speaker] = []
      for passage in section.passages {
        let signed = signature(passage, text)
        if signed.isEmpty, !signatures.isEmpty, !isRole(passage, text) {
          // the signatures end a part; what follows is somebody's answer
          part.speakers = signatures
          sections.append(part)
          part = Section(kind: nil)
          signatures = []
        }
        signatures += signed.filter { !signatures.contains($0) }
        part.passages.append(passage)
      }
      part.speakers = signatures.isEmpty ? section.speakers : signatures
      sections.append(part)
    }
    item.sections = sections
    let named = head.prefix(6).filter { $0.count <= 160 }
      .flatMap { Speakers.named(in: text.folded($0)) }
    item.authors = sections.first { !$0.speakers.isEmpty }?.speakers ?? []
    // who asked is not who answers
    let answers = head.prefix(6).contains { text.folded($0).lowercased().hasPrefix("svar på") }
    if item.authors.isEmpty, !answers { item.authors = named }
    for index in item.sections.indices
    where item.sections[index].kind == .letter && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = item.authors
    }
  }

  /// Who makes a statement that is a document of its own and names nobody at its head: those who
  /// sign at its end.
  static func signStatements(of item: inout AgendaItem, _ text: CleanText) {
    guard let last = item.sections.last, last.kind?.isStatement == true,
      item.sections.allSatisfy({ $0.kind == nil || $0.kind?.isStatement == true })
    else { return }
    var signatures: [Speaker] = []
    for passage in last.passages.suffix(8) {
      signatures += signature(passage, text).filter { !signatures.contains($0) }
    }
    for index in item.sections.indices
    where item.sections[index].kind != nil && item.sections[index].speakers.isEmpty {
      item.sections[index].speakers = signatures
    }
  }

  /// The names of a passage that is nothing but names with parties.
  private static func signature(_ passage: Passage, _ text: CleanText) -> [Speaker] {
    let range: Range<Int>
    switch passage {
    case .heading(let found), .paragraph(let found): range = found
    case .listItem, .table: return []
    }
    guard range.count <= 200 else { return [] }
    let line = text.folded(range)
    // "För Moderaterna: Eva Ek"
    if line.hasPrefix("För "), line.holds(":"), line.last != ".", line.last != ":" {
      let parties = Speakers.named(in: line)
      return line.count <= 70 * parties.count ? parties : []
    }
    guard text.bytes[range].contains(0x28) else { return [] }
    guard line.last != ".", line.last != "?" else { return [] }
    let speakers = Speakers.named(in: line)
    let named = speakers.reduce(0) { $0 + $1.name.count + ($1.party?.count ?? 0) + 4 }
    let lower = line.lowercased()
    let hasRole = ["ordförande", "råd", "ledamot", "ledare"].contains { lower.holds($0) }
    return line.count <= named + (hasRole ? 50 : 24) && !lower.holds(" till ") ? speakers : []
  }

  /// The office under a signature: "Kommunstyrelsens ordförande".
  private static func isRole(_ passage: Passage, _ text: CleanText) -> Bool {
    switch passage {
    case .heading(let range), .paragraph(let range):
      let line = text.folded(range).lowercased()
      return range.count <= 60
        && ["ordförande", "råd", "ledamot", "ledare"].contains { line.holds($0) }
    case .listItem, .table: return false
    }
  }
}
