import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  mutating func column(_ heading: String, general: TableScale?) -> TableColumn {
    let bytes = Array(heading.utf8)
    let context = PeriodContext(
      documentDate: self.context.day,
      itemPeriod: self.context.headingPeriod ?? self.context.itemPeriod
    )
    sentence.read(bytes, bytes.indices, reader: reader, context: context, matcher: &matcher)
    let lower = heading.lowercased()
    let scale = TableScale.named(in: heading) ?? general
    let period =
      sentence.quantities.first { $0.form == .period && $0.period != nil }?.period
      ?? shortMonth(lower) ?? monthInHeading(lower) ?? yearInHeading(bytes)
    func column(_ role: TableColumn.Role, _ rule: String) -> TableColumn {
      TableColumn(
        role: role,
        period: period,
        scale: scale,
        rule: rule,
        counted: sentence.countedUnit,
        phrases: sentence.hits.map(\.phrase)
      )
    }
    if Self.assessmentHeadings.contains(where: { lower.holds($0) }) {
      return column(.assessment, "table.assessment")
    }
    if Self.changeHeadings.contains(where: { lower.begins(with: $0) }), scale?.unit != .percent {
      return column(.figure(.change), "table.change")
    }
    if Self.ignoredHeadings.contains(where: { lower.begins(with: $0) }) {
      return column(.ignored, "table.ignored")
    }
    if sentence.has(.forecast) || lower.holds("prognos") {
      return column(.figure(.forecast), "table.forecast")
    }
    if lower.holds("avvik") || lower.holds("resultat") {
      return column(.figure(.outcome), "table.deviation")
    }
    if sentence.has(.target) || lower.holds("mål") || lower.begins(with: "plan") {
      return column(.figure(.target), "table.target")
    }
    if sentence.has(.outcome) || lower.holds("utfall") {
      return column(.figure(.outcome), "table.outcome")
    }
    if sentence.has(.budget) || lower.holds("budget") {
      return column(.figure(.budget), "table.budget")
    }
    if scale?.unit == .sek, isProposal(lower) {
      return column(.figure(.budget), "table.proposal")
    }
    if period != nil || lower.isEmpty || lower.begins(with: "antal") || lower.begins(with: "andel")
    {
      return column(.figure(.outcome), "table.period")
    }
    if lower.begins(with: "totalt") || lower.begins(with: "summa") || lower.begins(with: "kvinnor")
      || lower.begins(with: "män") || lower.begins(with: "resultat")
    {
      return column(.figure(.outcome), "table.group")
    }
    let counts = sentence.hits.contains { hit in
      table.phrases[hit.phrase].roles.contains {
        switch $0 {
        case .term, .group, .topic: true
        case .signal: false
        }
      }
    }
    let isFigure = scale != nil || counts || sentence.countedUnit != nil
    return column(isFigure ? .figure(.outcome) : .ignored, "table.other")
  }

  /// Whether a heading over money is no more than who proposes it: "Majoriteten", "S+MP", "Vårt
  /// förslag"; names of parties only where members speak or a budget is spoken of.
  private func isProposal(_ heading: String) -> Bool {
    let words = heading.split { !$0.isLetter }.filter { !Self.besides.contains(String($0)) }
    guard !words.isEmpty else { return false }
    let isNamed = words.allSatisfy { word in
      Self.proposers.contains(String(word)) || Speakers.isParty(word.uppercased())
        || word.last == "s" && Speakers.isParty(word.dropLast())
    }
    return isNamed && (words.contains { $0.hasSuffix("förslag") } || speaksOfProposals)
  }

  private var speaksOfProposals: Bool {
    switch context.section {
    case .reservation, .specialStatement, .deputyStatement, .letter, .proposal: true
    case .decision, .matter, .procedure, nil:
      topics(of: context.titlePhrases + context.headingPhrases).contains(.budget)
    }
  }

  private static let proposers: Set<String> = [
    "majoriteten", "majoritetens", "minoriteten", "minoritetens", "oppositionen", "oppositionens",
    "alliansen", "alliansens", "nämndens", "förvaltningens", "kommunstyrelsens", "vårt", "vår",
    "förslag", "motförslag", "ändringsförslag", "yrkande",
  ]
  /// What stands beside them in a heading.
  private static let besides: Set<String> = [
    "och", "tkr", "kr", "mkr", "mnkr", "kronor", "år", "ledda", "styrda", "gemensamt",
  ]

  /// "feb-25", "okt 2024".
  private func shortMonth(_ heading: String) -> Period? {
    let parts = heading.split { !$0.isLetter && !$0.isNumber }
    guard parts.count == 2, parts[0].count >= 3, parts[1].allSatisfy(\.isNumber),
      parts[1].count == 2 || parts[1].count == 4, let year = Int(parts[1]),
      let month = Self.months.firstIndex(where: { parts[0].hasPrefix($0) })
    else { return nil }
    return .month(month + 1, year: parts[1].count == 2 ? 2000 + year : year)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  /// The month that a heading is nothing but, of the report's year.
  private func monthInHeading(_ heading: String) -> Period? {
    guard (3...9).contains(heading.count), heading.allSatisfy(\.isLetter),
      let month = Self.months.firstIndex(where: { heading.hasPrefix($0) }),
      let year = (context.headingPeriod ?? context.itemPeriod)?.lastYear ?? context.date?.year
    else { return nil }
    return .month(month + 1, year: year)
  }

  /// The year in "Budget 2021 tkr", which in running text would be an amount.
  private func yearInHeading(_ bytes: [UInt8]) -> Period? {
    for index in 0..<sentence.tokens.count where sentence.tokens[index].kind == .number {
      let digits = bytes[sentence.tokens[index].range]
      if digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)),
        1990...2049 ~= year
      {
        return .year(year)
      }
    }
    return nil
  }

  private static let assessmentHeadings = [
    "bedömning", "måluppfyl", "status", "uppfylls", "uppnått", "uppfyllt",
  ]
  private static let changeHeadings: [StaticString] = ["förändr", "ökning", "minskning", "+/-"]
  private static let ignoredHeadings: [StaticString] = [
    "diff", "kommentar", "skillnad", "enhet", "ansvar", "nr", "anmärkning", "källa",
  ]
}
