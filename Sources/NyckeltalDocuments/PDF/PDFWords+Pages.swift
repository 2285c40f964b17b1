import NyckeltalText

// Pages that cannot be read as they stand: turned ones, and those whose letters are not told.
extension PDFWords {
  /// What was left out of a document's pages, counted from 0.
  struct LeftOut {
    /// Pages whose fonts do not tell which letters they show.
    var unreadable: [Int] = []
    /// Pages with turned text beside other text.
    var turned: [Int] = []
  }

  /// Turns pages whose text is turned, and leaves out what cannot be read.
  mutating func sortPages() {
    var kept: [PageWord] = []
    kept.reserveCapacity(words.count)
    for page in pages.indices {
      let own = words[pages[page].words]
      let start = kept.count
      if pages[page].controls > 3, pages[page].controls * 5 > own.count {
        leftOut.unreadable.append(page)
      } else {
        let lines = turnedLines(own)
        if lines.isEmpty {
          kept += own
        } else if isTurned(own, lines) {
          let isUp = lines.values.reduce(0, +) < 0
          kept += own.map { Self.turned($0, on: pages[page], isUp: isUp) }
          (pages[page].width, pages[page].height) = (pages[page].height, pages[page].width)
          pages[page].turn = isUp ? .up : .down
        } else {
          leftOut.turned.append(page)
          kept += own.filter { !lines.keys.contains($0.line) }
        }
      }
      pages[page].words = start..<kept.count
    }
    words = kept
  }

  /// Lines whose words are taller than wide, and how far down the page each runs; "till" is narrow
  /// enough to be so on any line.
  private func turnedLines(_ own: ArraySlice<PageWord>) -> [Int32: Float] {
    var lines: [Int32: Float] = [:]
    for word in own where word.text.count > 5 && word.height > 1.5 * (word.xMax - word.xMin) {
      lines[word.line] = 0
    }
    guard !lines.isEmpty else { return [:] }
    for (word, next) in zip(own, own.dropFirst()) where word.line == next.line {
      lines[word.line]? += next.yMin - word.yMin
    }
    return lines
  }

  /// Whether nearly all long words of a page stand in turned lines; short ones are as tall as wide.
  private func isTurned(_ own: ArraySlice<PageWord>, _ lines: [Int32: Float]) -> Bool {
    let long = own.filter { $0.text.count > 5 }
    return long.count(where: { lines.keys.contains($0.line) }) * 10 >= long.count * 8
  }

  private static func turned(_ word: PageWord, on page: PDFPage, isUp: Bool) -> PageWord {
    var turned = word
    if isUp {
      (turned.xMin, turned.xMax) = (page.height - word.yMax, page.height - word.yMin)
      (turned.yMin, turned.yMax) = (word.xMin, word.xMax)
    } else {
      (turned.xMin, turned.xMax) = (word.yMin, word.yMax)
      (turned.yMin, turned.yMax) = (page.width - word.xMax, page.width - word.xMin)
    }
    return turned
  }

  /// Where a word stands on its page as it is shown.
  func shown(_ word: PageWord, on page: PDFPage) -> PageWord {
    var shown = word
    switch page.turn {
    case .none: break
    case .up:
      (shown.xMin, shown.xMax) = (word.yMin, word.yMax)
      (shown.yMin, shown.yMax) = (page.width - word.xMax, page.width - word.xMin)
    case .down:
      (shown.yMin, shown.yMax) = (word.xMin, word.xMax)
      (shown.xMin, shown.xMax) = (page.height - word.yMax, page.height - word.yMin)
    }
    return shown
  }
}
