import NyckeltalMinutes
import NyckeltalQuantities
import NyckeltalText

/// Tables that conversion ran into a line of text, whose bare numbers nobody can tell apart.
extension DocumentReading {
  /// Whether the sentence holds rows of such a table: twice or more, several bare numbers one behind
  /// the other between labels.
  ///
  ///     Intäkter 22,4 20,1 2,3 Kostnader -23,0 -21,4 -1,6
  var isTableInLine: Bool {
    guard sentence.quantities.count > 2, sentence.range.count > 30 else { return false }
    // no sentence names so many numbers without a word between them
    if sentence.counts.mostNumbers > 40 { return true }
    let words = minutes.text.folded(sentence.range).split(separator: " ")
    var rows = 0
    var numbers = 0
    var hasDecimals = false
    for index in 0...words.count {
      if index < words.count, Self.isBareNumber(words[index]) {
        numbers += 1
        if words[index].contains(",") { hasDecimals = true }
        continue
      }
      // "1 402 100 kronor" is one number
      let isEnded =
        index == words.count || words[index].first?.isUppercase ?? false || words[index] == "varav"
      // "1 201 1 198 1 177 1 160": a row of figures
      if numbers > 7 { return true }
      if isEnded, numbers > 2 || numbers > 1 && hasDecimals { rows += 1 }
      numbers = 0
      hasDecimals = false
    }
    return rows > 1
  }

  private static func isBareNumber(_ word: Substring) -> Bool {
    let digits = word.trimming { "+-–−%".contains($0) }
    return !digits.isEmpty && digits.first?.isNumber ?? false && digits.last?.isNumber ?? false
      && digits.allSatisfy { $0.isNumber || $0 == "," || $0 == "-" }
  }
}
