import Foundation
import NyckeltalModel
import Testing

@testable import NyckeltalReports

/// The part of a report that lists what is not sure, also where that is nearly all.
struct ReviewSheetTests {
  /// Three indicators, each with readings from likely to hardly.
  private static let observations: [Observation] = {
    let kinds: [(String, FigureUnit, Topic)] = [
      ("sommarjobb.platser", .places, .sommarjobb), ("sommarjobb.sokande", .persons, .sommarjobb),
      ("personal.sjukfranvaro", .percent, .personal),
    ]
    return kinds.enumerated().flatMap { kind, terms in
      (0..<20).map { number in
        Fixtures.observation(
          "\(kind)-\(number)",
          indicator: terms.0,
          value: Double(100 + kind * 20 + number),
          unit: terms.1,
          quote: "ord nummer \(kind)-\(number)",
          start: number * 100,
          topic: terms.2,
          confidence: 0.79 - Double(number) * 0.04
        )
      }
    }
  }()

  @Test func theMostProbableComeFirstUnderTheNameOfTheirIndicator() throws {
    let text = try TruthTests.text(.year(2015), Self.observations)
    #expect(text.contains("60 uppgifter är osäkert lästa"))
    #expect(text.contains("bara under Att granska, 24 av\n"))
    #expect(text.contains("Inga säkra uppgifter; 60 står under Att granska."))
    let parts = text.components(separatedBy: "ATT GRANSKA")
    try #require(parts.count == 3)
    // the quotes of what is probable, and not of what is doubtful
    #expect(parts[1].contains("”ord nummer 0-0”") && parts[1].contains("79 %"))
    #expect(!parts[2].components(separatedBy: "KÄLLOR")[0].contains("”"))
    #expect(parts[2].contains("Därtill 6, med sina ord bland källorna."))
    let names = parts[1].split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("granskningssidan")
        && !$0.contains("Används")
    }
    #expect(names.count == 3, "\(names)")
  }

  @Test func nothingOfItIsSaidElsewhere() throws {
    let report = try TruthTests.report(.year(2015), Self.observations)
    let others = report.sheets.filter { ![.review, .sources, .data].contains($0.purpose) }
    for block in others.flatMap(\.blocks) {
      switch block {
      case .table(let table): #expect(table.rowCount == 0)
      case .keyFigures, .chart: Issue.record("\(block)")
      case .lines(_, let lines): #expect(lines.count == 1)
      }
    }
  }
}
