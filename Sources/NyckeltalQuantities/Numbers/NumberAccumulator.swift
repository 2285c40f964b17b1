/// A spelled-out number while its words come in.
///
/// It takes a word only where Swedish allows one: units behind tens, tens behind hundreds, smaller
/// scales behind greater ones. "fem tre" is two numbers, "femtontusen niohundra" is one.
struct NumberAccumulator: Sendable {
  private var total: Double = 0
  private var group: Double = 0
  /// The greatest number below 100 that may follow in the group.
  private var room: Double = 99
  private var hasHundred = false
  private var hasGroup = false
  private(set) var lastScale = Double.infinity
  private var scales = 0
  private var isDecimal = false

  /// Whether nothing has been added.
  var isEmpty: Bool { !hasGroup && scales == 0 }
  /// The number so far.
  var value: Double { total + group }
  /// Whether a scale was the last word: "miljoner".
  var endsInScale: Bool { scales > 0 && !hasGroup }
  /// Whether a thousand or more scales it.
  var hasScale: Bool { scales > 0 }
  /// Whether hundra was the last word.
  private(set) var endsInHundred = false

  /// Adds a word's number below 100.
  mutating func add(_ number: Double) -> Bool {
    guard number <= room, number > 0 || isEmpty, number < lastScale else { return false }
    group += number
    hasGroup = true
    endsInHundred = false
    room = number >= 20 && number.truncatingRemainder(dividingBy: 10) == 0 ? 9 : 0
    return true
  }

  /// Adds a number in digits: at the beginning, or behind a greater scale.
  mutating func add(digits number: Double) -> Bool {
    if hasGroup {
      guard endsInHundred, number < 100, number == number.rounded() else { return false }
    } else if scales > 0 {
      guard number < lastScale else { return false }
    }
    group += number
    hasGroup = true
    endsInHundred = false
    room = 0
    isDecimal = true
    return true
  }

  /// Multiplies by hundra what is below 100, or adds it.
  mutating func addHundred() -> Bool {
    guard !hasHundred, group < 100 || isDecimal, !hasGroup || group > 0 else { return false }
    let hundreds = (hasGroup ? group : 1) * 100
    guard hundreds < lastScale else { return false }
    group = hundreds
    hasHundred = true
    hasGroup = true
    isDecimal = false
    endsInHundred = true
    room = 99
    return true
  }

  /// Multiplies by tusen, miljoner, … what came since the last scale.
  mutating func add(scale: Double) -> Bool {
    if scale < lastScale {
      guard !hasGroup || group > 0 || isDecimal else { return false }
      total += (hasGroup ? group : 1) * scale
    } else {  // "tusen miljarder"
      guard scale > lastScale, scales == 1, !hasGroup else { return false }
      total *= scale
    }
    group = 0
    hasGroup = false
    hasHundred = false
    isDecimal = false
    endsInHundred = false
    room = 99
    lastScale = scale
    scales += 1
    return true
  }
}
