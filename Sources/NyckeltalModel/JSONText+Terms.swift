// What the contract's terms are called, without a string for each: the raw values as literals.

extension JSONText {
  /// Writes a period's notation, or null.
  public mutating func period(_ value: Period?, _ key: StaticString) {
    guard let value else { return null(key) }
    begin(key, room: 64)
    put(0x22)
    put(value)
    reserve(1)
    put(0x22)
    needsComma = true
  }

  private mutating func put(_ period: Period) {
    reserve(64)
    switch period {
    case .year(let year): put(year: year)
    case .half(let half, let year): put(year: year, "-H", half)
    case .tertial(let tertial, let year): put(year: year, "-T", tertial)
    case .quarter(let quarter, let year): put(year: year, "-Q", quarter)
    case .month(let month, let year):
      put(year: year)
      put(0x2D)
      put(twoDigits: month)
    case .day(let day, let month, let year):
      put(year: year)
      put(0x2D)
      put(twoDigits: month)
      put(0x2D)
      put(twoDigits: day)
    case .span(let from, let to):
      put(from)
      reserve(1)
      put(0x2F)
      put(to)
    }
  }

  private mutating func put(year: Int, _ sign: StaticString, _ part: Int) {
    put(year: year)
    put(sign)
    put(digits: part)
  }

  private mutating func put(year: Int) {
    if 1_000...9_999 ~= year { return put(digits: year) }
    var text = Period.year(year).description
    reserve(64 + text.utf8.count)
    text.withUTF8 { for byte in $0 { put(byte) } }
  }

  private mutating func put(twoDigits number: Int) {
    if number < 10 { put(0x30) }
    put(digits: number)
  }
}

extension Qualifier {
  /// The raw value.
  public var name: StaticString {
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
  public var name: StaticString {
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
  public var name: StaticString {
    switch self {
    case .up: "up"
    case .down: "down"
    case .unchanged: "unchanged"
    }
  }
}

extension ObservationKind {
  /// The raw value.
  public var name: StaticString {
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
