import NyckeltalModel
import NyckeltalText

/// Parts of an item that no heading names.
extension MinutesParser {
  /// Names the parts of the item that is closed: what stands under its title, before the first part
  /// with a heading, is the matter, or the decision in bullets.
  mutating func settleParts() {
    guard item.number != nil || item.isOpened, !item.sections.isEmpty else { return }
    splitDecision()
    signQuestion()
    giveQuestion()
    let isDebated =
      item.title.map { CaselessText(Array($0.utf8)).holds(anyOf: Self.raisedByMembers) } ?? false
    guard isDebated || item.number != nil || item.sections.contains(where: { $0.kind != nil })
    else { return }
    for index in item.sections.indices where !item.sections[index].isSpeech {
      if let kind = item.sections[index].kind, kind != .matter, kind != .decision, !isDebated {
        break
      }
      if item.sections[index].kind == nil { item.sections[index].kind = .matter }
    }
  }

  /// What only members raise, with the debate on it.
  private static let raisedByMembers: [StaticString] = [
    "interpellation", "enkel fråga", "fråga från", "fråga av", "frågor från",
  ]

  /// "• Nämnden godkänner rapporten." right under the title is what is decided.
  private mutating func splitDecision() {
    guard let first = item.sections.first, first.kind == nil, first.speakers.isEmpty else { return }
    let decided = first.passages.prefix { passage in
      switch passage {
      case .listItem(let range, _): decides(range)
      case .paragraph(let range): range.count <= 300 && item.number != nil && decides(range)
      case .heading, .table: false
      }
    }
    guard !decided.isEmpty else { return }
    var decision = Section(kind: .decision)
    decision.passages = Array(decided)
    var rest = Section(kind: .matter)
    rest.passages = Array(first.passages.dropFirst(decided.count))
    item.sections.replaceSubrange(
      0..<1,
      with: rest.passages.isEmpty ? [decision] : [decision, rest]
    )
  }

  /// "Nämnden godkänner …", "Arbetsmarknadsnämnden uppdrar åt …".
  private func decides(_ range: Range<Int>) -> Bool {
    let words = text.folded(range.prefix(120)).lowercased().split(separator: " ")
    guard words.count > 2 else { return false }
    let isBody = ["nämnden", "utskottet", "styrelsen", "fullmäktige"].contains {
      words[0].hasSuffix($0)
    }
    return isBody && Self.decisions.contains(String(words[1]))
  }

  private static let decisions: Set<String> = [
    "godkänner", "beslutar", "uppdrar", "noterar", "fastställer", "antar", "lägger", "överlämnar",
    "avslår", "bifaller", "återremitterar", "ger", "ställer", "föreslår", "tillstyrker",
  ]

  /// Who asked the question of an item, where they sign below it: "Eva Ek (S)" above "Svar".
  private mutating func signQuestion() {
    guard item.authors.isEmpty, let title = item.title,
      CaselessText(Array(title.utf8)).holds(anyOf: [
        "interpellation", "fråga", "motion", "skrivelse",
      ])
    else { return }
    for (index, section) in item.sections.enumerated() {
      guard section.kind == nil || section.kind == .matter, section.speakers.isEmpty else { break }
      var hasProse = false
      for (place, passage) in section.passages.enumerated() {
        let signed = hasProse ? Signatures.signature(passage, text) : []
        hasProse = hasProse || Signatures.isProse(passage, text)
        guard !signed.isEmpty else { continue }
        var question = section
        question.passages = Array(section.passages[...place])
        question.speakers = signed
        var rest = section
        rest.passages = Array(section.passages[(place + 1)...])
        item.authors = signed
        item.sections.replaceSubrange(
          index...index,
          with: rest.passages.isEmpty ? [question] : [question, rest]
        )
        return
      }
    }
  }

  /// The text of a question that is answered below it is its author's: "Interpellation av Bo Al (S)"
  /// above "Eva Ek (M) svarar:".
  private mutating func giveQuestion() {
    guard let title = item.title, title.holds("("),
      ["interpellation", "fråga", "enkel fråga", "skriftlig fråga"].contains(where: {
        title.lowercased().hasPrefix($0)
      })
    else { return }
    let authors = Speakers.named(in: Addressee.cut(title))
    guard !authors.isEmpty,
      let answer = item.sections.firstIndex(where: { $0.floor != nil || $0.isAnswer })
    else { return }
    for index in item.sections.indices.prefix(answer)
    where item.sections[index].speakers.isEmpty
      && (item.sections[index].kind == nil || item.sections[index].kind == .matter)
    {
      item.sections[index].speakers = authors
    }
  }
}
