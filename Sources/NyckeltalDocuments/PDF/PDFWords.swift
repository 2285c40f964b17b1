import NyckeltalText

/// A word with its place on the page, in points from the upper left corner.
struct PageWord {
  /// The word's bytes in ``PDFWords/bytes``.
  var text: Range<Int>
  var xMin: Float
  var yMin: Float
  var xMax: Float
  var yMax: Float
  /// The line of `pdftotext` that it belongs to, counted through the document.
  var line: Int32

  var height: Float { yMax - yMin }
  var middle: Float { (yMin + yMax) / 2 }
  var interval: RowGaps.Interval { RowGaps.Interval(xMin: xMin, xMax: xMax) }
}

/// A page's words.
struct PDFPage {
  /// Which way its text runs on the page as it is shown; its words and measures are as if upright.
  enum Turn { case none, up, down }

  var width: Float
  var height: Float
  var words: Range<Int>
  var turn = Turn.none
  /// The words with controls among their letters, which come of fonts that tell no letters.
  var controls = 0
}

/// What `pdftotext -bbox-layout` prints, read in one pass: its few elements stand one on a line.
struct PDFWords {
  /// The words' text in UTF-8, one behind the other.
  private(set) var bytes: [UInt8] = []
  var words: [PageWord] = []
  var pages: [PDFPage] = []
  var leftOut = LeftOut()

  init(_ output: [UInt8]) {
    bytes.reserveCapacity(output.count / 10)
    words.reserveCapacity(output.count / 110)
    output.withUnsafeBufferPointer { read($0) }
    sortPages()
  }

  /// Whether a word stands somewhere in the document.
  func contains(_ word: [UInt8]) -> Bool {
    words.contains { $0.text.count == word.count && bytes[$0.text].elementsEqual(word) }
  }

  /// Whether a word holds letters.
  func hasLetters(_ index: Int) -> Bool {
    bytes[words[index].text].contains { Byte.isLetter($0) || $0 == 0xC3 }
  }

  private mutating func read(_ output: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var line: Int32 = 0
    let end = output.count
    while index < end {
      guard output[index] == 0x3C, index + 5 < end else {
        index += 1
        continue
      }
      index += 1
      switch output[index] {
      case 0x77 where output[index + 4] == Byte.space:  // word
        var place: (Float, Float, Float, Float) = (0, 0, 0, 0)
        place.0 = Self.number(output, &index)
        place.1 = Self.number(output, &index)
        place.2 = Self.number(output, &index)
        place.3 = Self.number(output, &index)
        while index < end, output[index] != 0x3E { index += 1 }
        index += 1
        let start = bytes.count
        if readText(output, &index), !pages.isEmpty { pages[pages.count - 1].controls += 1 }
        guard bytes.count > start, !pages.isEmpty else { continue }
        append(
          PageWord(
            text: start..<bytes.count,
            xMin: min(place.0, place.2),
            yMin: min(place.1, place.3),
            xMax: max(place.0, place.2),
            yMax: max(place.1, place.3),
            line: line
          )
        )
      case 0x6C where output[index + 4] == Byte.space:  // line
        line += 1
      case 0x70 where output[index + 4] == Byte.space:  // page
        let width = Self.number(output, &index)
        let height = Self.number(output, &index)
        pages.append(PDFPage(width: width, height: height, words: words.count..<words.count))
      default: break
      }
    }
  }

  /// Adds a word, or to the word before it the hyphen at a line's end that `pdftotext` cut off, and
  /// small signs that are set above or below the line.
  private mutating func append(_ word: PageWord) {
    let page = pages.count - 1
    if let last = words.last, pages[page].words.upperBound == words.count,
      !pages[page].words.isEmpty, abs(word.xMin - last.xMax) < 0.2 * word.height
    {
      if last.line == word.line, abs(last.yMin - word.yMin) < 1, isHyphen(word) {
        return extendLast(to: word)
      }
      let lift = last.yMax - word.yMax
      let isSmall = word.height < 0.8 * last.height
      // browsers set raised marks in hardly smaller letters
      if isSmall || lift > 0.15 * last.height && word.height < 1.05 * last.height,
        word.yMin < last.yMax, last.yMin < word.yMax
      {
        let isRaised = lift > word.yMin - last.yMin
        if isRaised, let raised = Superscript.written(bytes[word.text]) {
          bytes.replaceSubrange(word.text, with: raised)
          return extendLast(to: word)
        }
        // "CO" and a lowered 2
        if !isRaised, bytes[word.text].allSatisfy({ Byte.isDigit($0) }) {
          return extendLast(to: word)
        }
      }
    }
    words.append(word)
    pages[page].words = pages[page].words.lowerBound..<words.count
  }

  private mutating func extendLast(to word: PageWord) {
    words[words.count - 1].text = words[words.count - 1].text.lowerBound..<bytes.count
    words[words.count - 1].xMax = word.xMax
  }

  private func isHyphen(_ word: PageWord) -> Bool {
    word.text.count == 1 && bytes[word.text.lowerBound] == 0x2D
  }

  /// The number in the next pair of quotation marks.
  private static func number(_ output: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Float {
    while index < output.count, output[index] != 0x22, output[index] != 0x3E { index += 1 }
    guard index < output.count, output[index] == 0x22 else { return 0 }
    index += 1
    let isNegative = index < output.count && output[index] == 0x2D
    if isNegative { index += 1 }
    var value = 0
    var decimals = -1
    while index < output.count, output[index] != 0x22 {
      let byte = output[index]
      index += 1
      if byte == 0x2E {
        decimals = 0
      } else if Byte.isDigit(byte), decimals < 4, value < 1 << 40 {
        value = value * 10 + Int(byte - 48)
        if decimals >= 0 { decimals += 1 }
      }
    }
    index += 1
    let number = Float(value) / scales[max(0, decimals)]
    return isNegative ? -number : number
  }

  private static let scales: [Float] = [1, 10, 100, 1000, 10000]

  /// A word's text up to the end of its element, characters put in for their entities; returns
  /// whether controls stood in it.
  private mutating func readText(
    _ output: UnsafeBufferPointer<UInt8>,
    _ index: inout Int
  ) -> Bool {
    var hasControls = false
    while index < output.count, output[index] != 0x3C {
      let byte = output[index]
      if byte == 0x26 {
        readEntity(output, &index)
      } else if byte == 0xEF, index + 2 < output.count, output[index + 1] == 0xAC,
        let letters = Self.ligature(output[index + 2])
      {
        bytes += letters.utf8
        index += 3
      } else {
        // a bar would end a table's cell
        if byte >= 0x20, byte != 0x7F {
          bytes.append(byte == 0x7C ? 0x2F : byte)
        } else {
          hasControls = true
        }
        index += 1
      }
    }
    return hasControls
  }

  private mutating func readEntity(_ output: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    let end = output[index...].prefix(10).firstIndex(of: 0x3B)
    guard let end else {
      index += 1
      return
    }
    switch String(decoding: output[index..<end], as: UTF8.self) {
    case "&amp": bytes.append(0x26)
    case "&lt": bytes.append(0x3C)
    case "&gt": bytes.append(0x3E)
    case "&quot": bytes.append(0x22)
    case "&apos", "&#39": bytes.append(0x27)
    default: break
    }
    index = end + 1
  }

  /// U+FB00–U+FB04, by the last byte.
  private static func ligature(_ last: UInt8) -> String? {
    switch last {
    case 0x80: "ff"
    case 0x81: "fi"
    case 0x82: "fl"
    case 0x83: "ffi"
    case 0x84: "ffl"
    default: nil
    }
  }
}
