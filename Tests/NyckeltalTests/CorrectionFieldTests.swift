import Nyckeltal
import Testing

struct CorrectionFieldTests {
  private func draft(
    _ fields: [CorrectionRequest.Field: String]
  ) throws -> CorrectionDraft {
    var request = CorrectionRequest(id: "a", note: "bilagan")
    request.fields = fields
    return try request.draft(Catalogue.builtIn())
  }

  @Test func everyFieldCanBeSet() throws {
    let draft = try draft([
      .unit: "places", .group: "kvinnor", .qualifier: "about", .about: "riket",
      .comparedWith: "2014", .direction: "down", .speaker: "Åsa Ek (S); Bo Ö",
    ])
    #expect(draft.further.unit == .places)
    #expect(draft.further.group == "kvinnor")
    #expect(draft.further.qualifier == .about)
    #expect(draft.further.about == "riket")
    #expect(draft.further.comparedWith == .year(2014))
    #expect(draft.further.direction == .down)
    #expect(
      draft.further.speakers
        == [Speaker(name: "Åsa Ek", party: "S"), Speaker(name: "Bo Ö", party: nil)]
    )
  }

  @Test func anEmptyFieldTakesTheClaimAway() throws {
    #expect(try draft([.group: ""]).further.cleared == [.group])
  }

  @Test(arguments: [
    (CorrectionRequest.Field.unit, "stycken"), (.lower, "många"), (.comparedWith, "i fjol"),
    (.qualifier, ""),
  ])
  func whatIsNoneIsRefused(_ field: CorrectionRequest.Field, _ text: String) {
    #expect(throws: CorrectionError.self) { try draft([field: text]) }
  }

  @Test func aFileMaySetThemToo() throws {
    let line = #"{"id":"a","note":"n","unit":"places","group":null,"lower":4}"#
    let draft = try #require(
      try CorrectionFile.drafts(Array(line.utf8), file: "f", catalogue: .builtIn()).first
    )
    #expect(draft.further.unit == .places)
    #expect(draft.further.lower == 4)
    #expect(draft.further.cleared == [.group])
  }
}
