import NyckeltalText

/// A row of words as a table has it: pieces that stand apart.
struct TableLine {
  /// Words that stand close to each other.
  struct Piece {
    var words: [Int]
    var span: RowGaps.Interval
    /// It is a figure: "48 900", "−4,5 %".
    var isFigure: Bool
    /// It is a dash and nothing more, for "none".
    var isDash: Bool

    var middle: Float { (span.xMin + span.xMax) / 2 }
  }

  /// The row's position on its page.
  var row: Int
  var pieces: [Piece]
  var yMin: Float
  var yMax: Float

  var height: Float { yMax - yMin }
  var middle: Float { (yMin + yMax) / 2 }
  var hasFigures: Bool { pieces.contains { $0.isFigure } }

  /// Splits a row.
  ///
  /// Groups of digits make one number where a single space parts them: figures of neighbouring
  /// columns may stand hardly further apart. A dash signs what it stands close to.
  init(_ row: PageRow, at index: Int, _ text: PDFWords, _ measures: TypeMeasures) {
    self.row = index
    pieces = []
    (yMin, yMax) = (row.yMin, row.yMax)
    let usual = max(1.6 * measures.space, 0.33)
    for word in row.words {
      let place = text.words[word]
      let height = max(place.height, 1)
      if let last = pieces.last, let before = last.words.last {
        let gap = place.xMin - last.span.xMax
        let meetsFigure =
          FigureText.isDigits(text, before) && FigureText.isDigits(text, word)
          || FigureText.isDash(text, before) && last.words.count == 1
          || FigureText.isDash(text, word)
        let most = meetsFigure ? measures.digitGap : usual
        if gap < most * height {
          pieces[pieces.count - 1].words.append(word)
          pieces[pieces.count - 1].span.xMax = max(last.span.xMax, place.xMax)
          continue
        }
      }
      pieces.append(
        Piece(
          words: [word],
          span: RowGaps.Interval(xMin: place.xMin, xMax: place.xMax),
          isFigure: false,
          isDash: false
        )
      )
    }
    for index in pieces.indices { mark(index, text) }
  }

  /// Whether it is a text's line and no label's: in one piece, with a full stop behind many words.
  func isSentence(_ text: PDFWords) -> Bool {
    guard pieces.count == 1, let words = pieces.first?.words, words.count > 6, let last = words.last
    else { return false }
    return text.bytes[text.words[last].text].last == 0x2E
  }

  /// Parts pieces between words for which a function gives different columns.
  mutating func part(_ text: PDFWords, _ column: (Piece, Int) -> Int?) {
    var parts: [Piece] = []
    for piece in pieces {
      var last: Int?
      let columns = Self.settled(piece.words.map { column(piece, $0) }, of: piece.words, text)
      for (place, word) in piece.words.enumerated() {
        let own = columns[place]
        let span = RowGaps.Interval(xMin: text.words[word].xMin, xMax: text.words[word].xMax)
        if place > 0, own == nil || last == nil || own == last {
          parts[parts.count - 1].words.append(word)
          parts[parts.count - 1].span.xMax = max(parts[parts.count - 1].span.xMax, span.xMax)
        } else {
          parts.append(Piece(words: [word], span: span, isFigure: false, isDash: false))
        }
        last = own ?? last
      }
    }
    guard parts.count > pieces.count else { return }
    pieces = parts
    for index in pieces.indices { mark(index, text) }
  }

  /// The columns of words, where those that stand over none go with the neighbours that they stand
  /// closer to: cells that are full stand hardly further apart than words.
  ///
  /// Digits that end no number, "644 11 077", begin the next one.
  static func settled(_ columns: [Int?], of words: [Int], _ text: PDFWords) -> [Int?] {
    var settled = columns
    var last: Int?
    for (place, column) in columns.enumerated() {
      guard let column else { continue }
      defer { last = place }
      guard let last, place - last > 1, let before = columns[last], before != column else {
        continue
      }
      func gap(_ place: Int) -> Float {
        text.words[words[place]].xMin - text.words[words[place - 1]].xMax
      }
      var edge = place
      for next in (last + 1..<place).reversed() where gap(next) > gap(edge) + 0.1 { edge = next }
      let digits = text.bytes[text.words[words[last + 1]].text]
      if FigureText.isDigits(text, words[last]), digits.count < 3,
        digits.allSatisfy({ Byte.isDigit($0) })
      {
        edge = last + 1
      }
      for next in last + 1..<place { settled[next] = next < edge ? before : column }
    }
    return settled
  }

  private mutating func mark(_ index: Int, _ text: PDFWords) {
    let words = pieces[index].words
    pieces[index].isDash = words.count == 1 && FigureText.isDash(text, words[0])
    pieces[index].isFigure = FigureText.isFigure(text, words)
  }

  /// Takes digits for the rest of dates above them, "2022-08-" over "31": they are no figures.
  mutating func joinDates(below above: TableLine, _ text: PDFWords) {
    guard hasFigures, middle - above.middle < 1.6 * height else { return }
    for index in pieces.indices where pieces[index].isFigure && pieces[index].words.count == 1 {
      let piece = pieces[index]
      guard text.bytes[text.words[piece.words[0]].text].count == 2 else { continue }
      pieces[index].isFigure = !above.pieces.contains { upper in
        guard let last = upper.words.last, upper.span.meets(piece.span) else { return false }
        return FigureText.isOpenDate(text.bytes[text.words[last].text])
      }
    }
  }

  /// The pieces between two places, by their middle.
  func pieces(from left: Float, to right: Float) -> [Piece] {
    pieces.filter { $0.middle >= left && $0.middle < right }
  }
}

/// What words are, as parts of figures.
enum FigureText {
  /// Whether a word is digits with what may stand in or around a number.
  static func isDigits(_ text: PDFWords, _ word: Int) -> Bool {
    let bytes = text.bytes[text.words[word].text]
    guard bytes.contains(where: Byte.isDigit) else { return false }
    return bytes.allSatisfy { !Byte.isLetter($0) && $0 != 0xC3 }
  }

  /// "2022-08-".
  static func isOpenDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
    return parts.count == 3 && CellText.isYear(parts[0]) && parts[1].count == 2
      && parts[2].isEmpty && parts[1].allSatisfy { Byte.isDigit($0) }
  }

  /// "-", "–", "—", "−".
  static func isDash(_ text: PDFWords, _ word: Int) -> Bool {
    let bytes = text.bytes[text.words[word].text]
    return bytes.elementsEqual("-".utf8)
      || bytes.count == 3 && bytes.first == 0xE2
        && ["–", "—", "−", "‒"].contains { bytes.elementsEqual($0.utf8) }
  }

  /// Whether words are a figure: digits, with a sign before and a unit after them; no year.
  static func isFigure(_ text: PDFWords, _ words: [Int]) -> Bool {
    var digits = 0
    for (place, word) in words.enumerated() {
      let bytes = text.bytes[text.words[word].text]
      if isDigits(text, word) {
        digits += 1
      } else if digits == 0 {
        guard place == 0, isDash(text, word) || isSign(bytes) else { return false }
      } else if !isUnit(bytes) {
        // "41%" is digits, "12tkr" is not
        return false
      }
    }
    guard digits > 0 else { return isNumberWithUnit(text, words) }
    return !(words.count == 1 && CellText.isYear(text.bytes[text.words[words[0]].text]))
      && !isTime(text, words)
  }

  /// "2022-08-31", "2021/22", "31/8".
  private static func isTime(_ text: PDFWords, _ words: [Int]) -> Bool {
    guard words.count == 1 else { return false }
    let bytes = text.bytes[text.words[words[0]].text]
    if bytes.contains(0x2F) { return true }
    let parts = bytes.split(separator: 0x2D)
    return parts.count > 1 && parts[0].count == 4 && CellText.isYear(parts[0])
  }

  /// "12tkr".
  private static func isNumberWithUnit(_ text: PDFWords, _ words: [Int]) -> Bool {
    guard words.count == 1 else { return false }
    let bytes = text.bytes[text.words[words[0]].text]
    let number = bytes.prefix { Byte.isDigit($0) || $0 == 0x2C || $0 == 0x2E }
    return !number.isEmpty && isUnit(bytes.dropFirst(number.count))
  }

  private static func isSign(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 3 && bytes.allSatisfy { !Byte.isLetter($0) }
  }

  private static func isUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy({ !Byte.isLetter($0) && !Byte.isDigit($0) }) { return true }
    let lower = bytes.map { $0 | 0x20 }
    return units.contains { lower.elementsEqual($0.utf8) }
  }

  private static let units = ["kr", "tkr", "kkr", "mnkr", "mkr", "msek", "sek", "st", "pe", "pp"]
}
