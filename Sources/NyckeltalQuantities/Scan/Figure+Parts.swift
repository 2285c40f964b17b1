import NyckeltalModel

extension Scan {
  /// The sign before a figure: -, −, –, minus, plus, ±.
  mutating func readSign(_ figure: inout Figure) {
    let index = figure.first - 1
    guard index >= floor else { return }
    if code(index) == .minus {
      figure.isNegative = true
      figure.first = index
      figure.rules.append(.minus)
      return
    }
    if code(index) == .plus, !isDash(index - 1) {
      figure.first = index
      if code(index) == .plus, code(index + 1) == .minus { figure.rules.append(.plusMinus) }
      return
    }
    let sign = token(index)
    guard sign.kind == .punctuation else { return }
    if sign.hash == 0xB1 {
      plusMinus(from: index, &figure)
      return
    }
    if sign.hash == 0x2B {
      figure.first = index
      return
    }
    guard isDash(index) else { return }
    if isSign(index - 1, "+") || (isSign(index - 1, "/") && isSign(index - 2, "+")) {
      plusMinus(from: isSign(index - 1, "+") ? index - 1 : index - 2, &figure)
      return
    }
    let isTied = isGlued(figure.first)
    let before = token(index - 1)
    let opens = sign.gap != .none || before.kind == .punctuation && before.hash != 0x29
    if isTied, opens {
      figure.isNegative = true
    } else if !isTied, sign.hash == 0x2D || sign.hash == 0x2212,
      isAlone(index, figure.numberEnd) || sign.hash == 0x2212 && before.kind != .number
    {
      figure.isNegative = true
    }
    if figure.isNegative {
      figure.first = index
      figure.rules.append(.minus)
    }
  }

  private func plusMinus(from index: Int, _ figure: inout Figure) {
    figure.first = index
    figure.rules.append(.plusMinus)
    if figure.numeral.value != 0 { figure.qualifier = .about }
  }

  /// The qualifiers before and behind a figure.
  mutating func readQualifiers(_ figure: inout Figure) {
    var taken = 0
    if figure.numeral.isCollective {
      figure.qualifier = .about
    }
    if let inner = figure.numeral.innerQualifier { figure.qualifier = inner }
    while taken < 2, let hit = qualifier(before: figure.first) {
      if !fits(hit, figure) { break }
      // The bound of "minst ca 400" is what it says.
      if taken == 0 || hit.qualifier == .atLeast || hit.qualifier == .atMost {
        figure.qualifier = hit.qualifier
      }
      figure.rules.append(QualifierPhrase.rule(hit.qualifier))
      figure.first = hit.first
      taken += 1
    }
    if taken == 0, let hit = qualifier(behind: figure.end) {
      figure.qualifier = hit.qualifier
      figure.rules.append(QualifierPhrase.rule(hit.qualifier))
      figure.rules.append(.qualifierBehind)
      figure.end = hit.end
    }
  }

  /// "under två år" and "över tre år" are times; "under" is a qualifier before what is counted.
  private func fits(_ hit: QualifierHit, _ figure: Figure) -> Bool {
    let isSingle = hit.end - hit.first == 1
    guard isSingle else { return true }
    switch code(hit.first) {
    case .under:
      return !(figure.unit?.sense.isDuration ?? false)
    case .over:
      guard figure.unit?.sense.isDuration ?? false else { return true }
      return !roles(hit.first - 1).contains(.function) || code(hit.first - 1) == .forWord
        || code(hit.first - 1) == .within
    default:
      return true
    }
  }

  /// A second number that makes the first a range: "115-120", "mellan 400 och 500".
  mutating func readRange(_ figure: inout Figure) {
    let lower = figure.numeral
    var joint = lower.end
    // "10 % – 15 %": the unit may stand twice.
    var unitBetween: UnitHit?
    if isSign(joint, "%") || code(joint) == .percent, isDash(joint + 1) || code(joint + 1) == .to {
      unitBetween = unit(behind: joint, isWords: false)
      joint += 1
    }
    let rule: RuleName
    if isDash(joint) {
      rule = .rangeDash
    } else if code(joint) == .to || token(joint).count == 2 && token(joint).hash == Self.accentA {
      if code(floorWord(before: lower.first)) == .from { return }
      rule = .rangeTo
    } else if code(joint) == .and, code(floorWord(before: lower.first)) == .between {
      rule = .rangeBetween
    } else if code(joint) == .or, lower.isArticle || lower.isWords {
      rule = .rangeTo
    } else {
      return
    }
    var start = joint + 1
    if rule == .rangeTo || rule == .rangeBetween, let hit = qualifierAt(start) { start = hit }
    // "20 procent till 2018": by that year
    if unitBetween != nil, isYearToken(start) { return }
    guard var upper = numeral(at: start), !hasLeadingZero(start) || upper.value < 1 else { return }
    if rule == .rangeDash {
      let isSignLike = token(joint).gap != .none && isGlued(start)
      if isSignLike, lexicon.pointee.units[lexeme(upper.end).unit]?.unit != .years,
        !isAgeWord(before: lower.first)
      {
        return
      }
      if isSign(upper.end, "-"), isGlued(upper.end), isNumber(upper.end + 1) { return }
    }
    if rule == .rangeTo, code(joint) == .or, upper.value != lower.value + 1 { return }
    var low = lower.value
    if upper.scale > 1, lower.scale == 1, low < 1_000 { low = (low * upper.scale).settled }
    guard low < upper.value else { return }
    // "utökas med 40 till 310": by so many, to so many
    if rule == .rangeTo, upper.value > 3 * low, isChangeBy(lower.first) { return }
    if unitBetween == nil, rule == .rangeDash, lower.isPlain, upper.isPlain,
      !isGlued(joint), isDash(joint), code(upper.end) == .none, lower.value > 1949
    {
      return
    }
    if low != lower.value { figure.rules.append(.scaleShared) }
    figure.numeral.value = low
    upper.rules.append(rule)
    figure.rules.append(upper.rules)
    figure.upper = upper
    figure.end = upper.end
    figure.numberEnd = upper.end
    if rule == .rangeBetween { figure.first = floorWord(before: lower.first) }
  }

  /// Whether "med" behind a verb of change stands before a figure.
  private func isChangeBy(_ first: Int) -> Bool {
    let before = floorWord(before: first)
    guard code(before) == .with else { return false }
    return stride(from: before - 1, through: max(floor, before - 5), by: -1).contains {
      let roles = roles($0)
      return roles.contains(.up) || roles.contains(.down)
    }
  }

  private static let accentA = WordHash("à").value

  /// The token before a figure's qualifiers.
  func floorWord(before index: Int) -> Int {
    var start = index
    if let hit = qualifier(before: index) { start = hit.first }
    // "från dagens 1 130 till 1 250"
    if Self.current.contains(token(start - 1).hash) { start -= 1 }
    return start - 1
  }

  private static let current = WordSet(["dagens", "nuvarande", "fjolårets"])

  /// The token behind a qualifier that stands at a token.
  private func qualifierAt(_ index: Int) -> Int? {
    for length in 1...3 where isNumber(index + length) || roles(index + length).contains(.cardinal)
    {
      let hit = qualifier(before: index + length)
      return hit?.first == index ? index + length : nil
    }
    return nil
  }

  /// The rise or fall that a figure tells, and what it is part of.
  mutating func readChange(_ figure: inout Figure) {
    if figure.direction != nil { return }
    let before = figure.first - 1
    switch code(before) {
    case .with, .upon, .about:
      for index in stride(from: before - 1, through: max(floor, before - 5), by: -1) {
        if token(index).kind == .punctuation { return }
        let roles = roles(index)
        if roles.contains(.up) || roles.contains(.down), !roles.contains(.multiple) {
          figure.direction = roles.contains(.up) ? .up : .down
          figure.rules.append(.changeVerb)
          return
        }
      }
    default:
      return
    }
  }
}
