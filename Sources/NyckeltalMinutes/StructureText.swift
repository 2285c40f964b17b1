import NyckeltalModel
import NyckeltalText

extension Minutes {
  /// How the document was read, for people: its items, sections, speakers and tables, and what was
  /// left out, line by line.
  ///
  /// ```
  /// minutes · 2023-05-16 · Arbetsmarknadsnämnden, Ekvik
  /// § 4 Feriejobb · AMN 2023/0062-4.0
  ///   matter
  ///     line 7: paragraph "Antalet platser är 40."
  ///   specialStatement · Eva Ek (S)
  ///   lines 14–19 left out: list of appendices
  /// ```
  public var structure: String {
    var writer = StructureWriter(minutes: self)
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

/// Writes a document's structure in the order of its lines.
private struct StructureWriter {
  let minutes: Minutes
  var lines: [String] = []
  private var near = 0
  private var lastLine = 1
  /// The blocks and page furniture that were left out, not yet written.
  private var omissions: [(range: Range<Int>, reason: OmissionReason)] = []
  private var nextOmission = 0

  init(minutes: Minutes) { self.minutes = minutes }

  mutating func write() {
    let text = minutes.text
    var head = [minutes.genre.rawValue]
    if let date = minutes.date {
      let isNamed = minutes.dateOrigin == .fileName
      head.append("\(date)" + (isNamed ? " (from the file's name)" : ""))
    } else {
      head.append("no date")
    }
    if let body = minutes.body { head.append(body) }
    lines.append(head.joined(separator: " · "))
    gatherOmissions()
    for item in minutes.items {
      if let start = start(of: item) { writeOmissions(before: start) }
      lines.append(title(of: item))
      for section in item.sections { write(section, text) }
    }
    writeOmissions(before: .max)
  }

  private mutating func gatherOmissions() {
    var found = minutes.text.furniture.map { (range: $0, reason: OmissionReason.furniture) }
    found += minutes.text.rules.map { (range: $0, reason: OmissionReason.rule) }
    found += minutes.pageLines.map { (minutes.text.sourceRange(of: $0), OmissionReason.navigation) }
    for (block, role) in zip(minutes.text.blocks, minutes.blockRoles) {
      guard case .leftOut(let reason) = role else { continue }
      found.append((minutes.text.sourceRange(of: block.range), reason))
    }
    omissions = found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Where in the source an item's first passage stands.
  private mutating func start(of item: AgendaItem) -> Int? {
    item.sections.lazy.flatMap(\.passages).first.map { position($0.range) }
  }

  private mutating func position(_ range: Range<Int>) -> Int {
    minutes.text.sourceRange(of: range, near: &near).lowerBound
  }

  private func title(of item: AgendaItem) -> String {
    var parts: [String] = []
    let number = item.number.map { "§ \($0)" } ?? "item without number"
    parts.append(item.title.map { "\(number) \($0)" } ?? number)
    if let reference = item.reference { parts.append(reference) }
    if !item.authors.isEmpty { parts.append("raised by \(names(item.authors))") }
    return parts.joined(separator: " · ")
  }

  private func names(_ speakers: [Speaker]) -> String {
    speakers.map { speaker in
      guard let party = speaker.party, party != speaker.name else { return speaker.name }
      return "\(speaker.name) (\(party))"
    }.joined(separator: ", ")
  }

  private mutating func write(_ section: Section, _ text: CleanText) {
    if let first = section.passages.first { writeOmissions(before: position(first.range)) }
    let kind = section.kind?.rawValue ?? "no section"
    let who = section.speakers.isEmpty ? "" : " · \(names(section.speakers))"
    lines.append("  \(kind)\(who)")
    for passage in section.passages {
      let range = passage.range
      let inSource = text.sourceRange(of: range, near: &near)
      writeOmissions(before: inSource.lowerBound)
      let place = place(inSource)
      switch passage {
      case .heading: lines.append("    \(place): heading \(quote(range))")
      case .paragraph: lines.append("    \(place): paragraph \(quote(range))")
      case .listItem(_, let number):
        lines.append("    \(place): list item \(number.map { "\($0) " } ?? "")\(quote(range))")
      case .table(let table):
        let size = "\(table.rows.count) rows, \(table.header.count) columns"
        lines.append("    \(place): table of \(size)")
      }
    }
  }

  /// The beginning of a passage.
  private func quote(_ range: Range<Int>) -> String {
    let words = minutes.text.folded(range.prefix(240))
    return words.count <= 60 ? "\"\(words)\"" : "\"\(words.prefix(58))…\""
  }

  private mutating func place(_ range: Range<Int>) -> String {
    let first = minutes.source.line(at: range.lowerBound, near: lastLine)
    lastLine = first
    let last = minutes.source.line(at: max(range.lowerBound, range.upperBound - 1), near: first)
    return first == last ? "line \(first)" : "lines \(first)–\(last)"
  }

  /// What was left out before a position, neighbours for one reason together.
  private mutating func writeOmissions(before end: Int) {
    while nextOmission < omissions.count, omissions[nextOmission].range.lowerBound < end {
      let first = omissions[nextOmission]
      var range = first.range
      nextOmission += 1
      while nextOmission < omissions.count, omissions[nextOmission].reason == first.reason,
        omissions[nextOmission].range.lowerBound < end,
        isBlank(from: range.upperBound, to: omissions[nextOmission].range.lowerBound)
      {
        range = range.lowerBound..<omissions[nextOmission].range.upperBound
        nextOmission += 1
      }
      lines.append("  \(place(range)) left out: \(first.reason.rawValue)")
    }
  }

  /// Whether nothing but white space and the marks of lists stands between two places.
  private func isBlank(from start: Int, to end: Int) -> Bool {
    guard start < end else { return true }
    return !minutes.source.utf8[start..<end].contains { Byte.isLetter($0) || Byte.isDigit($0) }
  }
}

extension Passage {
  /// Where it lies in ``CleanText/bytes``.
  public var range: Range<Int> {
    switch self {
    case .heading(let range), .paragraph(let range), .listItem(let range, _): range
    case .table(let table): table.range
    }
  }
}
