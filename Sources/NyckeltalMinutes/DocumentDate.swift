import NyckeltalModel
import NyckeltalText

/// The document's own date: of the meeting, of the letter or the report, never of what comes after.
struct DocumentDate {
  let text: CleanText
  let source: SourceText
  /// The blocks at the document's top.
  let head: [Range<Int>]

  /// Reads the date, and where it was found.
  func read(
    isLetter: Bool,
    numbered: Bool,
    reportDate: CalendarDate?
  ) -> (CalendarDate?, Minutes.DateOrigin?) {
    if let date = headDate(numbered: numbered) { return (date, .text) }
    if let date = lodged { return (date, .text) }
    if isLetter, let date = closingDate { return (date, .text) }
    if let reportDate { return (reportDate, .text) }
    if !numbered, let date = signingDate { return (date, .text) }
    if let date = Self.named(source.name) { return (date, .fileName) }
    return (nil, nil)
  }

  private func headDate(numbered: Bool) -> CalendarDate? {
    var first: CalendarDate?
    var before = ""
    for range in head where range.count <= 200 || numbered {
      let label = before
      let found = CalendarDate.first(in: text.bytes, range)
      before = found == nil && range.count <= 60 ? text.folded(range).lowercased() : ""
      guard let date = found else { continue }
      let line = text.folded(range).lowercased()
      // "Till nämnden 2014-11-20" is when it will be dealt with, "per den" what it is about
      if line.hasPrefix("till ") || line.holds("per den") || holdsDates(line) { continue }
      let isMeeting = line.holds("sammanträd") || line.holds("protokoll")
      if isLater(line), !line.holds("sammanträdesd") { continue }
      if isMeeting { return date }
      // "Justeringens plats och tid" above "Stadshuset, 2019-02-04"
      if !label.holds("sammanträd"), isLater(label) { continue }
      if first == nil, range.count <= 120, !isSentence(range, line) { first = date }
    }
    if let first { return first }
    for range in text.furniture {
      let line = source.utf8.foldedText(range).lowercased()
      if isLater(line), !line.holds("sammanträd") { continue }
      if let date = CalendarDate.first(in: source.utf8, range) { return date }
    }
    return nil
  }

  /// Whether a line tells of a day after the document's own: when minutes are approved and put up, a
  /// deadline, the next meeting.
  private func isLater(_ line: String) -> Bool {
    Self.laterWords.contains { line.holds($0) }
  }

  private static let laterWords = [
    "juster", "anslag", "senast", "sista ", "nästa ", "uppdaterad", "träder i kraft", "överklag",
    "till och med", "besvara", "svarsdatum", "gäller från", "gäller t",
  ]

  private func isSentence(_ range: Range<Int>, _ line: String) -> Bool {
    text.bytes[range].last == 0x2E && Prose.isProse(line)
  }

  /// Whether several dates stand in a line, as they head the columns of a table.
  private func holdsDates(_ line: String) -> Bool {
    line.split(separator: " ").count { word in
      word.utf8.count == 10 && word.utf8.dropFirst(4).first == 0x2D && word.utf8.first == 0x32
    } > 1
  }

  /// "Inlämnad: 2010-10-07 Anmäld: 2010-10-12", on one line or on several.
  private var lodged: CalendarDate? {
    for (index, block) in text.blocks.enumerated() where block.range.count <= 400 {
      guard text.caseless.holds("inlämnad", in: block.range) else { continue }
      let line = text.folded(block.range)
      guard let word = line.lowercased().firstRange(of: "inlämnad") else { continue }
      let rest = Array(line[word.upperBound...].utf8)
      guard rest.count < 2 || rest[0] == 0x3A || rest[0] == Byte.space else { continue }
      if let date = CalendarDate.first(in: rest, 0..<min(rest.count, 14)) { return date }
      guard rest.allSatisfy({ $0 == 0x3A || $0 == Byte.space }), index + 1 < text.blocks.count
      else { continue }
      let next = text.blocks[index + 1].range
      if next.count <= 14 { return CalendarDate.first(in: text.bytes, next) }
    }
    return nil
  }

  /// "Stockholm den 3 mars 2019" under a letter.
  private var closingDate: CalendarDate? {
    for block in text.blocks.suffix(8).reversed() where block.range.count <= 60 {
      guard let date = CalendarDate.first(in: text.bytes, block.range) else { continue }
      let line = text.folded(block.range).lowercased()
      if isLater(line) || line.hasPrefix("sidan ") || line.holds("inlägg") { continue }
      return date
    }
    return nil
  }

  /// "Stockholm den 18 november 2020" at the end of a report: a place and a date, nothing more.
  private var signingDate: CalendarDate? {
    for block in text.blocks.suffix(8).reversed() where block.range.count <= 45 {
      guard let date = CalendarDate.first(in: text.bytes, block.range) else { continue }
      let words = text.folded(block.range).split(separator: " ")
      guard words.count >= 2, words.count <= 5, words[0].first?.isUppercase ?? false,
        words[1] == "den" || words[1].first?.isNumber ?? false
      else { continue }
      return date
    }
    return nil
  }

  /// The date in a file's name, "Protokoll 2023-05-16.pdf".
  private static func named(_ name: String) -> CalendarDate? {
    let bytes = Array(name.utf8)
    return CalendarDate.first(in: bytes, bytes.indices)
  }
}
