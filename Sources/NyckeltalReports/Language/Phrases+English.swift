import NyckeltalModel

extension Phrases {
  static let english: Phrases = Phrases(
    legend: "≈ about, ≲ almost, < under, > more than, ≥ at least, ≤ at most.",
    missing: "missing",
    toReview: "to review",
    millionsOfKronor: "million kronor",
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    quarterLetter: "Q",
    allTopics: "all topics",
    allYears: "all years",
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
    unitOfOne: { unit in
      switch unit {
      case .persons: "person"
      case .households: "household"
      case .places: "place"
      case .employments: "employment"
      case .percent: "percent"
      case .percentagePoints: "percentage point"
      case .sek: "krona"
      case .years: "year"
      case .months: "month"
      case .days: "day"
      case .other: "count"
      }
    },
    onePercentagePoint: "pp",
    half: { "half-year \($0) \($1)" },
    quarter: { "quarter \($0) \($1)" },
    number: englishNumber,
    list: { joined($0, "and") },
    allOf: { $0 == 1 ? "" : $0 == 2 ? "both" : "all" },
    colour: { level, count in
      switch level {
      case .good?: "\(count) green"
      case .attention?: "\(count) yellow"
      case .bad?: "\(count) red"
      case .missing?, .neutral?, nil: "\(count) without a judgement"
      }
    },
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
    changeWord: { direction in
      switch direction {
      case .up: "increase"
      case .down: "decrease"
      case .unchanged: "unchanged"
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
      case .elsewhere: "The country, the county and others"
      }
    },
    sheetTitle: { purpose in
      switch purpose {
      case .summary: "Summary"
      case .followUp: "Follow-up"
      case .comparison: "Comparison"
      case .facts: "Facts"
      case .review: "To review"
      case .series: "Series"
      case .statistics: "Statistics"
      case .groups: "Groups"
      case .requests: "Questions"
      case .sources: "Sources"
      case .data: "Data"
      case .other: "Other"
      }
    },
    emptyNote: { purpose in
      switch purpose {
      case .review: "No reading is unsure."
      case .series: "No series has figures."
      case .statistics: "No series has two figures that compare."
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
    withinSoFar: "within the target so far",
    reachedSoFar: "meets the target so far",
    targetOfYear: "the target is for the year",
    forecastReached: "forecast meets the target",
    forecastNear: "forecast near the target",
    forecastBelow: "forecast below the target",
    forecastAbove: "forecast above the target",
    outcomeMissing: "outcome missing",
    targetMissing: "target missing",
    answered: "answered",
    partlyAnswered: "partly answered, without the breakdown",
    unanswered: "not answered",
    answeredWithoutFigure: "answered without a figure",
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
    alsoStated: { "also \($0) according to \($1)" },
    differentPeriods: { "different periods (\($0) and \($1)), so not compared" },
    samePartOfYear: { "\($0) in both years" },
    differentQualifiers: { "not equally exact (\($0) and \($1))" },
    severalFigures: { "several figures for \($0), so not compared" },
    differentUnits: { "target counted in \($0), outcome in \($1)" },
    more: { "\($0) more" },
    noChange: "unchanged",
    decreaseStems: ["reduc", "saving", "decreas", "cut"],
    sumOfTertials: "the outcome is the sum of the tertials",
    soFarFor: { "so far is for \($0)" },
    several: "several figures",
    unnamed: englishUnnamed,
    group: englishGroup,
    partOfThem: "a part of them",
    otherFigure: "another figure",
    corrected: { "corrected by hand: \($0)" },
    rejectedOn: { "struck out \($0): \($1)" },
    correctedOn: { date, note, original in
      "corrected \(date)\(original.map { ", read as \($0)" } ?? ""): \(note)"
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
    periodAxis: "Period",
    developmentChartTitle: "Development",
    developmentAlternative: { "Line chart of outcomes. \($0.joined(separator: "; "))." }
  )
}
