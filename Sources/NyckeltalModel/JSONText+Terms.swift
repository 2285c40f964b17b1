// What the contract's terms are called, without a string for each: the raw values as literals.

extension JSONText {
  /// Writes a period's notation, or null.
  package mutating func period(_ value: Period?, _ key: StaticString) {
    guard let value else { return null(key) }
    guard value.isCommon else { return string(value.description, key) }
    end(put(value, begin(key, room: 32)))
  }

  private func put(
    _ period: Period,
    _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var next = start
    next.put(0x22)
    switch period {
    case .year(let year): next.put(year, 4)
    case .half(let half, let year): next.put(year, "-H", half)
    case .tertial(let tertial, let year): next.put(year, "-T", tertial)
    case .quarter(let quarter, let year): next.put(year, "-Q", quarter)
    case .month(let month, let year):
      next.put(year, 4)
      next.put(0x2D)
      next.put(month, 2)
    case .day(let day, let month, let year):
      next.put(year, 4)
      next.put(0x2D)
      next.put(month, 2)
      next.put(0x2D)
      next.put(day, 2)
    case .span: break
    }
    next.put(0x22)
    return next
  }
}

extension Period {
  /// Whether it is no span and its numbers have as many digits as they should.
  fileprivate var isCommon: Bool {
    switch self {
    case .year(let year): 0...9_999 ~= year
    case .half(let part, let year), .tertial(let part, let year), .quarter(let part, let year):
      0...9 ~= part && 0...9_999 ~= year
    case .month(let month, let year): 0...99 ~= month && 0...9_999 ~= year
    case .day(let day, let month, let year):
      0...99 ~= day && 0...99 ~= month && 0...9_999 ~= year
    case .span: false
    }
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// A number with so many digits.
  fileprivate mutating func put(_ number: Int, _ width: Int) {
    var rest = number
    for place in stride(from: width - 1, through: 0, by: -1) {
      self[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    self += width
  }

  fileprivate mutating func put(_ year: Int, _ sign: StaticString, _ part: Int) {
    put(year, 4)
    put(sign)
    put(part, 1)
  }
}

extension Qualifier {
  /// The raw value.
  package var name: StaticString {
    switch self {
    case .exact: "exact"
    case .about: "about"
    case .almost: "almost"
    case .moreThan: "moreThan"
    case .lessThan: "lessThan"
    case .atLeast: "atLeast"
    case .atMost: "atMost"
    }
  }
}

extension FigureUnit {
  /// The raw value.
  package var name: StaticString {
    switch self {
    case .persons: "persons"
    case .households: "households"
    case .places: "places"
    case .employments: "employments"
    case .percent: "percent"
    case .percentagePoints: "percentagePoints"
    case .sek: "SEK"
    case .years: "years"
    case .months: "months"
    case .days: "days"
    case .other: "other"
    }
  }
}

extension Direction {
  /// The raw value.
  package var name: StaticString {
    switch self {
    case .up: "up"
    case .down: "down"
    case .unchanged: "unchanged"
    }
  }
}

extension ObservationKind {
  /// The raw value.
  package var name: StaticString {
    switch self {
    case .outcome: "outcome"
    case .target: "target"
    case .forecast: "forecast"
    case .budget: "budget"
    case .change: "change"
    case .trend: "trend"
    case .assessment: "assessment"
    case .request: "request"
    }
  }
}
