extension Scan {
  /// The end of a time of day behind "klockan": "15.00", "9–12", "16:30–18:05".
  func endOfClock(from index: Int) -> Int {
    var end = index + 1
    while end < index + 10 {
      let isJoint = isSign(end, ".") || isSign(end, ":") || isDash(end)
      if isJoint, isNumber(end + 1), isDash(end) || isGlued(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// "16:30", "09.15", "15.00–16.30", "tio i fem" in digits.
  func endOfTime(at index: Int) -> Int? {
    guard let hour = small(index), hour < 25, token(index).count <= 2, isGlued(index + 1),
      let minute = small(index + 2), minute < 60, token(index + 2).count == 2, isGlued(index + 2)
    else { return nil }
    let isColon = isSign(index + 1, ":")
    guard isColon || isSign(index + 1, ".") else { return nil }
    var end = index + 3
    if isGlued(end), isSign(end, ".") || isSign(end, ":"), isNumber(end + 1), isGlued(end + 1) {
      return isColon ? end + 2 : nil
    }
    var isRange = false
    if isDash(end), let second = small(end + 1), second < 25, token(end + 1).count == 2,
      isSign(end + 2, isColon ? ":" : "."), isGlued(end + 2),
      small(end + 3).map({ $0 < 60 }) ?? false,
      token(end + 3).count == 2
    {
      isRange = token(index).count == 2
      end += 4
    }
    if isColon { return code(end) == .krona ? nil : end }
    if hasLeadingZero(index), hour > 0 { return isSign(end, "%") ? nil : end }
    return isRange && unit(behind: end, isWords: false) == nil ? end : nil
  }

  /// Diary, law and other numbers of several parts: "2019-0438-1.6", "2020/405", "2001:453".
  func endOfCode(at index: Int) -> Int? {
    let first = token(index)
    let joint = token(index + 1)
    guard joint.kind == .punctuation, joint.gap == .none else { return endOfPostCode(at: index) }
    let second = token(index + 2)
    guard second.gap == .none, second.kind == .number || second.kind == .word else { return nil }
    if second.kind == .word {
      // "2015-års", "3:dje"; "S2014:A7" is a code.
      return joint.hash == 0x3A && second.count > 3 ? endOfChunk(from: index) : nil
    }
    var end = index + 3
    var parts = 2
    var isMixed = false
    while parts < 32, isGlued(end), isGlued(end + 1), isNumber(end + 1) || isWord(end + 1),
      isJoint(end), !isEnding(end + 1)
    {
      if token(end).hash != joint.hash { isMixed = true }
      parts += 1
      end += 2
    }
    switch joint.hash {
    case 0x3A:  // 2001:453
      return first.count == 4 || parts > 2 ? end : nil
    case 0x2D:
      if isDate(index) || yearMonth(at: index) != nil { return nil }
      if parts > 2 && !isRangeOfDecimals(index, end) { return end }
      if first.count == 4, second.count > 2, !isYearToken(index + 2), isYearToken(index),
        nounSense(end) == nil
      {
        return end
      }
      return hasLeadingZero(index + 2) || first.count >= 6 && second.count == 4 ? end : nil
    case 0x2F:
      if parts > 2 { return isMixed || first.count == 4 ? end : nil }
      if isSchoolYear(index) { return nil }
      return first.count >= 4 || second.count >= 4 && !isYearToken(index + 2)
        || small(index) == 24 && small(index + 2) == 7 ? end : nil
    case 0x2E:
      if parts > 2, isDottedDate(index) { return nil }
      guard parts > 2 else { return nil }
      return isPointGrouped(index, parts) && !isMixed ? nil : isMixed && parts == 3 ? nil : end
    default:
      return nil
    }
  }

  /// "-åringar", "-årig", "-procentig", "-tal" behind a hyphen.
  func isEnding(_ index: Int) -> Bool {
    switch code(index) {
    case .agedNoun, .agedSuffix, .percentSuffix, .tal, .decadeSuffix: true
    default: false
    }
  }

  private func isJoint(_ index: Int) -> Bool {
    isSign(index, "-") || isSign(index, ".") || isSign(index, "/") || isSign(index, ":")
  }

  /// "10.5-12.5" and "1,5-2" are ranges, however many parts they have.
  private func isRangeOfDecimals(_ index: Int, _ end: Int) -> Bool {
    isSign(index + 1, "-") && isSign(index + 3, ".") && end == index + 5
      || isSign(index + 1, ".") && isSign(index + 3, "-")
  }

  private func isPointGrouped(_ index: Int, _ parts: Int) -> Bool {
    guard token(index).count <= 3, !hasLeadingZero(index) else { return false }
    for part in 1..<parts where token(index + part * 2).count != 3 { return false }
    return true
  }

  /// "104 22 Stockholm".
  private func endOfPostCode(at index: Int) -> Int? {
    guard token(index).count == 3, isNumber(index + 1), token(index + 1).count == 2,
      token(index + 1).gap == .space || token(index + 1).gap == .wide, isWord(index + 2),
      token(index + 2).isCapitalized, token(index + 2).count > 2, nounSense(index + 2) == nil
    else { return nil }
    return index + 3
  }
}
