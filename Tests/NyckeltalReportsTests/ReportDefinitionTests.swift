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
    (
      "report: year\ntitel: T\nsheets: []", "mall.yaml:2", "titel",
      "report, title, parameters, sheets"
    ),
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
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: followUp\n    columns: [indicator]\n"
        + "    sort: [-utfall]",
      "mall.yaml:6", "utfall", "allowed are indicator, each with -"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: followUp\n    topics: [sommar]", "mall.yaml:5",
      "sommar", "sommarjobb"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks: [{chart: years}]",
      "mall.yaml:5", "years", "targets, figures, development"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks:\n      - text: sumary",
      "mall.yaml:6", "sumary is missing", "summary, missing"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks:\n      - file: ej.mustache",
      "mall.yaml:6", "ej.mustache cannot be read", "templates show summary.sv"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks:\n      - text: |\n"
        + "          Hej.\n          {{#targets}}{{nam}}{{/targets}}",
      "mall.yaml:8", "{{nam}}", "name, names"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks:\n      - text: |\n"
        + "          Hej.\n          {{#targets}}{{name}}",
      "mall.yaml:8", "a section is not ended", "{{/name}}"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    blocks:\n"
        + "      - text: \"{{> slut}} a\"",
      "mall.yaml:6", "slut is missing", "summary, missing"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: summary\n    chart: false\n    blocks: []",
      "mall.yaml:5", "chart stands beside blocks", "- chart:"
    ),
    ("report: year\ntitle: T\nsheets:\n  - sheet: other", "mall.yaml:4", "title", "add it"),
    (
      "report: year\ntitle: T\nparameters: {year: 2}\nsheets: []", "mall.yaml:3", "year",
      "take another"
    ),
    ("report: year\ntitle: \"{{nämnd}}\"\nsheets: []", "mall.yaml:2", "{{nämnd}}", "year"),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: comparison", "mall.yaml:4", "comparison",
      "summary, followUp, facts"
    ),
    (
      "report: year\ntitle: T\nsheets:\n  - sheet: sources\n  - sheet: sources", "mall.yaml:5",
      "sources twice", "once"
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
