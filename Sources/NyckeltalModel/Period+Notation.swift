extension Period: CustomStringConvertible, LosslessStringConvertible {
  /// Reads the contract's notation; `nil` for anything else, an impossible date included.
  public init?(_ notation: String) {
    let ends = notation.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1:
      guard let period = Self.simple(ends[0]) else { return nil }
      self = period
    case 2:
      guard let from = Self.simple(ends[0]), let to = Self.simple(ends[1]),
        from.firstDay <= to.lastDay
      else { return nil }
      self = .span(from: from, to: to)
    default:
      return nil
    }
  }

  /// The contract's notation.
  public var description: String {
    switch self {
    case .year(let year): Self.padded(year, 4)
    case .half(let half, let year): "\(Self.padded(year, 4))-H\(half)"
    case .tertial(let tertial, let year): "\(Self.padded(year, 4))-T\(tertial)"
    case .quarter(let quarter, let year): "\(Self.padded(year, 4))-Q\(quarter)"
    case .month(let month, let year): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
    case .day(let day, let month, let year):
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    case .span(let from, let to): "\(from.start)/\(to.end)"
    }
  }

  /// What a span begins with; the notation has no spans within spans.
  private var start: Period {
    if case .span(let from, _) = self { from.start } else { self }
  }

  /// What a span ends with.
  private var end: Period {
    if case .span(_, let to) = self { to.end } else { self }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func simple(_ text: Substring) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = number(parts[0], digits: 4) else { return nil }
    switch parts.count {
    case 1:
      return .year(year)
    case 2:
      if let month = number(parts[1], digits: 2) {
        return (1...12).contains(month) ? .month(month, year: year) : nil
      }
      guard let index = number(parts[1].dropFirst(), digits: 1) else { return nil }
      switch parts[1].first {
      case "T": return (1...3).contains(index) ? .tertial(index, year: year) : nil
      case "Q": return (1...4).contains(index) ? .quarter(index, year: year) : nil
      case "H": return (1...2).contains(index) ? .half(index, year: year) : nil
      default: return nil
      }
    case 3:
      guard let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2),
        (1...12).contains(month), (1...days(inMonth: month, year: year)).contains(day)
      else { return nil }
      return .day(day, month: month, year: year)
    default:
      return nil
    }
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension Period: Codable {
  /// Reads the notation from a string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the string is not the contract's notation.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = Period(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "\"\(text)\" is not a period; write 2015 or 2015-T1"
      )
    }
    self = period
  }

  /// Writes the notation as a string.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
