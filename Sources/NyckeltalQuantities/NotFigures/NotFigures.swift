extension Scan {
  /// The token behind digits that are no figure; `nil` when they may be one.
  ///
  /// § and list numbers, diary and law numbers, pages, phones, post codes, times of day, marks of
  /// footnotes, and the names of plans, rooms and products.
  func endOfNotFigure(at index: Int) -> Int? {
    if token(index).count > 18 { return index + 1 }
    if isDottedDate(index) || slashDate(at: index) != nil { return nil }
    if let end = endOfSection(at: index) { return end }
    if let end = endOfGluedName(at: index) { return end }
    if let end = endOfReference(at: index) { return end }
    if let end = endOfListMark(at: index) { return end }
    if let end = endOfPhone(at: index) { return end }
    if let end = endOfTime(at: index) { return end }
    if let end = endOfCode(at: index) { return end }
    return endOfPage(at: index)
  }

  /// The same for digits that nothing is tied to.
  func endOfLooseNotFigure(at index: Int) -> Int? {
    if token(index).count > 18 { return index + 1 }
    if let end = endOfSection(at: index) { return end }
    if let end = endOfReference(at: index) { return end }
    if hasLeadingZero(index), let end = endOfPhone(at: index) { return end }
    if isNumber(index + 1), let end = endOfCode(at: index) { return end }
    return endOfPage(at: index)
  }

  /// What stands on an address to the next white space.
  func endOfAddress(at index: Int) -> Int {
    guard isSign(index + 1, ":") || isSign(index + 1, "."), isGlued(index + 1) else {
      return index + 1
    }
    return endOfChunk(from: index)
  }

  /// The token behind what is written without white space.
  func endOfChunk(from index: Int) -> Int {
    var end = index + 1
    while end < tokens.count, isGlued(end) { end += 1 }
    return end
  }

  /// "§ 8", "§§ 3, 4 och 5", "4 §", "2 kap.".
  private func endOfSection(at index: Int) -> Int? {
    let isBefore = isSection(index - 1) || (isDash(index - 1) && isSection(index - 2))
    if isBefore { return endOfList(from: index) }
    if isSection(index + 1) { return index + 2 }
    if isSign(index + 1, "-") || isDash(index + 1), isNumber(index + 2), isSection(index + 3) {
      return index + 4
    }
    return code(index + 1) == .kapitel ? index + 2 : nil
  }

  private func isSection(_ index: Int) -> Bool {
    token(index).kind == .punctuation && token(index).hash == 0xA7
  }

  /// The end of numbers joined by commas, dashes and "och".
  func endOfList(from index: Int) -> Int {
    var end = index
    while end < index + 64 {
      guard isNumber(end) else { return end }
      end += 1
      while isGlued(end),
        isNumber(end) || isSign(end, ".") && isNumber(end + 1) && isGlued(end + 1)
          || isSign(end, ":") && isGlued(end + 1) || isSign(end, "/") && isGlued(end + 1)
          || isWord(end) && token(end).count <= 2
      { end += 1 }
      let isJoint =
        isSign(end, ",") || isDash(end) || code(end) == .and || code(end) == .to
        || code(end) == .or || isSign(end, "/")
      guard isJoint, isNumber(end + 1), token(end + 1).count <= 3 else { return end }
      if unit(behind: end + 2, isWords: false) != nil { return end }
      end += 1
    }
    return end
  }

  /// Digits tied to letters: "B2", "covid-19", "E4", "arbetslösa1", "12b".
  private func endOfGluedName(at index: Int) -> Int? {
    let isTied = isGlued(index)
    let before = token(index - 1)
    if isTied, before.kind == .word || before.kind == .broken {
      let isPeriod =
        before.code == .letterT || before.code == .letterQ || before.code == .letterH
        || before.code == .season || before.code == .tertial
      let isKnown =
        isPeriod || before.code == .currencyBefore || before.code == .krona
        || before.count > 1 && !lexemes[Int(before.lexeme)].phrases.isEmpty
      if !isKnown { return endOfChunk(from: index) }
    }
    if isTied, isDash(index - 1) || isSign(index - 1, "_"), isGlued(index - 1),
      isWord(index - 2) || isNumber(index - 2)
    {
      return endOfChunk(from: index)
    }
    if isTied, isSign(index - 1, "@") || isSign(index - 1, "#") || isSign(index - 1, "=") {
      return endOfChunk(from: index)
    }
    // A footnote's mark behind a sentence or a word: "ökade.3"
    if isTied, isSign(index - 1, "."), isGlued(index - 1), isWord(index - 2),
      lexeme(index - 2).phrases.isEmpty
    {
      return index + 1
    }
    if isTied, isSign(index - 1, "["), isSign(index + 1, "]") { return index + 2 }
    return endOfTiedLetters(at: index)
  }

  /// "12b", "3G", "4-rummare": letters behind digits that are no unit, scale or ending.
  private func endOfTiedLetters(at index: Int) -> Int? {
    let next = token(index + 1)
    if next.kind == .broken, next.gap == .none { return index + 1 }
    if next.kind == .word, next.gap == .none {
      if nounSense(index + 1) != nil || next.code == .season || next.code == .month { return nil }
      if next.code == .giga, magnitude(index) ?? 0 < 10 { return endOfChunk(from: index) }
      if next.code == .kilo || next.code == .mega || next.code == .giga { return nil }
      if roles(index + 1).contains(.scale) { return nil }
      if ordinalDigits(at: index) != nil { return nil }
      if next.code == .agedNoun || next.code == .agedSuffix || next.code == .percentSuffix {
        return nil
      }
      if lexemes[Int(next.lexeme)].code == .currencyBefore { return nil }
      return endOfChunk(from: index)
    }
    if isSign(index + 1, "-"), isGlued(index + 1), isWord(index + 2), isGlued(index + 2) {
      switch code(index + 2) {
      case .agedNoun, .agedSuffix, .percentSuffix, .tal, .decadeSuffix, .yearOf: return nil
      case .letterT, .letterQ, .letterH, .tertial, .quarter: return nil
      default: break
      }
      if lexeme(index + 2).unit != 0 || roles(index + 2).contains(.month) { return nil }
      if roles(index + 2).contains(.cardinal) { return nil }
      return endOfChunk(from: index)
    }
    return nil
  }

  /// The end of a number that is a name: "bilaga 2", "punkterna 4–6", "telefon 508 35 500".
  private func endOfReference(at index: Int) -> Int? {
    var word = index - 1
    if isSign(word, ".") || isSign(word, ":"), isGlued(word) { word -= 1 }
    guard isWord(word) else { return nil }
    let roles = roles(word)
    if roles.isDisjoint(with: [.reference, .weakReference, .longCode, .name, .clock]) {
      return nil
    }
    if roles.contains(.longCode) { return endOfGroups(from: index) }
    if roles.contains(.clock) { return endOfClock(from: index) }
    if isSign(index - 1, ":"), roles.contains(.weakReference) || token(index).count > 3 {
      return nil
    }
    let end = endOfList(from: index)
    if roles.contains(.reference) {
      if isSign(index + 1, "("), isNumber(index + 2), isSign(index + 3, ")") { return index + 4 }
      if code(end) == .of, isNumber(end + 1) { return end + 2 }
      return end
    }
    if roles.contains(.name) {
      return small(index) ?? 0 >= 2_000 || token(index).count <= 3 ? end : nil
    }
    // "mål 3", but "mål 400 platser", "nivå 5,9 procent" and "kurs 3 400"
    if token(index).count > 2 || unit(behind: end, isWords: false) != nil { return nil }
    if isSign(end, "%") || code(end) == .percent { return nil }
    let isDecimal = (isSign(index + 1, ",") || isSign(index + 1, ".")) && isGlued(index + 1)
    // "Mål 2.2 Fler i arbete"
    if isDecimal, isSign(index + 1, "."), isNumber(index + 2), isGlued(index + 2),
      token(index + 2).count == 1, token(word).isCapitalized,
      token(index + 3).kind == .none || isWord(index + 3) && token(index + 3).isCapitalized
        || isSign(index + 3, ":")
    {
      return index + 3
    }
    if isDecimal, isNumber(index + 2), isGlued(index + 2) { return nil }
    if isNumber(index + 1), token(index + 1).count == 3, token(index + 1).gap == .space {
      return nil
    }
    return end
  }

  /// The end of digits in groups: "508 35 500", "212000-0142".
  private func endOfGroups(from index: Int) -> Int {
    var end = index
    while end < index + 24 {
      if isNumber(end), end == index || token(end).gap != .wide {
        end += 1
      } else if isDash(end) || isSign(end, ".") || isSign(end, "/"), isNumber(end + 1),
        token(end + 1).gap != .wide
      {
        end += 1
      } else {
        break
      }
    }
    return max(end, index + 1)
  }

  /// The end of a list number at the beginning of a line: "12) Text", "1.2 Bakgrund".
  private func endOfListMark(at index: Int) -> Int? {
    guard index <= 4, token(index).count <= 3 else { return nil }
    for before in stride(from: 0, to: index, by: 1) where token(before).kind != .punctuation {
      return nil
    }
    let next = index + 1
    if isSign(next, ")"), isGlued(next), !isSign(index - 1, "(") || tokens.count > next + 1 {
      return tokens.count > next + 1 && token(next + 1).gap != .none ? next + 1 : nil
    }
    guard isSign(next, "."), isGlued(next) else { return nil }
    if !isGlued(next + 1) || isSign(next + 1, "*") {
      return tokens.count > next + 1 ? next + 1 : nil
    }
    guard isNumber(next + 1) else { return nil }
    var end = next + 2
    var levels = 2
    while isSign(end, "."), isGlued(end), isNumber(end + 1), isGlued(end + 1) {
      levels += 1
      end += 2
    }
    if isSign(end, "."), isGlued(end) { end += 1 }
    if levels > 2 && token(next + 1).count < 3 { return end }
    let isHeading =
      isWord(end) && token(end).isCapitalized && token(next + 1).count <= 2
      && nounSense(end) == nil && !isGlued(end)
    return isHeading ? end : nil
  }

  /// "08-508 35 500", "070-123 45 67", "+46 8 508 35 500", "0771-11 22 33".
  private func endOfPhone(at index: Int) -> Int? {
    if isSign(index - 1, "+"), isGlued(index), token(index).count >= 2,
      isNumber(index + 1)
        || isSign(index + 1, "("), small(index).map({ $0 < 100 }) ?? false,
      token(index + 1).count <= 3
    {
      var end = index + 1
      while end < index + 16, isNumber(end) || isSign(end, "(") || isSign(end, ")") || isDash(end) {
        end += 1
      }
      return end > index + 2 ? end : nil
    }
    guard hasLeadingZero(index), token(index).count <= 4,
      isDash(index + 1) || isSign(index + 1, "/"),
      isNumber(index + 2), token(index + 2).count >= 2
    else { return nil }
    return endOfGroups(from: index)
  }

  /// "Sid 3 (12)" is a reference; "3 (12)" alone on its line is a page too.
  private func endOfPage(at index: Int) -> Int? {
    guard isSign(index + 1, "("), isNumber(index + 2), isSign(index + 3, ")"),
      isAlone(index, index + 4)
    else { return nil }
    return index + 4
  }
}
