import NyckeltalModel

/// Which observations a report is made from.
struct Selection: Sendable {
  var subject: ReportSubject

  /// Whether an observation belongs to the report by itself (others may be added as answers).
  func includes(_ observation: Observation) -> Bool {
    switch subject {
    case .tertial(let tertial, let year): isIn(tertial: tertial, year: year, observation)
    case .year(let year): isIn(years: [year], observation)
    case .compare(let yearA, let yearB): isIn(years: [yearA, yearB], observation)
    case .topic(let topic): observation.topic == topic
    }
  }

  /// A tertial's report has what is about the tertial, the year's targets as they stood then, and
  /// what the documents of the time say about the year.
  ///
  /// A tertial is reported in the months after it, so its documents are those until the end of the
  /// next tertial.
  private func isIn(tertial: Int, year: Int, _ observation: Observation) -> Bool {
    let period = Period.tertial(tertial, year: year)
    let lastDay =
      tertial == 3
      ? Period.tertial(1, year: year + 1).lastDay : Period.tertial(tertial + 1, year: year).lastDay
    let date = observation.documentDay
    let isOfTheTime = date.map { period.firstDay <= $0 && $0 <= lastDay }
    guard let stated = observation.period else {
      return observation.kind == .request && isOfTheTime == true
    }
    if period.contains(stated) { return true }
    let isYearToDate = stated.lastDay == period.lastDay && stated.firstYear == year
    if isYearToDate { return true }
    switch observation.kind {
    case .target, .assessment, .forecast, .budget:
      return stated == .year(year) && date.map { $0 <= lastDay } ?? true
    case .outcome, .change, .trend:
      if tertial == 3, stated == .year(year) { return true }
      return stated.lastYear == year && !stated.isWithinAYear && isOfTheTime ?? true
        || stated == .year(year) && isOfTheTime == true
    case .request:
      return isOfTheTime == true
    }
  }

  private func isIn(years: [Int], _ observation: Observation) -> Bool {
    if let period = observation.period { return years.contains(period.lastYear) }
    guard observation.kind == .request, let day = observation.documentDay else { return false }
    return years.contains(day / 10_000)
  }
}

extension Observation {
  /// The document's date as `yyyymmdd`.
  var documentDay: Int? {
    guard let date = source.date, let period = Period(date) else { return nil }
    return period.lastDay
  }
}

extension Period {
  /// Whether it begins and ends in the same year, and is not all of it.
  var isWithinAYear: Bool { firstYear == lastYear && !isWholeYear }
}
