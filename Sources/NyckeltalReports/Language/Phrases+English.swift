import NyckeltalModel

extension Phrases {
  static let english: Phrases = Phrases(
    legend: "≈ about, < almost or under, > more than, ≥ at least, ≤ at most.",
    missing: "missing",
    millionsOfKronor: "million kronor",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    quarterLetter: "Q",
    suffix: { suffix in
      switch suffix {
      case .none: ""
      case .percent, .share: "%"
      case .percentagePoints: "pp"
      case .kronor: "SEK"
      case .thousandsOfKronor: "kSEK"
      case .millionsOfKronor: "MSEK"
      }
    },
    unit: { unit in
      switch unit {
      case .persons: "persons"
      case .households: "households"
      case .places: "places"
      case .employments: "employments"
      case .percent: "percent"
      case .percentagePoints: "percentage points"
      case .sek: "kronor"
      case .years: "years"
      case .months: "months"
      case .days: "days"
      case .other: "count"
      }
    },
    half: { "half-year \($0) \($1)" },
    quarter: { "quarter \($0) \($1)" },
    number: englishNumber,
    list: { joined($0, "and") },
    topic: { topic in
      switch topic {
      case .arbetstraning: "Work training"
      case .sommarjobb: "Summer jobs"
      case .budget: "Budget"
      case .forsorjningsstod: "Income support"
      case .vuxenutbildning: "Adult education"
      case .sfi: "Swedish for immigrants"
      case .visstidsanstallning: "Fixed-term employment"
      case .unga: "Young people"
      case .arbetsloshet: "Unemployment"
      case .jobbtorg: "Job centres"
      case .samhallsorientering: "Civic orientation"
      case .personal: "Staff"
      case .kvalitet: "Quality"
      case .maluppfyllelse: "Target achievement"
      case .ovrigt: "Other"
      }
    },
    kind: { kind in
      switch kind {
      case .outcome: "outcome"
      case .target: "target"
      case .forecast: "forecast"
      case .budget: "budget"
      case .change: "change"
      case .trend: "trend"
      case .assessment: "assessment"
      case .request: "question"
      }
    },
    section: { section in
      switch section {
      case .decision: "decision"
      case .matter: "the matter"
      case .proposal: "proposal"
      case .procedure: "procedure"
      case .reservation: "reservation"
      case .specialStatement: "statement for the record"
      case .deputyStatement: "deputy's statement"
      case .letter: "letter"
      }
    },
    assessment: { assessment in
      switch assessment {
      case .met: "will be met"
      case .mostlyMet: "will mostly be met"
      case .notFullyMet: "will not be fully met"
      case .notMet: "will not be met"
      }
    },
    qualifier: { qualifier in
      switch qualifier {
      case .exact: "exact"
      case .about: "about"
      case .almost: "almost"
      case .moreThan: "more than"
      case .lessThan: "less than"
      case .atLeast: "at least"
      case .atMost: "at most"
      }
    },
    direction: { direction in
      switch direction {
      case .up: "rises"
      case .down: "falls"
      case .unchanged: "unchanged"
      }
    },
    trend: { direction in
      switch direction {
      case .up: "↑ up"
      case .down: "↓ down"
      case .unchanged: "→ unchanged"
      case nil: "direction not stated"
      }
    },
    change: { direction in
      switch direction {
      case .up: "↑ increase"
      case .down: "↓ decrease"
      case .unchanged: "→ unchanged"
      case nil: "change"
      }
    },
    column: englishColumn,
    sectionTitle: { section in
      switch section {
      case .targets: "Targets and outcomes"
      case .figures: "Figures without a target"
      case .directions: "Trends without a figure"
      case .statements: "Figures in members' statements"
      case .conflicts: "Figures that differ"
      case .shared: "Topics in which both years have something"
      case .single: "Topics in which one year has something"
      case .changes: "Grants and changes"
      }
    },
    sheetTitle: { purpose in
      switch purpose {
      case .summary: "Summary"
      case .followUp: "Follow-up"
      case .comparison: "Comparison"
      case .facts: "Facts"
      case .requests: "Questions"
      case .sources: "Sources"
      case .data: "Data"
      case .other: "Other"
      }
    },
    emptyNote: { purpose in
      switch purpose {
      case .requests: "No questions that ask for figures were found."
      case .comparison: "No figures for either year were found."
      default: "No figures for the period were found."
      }
    },
    reached: "target reached",
    notReached: "below target",
    exceeded: "above target",
    nearTarget: "near target",
    belowSoFar: "below target so far",
    outcomeMissing: "outcome missing",
    targetMissing: "target missing",
    answered: "answered",
    partlyAnswered: "partly: without the breakdown",
    unanswered: "not answered",
    administration: "the committee or its administration",
    unknownSender: "a letter without a named sender",
    quoted: { "“\($0)”" },
    about: { "refers to \($0)" },
    by: { "according to \($0)" },
    statedBy: "according to",
    assessmentPrefix: "assessment:",
    askedBy: "asked by",
    ofWhich: { "of which \($0)" },
    comparedWithPeriod: { "compared with \($0)" },
    line: { "line \($0)" },
    page: { "page \($0)" },
    item: { "§\u{A0}\($0)" },
    withoutPeriod: "no period stated",
    briefHeading: "In brief",
    missingHeading: "What is missing",
    sourcesHeading: "Sources",
    basis: { documents, statements, facts in
      "Based on \(documents) \(documents == 1 ? "document" : "documents"), "
        + "\(statements) \(statements == 1 ? "statement" : "statements") of "
        + "\(facts) \(facts == 1 ? "fact" : "facts")."
    },
    targetLine: { name, outcome, target, year, share in
      "\(name): \(outcome) against the target \(target) for \(year)\(share.map { " (\($0))" } ?? "")."
    },
    figureLine: { "\($0): \($1)." },
    notMetLine: { "Judged not to be met: \(joined($0, "and"))." },
    notFullyMetLine: { names in
      names.count == 1
        ? "One indicator is judged not to be fully met: \(names[0])."
        : "\(capitalized(englishNumber(names.count))) indicators are judged not to be fully met: "
          + "\(joined(names, "and"))."
    },
    metLine: { "Judged to be met: \(joined($0, "and"))." },
    overallLine: { "Overall assessment: the targets \($0)." },
    trendLine: { up, down in
      let parts = [
        up.isEmpty ? nil : "up for \(joined(up, "and"))",
        down.isEmpty ? nil : "down for \(joined(down, "and"))",
      ]
      return "Without figures: \(parts.compactMap(\.self).joined(separator: ", "))."
    },
    outcomeMissingLine: { "Targets without a reported outcome: \(joined($0, "and"))." },
    targetMissingLine: { "Assessed without a reported target or outcome: \(joined($0, "and"))." },
    requestsLine: { asked, answered in
      "Questions that ask for figures: \(asked), of which "
        + "\(answered == 0 ? "none" : String(answered)) answered."
    },
    conflictLine: { "\($0): the figures differ, \(joined($1, "and"))." },
    nothingFound: "The documents have no figures for this selection.",
    comparisonCountLine: { both, onlyA, onlyB, yearA, yearB in
      "Facts for both years: \(both). Only \(yearA): \(onlyA). Only \(yearB): \(onlyB)."
    },
    alsoStated: { "also \($0) according to \($1)" },
    comparisonLine: { "\($0): \($1) and \($2) (\($3))." },
    noComparison: { yearA, yearB in
      "No indicator has figures for both \(yearA) and \(yearB), so no difference is shown."
    },
    undatedLine: { "Left out, since no year is stated: \(joined($0, "and"))." },
    differentPeriods: { "different periods (\($0) and \($1)); not compared" },
    samePartOfYear: { "\($0) in both years" },
    differentQualifiers: { "not equally exact (\($0) and \($1))" },
    differentUnits: { "target counted in \($0), outcome in \($1)" },
    more: { "\($0) more" },
    moreLine: { "And \($0) more on the sheets that follow." },
    topicLine: { name, figure, period, voices in
      "\(name): \(figure)\(period.map { " (\($0))" } ?? "")\(voices.map { ", according to \($0)" } ?? "")."
    },
    targetComparison: { "target \($0)\($1.map { " · \($0) achieved" } ?? "")" },
    withoutTarget: "no target stated",
    comparisonChartTitle: { "\($0) and \($1)" },
    figureChartTitle: "Figures in the same unit",
    figureSeries: "Figure",
    chartTitle: { "Targets and outcomes, \($0)" },
    chartAlternative: { "Bar chart of targets and outcomes. \($0.joined(separator: "; "))." },
    changeBy: { direction, figure in
      switch direction {
      case .up: "increase of \(figure)"
      case .down: "decrease of \(figure)"
      case .unchanged: figure
      }
    },
    changeSince: { "\($0) from \($1)" },
    targetSeries: "Target",
    outcomeSeries: "Outcome",
    indicatorAxis: "Indicator",
    countAxis: "Count",
    percentAxis: "Percent",
    kronorAxis: { suffix in
      switch suffix {
      case .millionsOfKronor: "Million kronor"
      case .thousandsOfKronor: "Thousand kronor"
      default: "Kronor"
      }
    },
    periodAxis: "Period"
  )

  private static func englishNumber(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }
}
