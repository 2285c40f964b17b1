import Foundation
import NyckeltalModel
import NyckeltalStore
import Testing

struct SavingTests {
  @Test func everyFieldComesOutAsItWentIn() throws {
    let temporary = try TemporaryStore()
    try temporary.open().save(Examples.document("a.txt"), observations: Examples.full)
    #expect(try temporary.open().observations() == Examples.full)
  }

  @Test func theSameContentIsCountedOnce() throws {
    let store = try TemporaryStore().open()
    let observation = Examples.observation("1", document: "b.txt")
    #expect(
      try store.save(Examples.document("b.txt", content: "x"), observations: [observation])
        == SaveOutcome(action: .new)
    )
    let again = Examples.document("b.txt", content: "x")
    #expect(try store.save(again, observations: []) == SaveOutcome(action: .unchanged))
    #expect(try store.recognize(again) == SaveOutcome(action: .unchanged))
    let renamed = Examples.document("a.txt", content: "x")
    var alias = SaveOutcome(action: .unchanged)
    alias.sameContentAs = "b.txt"
    #expect(try store.recognize(renamed) == alias)
    #expect(try store.documents().map(\.names) == [["a.txt", "b.txt"]])
    // the name that is shown does not depend on which came first
    #expect(try store.observations().map(\.source.document) == ["a.txt"])
  }

  @Test func aNewerExtractionReplacesAnOlder() throws {
    let store = try TemporaryStore().open()
    let old = Examples.observation("old")
    let new = Examples.observation("new")
    try store.save(Examples.document("a.txt", revision: 2), observations: [old, old])
    let older = Examples.document("a.txt", revision: 1, settings: "b")
    #expect(try store.save(older, observations: [new]).action == .unchanged)
    for newer in [
      Examples.document("a.txt", revision: 2, settings: "b"),
      Examples.document("a.txt", revision: 3, settings: "a"),
    ] {
      #expect(try store.recognize(newer) == nil)
      #expect(try store.save(newer, observations: [new]).action == .replaced)
      #expect(try store.observations() == [new])
      #expect(try store.documents().map(\.observations) == [1])
    }
  }

  @Test func aDocumentReplacesItsPredecessorOnlyWhenAsked() throws {
    let store = try TemporaryStore().open()
    let first = Examples.observation("1")
    let second = Examples.observation("2")
    try store.save(Examples.document("a.txt", content: "x"), observations: [first])
    let other = Examples.document("a.txt", content: "y")
    let outcome = try store.save(other, observations: [second])
    #expect(outcome.action == .new && outcome.sharesName)
    #expect(try store.observations() == [first, second])
    let third = Examples.document("a.txt", content: "z")
    let replacing = try store.save(third, observations: [first], replacingSameName: true)
    #expect(replacing == SaveOutcome(action: .replaced))
    #expect(try store.observations() == [first])
    #expect(try store.documentCount() == 1)
  }

  @Test func theOrderOfImportsDoesNotShow() throws {
    let names = ["c.txt", "a.txt", "Ö.txt", "b.txt"]
    func exported(_ names: [String]) throws -> [Observation] {
      let store = try TemporaryStore().open()
      for name in names {
        let observations = (0..<3).map {
          Examples.observation("\(name)\($0)", Double($0), document: name)
        }
        try store.save(Examples.document(name), observations: observations)
      }
      return try store.observations()
    }
    let found = try exported(names)
    #expect(found.count == 12)
    #expect(try exported(names.reversed()) == found)
    #expect(found.first?.source.document == "a.txt")
  }

  @Test(
    "Filters narrow",
    arguments: [
      ("topic", ["1", "2", "4"]), ("indicator", ["1"]), ("kind", ["2"]), ("period", ["1", "2"]),
      ("party", ["2"]), ("name", ["2"]), ("document", ["3"]), ("none", ["1", "2", "4", "3"]),
    ]
  )
  func filters(_ name: String, _ expected: [String]) throws {
    let store = try TemporaryStore().open()
    let speaker = Speaker(name: "Åsa Ek", party: "FP")
    try store.save(
      Examples.document("a.txt"),
      observations: [
        Examples.observation("1"),
        Examples.observation("2", kind: .target, indicator: "o'brien", speakers: [speaker]),
        Examples.observation("4", indicator: nil, period: nil),
      ]
    )
    try store.save(
      Examples.document("b.txt"),
      observations: [
        Examples.observation(
          "3",
          indicator: "sfi.studerande",
          topic: .sfi,
          period: .span(from: .year(2015), to: .year(2016)),
          document: "b.txt"
        )
      ]
    )
    var filter = ObservationFilter()
    switch name {
    case "topic": filter.topics = [.sommarjobb, .budget]
    case "indicator": filter.indicators = ["sommarjobb.platser"]
    case "kind": filter.kinds = [.target]
    case "period": filter.period = .year(2015)
    case "party": filter.speaker = "fp"
    case "name": filter.speaker = "ÅSA EK"
    case "document": filter.document = "b.txt"
    default: break
    }
    #expect(try store.observations(filter).map(\.id) == expected)
  }
}
