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
    case .sideBySide(let sides): sides.includes(observation)
    case .topic(let topic): observation.topic == topic
    case .series(let scope): scope.includes(observation)
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
    if observation.kind == .assessment {
      // A judgement is of the tertial whose report it stands in.
      return (period.contains(stated) || stated == .year(year))
        && observation.isReported(ofTertial: tertial, year: year)
    }
    if period.contains(stated) { return true }
    let isYearToDate = stated.lastDay == period.lastDay && stated.firstYear == year
    if isYearToDate, observation.kind != .forecast { return true }
    switch observation.kind {
    case .assessment:
      return false
    case .forecast:
      // A forecast is of the tertial whose report it stands in, as a judgement is.
      return stated == .year(year) && date.map { $0 <= lastDay } ?? true
        && observation.isReported(ofTertial: tertial, year: year)
    case .target, .budget:
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
  /// Whether it stands in the report of a tertial: its item's title says so, else its document's date
  /// is of the months after the tertial.
  fileprivate func isReported(ofTertial tertial: Int, year: Int) -> Bool {
    if let titleTertial { return titleTertial == tertial }
    guard let day = documentDay else { return true }
    let (month, dated) = (day / 100 % 100, day / 10_000)
    switch tertial {
    case 1: return dated == year && (5...8).contains(month)
    case 2: return dated == year && month >= 9
    default: return dated == year + 1
    }
  }

  /// The tertial that its item's title names: "Tertialrapport 2 2019".
  fileprivate var titleTertial: Int? {
    guard let title = source.itemTitle?.lowercased() else { return nil }
    let words = title.split { !$0.isLetter && !$0.isNumber }
    for (word, next) in zip(words, words.dropFirst()) where word.hasPrefix("tertial") {
      if let number = Int(next), (1...3).contains(number) { return number }
    }
    return nil
  }

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
