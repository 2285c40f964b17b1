/// Measures and breaks text for a fixed pitch.
enum TextLayout {
  /// The number of positions that a text takes: å is one, whatever bytes or scalars it is made of.
  static func width(_ text: some StringProtocol) -> Int {
    var count = 0
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case 0x20...0x7E: break
      // The letters of Europe, and the no-break space: not the controls before it.
      case 0xC2:
        guard let next = bytes.next(), next >= 0xA0, next != 0xAD else { return slowWidth(text) }
      case 0xC3...0xCB: _ = bytes.next()
      // Dashes, quotation marks, arrows and signs of comparison.
      case 0xE2:
        guard let next = bytes.next(), let last = bytes.next(),
          next == 0x86 || next == 0x89
            || next == 0x80 && (0x90...0xA6).contains(last)
        else { return slowWidth(text) }
      default: return slowWidth(text)
      }
      count += 1
    }
    return count
  }

  private static func slowWidth(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// Breaks a text into lines at spaces; a no-break space is not one.
  ///
  /// - Parameters:
  ///   - text: What is broken.
  ///   - limit: The greatest number of positions in a line.
  ///   - first: What the first line begins with.
  ///   - rest: What the other lines begin with.
  /// - Returns: The lines; one at least.
  static func wrap(_ text: String, width limit: Int, first: String = "", rest: String = "")
    -> [String]
  {
    var lines: [String] = []
    var line = first
    let restWidth = width(rest)
    var filled = width(first)
    var isFresh = true
    for word in text.split(separator: " ") {
      var word = word
      var length = width(word)
      if !isFresh, filled + 1 + length > limit {
        lines.append(line)
        (line, filled) = (rest, restWidth)
        isFresh = true
      }
      // A word longer than a line is cut: a list of sources between two of them, else a file name.
      while filled + length > limit, isFresh, limit > filled {
        let (head, tail) = cut(word, at: limit - filled)
        lines.append(line + head)
        (line, filled) = (rest, restWidth)
        word = tail
        // measured once: a list of sources may be as long as a report
        length -= width(head)
      }
      if !isFresh {
        line += " "
        filled += 1
      }
      line += word
      filled += length
      isFresh = false
    }
    if !isFresh || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text with spaces before it.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(text))) + text
  }

  /// The text with spaces after it.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(text)))
  }

  private static func cut(_ word: Substring, at limit: Int) -> (Substring, Substring) {
    var end = word.startIndex
    var taken = 0
    while end < word.endIndex, taken + width(word[end]) <= limit {
      taken += width(word[end])
      end = word.index(after: end)
    }
    if end == word.startIndex, end < word.endIndex { end = word.index(after: end) }
    if word.first == "[", end < word.endIndex, let source = word[..<end].lastIndex(of: "["),
      source > word.startIndex
    {
      end = source
    }
    return (word[..<end], word[end...])
  }

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // East Asian wide and emoji take two positions (Unicode Standard Annex 11).
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
