import NyckeltalModel
import NyckeltalText

/// Which blocks without a number are items of their own: the bullets of a committee's web page, the
/// headings of the second rank of minutes in Markdown.
///
/// ```
///  • Lägesrapport
///
///   Kontoret redovisar …
///
///   Särskilt uttalande
/// ```
struct ItemLayout {
  /// The blocks that open an item, in order.
  private var places: Set<Int> = []

  /// Whether there are any.
  var isEmpty: Bool { places.isEmpty }

  /// Whether a block opens an item.
  func opensItem(_ place: Int) -> Bool { !places.isEmpty && places.contains(place) }

  /// Reads how a document is laid out.
  init(_ source: SourceText, _ text: CleanText) {
    let bullets = Self.bullets(source, text)
    if let outer = bullets.map(\.indent).min() {
      places = Self.items(among: bullets.filter { $0.indent == outer }, text, source)
    }
    if places.isEmpty { places = Self.headings(source, text) }
    if places.isEmpty { places = Self.numberedTitles(text) }
  }

  private struct Bullet {
    var place: Int
    var indent: Int
  }

  /// The blocks behind a round bullet, with how far they are indented.
  private static func bullets(_ source: SourceText, _ text: CleanText) -> [Bullet] {
    var bullets: [Bullet] = []
    var near = 0
    for (place, block) in text.blocks.enumerated() {
      guard case .listItem(nil) = block.kind else { continue }
      let start = text.sourceRange(of: block.range, near: &near).lowerBound
      let line = lineStart(source.utf8, start)
      let mark = source.utf8[line..<start].drop { Byte.isBlank($0) }
      // • ● ▪ ·, not a dash
      guard mark.starts(with: [0xE2, 0x80, 0xA2]) || mark.starts(with: [0xE2, 0x97, 0x8F])
      else { continue }
      bullets.append(Bullet(place: place, indent: mark.startIndex - line))
    }
    return bullets
  }

  /// Those that hold the parts of an item: a § itself, or paragraphs under a part's heading that are
  /// indented below them.
  private static func items(
    among bullets: [Bullet],
    _ text: CleanText,
    _ source: SourceText
  ) -> Set<Int> {
    let numbered = bullets.filter { bullet in
      let range = text.blocks[bullet.place].range
      return range.count <= 260 && ItemHeading.mayBegin(text, range)
        && ItemHeading(text.folded(range), isMarked: false) != nil
    }
    if !numbered.isEmpty { return Set(numbered.map(\.place)) }
    var near = 0
    for (number, bullet) in bullets.enumerated() {
      let end = number + 1 < bullets.count ? bullets[number + 1].place : text.blocks.count
      for place in bullet.place + 1..<max(bullet.place + 1, end) {
        let block = text.blocks[place]
        guard block.kind == .paragraph || block.kind == .heading, block.range.count <= 90 else {
          continue
        }
        let start = text.sourceRange(of: block.range, near: &near).lowerBound
        let indent = source.utf8[lineStart(source.utf8, start)..<start].prefix {
          Byte.isBlank($0)
        }.count
        guard indent > bullet.indent, SectionHeading.mayBe(text, block.range) else { continue }
        let heading = SectionHeading(text.folded(block.range))
        if heading.kind != nil || heading.list != nil { return Set(bullets.map(\.place)) }
      }
    }
    return []
  }

  /// The numbered titles of minutes without §, which stand above paragraphs.
  private static func numberedTitles(_ text: CleanText) -> Set<Int> {
    let blocks = text.blocks
    var places: [Int] = []
    var last = 0
    for (place, block) in blocks.enumerated() {
      if block.range.count <= 260, ItemHeading.mayBegin(text, block.range),
        ItemHeading(text.folded(block.range), isMarked: false) != nil
      {
        return []
      }
      guard let (number, line) = numberedTitle(place, text), number > last else { continue }
      if places.isEmpty, !isMinutes(blocks.prefix(min(place, 8)), text) { return [] }
      if SectionHeading(line).kind != nil { return [] }
      places.append(place)
      last = number
    }
    guard let first = places.first else { return [] }
    return decides(blocks[first...], text) ? Set(places) : []
  }

  /// The number and the title of a line that stands alone among paragraphs.
  private static func numberedTitle(_ place: Int, _ text: CleanText) -> (Int, String)? {
    let blocks = text.blocks
    let block = blocks[place]
    guard block.range.count <= 110, place + 1 < blocks.count, !blocks[place + 1].isListItem,
      place == 0 || block.followsGap || blocks[place + 1].range.count > 110
    else { return nil }
    var number: Int?
    var line = text.folded(block.range)
    switch block.kind {
    case .listItem(let own?): number = own
    case .heading, .paragraph:
      // "**14. Svar på skrivelse**", "3 Delårsrapport" above its "Dnr"
      let digits = line.prefix { $0.isWholeNumber }
      guard (1...2).contains(digits.count) else { return nil }
      let rest = line.dropFirst(digits.count)
      let isMarked = block.kind == .heading && rest.first == "."
      guard isMarked || rest.first == " " && Reference.mayStand(text, blocks[place + 1].range),
        rest.drop(while: { $0 == "." || $0 == " " }).first?.isUppercase == true
      else { return nil }
      number = Int(digits)
      line = String(rest.drop { $0 == "." || $0 == " " })
    case .listItem, .tableRow: return nil
    }
    guard let number, !Prose.isProse(line), line.last != ".", line.last != "?" else { return nil }
    return (number, line)
  }

  /// Whether what stands above the first title heads minutes, not a report or a letter.
  private static func isMinutes(_ head: ArraySlice<Block>, _ text: CleanText) -> Bool {
    func holds(_ words: [StaticString]) -> Bool {
      head.contains { text.caseless.holds(anyOf: words, in: $0.range) }
    }
    if holds([
      "rapport", "utlåtande", "tjänsteskrivelse", "budget", "berättelse", "bokslut", "motion",
      "reservation", "yttrande", "interpellation", "verksamhetsplan",
    ]) {
      return false
    }
    if holds(["protokoll", "minnesanteckning"]) { return true }
    return holds(["nämnd", "utskott", "styrelse", "fullmäktige"])
      && head.contains { CalendarDate.first(in: text.bytes, $0.range) != nil }
  }

  /// Whether something is decided or moved.
  private static func decides(_ blocks: ArraySlice<Block>, _ text: CleanText) -> Bool {
    blocks.contains { block in
      if text.caseless.holds(
        anyOf: ["nämnden beslut", "utskottet ", "nämnden godkän", "styrelsen beslut", "reserver"],
        in: block.range
      ) {
        return true
      }
      guard block.range.count <= 60, SectionHeading.mayBe(text, block.range) else { return false }
      switch SectionHeading(text.folded(block.range)).kind {
      case .proposal, .procedure, .decision, .reservation: return true
      default: return false
      }
    }
  }

  /// The headings of the second rank where the first is the title of minutes.
  private static func headings(_ source: SourceText, _ text: CleanText) -> Set<Int> {
    guard let first = text.blocks.first, first.kind == .heading, first.range.count <= 200,
      text.caseless.holds(anyOf: ["protokoll", "sammanträde", "möte"], in: first.range)
    else { return [] }
    var near = 0
    func rank(_ place: Int) -> Int {
      let start = text.sourceRange(of: text.blocks[place].range, near: &near).lowerBound
      return source.utf8[lineStart(source.utf8, start)..<start].count { $0 == 0x23 }
    }
    guard rank(0) == 1 else { return [] }
    let places = text.blocks.indices.filter { text.blocks[$0].kind == .heading && rank($0) == 2 }
    let areItems = places.allSatisfy { place in
      let line = text.folded(text.blocks[place].range)
      let heading = SectionHeading(line)
      return heading.kind == nil && ItemHeading(line, isMarked: true) == nil
    }
    return areItems && places.count > 1 ? Set(places) : []
  }

  private static func lineStart(_ bytes: [UInt8], _ position: Int) -> Int {
    var start = position
    while start > 0, bytes[start - 1] != Byte.newline { start -= 1 }
    return start
  }
}
