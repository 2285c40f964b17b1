import NyckeltalModel

/// A unit found beside a number.
struct UnitHit {
  var sense: UnitSense
  /// Its first token, an adjective before the noun included.
  var first: Int
  /// The token behind its last.
  var end: Int
  var rules = RuleList()
  /// "944 färre": the number is a difference.
  var direction: Direction?
  /// Whether it stands directly behind the number.
  var isDirect = true
}

extension Scan {
  /// The unit behind a number that ends at a token.
  func unit(behind end: Int, isWords: Bool) -> UnitHit? {
    if let hit = signUnit(at: end, isWords: isWords) { return hit }
    var index = end
    var direction: Direction?
    // "400 st platser", "944 färre inskrivna"
    if code(index) == .pieces {
      index += isSign(index + 1, ".") && isGlued(index + 1) ? 2 : 1
    } else if code(index) == .more || code(index) == .fewer, let way = comparative(at: index) {
      direction = way  // but "fyra större områden" differ in nothing
      index += 1
    }
    if var hit = nounUnit(from: index) {
      hit.direction = direction
      if direction != nil { hit.isDirect = false }
      if direction == nil, let way = comparative(at: hit.end), isWord(hit.end) {
        hit.direction = way
      }
      return hit
    }
    if index > end, direction == nil {
      let sense = UnitSense(unit: .other, factor: 1, name: .plain)
      return UnitHit(sense: sense, first: end, end: index, rules: RuleList(.unitOther))
    }
    return nil
  }

  /// fler, färre, högre, lägre directly behind a figure.
  func comparative(at index: Int) -> Direction? {
    switch code(index) {
    case .more, .higher: code(index + 1) == .than && isYear(index + 2) == false ? nil : .up
    case .fewer, .lower: code(index + 1) == .than && isYear(index + 2) == false ? nil : .down
    default: nil
    }
  }

  private func isYearBehind(_ index: Int) -> Bool {
    token(index + 1).count == 4 && small(index + 1).map { 1950...2049 ~= $0 } ?? false
  }

  private func isYear(_ index: Int) -> Bool {
    guard let year = small(index) else { return true }
    return year >= 1950
  }

  /// Units that are signs or shorthand: %, ‰, :-, kr, tkr, $.
  private func signUnit(at index: Int, isWords: Bool) -> UnitHit? {
    let token = token(index)
    if token.kind == .punctuation {
      switch token.hash {
      case 0x25:  // %, and "%-enheter"
        var end = index + 1
        if isDash(end), isWord(end + 1), isGlued(end + 1),
          WordHash.isUnits(self.token(end + 1).hash)
        {
          end += 2
          return hit(.percentagePoints, index, end, .unitPercentagePoints)
        }
        if WordHash.isUnits(self.token(end).hash) {
          end += 1
          return hit(.percentagePoints, index, end, .unitPercentagePoints)
        }
        return withComparative(hit(.percent, index, end, .unitPercent))
      case 0x2030:
        return hit(.percent, index, index + 1, .unitPercent, factor: 0.1)
      case 0x24, 0xA3, 0x20AC, 0xA5:
        return hit(.other, index, index + 1, .unitOther)
      case 0x3A where isGlued(index) && isDash(index + 1) && isGlued(index + 1):
        return hit(.sek, index, index + 2, .unitMoney)
      case 0x2C, 0x2E:  // "20,-"
        guard isGlued(index), isDash(index + 1), isGlued(index + 1), !isNumber(index + 2) else {
          return nil
        }
        return hit(.sek, index, index + 2, .unitMoney)
      default:
        return nil
      }
    }
    guard token.kind == .word, token.lexeme != 0 else { return nil }
    if code(index) == .percent, WordHash.isUnits(self.token(index + 1).hash) {
      return hit(.percentagePoints, index, index + 2, .unitPercentagePoints)
    }
    if code(index) == .percent, isDash(index + 1), isGlued(index + 1),
      WordHash.isUnits(self.token(index + 2).hash)
    {
      return hit(.percentagePoints, index, index + 3, .unitPercentagePoints)
    }
    if code(index) == .estimate, code(index + 1) == .krona {
      let isSwedish = text[Int(token.start)] | 0x20 == 0x73
      return hit(
        isSwedish ? .sek : .other,
        index,
        index + 2,
        isSwedish ? .unitMoney : .unitOther
      )
    }
    // "sek" in small letters behind a word is a second.
    if isWords, code(index) == .currencyBefore, text[Int(token.start)] == 0x73 {
      var seconds = hit(.other, index, index + 1, .unitDuration)
      seconds.sense.name = .seconds
      return seconds
    }
    return nil
  }

  private func withComparative(_ hit: UnitHit) -> UnitHit {
    var copy = hit
    copy.direction = comparative(at: hit.end)
    return copy
  }

  private func hit(
    _ unit: FigureUnit,
    _ first: Int,
    _ end: Int,
    _ rule: RuleName,
    factor: Double = 1
  ) -> UnitHit {
    UnitHit(
      sense: UnitSense(unit: unit, factor: factor, name: .plain),
      first: first,
      end: end,
      rules: RuleList(rule)
    )
  }

  /// The unit that a single token names, by its form or as the end of a compound.
  func nounSense(_ index: Int) -> (sense: UnitSense, isCompound: Bool)? {
    let token = token(index)
    guard token.kind == .word, token.count > 1 || !token.isCapitalized else { return nil }
    if token.lexeme != 0 {
      if let sense = lexicon.pointee.units[lexemes[Int(token.lexeme)].unit] {
        return (sense, false)
      }
      if token.lexeme > GluedForm.last { return nil }
    }
    return lexicon.pointee.units.senseOfCompound(token.range, in: text).map { ($0, true) }
  }

  /// A noun, with up to three adjectives before it and nouns of the same unit behind.
  func nounUnit(from start: Int) -> UnitHit? {
    var index = start
    var limit = start + 4
    while index < limit {
      let token = token(index)
      guard token.kind == .word else { return nil }
      // "lex Sarah-ansvariga"
      if token.count == 3, token.hash == Self.lex, self.token(index + 1).isCapitalized {
        index = hyphenTail(index + 1) + 1
        limit = index + 2
        continue
      }
      let tail = hyphenTail(index)
      if let (sense, isCompound) = nounSense(tail) {
        if index > start, sense.isDuration || sense.unit == .percent || sense.unit == .sek {
          return nil
        }
        // "529 år 2011": the year of a number, not its unit
        if index == start, sense.unit == .years, code(index) == .year, isYearBehind(index) {
          return nil
        }
        var hit = UnitHit(
          sense: sense,
          first: start,
          end: tail + 1,
          rules: RuleList(sense.rule)
        )
        if isCompound { hit.rules.append(.unitCompound) }
        if index > start { hit.rules.append(.unitAdjective) }
        hit.isDirect = index == start
        extendNoun(&hit)
        return hit
      }
      guard isAdjective(tail) || tail > index && isAdjective(tail, after: true) else { return nil }
      index = tail + 1
    }
    return nil
  }

  private static let lex = WordHash("lex").value

  /// The last word of "sfi-elever".
  private func hyphenTail(_ index: Int) -> Int {
    isSign(index + 1, "-") && isGlued(index + 1) && isWord(index + 2) && isGlued(index + 2)
      ? index + 2 : index
  }

  /// "långtidsarbetslösa unga": persons twice are one group; "arbetslösa platser" are places.
  private func extendNoun(_ hit: inout UnitHit) {
    guard hit.sense.unit == .persons || hit.sense.unit == .other else { return }
    while hit.end < hit.first + 5, token(hit.end).gap == .space,
      !roles(hit.end).contains(.function),
      let (sense, _) = nounSense(hit.end), sense.unit == hit.sense.unit, !sense.isDuration,
      hit.sense.unit == .persons, !isPastTense(hit.end)
    { hit.end += 1 }
    if isSign(hit.end, "."), isGlued(hit.end), hit.end == hit.first + 1,
      token(hit.first).count <= 4, !token(hit.end + 1).isCapitalized,
      isWord(hit.end + 1)
    {
      hit.end += 1
    }
  }

  /// "12 deltagare avslutade kursen": what ends in -ade behind a noun is its verb.
  private func isPastTense(_ index: Int) -> Bool {
    token(index).count > 4 && text[token(index).range].suffix(3).elementsEqual("ade".utf8)
  }

  /// Whether a word can be an adjective between a number and its noun.
  func isAdjective(_ index: Int, after hyphen: Bool = false) -> Bool {
    let token = token(index)
    guard token.kind == .word, hyphen || token.gap != .none, token.count >= 3, !token.isCapitalized
    else {
      return false
    }
    if code(index) == .newWord { return true }
    let roles = roles(index)
    if roles.contains(.function) || roles.contains(.cardinal) || roles.contains(.month) {
      return false
    }
    let last = text[Int(token.end) - 1] | 0x20
    return last == 0x61 || last == 0x65  // -a, -e
  }
}

extension WordHash {
  private static let units: [UInt64] = ["enhet", "enheter", "enheters", "enheterna"].map {
    WordHash($0).value
  }

  static func isUnits(_ hash: UInt64) -> Bool { hash > 0x1F_FFFF && units.contains(hash) }
}
