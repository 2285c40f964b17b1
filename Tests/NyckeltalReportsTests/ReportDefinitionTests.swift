import NyckeltalReports
import Testing

struct ReportDefinitionTests {
  @Test(arguments: ReportDefinition.Kind.allCases)
  func everyBuiltInIsRead(_ kind: ReportDefinition.Kind) throws {
    let definition = try ReportDefinition.builtIn(kind)
    #expect(definition.kind == kind)
    #expect(definition.sheets.first?.purpose == .summary)
    #expect(definition.sheets.contains { $0.purpose == .sources })
  }

  @Test(arguments: [
    (
      "report: tertial\ntitle: T\nsheets:\n  - sheet: followUp\n    columns: [indicator, utfall]",
      "mall.yaml:5", "utfall", "allowed are indicator, topic"
    ),
    (
      "report: månad\ntitle: T\nsheets: []", "mall.yaml:1", "månad", "tertial, year, compare, topic"
    ),
    ("report: year\ntitle: T\nsheets: []", "mall.yaml:3", "sheets", "at least one"),
    ("report: year\ntitel: T\nsheets: []", "mall.yaml:2", "titel", "report, title, sheets"),
    ("report: year\nsheets: [a]", "mall.yaml:1", "title", "add it"),
    ("report: year\ntitle: \"{{tertial}}\"\nsheets: []", "mall.yaml:2", "{{tertial}}", "year"),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: data\n    sections: [targets]", "mall.yaml:5",
      "targets", "leave it out"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    keyFigures: 9", "mall.yaml:5",
      "keyFigures", "0 to 6"
    ),
    ("report: [", "mall.yaml:2", "not YAML", ""),
    ("", "mall.yaml", "empty", "built-in"),
  ])
  func mistakesNamePlaceKeyAndWhatIsAllowed(
    _ yaml: String,
    _ place: String,
    _ problem: String,
    _ remedy: String
  ) {
    let error = #expect(throws: ReportDefinitionError.self) {
      try ReportDefinition(yaml: yaml, file: "mall.yaml")
    }
    #expect(error?.place == place)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(remedy.isEmpty || error?.remedy.contains(remedy) == true, "\(error?.remedy ?? "")")
  }

  @Test func aReportOfAnotherKindIsRefused() throws {
    let builder = ReportBuilder(definition: try .builtIn(.year), catalogue: [])
    let error = #expect(throws: ReportDefinitionError.self) {
      try builder.report(.tertial(1, year: 2015), from: [], documents: 0)
    }
    #expect(error?.code == .otherKind)
  }
}
