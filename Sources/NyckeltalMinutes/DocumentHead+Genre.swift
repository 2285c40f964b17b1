import NyckeltalModel
import NyckeltalText

/// What sort of document the lines at its top and its text show it to be.
extension DocumentHead {
  func genre(_ head: [Range<Int>]) -> Minutes.Genre {
    if items.contains(where: { $0.sections.contains(where: \.isSpeech) }) { return .debate }
    let lines = head.filter { $0.count <= 160 }
      .map { Self.unspaced(text.folded($0)).lowercased() }
    for line in lines {
      if line.holds("tjänsteutlåtande") || line.holds("tjänsteskrivelse") { return .report }
      if line.hasPrefix("press") { return .press }
      if LetterWords.isOpinion(line) { return .report }
      if LetterWords.isLetter(line) { return .letter }
    }
    if items.contains(where: { $0.sections.contains { $0.kind != nil } }) { return .report }
    // "av Eva Ek (S)" above "till statsrådet Bo Al (V)"
    if lines.prefix(3).contains(where: { $0.hasPrefix("av ") && $0.holds("(") && $0.holds(")") }) {
      return .letter
    }
    if quotes { return .press }
    // "Årsrapport 2012 – anställningar", "Socialt bokslut: …"
    if lines.prefix(2).contains(where: { line in Self.reports.contains { line.holds($0) } }) {
      return .report
    }
    // A text without a head that speaks as "we" and asks is a letter.
    var speaks = false
    var asks = 0
    var listed = 0
    for block in text.blocks where !block.range.isEmpty && block.kind != .tableRow {
      let start = text.bytes[block.range.prefix(3)]
      if start.elementsEqual("Vi ".utf8) || start.elementsEqual("Jag".utf8) { speaks = true }
      if text.bytes[block.range.upperBound - 1] == 0x3F {
        asks += 1
        if block.isListItem { listed += 1 }
      }
    }
    let isAddressed = lines.prefix(4).contains { LetterWords.isAddressed($0) }
    if isAddressed, asks > 0 || speaks || moves || saysI { return .letter }
    guard speaks else { return .report }
    // questions in a list at the end of a short text, and no tables
    if speaks, listed > 1, text.bytes.count < 6000, text.blocks.suffix(4).contains(where: isAsked),
      !text.blocks.contains(where: { $0.kind == .tableRow })
    {
      return .letter
    }
    return moves ? .letter : .report
  }

  private var saysI: Bool {
    text.blocks.prefix(60).contains {
      text.caseless.holds(anyOf: [" jag ", "undrar "], in: $0.range)
    }
  }

  private func isAsked(_ block: Block) -> Bool {
    block.isListItem && text.bytes[block.range].last == 0x3F
  }

  /// Whether somebody moves that a committee decides something: "Vi yrkar att".
  private var moves: Bool {
    text.blocks.suffix(60).contains {
      text.caseless.holds(anyOf: ["yrkar ", "yrkas ", "hemställer ", "undertecknad"], in: $0.range)
    }
  }

  /// Whether people are quoted behind dashes, as newspapers do it.
  private var quotes: Bool {
    var near = 0
    var isAnnounced = false
    return text.blocks.prefix(400).contains { block in
      // "Eva Ek (M);" above what she says
      let last = text.bytes[block.range.upperBound - 1]
      let announced = isAnnounced
      isAnnounced =
        block.range.count <= 160 && (last == 0x3B || last == 0x3A || last == 0x29)
        && text.bytes[block.range].contains(0x28)
      guard case .listItem(nil) = block.kind else { return false }
      let start = text.sourceRange(of: block.range, near: &near).lowerBound
      // "– Vi ska köpa in …"
      let isDash =
        start >= 4 && source.utf8[start - 4..<start - 1].elementsEqual([0xE2, 0x80, 0x93])
        || start >= 2 && source.utf8[start - 2] == 0x2D
      return isDash
        && (announced
          || text.caseless.holds(
            anyOf: [" säger ", " berättar ", " förklarar ", " tror ", " konstaterar ", " svarar "],
            in: block.range
          ))
    }
  }

  /// "M O T I O N" as a word; other lines as they are.
  private static func unspaced(_ line: String) -> String {
    let letters = line.split(separator: " ")
    guard letters.count >= 5, letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true })
    else { return line }
    return letters.joined()
  }
}
