import Nyckeltal

/// The rows that the plain C program writes, as observations: four words, six numbers, a share and a
/// formula.
struct ExportRows {
  private let documents = (0..<290).map { "Kommun \($0)" }
  private let indicators = (0..<1_000).map { number in
    let digits = String(number)
    return "Indikator " + String(repeating: "0", count: 5 - digits.count) + digits
  }
  private let groups = ["kvinnor", "män", "totalt", "utrikes födda"]

  static let columns: [DataColumn] = [
    DataColumn(id: "document", title: "Kommun", content: .text { $0.source.document }),
    DataColumn(id: "period", title: "Period", content: .text { $0.period?.description }),
    DataColumn(id: "indicator", title: "Indikator", content: .text { $0.indicator }),
    DataColumn(id: "group", title: "Grupp", content: .text { $0.group }),
    DataColumn(
      id: "number",
      title: "Nr",
      content: .number(nil) { Double($0.source.range.lowerBound) }
    ),
    DataColumn(id: "value", title: "Värde", content: .number(nil) { $0.value }),
    DataColumn(id: "lower", title: "Lägst", content: .number(nil) { $0.lower }),
    DataColumn(id: "upper", title: "Högst", content: .number(nil) { $0.upper }),
    DataColumn(id: "line", title: "Rad", content: .number(nil) { Double($0.source.line) }),
    DataColumn(
      id: "square",
      title: "Kvadrat",
      content: .number(nil) { observation in observation.lower.map { $0 * $0 } }
    ),
    DataColumn(
      id: "confidence",
      title: "Säkerhet",
      content: .number(NumberStyle(suffix: .share, decimals: 1)) { $0.confidence }
    ),
    DataColumn(
      id: "difference",
      title: "Skillnad",
      content: .formula(.difference(.cell("value"), .cell("lower")), nil)
    ),
  ]

  func observation(_ row: Int) -> Observation {
    Observation(
      id: "",
      kind: .outcome,
      indicator: indicators[row % 1_000],
      topic: .sommarjobb,
      measure: Measure(
        value: Double(row) * 1.25,
        lower: Double(row) / 7,
        upper: Double(row) * 0.001
      ),
      period: .tertial(1 + row % 3, year: 2015 + row % 5),
      group: groups[row % 4],
      confidence: Double(row % 1_000) / 1_000,
      source: Source(
        document: documents[row % 290],
        quote: "",
        range: row..<row,
        line: row % 5_000
      )
    )
  }
}

/// Observations of five years' follow-up, as a committee with much to count would have them.
enum ReportRows {
  static func observations(_ count: Int, _ catalogue: [Indicator]) -> [Observation] {
    let parties: [[Speaker]] = [
      [], [], [], [Speaker(name: "Anna Ek", party: "S")],
      [Speaker(name: "Bo Ås", party: "M"), Speaker(name: "Eva Öst", party: "C")],
    ]
    let kinds: [ObservationKind] = [.outcome, .outcome, .target, .forecast]
    return (0..<count).map { row in
      let indicator = catalogue[row % catalogue.count]
      let year = 2015 + row / catalogue.count % 5
      let value = Double(100 + row * 7 % 9_000)
      return Observation(
        id: "id\(row)",
        kind: kinds[row / 7 % kinds.count],
        indicator: indicator.id,
        topic: indicator.topic,
        measure: indicator.unit.map { unit in
          Measure(
            value: unit == .percent ? value.remainder(dividingBy: 50) + 50 : value,
            unit: unit
          )
        },
        period: row % 3 == 0 ? .year(year) : .tertial(1 + row % 3, year: year),
        confidence: 0.9,
        rules: ["number.digits"],
        source: Source(
          document: "\(year)-protokoll-\(row % 40).txt",
          item: String(row % 20),
          itemTitle: "Uppföljning av verksamheten",
          section: .matter,
          speakers: parties[row % parties.count],
          date: "\(year)-05-21",
          quote:
            "\(indicator.swedishName) uppgick under perioden till \(Int(value)) enligt rapporten",
          range: row * 100..<row * 100 + 80,
          line: row % 400
        )
      )
    }
  }
}
