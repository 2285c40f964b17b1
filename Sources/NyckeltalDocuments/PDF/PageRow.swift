import NyckeltalText

/// Words that stand beside each other on a page, from left to right.
struct PageRow {
  /// Positions in ``PDFWords/words``.
  var words: [Int]
  var xMin: Float
  var xMax: Float
  var yMin: Float
  var yMax: Float
  /// The page, from 0.
  var page: Int

  var height: Float { yMax - yMin }

  /// Makes a row of some words.
  init(_ words: [Int], of text: PDFWords, page: Int) {
    self.words = words
    self.page = page
    (xMin, xMax, yMin, yMax) = (.infinity, -.infinity, .infinity, -.infinity)
    for index in words {
      let word = text.words[index]
      xMin = min(xMin, word.xMin)
      xMax = max(xMax, word.xMax)
      yMin = min(yMin, word.yMin)
      yMax = max(yMax, word.yMax)
    }
  }

  /// The rows of a page, from top to bottom.
  static func rows(of page: Int, in text: PDFWords) -> [PageRow] {
    let words = text.words
    var order = Array(text.pages[page].words)
    order.sort { (words[$0].middle, words[$0].xMin) < (words[$1].middle, words[$1].xMin) }
    var rows: [PageRow] = []
    var open: [Int] = []
    var middle: Float = 0
    for index in order {
      let word = words[index]
      if let first = open.first {
        let height = min(words[first].height, word.height)
        if word.middle - middle < 0.4 * max(height, 2) {
          open.append(index)
          continue
        }
        rows.append(closed(open, of: text, page: page))
      }
      open = [index]
      middle = word.middle
    }
    if !open.isEmpty { rows.append(closed(open, of: text, page: page)) }
    return rows
  }

  private static func closed(_ words: [Int], of text: PDFWords, page: Int) -> PageRow {
    PageRow(words.sorted { text.words[$0].xMin < text.words[$1].xMin }, of: text, page: page)
  }

  /// The row's words as bytes with single spaces.
  func bytes(_ text: PDFWords) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in words {
      if !bytes.isEmpty { bytes.append(Byte.space) }
      bytes += text.bytes[text.words[index].text]
    }
    return bytes
  }
}

/// The measures of a document's type: what is near, and what is far apart.
struct TypeMeasures {
  /// The height of running text.
  private(set) var height: Float = 10
  /// The width of a space, as a share of the height.
  private(set) var space: Float = 0.25
  /// The greatest gap between groups of digits of one number: a single space, which words that stand
  /// beside each other show.
  private(set) var digitGap: Float = 0.28
  /// The distance between the lines of a paragraph, as a share of the height.
  private(set) var pitch: Float = 1.15

  /// The greatest distance of lines of one cell or paragraph, as a share of their height.
  private(set) var closePitch: Float = 1.12

  /// Makes the usual measures.
  init() {}

  /// Measures the words and rows of a document.
  init(_ text: PDFWords, rows: [[PageRow]]) {
    var heights: [Int: Int] = [:]
    var spaces: [Float] = []
    var wordSpaces: [Float] = []
    for (index, word) in text.words.enumerated() {
      heights[Int(word.height * 4), default: 0] += word.text.count
      guard index > 0, spaces.count < 4000, text.words[index - 1].line == word.line else {
        continue
      }
      let gap = (word.xMin - text.words[index - 1].xMax) / max(word.height, 1)
      guard gap > 0.05, gap < 1 else { continue }
      spaces.append(gap)
      // cells of figures may stand hardly further apart than words
      if text.hasLetters(index), text.hasLetters(index - 1) { wordSpaces.append(gap) }
    }
    let most = heights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let most { height = max(1, (Float(most.key) + 0.5) / 4) }
    if wordSpaces.count >= 10 { spaces = wordSpaces }
    if !spaces.isEmpty {
      spaces.sort()
      space = spaces[spaces.count / 2]
      digitGap = 1.08 * Self.mostFrequent(spaces)
    }
    if let pitch = Self.continuedPitch(text, rows) { closePitch = 1.05 * pitch }
    var pitches: [Float] = []
    for page in rows {
      let widest = page.map { $0.xMax - $0.xMin }.max() ?? 0
      for (upper, lower) in zip(page, page.dropFirst())
      where upper.xMax - upper.xMin > widest * 0.8 && isBody(upper) && isBody(lower) {
        pitches.append((lower.yMin - upper.yMin) / height)
      }
    }
    if pitches.count >= 4 {
      pitches.sort()
      // most full lines go on in the next one; a quarter may end a paragraph
      pitch = min(max(pitches[pitches.count / 4], 0.8), 2.5)
    }
  }

  /// The distance of lines of which the lower continues the upper, by its edge and its first letter.
  private static func continuedPitch(_ text: PDFWords, _ rows: [[PageRow]]) -> Float? {
    var pitches: [Float] = []
    for page in rows where pitches.count < 2000 {
      for (index, upper) in page.enumerated() {
        let below = page[(index + 1)...].prefix(3).first { abs($0.xMin - upper.xMin) < 1.5 }
        guard let lower = below, let word = lower.words.first,
          abs(lower.height - upper.height) < 0.03 * upper.height,
          Hyphenation.startsLower(text.bytes[text.words[word].text])
        else { continue }
        let pitch = (lower.yMin - upper.yMin) / max(upper.height, 1)
        if pitch > 0.6, pitch < 2 { pitches.append(pitch) }
      }
    }
    guard pitches.count > 1 else { return nil }
    pitches.sort()
    return pitches[pitches.count / 4]
  }

  /// The width that most gaps have, of those in ascending order; lines that are stretched have others.
  private static func mostFrequent(_ gaps: [Float]) -> Float {
    var best: (count: Int, gap: Float) = (0, gaps[gaps.count / 2])
    var start = 0
    for (index, gap) in gaps.enumerated() {
      while gap - gaps[start] > 0.01 { start += 1 }
      let count = index - start + 1
      if count > best.count { best = (count, (gap + gaps[start]) / 2) }
    }
    return best.gap
  }

  /// The least gap between the cells of a table.
  var cellGap: Float { max(1.5 * space, 0.33) }

  private func isBody(_ row: PageRow) -> Bool { abs(row.height - height) < 0.12 * height }
}
