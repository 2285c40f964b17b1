import NyckeltalModel
import Testing

@testable import NyckeltalReports

struct TextTemplateTests {
  private func lines(_ text: String, _ values: [String: Any]) throws -> [ReportLine] {
    try TextTemplate(text, language: .swedish, file: "text.mustache").lines(values)
  }

  @Test func eachLineIsASentenceWithItsSources() throws {
    let lines = try lines(
      "{{#targets}}\n{{name}}: {{outcome}}. {{sources}}\n{{/targets}}\n\n{{remark}}Saknas.\n",
      [
        "targets": [
          ["name": "S & V", "outcome": "≈\u{A0}5", "sources": TemplateMark.sources([4, 2])],
          ["name": "<b>", "outcome": "1", "sources": TemplateMark.sources([])],
        ], "remark": TemplateMark.remark,
      ]
    )
    #expect(
      lines == [
        ReportLine("S & V: ≈\u{A0}5.", sources: [2, 4]), ReportLine("<b>: 1."),
        ReportLine("Saknas.", isRemark: true),
      ]
    )
  }

  @Test func valuesCannotHoldSignsOrLineEnds() {
    #expect(TemplateMark.clean("a\u{E000}9\u{E001}\nb\u{E002}") == "a9 b")
    #expect(TemplateMark.clean("oförändrat") == "oförändrat")
  }

  @Test(arguments: [
    ("{{namn}}", "text.mustache:1", "{{namn}}"),
    ("a\n{{#met}}\n{{nam}}{{/met}}", "text.mustache:3", "{{nam}}"),
    ("{{> mall}}", "text.mustache:1", "the template mall is missing"),
    ("\n{{#targets}}{{#figures}}{{#met}}", "text.mustache:2", "sections stand too deep"),
    (String(repeating: "{{#name}}", count: 9), "text.mustache:1", "sections stand too deep"),
    (String(repeating: "x", count: 70_000), "text.mustache:1", "the text is longer than 64 kB"),
    ("a\n{{#met}}{{/notMet}}", "text.mustache:2", "the name of the section"),
    ("a\n{{name", "text.mustache:2", "{{ is not ended"),
    ("{{=<% %>=}}", "text.mustache:1", "not used in report texts"),
    ("{{shouted(name)}}", "text.mustache:1", "shouted"),
  ])
  func whatDoesNotExistIsAnError(_ text: String, _ place: String, _ problem: String) {
    let error = #expect(throws: ReportDefinitionError.self) {
      try TextTemplate(text, language: .swedish, file: "text.mustache")
    }
    #expect(error?.place == place)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
  }

  @Test(arguments: TextTemplate.builtInNames, ReportLanguage.allCases)
  func everyBuiltInIsRead(_ name: String, _ language: ReportLanguage) throws {
    let template = try TextTemplate.builtIn(name, language)
    #expect(template.lines([:]).isEmpty)
  }

  @Test func aBuiltInIsTakenIntoATextOfOnesOwn() throws {
    let template = try TextTemplate(
      "Hej {{committee}}!\n{{> missing}}",
      language: .swedish,
      file: "text.mustache",
      parameters: ["committee"]
    )
    let lines = template.lines([
      "committee": "nämnd", "undated": ["names": "anslag"], "remark": TemplateMark.remark,
    ])
    #expect(
      lines == [
        ReportLine("Hej nämnd!"),
        ReportLine("Inte med, eftersom inget år anges: anslag.", isRemark: true),
      ]
    )
  }

  @Test func aMissingTemplateIsAnError() {
    let error = #expect(throws: ReportDefinitionError.self) {
      try TextTemplate.builtIn("slut", .english)
    }
    #expect(error?.code == .missingTemplate)
  }
}

struct OwnDefinitionTests {
  private static let yaml = """
    report: tertial
    title: "{{committee}} {{year}}"
    parameters:
      committee: Arbetsmarknadsnämnden
    sheets:
      - sheet: summary
        title: {sv: Läget, en: The state}
        blocks:
          - text: |
              {{committee}} följer upp {{period}}.
              {{#targets}}
              {{name}} gav {{outcome}}. {{sources}}
              {{/targets}}
            heading: {sv: Kort sagt, en: In short}
          - chart: targets
      - sheet: followUp
        topics: [sommarjobb, personal]
        sections: [targets]
        columns: [indicator, target, outcome, achievement]
        sort: [-achievement, indicator]
      - sheet: other
        title: Eget
        blocks:
          - file: egen.mustache
    """

  private func report(_ subject: ReportSubject = .tertial(1, year: 2015)) throws -> Report {
    var definition = try ReportDefinition(
      yaml: Self.yaml,
      file: "mallar/egen.yaml",
      reading: { path in
        path == "mallar/egen.mustache" ? "Läst ur en fil: {{documents}}.\n" : ""
      }
    )
    try definition.set("committee", to: "Nämnden för jobb & vuxna")
    let builder = ReportBuilder(definition: definition, catalogue: try Fixtures.catalogue())
    return try builder.report(subject, from: try Fixtures.observations(), documents: 5)
  }

  @Test func parametersTextsAndFilesAreUsed() throws {
    let report = try report()
    #expect(report.title == "Nämnden för jobb & vuxna 2015")
    #expect(report.sheets.map(\.title) == ["Läget", "Uppföljning", "Eget"])
    guard case .lines("Kort sagt", let lines)? = report.sheets[0].blocks.first else {
      Issue.record("no text")
      return
    }
    #expect(lines[0].text == "Nämnden för jobb & vuxna följer upp tertial 1 2015.")
    #expect(lines[1].text == "Sjukfrånvaro gav 7,1\u{A0}%.")
    #expect(!lines[1].sources.isEmpty)
    #expect(
      report.sheets[2].blocks == [.lines(heading: "I korthet", [ReportLine("Läst ur en fil: 5.")])]
    )
  }

  @Test func rowsAreChosenAndSorted() throws {
    guard case .table(let table)? = try report().sheets[1].blocks.last else {
      Issue.record("no table")
      return
    }
    let rows = table.sections[0].rows
    #expect(table.columns.map(\.id) == ["indicator", "target", "outcome", "achievement"])
    #expect(
      rows.map { $0.cells[0].content } == [
        .text("Sjukfrånvaro"), .text("Sommarjobb"),
        .text("Medarbetare som inte upplever sig diskriminerade"),
      ]
    )
  }

  @Test func sheetsOfOneKindHaveNamesOfTheirOwn() throws {
    let definition = try ReportDefinition(
      yaml: """
        report: year
        title: T
        sheets:
          - {sheet: followUp, topics: [personal]}
          - {sheet: followUp, topics: [sommarjobb]}
          - {sheet: followUp, title: Tredje}
        """,
      file: "a.yaml"
    )
    let builder = ReportBuilder(definition: definition, catalogue: try Fixtures.catalogue())
    let report = try builder.report(.year(2015), from: Fixtures.observations(), documents: 5)
    #expect(report.sheets.map(\.title) == ["Uppföljning", "Uppföljning 2", "Tredje"])
    let names = report.sheets.flatMap(\.blocks).compactMap { block -> String? in
      guard case .table(let table) = block else { return nil }
      return table.name
    }
    #expect(names == ["followUp", "followUpB", "followUpC"])
  }

  @Test func anUnknownParameterIsAnError() throws {
    var definition = try ReportDefinition.builtIn(.year)
    #expect(throws: ReportDefinitionError.self) { try definition.set("nämnd", to: "x") }
  }
}
