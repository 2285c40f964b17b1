import NyckeltalModel

extension Phrases {
  static let swedish: Phrases = Phrases(
    legend: "≈ cirka, ≲ nästan, < under, > över, ≥ minst, ≤ högst.",
    missing: "saknas",
    toReview: "att granska",
    millionsOfKronor: "miljoner kronor",
    months: [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december",
    ],
    quarterLetter: "K",
    allTopics: "alla områden",
    allYears: "alla år",
    suffix: { suffix in
      switch suffix {
      case .none: ""
      case .percent, .share: "%"
      case .percentagePoints: "%-enheter"
      case .kronor: "kr"
      case .thousandsOfKronor: "tkr"
      case .millionsOfKronor: "mnkr"
      }
    },
    unit: { unit in
      switch unit {
      case .persons: "personer"
      case .households: "hushåll"
      case .places: "platser"
      case .employments: "anställningar"
      case .percent: "procent"
      case .percentagePoints: "procentenheter"
      case .sek: "kronor"
      case .years: "år"
      case .months: "månader"
      case .days: "dagar"
      case .other: "antal"
      }
    },
    unitOfOne: { unit in
      switch unit {
      case .persons: "person"
      case .households: "hushåll"
      case .places: "plats"
      case .employments: "anställning"
      case .percent: "procent"
      case .percentagePoints: "procentenhet"
      case .sek: "krona"
      case .years: "år"
      case .months: "månad"
      case .days: "dag"
      case .other: "antal"
      }
    },
    onePercentagePoint: "%-enhet",
    half: { "halvår \($0) \($1)" },
    quarter: { "kvartal \($0) \($1)" },
    number: swedishNumber,
    list: { joined($0, "och") },
    allOf: { $0 == 1 ? "" : $0 == 2 ? "båda" : "alla" },
    colour: { level, count in
      switch level {
      case .good?: "\(count) \(count == 1 ? "grön" : "gröna")"
      case .attention?: "\(count) \(count == 1 ? "gul" : "gula")"
      case .bad?: "\(count) \(count == 1 ? "röd" : "röda")"
      case .missing?, .neutral?, nil: "\(count) utan bedömning"
      }
    },
    topic: { topic in
      switch topic {
      case .arbetstraning: "Arbetsträning"
      case .sommarjobb: "Sommarjobb"
      case .budget: "Budget"
      case .forsorjningsstod: "Försörjningsstöd"
      case .vuxenutbildning: "Vuxenutbildning"
      case .sfi: "Sfi"
      case .visstidsanstallning: "Visstidsanställning"
      case .unga: "Unga"
      case .arbetsloshet: "Arbetslöshet"
      case .jobbtorg: "Jobbtorg"
      case .samhallsorientering: "Samhällsorientering"
      case .personal: "Personal"
      case .kvalitet: "Kvalitet"
      case .maluppfyllelse: "Måluppfyllelse"
      case .ovrigt: "Övrigt"
      }
    },
    kind: { kind in
      switch kind {
      case .outcome: "utfall"
      case .target: "mål"
      case .forecast: "prognos"
      case .budget: "budget"
      case .change: "förändring"
      case .trend: "riktning"
      case .assessment: "bedömning"
      case .request: "fråga"
      }
    },
    section: { section in
      switch section {
      case .decision: "beslut"
      case .matter: "ärendet"
      case .proposal: "förslag till beslut"
      case .procedure: "beslutsgång"
      case .reservation: "reservation"
      case .specialStatement: "särskilt uttalande"
      case .deputyStatement: "ersättaryttrande"
      case .letter: "skrivelse"
      }
    },
    assessment: { assessment in
      switch assessment {
      case .met: "uppnås"
      case .mostlyMet: "uppnås i huvudsak"
      case .notFullyMet: "uppnås inte helt"
      case .notMet: "uppnås inte"
      }
    },
    qualifier: { qualifier in
      switch qualifier {
      case .exact: "exakt"
      case .about: "cirka"
      case .almost: "nästan"
      case .moreThan: "över"
      case .lessThan: "under"
      case .atLeast: "minst"
      case .atMost: "högst"
      }
    },
    direction: { direction in
      switch direction {
      case .up: "ökar"
      case .down: "minskar"
      case .unchanged: "oförändrat"
      }
    },
    trend: { direction in
      switch direction {
      case .up: "↑ uppåt"
      case .down: "↓ nedåt"
      case .unchanged: "→ oförändrat"
      case nil: "riktning ej angiven"
      }
    },
    change: { direction in
      switch direction {
      case .up: "↑ ökning"
      case .down: "↓ minskning"
      case .unchanged: "→ oförändrat"
      case nil: "förändring"
      }
    },
    changeWord: { direction in
      switch direction {
      case .up: "ökning"
      case .down: "minskning"
      case .unchanged: "oförändrat"
      case nil: "förändring"
      }
    },
    column: swedishColumn,
    sectionTitle: { section in
      switch section {
      case .targets: "Mål och utfall"
      case .figures: "Uppgifter utan mål"
      case .directions: "Riktning utan siffra"
      case .statements: "Uppgifter i uttalanden"
      case .conflicts: "Uppgifter som skiljer sig åt"
      case .shared: "Områden där båda åren har uppgifter"
      case .single: "Områden där bara ett år har uppgifter"
      case .changes: "Anslag och förändringar"
      case .elsewhere: "Riket, länet och andra"
      }
    },
    sheetTitle: { purpose in
      switch purpose {
      case .summary: "Sammanfattning"
      case .followUp: "Uppföljning"
      case .comparison: "Jämförelse"
      case .facts: "Uppgifter"
      case .review: "Att granska"
      case .series: "Serier"
      case .statistics: "Sammanställning"
      case .groups: "Grupper"
      case .requests: "Frågor"
      case .sources: "Källor"
      case .data: "Data"
      case .other: "Övrigt"
      }
    },
    emptyNote: { purpose in
      switch purpose {
      case .review: "Inget är osäkert läst."
      case .series, .statistics: "Ingen serie har två jämförbara uppgifter."
      case .requests: "Inga frågor om uppgifter finns i underlaget."
      case .comparison: "Inga uppgifter för något av åren finns i underlaget."
      default: "Inga uppgifter för perioden finns i underlaget."
      }
    },
    reached: "målet nått",
    notReached: "under målet",
    exceeded: "över målet",
    nearTarget: "nära målet",
    belowSoFar: "under målet hittills",
    withinSoFar: "inom målet hittills",
    reachedSoFar: "når målet hittills",
    targetOfYear: "målet gäller hela året",
    forecastReached: "prognosen når målet",
    forecastNear: "prognosen nära målet",
    forecastBelow: "prognosen under målet",
    forecastAbove: "prognosen över målet",
    outcomeMissing: "utfall saknas",
    targetMissing: "mål saknas",
    answered: "besvarad",
    partlyAnswered: "delvis besvarad, utan uppdelning på grupp",
    unanswered: "inte besvarad",
    answeredWithoutFigure: "svar utan siffra",
    administration: "nämnden eller förvaltningen",
    unknownSender: "skrivelse utan angiven avsändare",
    quoted: { "”\($0)”" },
    about: { "avser \($0)" },
    by: { "enligt \($0)" },
    statedBy: "enligt",
    assessmentPrefix: "bedömning:",
    askedBy: "ställd av",
    ofWhich: { "varav \($0)" },
    comparedWithPeriod: { "jämfört med \($0)" },
    line: { "rad \($0)" },
    page: { "sida \($0)" },
    item: { "§\u{A0}\($0)" },
    withoutPeriod: "utan angiven period",
    briefHeading: "I korthet",
    missingHeading: "Det som saknas",
    sourcesHeading: "Källor",
    basis: { documents, statements, facts in
      "Underlag: \(documents) dokument, \(statements) \(statements == 1 ? "uttalande" : "uttalanden")"
        + " om \(facts) \(facts == 1 ? "uppgift" : "uppgifter")."
    },
    alsoStated: { "även \($0) enligt \($1)" },
    differentPeriods: { "olika perioder (\($0) och \($1)), jämförs därför inte" },
    samePartOfYear: { "avser \($0) båda åren" },
    differentQualifiers: { "olika precision (\($0) och \($1))" },
    severalFigures: { "flera uppgifter för \($0), jämförs därför inte" },
    differentUnits: { "målet räknat i \($0), utfallet i \($1)" },
    more: { "\($0) till" },
    noChange: "oförändrat",
    decreaseStems: ["minsk", "bespar", "nedskär"],
    sumOfTertials: "utfallet är summan av tertialen",
    soFarFor: { "hittills avser \($0)" },
    several: "flera uppgifter",
    unnamed: { topic, unit in
      switch unit {
      case .percent, .percentagePoints: "\(topic), andel"
      case .sek: "\(topic), belopp"
      case .persons, .households, .places, .employments, .other, nil: "\(topic), antal"
      case .years, .months, .days: "\(topic), tid"
      }
    },
    group: { $0 },
    partOfThem: "del av dem",
    otherFigure: "annan uppgift",
    corrected: { "rättad för hand: \($0)" },
    rejectedOn: { "struken \($0): \($1)" },
    correctedOn: { date, note, original in
      "rättad \(date)\(original.map { ", lästes som \($0)" } ?? ""): \(note)"
    },
    targetComparison: { "mål \($0)\($1.map { " · \($0) uppfyllt" } ?? "")" },
    withoutTarget: "inget mål angivet",
    comparisonChartTitle: { "\($0) och \($1)" },
    figureChartTitle: "Uppgifter i samma enhet",
    figureSeries: "Uppgift",
    chartTitle: { "Mål och utfall, \($0)" },
    chartAlternative: { "Stapeldiagram över mål och utfall. \($0.joined(separator: "; "))." },
    changeBy: { direction, figure in
      switch direction {
      case .up: "ökning med \(figure)"
      case .down: "minskning med \(figure)"
      case .unchanged: figure
      }
    },
    changeSince: { "\($0) mot \($1)" },
    targetSeries: "Mål",
    outcomeSeries: "Utfall",
    indicatorAxis: "Indikator",
    countAxis: "Antal",
    percentAxis: "Procent",
    kronorAxis: { suffix in
      switch suffix {
      case .millionsOfKronor: "Miljoner kronor"
      case .thousandsOfKronor: "Tusental kronor"
      default: "Kronor"
      }
    },
    periodAxis: "Period",
    developmentChartTitle: "Utveckling",
    developmentAlternative: { "Linjediagram över utfall. \($0.joined(separator: "; "))." }
  )
}
