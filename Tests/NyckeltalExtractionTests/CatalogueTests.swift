import NyckeltalModel
import Testing

@testable import NyckeltalExtraction

struct CatalogueTests {
  @Test func theBuiltInCatalogueIsWhole() throws {
    let catalogue = try Catalogue.builtIn()
    #expect(catalogue.indicators.count >= 60)
    #expect(Set(catalogue.indicators.map(\.topic)).count == Topic.allCases.count - 1)
    for indicator in catalogue.indicators {
      #expect(indicator.definitionSource != nil, "\(indicator.id) has no source")
      #expect(indicator.definition != nil, "\(indicator.id) has no definition")
      #expect(indicator.id.hasPrefix("\(indicator.topic.rawValue).") || indicator.id.contains("."))
      #expect(!indicator.swedishName.isEmpty && !indicator.englishName.isEmpty)
    }
    for entry in catalogue.entries {
      if let share = entry.share { #expect(catalogue.indicator(share) != nil) }
    }
  }

  private static func indicator(_ fields: String) -> String {
    "indicators:\n  - id: unga.eget\n    topic: unga\n    sv: Eget\n    en: Own\n    unit: persons\n\(fields)"
  }

  @Test(
    "What is wrong is said with line and column",
    arguments: [
      ("indicators:\n  - id: a b\n    topic: unga", 2, "\"a b\" is no id"),
      ("topics:\n  ungar: [a]", 2, "unknown key ungar"),
      ("indicators:\n  - topic: unga", 2, "an indicator lacks id"),
      (indicator("    cues: [\"*\"]"), 7, "\"*\" is no line of cues"),
      (indicator("    good: up\n    cues: [a]"), 7, "\"up\" is not allowed here"),
      (indicator("    addsUp: kanske\n    cues: [a]"), 7, "addsUp is neither true nor false"),
      ("topics: [\n  a", 3, "not valid YAML"),
    ]
  )
  func errors(_ yaml: String, _ line: Int, _ problem: String) {
    let error = #expect(throws: CatalogueError.self) {
      try Catalogue(yaml: yaml, file: "egen.yaml")
    }
    #expect(error?.line == line)
    #expect(error?.problem.hasPrefix(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.description.hasPrefix("egen.yaml:\(line)") == true)
  }

  @Test func anIdIsDefinedOnce() {
    let twice = Self.indicator("    cues: [a]\n") + Self.indicator("    cues: [b]").dropFirst(12)
    let error = #expect(throws: CatalogueError.self) { try Catalogue(yaml: twice, file: "e") }
    #expect(error?.problem.contains("defined twice") == true)
  }

  @Test func aUsersCatalogueIsMerged() throws {
    let own = try Catalogue(
      yaml: "topics:\n  unga: [navigatorcentrum]\n" + Self.indicator("    cues: [navigator*]"),
      file: "egen.yaml"
    )
    let builtIn = try Catalogue.builtIn()
    let merged = builtIn.merging(own)
    #expect(merged.indicators.count == builtIn.indicators.count + 1)
    #expect(merged.indicator("unga.eget")?.swedishName == "Eget")
    #expect(merged.merging(own).indicators.count == merged.indicators.count)
  }

  @Test(arguments: [
    ("arbetsträning*", "arbetsträningar", true), ("arbetsträning*", "träning", false),
    ("*frånvaro", "korttidsfrånvaro", true), ("*jobb*", "sommarjobben", true),
    ("sfi", "sfi", true), ("sfi", "sfin", false),
  ])
  func wordPatterns(_ pattern: String, _ word: String, _ fits: Bool) throws {
    let compiled = try #require(WordPattern(pattern[...]))
    #expect(compiled.matches(Array(word.utf8)) == fits)
  }
}
