import NyckeltalMinutes
import NyckeltalQuantities
import NyckeltalText

/// Numbers that state nothing: ages, lines of a list, names, pages.
extension DocumentReading {
  // What looks at tokens alone asks for no more: a method that is inlined into a mutating one has
  // been seen to copy the whole reading for every figure.

  /// "5 Sommarjobb 2016" in an agenda: the number of a line, before a capital.
  static func isListNumber(_ place: Int, _ tokens: TokenBuffer) -> Bool {
    guard place == 0, tokens.count > 1, tokens[0].kind == .number, tokens[0].count <= 2 else {
      return false
    }
    return tokens[1].kind == .word && tokens[1].isCapitalized
  }

  private static let within = WordHash("i").value

  /// "sal C 112": a number behind a capital letter alone.
  static func isName(_ place: Int, _ tokens: TokenBuffer) -> Bool {
    guard place > 0, tokens[place].kind == .number else { return false }
    let before = tokens[place - 1]
    return before.kind == .word && before.count == 1 && before.isCapitalized
      && before.hash != within
      && tokens[place].gap == .space
  }

  /// "Stig Norr 1 och Stig Norr 2": a digit that a name ends in.
  func endsName(_ place: Int) -> Bool {
    let tokens = sentence.tokens
    guard place > 1, tokens[place].kind == .number, tokens[place].count == 1,
      !sentence.has(.counted), tokens[place - 1].kind == .word, tokens[place].gap == .space,
      tokens[place - 2].kind == .word, tokens[place - 2].isCapitalized,
      !Self.introducing.contains(tokens[place - 1].hash)
    else { return false }
    guard place + 1 < tokens.count else { return true }
    let next = tokens[place + 1]
    return next.kind == .punctuation
      ? next.hash != 0x25 && next.hash != 0x2D
      : Self.joints.contains(next.hash)
  }

  private static let introducing = WordSet([
    "är", "var", "blev", "till", "på", "från", "med", "av", "om", "i", "fick", "har", "hade",
    "minst", "högst", "ca", "cirka", "bara", "över", "under", "mot", "endast", "max", "omkring",
    "ungefär", "drygt", "nästan", "knappt", "runt", "varav",
  ])

  /// "Storgatan 21", "123 45 Kvarnholm": where somebody is to be found.
  func isAddress(_ figure: Quantity, _ place: Int) -> Bool {
    let tokens = sentence.tokens
    let bytes = minutes.text.bytes
    let start = sentence.range.lowerBound
    if place > 0, tokens[place - 1].kind == .word, tokens[place - 1].isCapitalized {
      let street = bytes[
        start + tokens[place - 1].range.lowerBound..<start + tokens[place - 1].range.upperBound
      ]
      if Self.streets.contains(where: { street.reversed().starts(with: $0.reversed()) }) {
        return true
      }
    }
    let next = sentence.token(at: max(figure.range.lowerBound, figure.range.upperBound - 1)) + 1
    guard next < tokens.count, tokens[next].kind == .word, tokens[next].isCapitalized else {
      return false
    }
    let number = Array(
      bytes[start + figure.numberRange.lowerBound..<start + figure.numberRange.upperBound]
    )
    return number.count == 6 && Byte.isBlank(number[3])
      && number.filter(Byte.isDigit).count == 5
  }

  private static let streets = ["gatan", "vägen", "gränd", "torget", "stigen", "allén"].map {
    Array($0.utf8)
  }

  /// "år 1 och 2 i gymnasiet": years of a school.
  static func isSchoolYear(_ place: Int, _ tokens: TokenBuffer) -> Bool {
    guard place > 0, tokens[place].kind == .number, tokens[place].count == 1 else { return false }
    var before = place - 1
    if before >= 2, joints.contains(tokens[before].hash), tokens[before - 1].kind == .number,
      tokens[before - 1].count == 1
    {
      before -= 2
    }
    guard tokens[before].hash == year else { return false }
    return before == 0 || !yearsAround.contains(tokens[before - 1].hash)
  }

  private static let year = WordHash("år").value
  private static let joints = WordSet(["och", "samt", "eller"])
  private static let yearsAround = WordSet([
    "i", "förra", "föregående", "per", "nästa", "detta", "varje", "om",
  ])

  /// Whether a number is a page in a table of contents, behind dots that may end a sentence.
  func isBehindLeader(_ figure: Quantity) -> Bool {
    let bytes = minutes.text.bytes
    var index = sentence.range.lowerBound + figure.range.lowerBound - 1
    // a page's number and the blanks before it, not all figures of a long line
    let farthest = index - 32
    while index >= 3, index > farthest, Byte.isBlank(bytes[index]) || Byte.isDigit(bytes[index]) {
      index -= 1
    }
    return index >= 3 && bytes[index] == 0x2E && bytes[index - 1] == 0x2E
      && bytes[index - 2] == 0x2E
  }

  /// "det år de fyller 16" tells an age.
  static func isAge(_ place: Int, _ tokens: TokenBuffer) -> Bool {
    place > 0 && ages.contains(tokens[place - 1].hash)
  }

  private static let ages = WordSet(["fyller", "fyllt", "fyllda", "ålder", "åldern"])
}
