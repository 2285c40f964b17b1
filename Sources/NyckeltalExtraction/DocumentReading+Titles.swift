import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// The topics that phrases tell for themselves.
  func topics(of phrases: [Int]) -> [Topic] {
    phrases.flatMap { phrase in
      table.phrases[phrase].roles.compactMap { role in
        if case .topic(let topic, false) = role { topic } else { nil }
      }
    }
  }

  /// The lines at the head of a document without items: whose it is, and on what.
  mutating func readHead(_ section: Section) {
    for (index, passage) in section.passages.prefix(8).enumerated() {
      let line: Range<Int>
      switch passage {
      case .heading(let range): line = range
      // a title that is not set apart: "STATISTIK FÖRSÖRJNINGSSTÖD, JANUARI–JUNI 2020"
      case .paragraph(let range) where index < 3 && range.count <= (index == 0 ? 180 : 90):
        line = range
      case .paragraph, .listItem, .table: continue
      }
      guard minutes.text.bytes[line.upperBound - 1] != 0x2E else { continue }
      readSentence(line)
      if sentence.tokens.count == 1, Self.offices.contains(sentence.tokens[0].hash) { continue }
      let name = labelEnd
      context.titlePhrases += sentence.hits.filter { $0.token >= name }.map(\.phrase)
    }
  }

  /// What stands above the name of who wrote a document.
  private static let offices = WordSet([
    "handläggare", "kontaktperson", "föredragande", "sekreterare", "utredare", "tjänsteman",
    "verksamhetschef", "enhetschef", "förvaltningschef", "medarbetare",
  ])

  /// The tokens of a line that name what follows, "Handläggare: Eva Ek", and tell nothing of it.
  private var labelEnd: Int {
    for index in 1..<max(1, min(4, sentence.tokens.count))
    where sentence.tokens[index].kind == .punctuation && sentence.tokens[index].hash == 0x3A {
      return index
    }
    return 0
  }

  /// The period of a report that only a running head or a line at its top names:
  /// "DELÅRSRAPPORT 2021   12 (31)".
  mutating func headPeriod(_ item: AgendaItem) -> Period? {
    var lines: [String] = []
    for passage in item.sections.first?.passages.prefix(6) ?? [] {
      switch passage {
      case .heading(let range), .paragraph(let range): lines.append(minutes.text.folded(range))
      case .table(let table): lines += table.header
      case .listItem: break
      }
    }
    for line in lines + runningHeads where line.utf8.count <= 140 {
      let lower = line.lowercased()
      guard Self.reports.contains(where: { lower.holds($0) }) else { continue }
      readLine(line)
      if let period = titlePeriod() { return period }
    }
    return nil
  }

  /// The first period that a line at the head of a document names, whatever the line is.
  mutating func headTime(_ item: AgendaItem) -> Period? {
    var lines: [String] = []
    for passage in item.sections.first?.passages.prefix(8) ?? [] {
      switch passage {
      case .heading(let range): lines.append(minutes.text.folded(range))
      case .paragraph(let range)
      where range.count <= 140 && minutes.text.bytes[range.upperBound - 1] != 0x2E:
        lines.append(minutes.text.folded(range))
      case .table(let table): lines += table.header
      case .listItem, .paragraph: break
      }
    }
    var day: Period?
    for line in lines + runningHeads where line.utf8.count <= 140 {
      readLine(line)
      if let period = titlePeriod() { return period }
      day = day ?? sentence.quantities.first { $0.form == .period && isDay($0) }?.period
    }
    return day
  }

  private var runningHeads: [String] {
    minutes.text.furniture.prefix(4).map { minutes.source.utf8.foldedText($0) }
  }

  /// Reads a title or a head, which is no sentence of the text.
  mutating func readLine(_ line: String) {
    sentence.read(
      line: line,
      reader: reader,
      context: PeriodContext(documentDate: context.day),
      matcher: &matcher
    )
  }

  private static let reports = [
    "rapport", "berättelse", "bokslut", "redovisning", "uppföljning", "verksamhetsplan", "budget",
    "statistik", "mål ",
  ]

  /// The period in a title or heading; "per den 31 augusti" closes the tertial that it ends.
  func titlePeriod() -> Period? {
    let periods = sentence.quantities.filter { $0.form == .period && $0.periodRole != .comparison }
    guard let first = periods.first(where: { !$0.isAsOf && !isDay($0) }) ?? periods.first,
      let period = first.period
    else { return nil }
    // "Publicerad 2022-06-30" says when it was written, not what it is about
    if isDay(first), !first.isAsOf { return nil }
    // "Feriejobb sommaren 2016" is what the year had of it
    if case .span(.month(6, let year), .month(8, _)) = period { return .year(year) }
    return closingTertial(period)
  }
}
