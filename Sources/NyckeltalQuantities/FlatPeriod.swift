import NyckeltalModel

/// A period without memory of its own, so that quantities are copied and forgotten as plain bytes.
///
/// `Period` keeps the ends of a span apart from itself, which has to be counted at
/// every copy.
struct FlatPeriod: Sendable, Hashable {
  /// A period that is no span, or one end of one.
  private enum End: Sendable, Hashable {
    case year(Int32)
    case half(Int32, year: Int32)
    case tertial(Int32, year: Int32)
    case quarter(Int32, year: Int32)
    case month(Int32, year: Int32)
    case day(Int32, month: Int32, year: Int32)
  }

  private var first: End
  /// Where the first end is a span too ("since the summer"), its end.
  private var firstEnd: End?
  /// The end of a span.
  private var last: End?

  init(_ period: Period) {
    switch period {
    case .span(let from, let to):
      let start = FlatPeriod(from)
      first = start.first
      firstEnd = start.last
      let end = FlatPeriod(to)
      last = end.last ?? end.first
    case .year(let year): first = .year(Int32(clamping: year))
    case .half(let half, let year):
      first = .half(Int32(clamping: half), year: Int32(clamping: year))
    case .tertial(let tertial, let year):
      first = .tertial(Int32(clamping: tertial), year: Int32(clamping: year))
    case .quarter(let quarter, let year):
      first = .quarter(Int32(clamping: quarter), year: Int32(clamping: year))
    case .month(let month, let year):
      first = .month(Int32(clamping: month), year: Int32(clamping: year))
    case .day(let day, let month, let year):
      first = .day(
        Int32(clamping: day),
        month: Int32(clamping: month),
        year: Int32(clamping: year)
      )
    }
  }

  /// The period as everyone else has it.
  var period: Period {
    let start = Self.period(first)
    guard let last else { return start }
    let from = firstEnd.map { Period.span(from: start, to: Self.period($0)) } ?? start
    return .span(from: from, to: Self.period(last))
  }

  private static func period(_ end: End) -> Period {
    switch end {
    case .year(let year): .year(Int(year))
    case .half(let half, let year): .half(Int(half), year: Int(year))
    case .tertial(let tertial, let year): .tertial(Int(tertial), year: Int(year))
    case .quarter(let quarter, let year): .quarter(Int(quarter), year: Int(year))
    case .month(let month, let year): .month(Int(month), year: Int(year))
    case .day(let day, let month, let year): .day(Int(day), month: Int(month), year: Int(year))
    }
  }
}
