import NyckeltalQuantities
import Testing

/// How exactly a figure is meant.
struct QualifierTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test("Before a figure", arguments: before)
  func readsBefore(_ phrase: String, _ qualifier: String) {
    let example = Example("400 persons \(qualifier)", ["Det är ⟦\(phrase) 400 personer⟧ här"])
    #expect(example.faults(QuantityReader()) == [])
    let words = Example("12 percent \(qualifier)", ["Det är ⟦\(phrase) tolv procent⟧ här"])
    #expect(words.faults(QuantityReader()) == [])
  }

  @Test("Behind a figure", arguments: behind)
  func readsBehind(_ phrase: String, _ qualifier: String) {
    let example = Example("400 persons \(qualifier)", ["Det är ⟦400 personer \(phrase)⟧."])
    #expect(example.faults(QuantityReader()) == [])
  }

  static let before: [(String, String)] = [
    ("ca", "about"), ("ca.", "about"), ("c:a", "about"), ("cirka", "about"), ("circa", "about"),
    ("omkring", "about"), ("ungefär", "about"), ("runt", "about"), ("kring", "about"),
    ("uppskattningsvis", "about"), ("i runda tal", "about"), ("i storleksordningen", "about"),
    ("någonstans kring", "about"), ("runt omkring", "about"), ("approximativt", "about"),
    ("nästan", "almost"), ("närmare", "almost"), ("knappt", "almost"), ("knappa", "almost"),
    ("strax under", "almost"), ("bortåt", "almost"), ("uppemot", "almost"),
    ("upp emot", "almost"), ("inte fullt", "almost"), ("i det närmaste", "almost"),
    ("inte riktigt", "almost"), ("nära", "almost"), ("snudd på", "almost"),
    ("över", "moreThan"), ("drygt", "moreThan"), ("dryga", "moreThan"), ("mer än", "moreThan"),
    ("fler än", "moreThan"), ("strax över", "moreThan"), ("en bit över", "moreThan"),
    ("lite över", "moreThan"), ("något över", "moreThan"), ("gott och väl", "moreThan"),
    ("under", "lessThan"), ("mindre än", "lessThan"), ("färre än", "lessThan"),
    ("lägre än", "lessThan"), ("inte ens", "lessThan"), ("långt under", "lessThan"),
    ("minst", "atLeast"), ("åtminstone", "atLeast"), ("lägst", "atLeast"), ("som minst", "atLeast"),
    ("inte mindre än", "atLeast"), ("inte färre än", "atLeast"), ("ej under", "atLeast"),
    ("högst", "atMost"), ("max", "atMost"), ("max.", "atMost"), ("maximalt", "atMost"),
    ("upp till", "atMost"), ("som mest", "atMost"), ("som högst", "atMost"),
    ("inte mer än", "atMost"), ("inte fler än", "atMost"), ("inte över", "atMost"),
    ("på sin höjd", "atMost"), ("maximum", "atMost"),
  ]

  static let behind: [(String, String)] = [
    ("eller fler", "atLeast"), ("eller mer", "atLeast"), ("och uppåt", "atLeast"),
    ("och fler", "atLeast"), ("som minst", "atLeast"), ("eller färre", "atMost"),
    ("som mest", "atMost"), ("eller mindre", "atMost"), ("som högst", "atMost"),
    ("ungefär", "about"), ("cirka", "about"), ("eller så", "about"), ("drygt", "moreThan"),
  ]

  static let corpus: [Example] = [
    Example("400", ["⟦exakt 400⟧", "⟦precis 400⟧", "⟦400⟧"]),
    Example("400 about", ["⟦~400⟧", "⟦≈ 400⟧", "⟦± 400⟧", "⟦+- 400⟧", "⟦Cirka 400⟧", "⟦CA 400⟧"]),
    Example("400 moreThan", ["⟦>400⟧", "⟦> 400⟧", "⟦Över 400⟧", "för ⟦mer än 400⟧"]),
    Example("400 atLeast", ["⟦≥ 400⟧", "⟦minst ca 400⟧", "⟦Minst 400⟧"]),
    Example("400 atMost", ["⟦≤400⟧", "⟦högst cirka 400⟧"]),
    Example("2 years", ["under ⟦två år⟧", "i ⟦två år⟧", "för ⟦två år⟧ sedan"]),
    Example("4200 persons about", ["⟦Cirka 4 200 unga⟧ står i kö"]),
    Example("2300 persons atLeast", ["tanken är att ⟦minst 2 300 unga⟧ får jobb"]),
    Example("4000..5000 persons about", ["⟦cirka 4 000–5 000 personer⟧"]),
    Example("1 persons atLeast", ["⟦minst en person⟧", "⟦åtminstone en deltagare⟧"]),
    Example("1 persons atMost", ["⟦högst en person⟧", "⟦max en elev⟧"]),
  ]
}
