/// Joins a source's lines to blocks and keeps the way back to every byte.
struct TextCleaner {
  private let source: UnsafeBufferPointer<UInt8>
  private var text = CleanText()
  private var open: OpenBlock?
  private var followsGap = false
  /// Whether page furniture stands before the line.
  private var followsPage = false

  /// Whether paragraphs stand on one line each, as on web pages: a line's end is a paragraph's.
  private var isUnwrapped = false

  /// The block that further lines may belong to.
  private struct OpenBlock {
    var kind: Block.Kind
    var start: Int
    /// The width of its longest line, which tells a wrapped line from a short one.
    var width: Int
    var lastWidth: Int
    var followsGap: Bool
  }

  /// Cleans a text whose furniture is known, or told by the lines' shape where it is `nil`.
  static func clean(_ utf8: [UInt8], furniture: [Range<Int>]? = nil) -> CleanText {
    utf8.withUnsafeBufferPointer { bytes in
      var cleaner = TextCleaner(source: bytes)
      cleaner.run(furniture)
      return cleaner.text
    }
  }

  private init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    text.bytes.reserveCapacity(source.count + 16)
  }

  private mutating func run(_ furniture: [Range<Int>]?) {
    let lines = LineScanner(source, furniture: furniture).lines
    isUnwrapped = standsOnOneLineEach(lines)
    var gap = false
    for line in lines {
      if line.isBlank || line.isFurniture {
        gap = true
        if line.isFurniture {
          text.furniture.append(line.range)
          followsPage = true
        }
        continue
      }
      if LineShape.isRule(source, line.range) {
        text.rules.append(line.range)
        continue
      }
      add(line, afterGap: gap || line.beginsPage)
      gap = false
      followsPage = false
    }
    close()
  }

  /// Whether paragraphs stand on one line each: three lines are far longer than a page is wide, or
  /// nearly all lines that are long end a sentence, as the lines of wrapped text do not.
  private func standsOnOneLineEach(_ lines: [SourceLine]) -> Bool {
    if lines.lazy.filter({ $0.range.count > 240 }).prefix(3).count == 3 { return true }
    var long = 0
    var ending = 0
    for line in lines where line.range.count > 125 && !line.isFurniture {
      guard source[line.range.lowerBound] != 0x7C,
        !ByteSearch.hasWideBlank(UnsafeBufferPointer(rebasing: source[line.range]))
      else { continue }
      long += 1
      if [0x2E, 0x3F, 0x21, 0x3A].contains(source[line.range.upperBound - 1]) { ending += 1 }
    }
    return long > 0 && ending * 5 >= long * 4
  }

  private mutating func add(_ line: SourceLine, afterGap gap: Bool) {
    followsGap = gap
    let shape = LineShape(source, line)
    switch shape.kind {
    case .heading:
      close()
      for part in shape.parts {
        begin(.heading, line)
        copy(part)
        close()
      }
    case .tableRow:
      close()
      begin(.tableRow, line)
      // with its indentation: the columns of a table are told by where its cells stand
      copy(line.start..<line.range.upperBound)
      close()
    case .listItem:
      close()
      begin(shape.kind, line)
      copy(shape.content)
    case .paragraph where !gap && isHeadingBelow(line):
      close()
      begin(.tableRow, line)
      copy(line.start..<line.range.upperBound)
      close()
    case .paragraph:
      if let block = open, continues(block, line, shape, afterGap: gap) {
        join(line, to: block)
      } else {
        close()
        begin(.paragraph, line)
        copy(shape.content)
      }
    }
  }

  /// Whether a line far from the margin goes on with a table's headings: "12 mån" under "Förändring".
  private func isHeadingBelow(_ line: SourceLine) -> Bool {
    open == nil && text.blocks.last?.kind == .tableRow && line.range.count <= 40
      && line.range.lowerBound - line.start >= 16
  }

  // MARK: Joining

  private func continues(
    _ block: OpenBlock,
    _ line: SourceLine,
    _ shape: LineShape,
    afterGap gap: Bool
  ) -> Bool {
    guard let last = text.bytes.last else { return false }
    let startsLower = SwedishLetter.isLower(source, at: line.range.lowerBound)
    let endsSentence = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A
    let endsInHyphen = last == 0x2D && text.bytes.count > 1 && text.bytes.dropLast().last != 0x20
    if !gap {
      if endsInHyphen || startsLower { return true }
      if isUnwrapped { return endsOpen() }
      // "… men omkring" goes on wherever its line was broken
      return endsEarly(block, line)
        ? last != 0x2C && endsOpen() : block.lastWidth >= 40 || endsOpen()
    }
    if endsSentence { return false }
    if startsLower { return block.lastWidth >= 12 || endsInHyphen }
    // a name's party on the next page
    if source[line.range.lowerBound] == 0x28 { return block.lastWidth >= 12 }
    return block.lastWidth >= 12 && (endsOpen() || followsPage && countsOn(block, line))
  }

  /// Whether a line at a page's top goes on with a full line at the foot of the one before by a
  /// number: "kötiden var då", "34 dagar".
  private func countsOn(_ block: OpenBlock, _ line: SourceLine) -> Bool {
    guard block.lastWidth >= 40, block.lastWidth + 14 >= block.width,
      let behind = source[line.range].firstIndex(where: { !Byte.isDigit($0) && $0 != 0x2C }),
      behind > line.range.lowerBound, source[behind] == Byte.space
    else { return false }
    return SwedishLetter.isLower(source, at: behind + 1) || Byte.isDigit(source[behind + 1])
      || source[behind + 1] == 0x25
  }

  /// Whether the last line was broken although the next word would have fitted on it: a heading,
  /// an address, a list without marks.
  private func endsEarly(_ block: OpenBlock, _ line: SourceLine) -> Bool {
    let word = source[line.range].firstIndex { Byte.isBlank($0) } ?? line.range.upperBound
    let needed = block.lastWidth + 1 + word - line.range.lowerBound
    return needed + 3 < max(block.width, line.range.count)
  }

  /// Whether the text so far ends in a word that another one must follow.
  private func endsOpen() -> Bool {
    guard let last = text.bytes.last else { return false }
    if last == 0x2C { return true }
    var start = text.bytes.count
    while start > 0, text.bytes.count - start <= 9, text.bytes[start - 1] > Byte.space {
      start -= 1
    }
    var hash = StableHash.basis
    var previous: UInt8 = 0
    for byte in text.bytes[start...] {
      hash = StableHash.mix(hash, CaselessText.lowered(byte, behind: previous))
      previous = byte
    }
    return Self.openWords.contains(hash)
  }

  private static let openWords = StableHash.ofAll([
    "och", "samt", "eller", "i", "på", "av", "för", "med", "till", "från", "att", "som", "den",
    "det", "de", "en", "ett", "om", "vid", "under", "hos", "inom", "över", "mot", "än", "har",
    "är", "var", "ca", "ca.", "cirka", "omkring", "ungefär", "minst", "högst", "nästan", "drygt",
    "knappt", "närmare", "runt", "kring", "minus", "plus", "mellan", "varav", "totalt", "via",
    "enligt", "sedan", "per", "respektive",
  ])

  private mutating func join(_ line: SourceLine, to block: OpenBlock) {
    var block = block
    switch hyphenation(before: line.range) {
    case .remove:
      text.bytes.removeLast()
    case .keep:
      break
    case .none:
      text.bytes.append(Byte.space)
    }
    block.lastWidth = line.range.count
    block.width = max(block.width, line.range.count)
    open = block
    copy(line.range)
  }

  private enum Hyphenation {
    case remove
    case keep
    case none
  }

  /// What the hyphen at the end of the text is: made by the line's end, or the word's own.
  private func hyphenation(before next: Range<Int>) -> Hyphenation {
    let count = text.bytes.count
    guard count >= 2, text.bytes[count - 1] == 0x2D, text.bytes[count - 2] > Byte.space,
      text.bytes[count - 2] != 0x2D, !next.isEmpty
    else { return .none }
    if Byte.isDigit(text.bytes[count - 2]) { return .keep }
    guard SwedishLetter.isLower(source, at: next.lowerBound) else { return .keep }
    // "studie- och yrkesvägledning" keeps its hyphen and its space.
    for word in ["och ", "eller ", "samt ", "respektive ", "till "] as [StaticString]
    where PageFurniture.starts(source, next, with: word) {
      return .none
    }
    return .remove
  }

  // MARK: Writing

  private mutating func begin(_ kind: Block.Kind, _ line: SourceLine) {
    open = OpenBlock(
      kind: kind,
      start: text.bytes.count,
      width: line.range.count,
      lastWidth: line.range.count,
      followsGap: followsGap
    )
  }

  private mutating func close() {
    guard let block = open else { return }
    open = nil
    while let last = text.bytes.last, text.bytes.count > block.start, Byte.isBlank(last) {
      text.bytes.removeLast()
    }
    guard text.bytes.count > block.start else { return }
    text.blocks.append(
      Block(
        kind: block.kind,
        range: block.start..<text.bytes.count,
        followsGap: block.followsGap
      )
    )
    text.bytes.append(Byte.newline)
  }

  /// Copies a part of the source without marks of emphasis and soft hyphens.
  private mutating func copy(_ range: Range<Int>) {
    var start = range.lowerBound
    let line = UnsafeBufferPointer(rebasing: source[..<range.upperBound])
    var index = ByteSearch.first(0x2A, or: 0xC2, in: line, from: start)
    while index < range.upperBound {
      var cut = 0
      if source[index] == 0x2A {
        cut = 1
      } else if index + 1 < range.upperBound, source[index + 1] == 0xAD {
        cut = 2
      }
      if cut > 0 {
        append(start..<index)
        start = index + cut
      }
      index = ByteSearch.first(0x2A, or: 0xC2, in: line, from: index + max(1, cut))
    }
    append(start..<range.upperBound)
  }

  private mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text.toSource.append(derived: text.bytes.count, original: range.lowerBound)
    text.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }
}
