import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  mutating func column(_ heading: String, general: TableScale?) -> TableColumn {
    let context = PeriodContext(
      documentDate: self.context.day,
      itemPeriod: self.context.headingPeriod ?? self.context.itemPeriod
    )
    sentence.read(line: heading, reader: reader, context: context, matcher: &matcher)
    let named = scale(of: heading)
    let scale = named ?? general
    let period = headingPeriod(heading, context: context)
    func column(_ role: TableColumn.Role, _ rule: String) -> TableColumn {
      TableColumn(
        role: role,
        period: period,
        scale: scale,
        rule: rule,
        heading: heading,
        counted: sentence.countedUnit,
        phrases: sentence.hits.map(\.phrase)
      )
    }
    if heading.isEmpty { return column(.unknown, "table.unlabelled") }
    let lower = heading.lowercased()
    let reading = TableHeading(heading)
    switch reading.meaning {
    case .assessment: return column(.assessment, "table.assessment")
    case .change: return column(.figure(.change), "table.change")
    case .ignored: return column(.ignored, "table.ignored")
    case .unit: return column(.unit, "table.unit")
    case .deviation(let isForecast):
      return column(.figure(isForecast ? .forecast : .outcome), "table.deviation")
    case .kind(.outcome):
      // what is left of income when costs are paid
      let isResult = scale?.unit == .sek && lower.holds("resultat")
      return column(.figure(.outcome), isResult ? "table.deviation" : "table.outcome")
    case .kind(let kind): return column(.figure(kind), "table.\(kind.rawValue)")
    case .plain, .elsewhere:
      var plain = column(.figure(.outcome), "table.period")
      if reading.meaning == .elsewhere { plain.about = heading }
      return plain
    case .unclear: return column(.unknown, "table.unclear")
    case .unknown: break
    }
    if scale?.unit == .sek {
      if isProposal(lower) { return column(.figure(.budget), "table.proposal") }
      if named != nil, sentence.has(.granted) { return column(.figure(.budget), "table.budget") }
    }
    let counts = sentence.hits.contains { hit in
      table.phrases[hit.phrase].roles.contains {
        switch $0 {
        case .term, .group, .topic: true
        case .signal: false
        }
      }
    }
    let isUnderstood = counts || sentence.countedUnit != nil
    return column(isUnderstood ? .figure(.outcome) : .unknown, "table.other")
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

  /// Takes years for the kind that heads the labels: "Budget | 2022 | 2023".
  ///
  /// "Mål" there may also name the goals that the rows are, so that none is told.
  func settleYears(_ columns: inout [TableColumn], under heading: String, _ labels: Int) {
    let reading = TableHeading(heading)
    guard case .kind(let kind) = reading.meaning, reading.rest.isEmpty, kind != .outcome else {
      return
    }
    let isUnclear = heading.lowercased().begins(with: "mål") && heading.utf8.count <= 6
    // beside a column of targets the goals are the rows
    if isUnclear, columns.contains(where: { $0.rule == "table.target" }) { return }
    for index in columns.indices.dropFirst(labels + 1) {
      guard columns[index].rule == "table.period", columns[index].about == nil else { return }
      columns[index].role = isUnclear ? .unknown : .figure(kind)
      columns[index].rule = isUnclear ? "table.unclear" : "table.\(kind.rawValue)"
    }
  }

  // MARK: Times

  /// The time that a heading names, in whatever order: "T1 2020", "2019 jan–jun", "feb-25", "apr".
  private func headingPeriod(_ heading: String, context: PeriodContext) -> Period? {
    let read = sentence.quantities.first { $0.form == .period && $0.period != nil }?.period
    let words = heading.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }.map(String.init)
    let years = words.filter { Self.isYear($0) }
    if years.count > 1 { return read ?? Self.year(years[0]) }
    guard let year = years.first ?? impliedYear.map(String.init) else { return read }
    // "2019 jan–jun": the part before its year, as in running text
    let others = words.filter { !Self.isYear($0) }
    for first in others.indices {
      for last in others.indices[first...].reversed() {
        let text = Self.spelled(others[first...last].joined(separator: " "), year: year)
        guard let text, let period = part(text, context: context) else { continue }
        return period
      }
    }
    return read ?? years.first.flatMap { Self.year($0) }
  }

  /// The part of a year that a text is, all of it.
  private func part(_ text: String, context: PeriodContext) -> Period? {
    guard
      let found = reader.read(text, context: context).first(where: {
        $0.form == .period && $0.range == 0..<text.utf8.count
      }), let period = found.period
    else { return nil }
    if case .year = period { return nil }
    return period
  }

  /// A part of a year with its year: "jan–jun 2019", "feb 2025" of "feb-25"; `nil` for what has no
  /// letters or is too long for one.
  private static func spelled(_ part: String, year: String) -> String? {
    guard part.utf8.count <= 24, part.contains(where: \.isLetter) else { return nil }
    let pieces = part.split { $0 == "-" || $0 == "." || $0 == "/" }
    if pieces.count == 2, pieces[0].allSatisfy(\.isLetter), pieces[1].allSatisfy(\.isNumber),
      pieces[1].count == 2 || isYear(String(pieces[1])), pieces[0].count >= 3
    {
      return "\(pieces[0]) \(pieces[1].count == 2 ? "20\(pieces[1])" : String(pieces[1]))"
        .lowercased()
    }
    return "\(part) \(year)".lowercased()
  }

  private static func isYear(_ word: String) -> Bool {
    let digits = word.prefix(4)
    return word.count <= 5 && digits.count == 4 && digits.allSatisfy(\.isNumber)
      && Int(digits).map { 1990...2049 ~= $0 } ?? false && !(word.last?.isLetter ?? true)
  }

  private static func year(_ word: String) -> Period? { Int(word.prefix(4)).map { .year($0) } }

  /// The report's own year.
  private var impliedYear: Int? {
    (context.headingPeriod ?? context.itemPeriod)?.lastYear ?? context.date?.year
  }
}
