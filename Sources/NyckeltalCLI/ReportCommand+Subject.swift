import ArgumentParser
import Nyckeltal

/// What a report is about, by its options.
extension ReportCommand {
  func subject() throws -> ReportSubject {
    for year in years + [year].compactMap(\.self) where !(1...9_999).contains(year) {
      throw ValidationError("\(year) is no year; write 2015")
    }
    switch kind {
    case .tertial:
      guard let year, let tertial, (1...3).contains(tertial) else {
        throw ValidationError("report tertial needs --year Y and --tertial 1, 2 or 3")
      }
      return .tertial(tertial, year: year)
    case .year:
      guard let year else { throw ValidationError("report year needs --year Y") }
      return .year(year)
    case .compare:
      return try comparison()
    case .topic:
      guard let topic else {
        let allowed = Topic.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("report topic needs --topic with one of \(allowed)")
      }
      return .topic(topic)
    case .series:
      if let since, let until, since > until {
        throw ValidationError("--since is after --until")
      }
      return .series(
        SeriesScope(
          topic: topic,
          indicator: indicator,
          firstYear: since,
          lastYear: until,
          baseYear: base
        )
      )
    }
  }

  /// Two years, several years, or several committees.
  private func comparison() throws -> ReportSubject {
    if !bodies.isEmpty {
      guard bodies.count > 1, Set(bodies.map { $0.lowercased() }).count == bodies.count,
        bodies.count <= 12, years.isEmpty
      else {
        throw ValidationError(
          "report compare needs --bodies A B, two to twelve different ones, without --years; "
            + "--year gives the year"
        )
      }
      return .sideBySide(.bodies(bodies, year: year))
    }
    guard (2...12).contains(years.count), Set(years).count == years.count else {
      throw ValidationError("report compare needs --years A B, two to twelve different years")
    }
    return years.count == 2
      ? .compare(years[0], years[1]) : .sideBySide(.years(years.sorted()))
  }
}
