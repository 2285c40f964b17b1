import NyckeltalModel
import Testing

@testable import NyckeltalQuantities

/// The file of unit nouns and its parser.
struct UnitTableTests {
  @Test func builtInIsWhole() {
    #expect(UnitTable.builtIn.problems == [])
    #expect(UnitTable.builtIn.forms.count > 1_500)
  }

  @Test func reads() {
    let table = UnitTable("# units\n\npersons: -elev|er|erna folk\ndays x7: veck|a|or\n")
    #expect(table.problems == [])
    #expect(table.forms.map(\.text).contains("eleverna"))
    #expect(table.forms.map(\.text).contains("elevernas"))
    #expect(table.senses.map(\.unit) == [.persons, .days])
    #expect(table.senses.last?.factor == 7)
  }

  @Test(
    "Lines that cannot be read are named",
    arguments: [
      ("personer folk", "no colon"), ("personer: folk", "is no unit"),
      ("days xsju: veckor", "is no factor"), ("other timmar: tim", "is no name"),
      ("days x-1: veckor", "is no factor"),
    ]
  )
  func problems(_ line: String, _ problem: String) {
    let table = UnitTable("persons: folk\n\(line)\n")
    #expect(table.problems.count == 1)
    #expect(table.problems.first?.place == "Units.txt:2")
    #expect(table.problems.first?.description.contains(problem) == true)
    #expect(table.forms.count == 2)
  }
}
