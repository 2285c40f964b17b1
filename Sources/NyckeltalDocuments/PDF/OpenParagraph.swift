import NyckeltalText

/// The lines of a paragraph whose end was not seen yet.
struct OpenParagraph {
  var lines: [PageRow]
  var edges: LineEdges
  /// Where the text of a list item begins, behind its mark.
  var indent: Float?

  /// Whether a line goes on with the paragraph: the word that it begins with found no room on the
  /// line above.
  func goesOn(
    with line: PageRow,
    _ edges: LineEdges,
    _ words: PDFWords,
    _ measures: TypeMeasures
  ) -> Bool {
    guard let last = lines.last, abs(last.height - line.height) < 0.1 * measures.height,
      let first = line.words.first
    else { return false }
    func word(_ index: Int) -> ArraySlice<UInt8> { words.bytes[words.words[index].text] }
    let isBelow = last.page == line.page && line.yMin > last.yMin
    let start = word(first)
    let end = word(last.words[last.words.count - 1])
    if end.last == 0x2D, end.count > 1, Hyphenation.startsLower(start) { return true }
    if isBelow, line.yMin - last.yMin > 1.3 * measures.pitch * max(line.height, measures.height) {
      return false
    }
    if beginsItem(line, words, measures) || start.first == 0xC2 && start.dropFirst().first == 0xA7 {
      return false
    }
    if edges.isBox { return Hyphenation.startsLower(start) }
    let width = words.words[Self.bound(line, words, measures)].xMax - words.words[first].xMin
    let room = self.edges.right - last.xMax - measures.space * measures.height
    let endsSentence = end.last.map { [0x2E, 0x21, 0x3F, 0x3A].contains($0) } ?? false
    if width < room - 1 {
      // "… har kommunen haft i genomsnitt" above "1 174 hushåll": bound to more than its figure
      let isLong = last.xMax - self.edges.left > 0.75 * (self.edges.right - self.edges.left)
      guard !endsSentence, isBelow, isLong, last.words.count > 5, FigureText.isDigits(words, first)
      else { return false }
    }
    if isBelow {
      // the first line of a paragraph is set in
      let indent = self.indent ?? (lines.count > 1 ? last.xMin : line.xMin)
      if endsSentence, line.xMin > indent + 0.8 * measures.height { return false }
      if self.indent != nil, line.xMin < indent - 0.5 * measures.height { return false }
      return true
    }
    // what stands further out is not the item's
    if let indent = self.indent,
      line.xMin - edges.left < indent - self.edges.left - 0.5 * measures.height
    {
      return false
    }
    // on the next column or page a short line behind a full stop is something else
    return !endsSentence || line.words.count > 6
  }

  /// The last of the words that a line begins with and that no line's end parts: groups of a number.
  private static func bound(
    _ line: PageRow,
    _ words: PDFWords,
    _ measures: TypeMeasures
  ) -> Int {
    var last = line.words[0]
    for word in line.words.dropFirst() {
      let gap = words.words[word].xMin - words.words[last].xMax
      guard FigureText.isDigits(words, last), FigureText.isDigits(words, word),
        gap < measures.digitGap * line.height
      else { break }
      last = word
    }
    return last
  }

  private func beginsItem(
    _ line: PageRow,
    _ words: PDFWords,
    _ measures: TypeMeasures
  ) -> Bool {
    func word(_ index: Int) -> ArraySlice<UInt8> { words.bytes[words.words[index].text] }
    guard line.words.count > 1 else { return false }
    let first = words.words[line.words[0]]
    let mark = word(line.words[0])
    if ListMark.isBullet(mark) { return true }
    guard ListMark.isNumber(mark) else { return false }
    // "… till år 12. Därefter": a number at a line's start is a mark where it stands apart
    let gap = words.words[line.words[1]].xMin - first.xMax
    return gap > 1.6 * measures.space * measures.height || self.indent != nil
  }
}
