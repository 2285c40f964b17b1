import Nyckeltal
import Testing

/// Catalogues, indicators and subjects as code makes them.
struct CatalogueInCodeTests {
  private let seats = Catalogue.Definition(
    Indicator(
      id: "jobbtorg.verkstad",
      topic: .jobbtorg,
      swedishName: "Platser i verkstaden",
      englishName: "Workshop places",
      unit: .places
    ),
    cues: ["verkstadsplats*|verkstadsplatser"]
  )

  @Test func whatCodeDefinesIsRead() throws {
    let own = try Catalogue([seats], topics: [.jobbtorg: ["verkstadsplats*"]])
    let catalogue = try Catalogue.builtIn().merging(own)
    let source = try SourceText(
      name: "a.txt",
      bytes: Array("Nämnden hade 42 verkstadsplatser under 2015.".utf8)
    )
    let found = ObservationExtractor(catalogue: catalogue).read(Minutes(source)).observations
    #expect(found.map(\.indicator) == ["jobbtorg.verkstad"])
    #expect(found.map(\.value) == [42])
  }

  @Test func theSameCodeHasTheSameFingerprint() throws {
    let first = try Catalogue([seats])
    #expect(try Catalogue([seats]).fingerprint == first.fingerprint)
    var other = seats
    other.cues.append("platser")
    #expect(try Catalogue([other]).fingerprint != first.fingerprint)
  }

  @Test(arguments: ["verkstad", "a.b.c", ".b", "a.", "Å.b", ""])
  func anIDThatIsNoneIsRefused(_ id: String) {
    var wrong = seats
    wrong.indicator.id = id
    #expect(throws: CatalogueError.self) { try Catalogue([wrong]) }
  }

  @Test func whatIsDefinedTwiceOrNoCueIsRefused() {
    #expect(throws: CatalogueError.self) { try Catalogue([seats, seats]) }
    var wrong = seats
    wrong.cues = [""]
    #expect(throws: CatalogueError.self) { try Catalogue([wrong]) }
    #expect(throws: CatalogueError.self) { try Catalogue([], topics: [.sfi: [""]]) }
  }

  @Test(arguments: [
    ReportSubject.tertial(9, year: 2015), .tertial(0, year: 2015), .tertial(1, year: 0),
    .year(-1), .year(10_000), .compare(2015, 2015), .compare(2015, 0),
    .series(SeriesScope(firstYear: 2016, lastYear: 2015)),
  ])
  func aSubjectThatThereIsNotIsRefused(_ subject: ReportSubject) throws {
    let builder = ReportBuilder(definition: try .builtIn(subject.kind), catalogue: [])
    #expect {
      try builder.report(subject, from: [], documents: 0)
    } throws: {
      ($0 as? ReportDefinitionError)?.code == .noSuchSubject
    }
  }
}
