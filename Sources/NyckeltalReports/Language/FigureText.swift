public import NyckeltalModel

/// Writes figures by a language's rules, the same on every machine: the current locale is not asked.
struct FigureText: Sendable {
  /// Keeps the digits of a number, its sign and its unit on one line.
  static let noBreakSpace = "\u{A0}"

  var language: ReportLanguage

  /// A measure with its sign and unit; a stated range as a range.
  func measure(_ measure: Measure, isSigned: Bool = false) -> String {
    var style = NumberStyle(measure)
    style.isSigned = isSigned
    if let value = measure.value { return number(value, style) }
    if let lower = measure.lower, let upper = measure.upper {
      let scaled = [lower, upper].map { digits($0 / style.divisor, decimals: style.decimals) }
      return sign(measure.qualifier) + scaled.joined(separator: "–") + suffix(style.suffix)
    }
    if let lower = measure.lower {
      style.qualifier = .atLeast
      return number(lower, style)
    }
    if let upper = measure.upper {
      style.qualifier = .atMost
      return number(upper, style)
    }
    return ""
  }

  /// A number with its sign and unit.
  func number(_ value: Double, _ style: NumberStyle) -> String {
    let scaled = value / style.divisor
    let plus = style.isSigned && scaled > 0 ? "+" : ""
    return sign(style.qualifier) + plus + digits(scaled, decimals: style.decimals)
      + suffix(style.suffix, isOne: (scaled.magnitude * 100).rounded() == 100)
  }

  /// The digits, in groups of three from 1 000 on.
  func digits(_ value: Double, decimals: Int) -> String {
    let factor = Self.powersOfTen[min(max(decimals, 0), Self.powersOfTen.count - 1)]
    let rounded = (value.magnitude * factor).rounded()
    guard rounded < 9e15 else { return value < 0 ? "−∞" : "∞" }
    let whole = Int64(rounded) / Int64(factor)
    let part = Int64(rounded) % Int64(factor)
    var text = ""
    for (index, digit) in String(whole).enumerated() {
      let left = String(whole).count - index
      if index > 0, left % 3 == 0 { text += groupSeparator }
      text.append(digit)
    }
    if decimals > 0 {
      let decimalDigits = String(part)
      text += decimalSeparator
      text += String(repeating: "0", count: max(0, decimals - decimalDigits.count))
      text += decimalDigits
    }
    return value < 0 && rounded > 0 ? "−" + text : text
  }

  /// The sign that shows how exactly a figure is known, with a space.
  func sign(_ qualifier: Qualifier) -> String {
    let sign = Self.sign(qualifier)
    return sign.isEmpty ? "" : sign + Self.noBreakSpace
  }

  /// The sign that shows how exactly a figure is known.
  static func sign(_ qualifier: Qualifier) -> String {
    switch qualifier {
    case .exact: ""
    case .about: "≈"
    case .almost: "≲"
    case .lessThan: "<"
    case .moreThan: ">"
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }

  private func suffix(_ suffix: NumberStyle.Suffix, isOne: Bool = false) -> String {
    if isOne, suffix == .percentagePoints {
      return Self.noBreakSpace + language.phrases.onePercentagePoint
    }
    let words = language.phrases.suffix(suffix)
    // English writes 92%, Swedish 92 %.
    if language == .english, words == "%" { return words }
    return words.isEmpty ? "" : Self.noBreakSpace + words
  }

  private var groupSeparator: String {
    switch language {
    case .swedish: Self.noBreakSpace
    case .english: ","
    }
  }

  private var decimalSeparator: String {
    switch language {
    case .swedish: ","
    case .english: "."
    }
  }

  private static let powersOfTen: [Double] = [1, 10, 100, 1_000, 10_000]
}

extension NumberStyle {
  /// The style in which a stated figure is shown: its own exactness, kronor in the unit that fits.
  public init(_ measure: Measure) {
    let size = [measure.value, measure.lower, measure.upper].compactMap(\.self).map(\.magnitude)
    self.init(
      unit: measure.unit,
      qualifier: measure.qualifier,
      smallest: size.min() ?? 0,
      all: size
    )
  }

  /// The style in which several figures of a unit can stand side by side.
  public init(unit: FigureUnit?, qualifier: Qualifier = .exact, values: [Double]) {
    let sizes = values.map(\.magnitude).filter { $0 > 0 }
    self.init(unit: unit, qualifier: qualifier, smallest: sizes.min() ?? 0, all: values)
  }

  private init(unit: FigureUnit?, qualifier: Qualifier, smallest: Double, all: [Double]) {
    let suffix: Suffix
    switch unit {
    case .percent: suffix = .percent
    case .percentagePoints: suffix = .percentagePoints
    case .sek:
      suffix =
        smallest >= 1_000_000 || Self.areTenthsOfMillions(all)
        ? .millionsOfKronor : smallest >= 10_000 ? .thousandsOfKronor : .kronor
    default: suffix = .none
    }
    self.init(qualifier: qualifier, suffix: suffix)
    let isShare = suffix == .percent
    decimals =
      all.map { isShare && Self.isFraction($0) ? 1 : Self.decimals($0 / divisor) }.max() ?? 0
  }

  /// Whether amounts of which some are millions are said best in them: 0,8 beside 3,5 mnkr.
  private static func areTenthsOfMillions(_ amounts: [Double]) -> Bool {
    amounts.contains { $0 >= 1_000_000 }
      && amounts.allSatisfy {
        $0 == 0 || $0 >= 100_000 && $0.truncatingRemainder(dividingBy: 100_000) == 0
      }
  }

  /// Whether a share was said as a fraction that has no last decimal: a third, two sevenths.
  private static func isFraction(_ percent: Double) -> Bool {
    [3, 6, 7, 9].contains { (parts: Double) in
      let count = percent * parts / 100
      return (count - count.rounded()).magnitude < 5e-4 && percent != percent.rounded()
    }
  }

  /// The decimals that a number needs, at most two.
  private static func decimals(_ value: Double) -> Int {
    for (count, factor) in [(0, 1.0), (1, 10.0)] {
      let scaled = value * factor
      if (scaled - scaled.rounded()).magnitude < 1e-6 * max(1, scaled.magnitude) { return count }
    }
    return 2
  }
}
