import NyckeltalModel
import NyckeltalStore
import Testing

struct CorrectionTests {
  private let observation = Examples.observation("1")

  private func draft(_ id: String, _ note: String = "fel i tabellen") -> CorrectionDraft {
    CorrectionDraft(observation: id, note: note)
  }

  @Test func aCorrectionIsAppliedMarkedAndUndone() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt"), observations: [observation])
    var first = draft("1")
    first.value = 420
    let corrected = try store.correct([first], on: "2016-02-01")
    #expect(corrected.map(\.value) == [420])
    #expect(try store.observations() == corrected)
    let mark = try #require(corrected.first?.correction)
    #expect(mark.note == "fel i tabellen" && mark.date == "2016-02-01")
    #expect(mark.original == Correction.Original(observation))
    var second = draft("1", "avser 2016")
    second.period = .year(2016)
    second.indicator = "sfi.studerande"
    second.topic = .sfi
    let both = try #require(try store.correct([second], on: "2016-02-02").first)
    #expect(both.value == 420 && both.period == .year(2016) && both.topic == .sfi)
    #expect(both.correction?.note == "fel i tabellen; avser 2016")
    #expect(try store.undo("1", on: "2016-02-03") == corrected.first)
    #expect(try store.undo("1", on: "2016-02-04") == observation)
    #expect(try store.observations() == [observation])
    #expect(throws: StoreError(code: .nothingToUndo, path: store.path, detail: "1")) {
      try store.undo("1", on: "2016-02-05")
    }
    #expect(try store.corrections().map(\.undone) == ["2016-02-04", "2016-02-03"])
  }

  @Test func whatIsRejectedComesOnlyWhenAsked() throws {
    let store = try TemporaryStore().open()
    let other = Examples.observation("2")
    try store.save(Examples.document("a.txt"), observations: [observation, other])
    var rejection = draft("1", "är ett sidnummer")
    rejection.isRejected = true
    try store.correct([rejection], on: "2016-02-01")
    #expect(try store.observations() == [other])
    var filter = ObservationFilter()
    filter.rejected = .only
    #expect(try store.observations(filter).map(\.id) == ["1"])
    filter.rejected = .with
    #expect(try store.observations(filter).map(\.id) == ["1", "2"])
    filter.isCorrected = true
    #expect(try store.observations(filter).map(\.id) == ["1"])
    try store.undo("1", on: "2016-02-02")
    #expect(try store.observations() == [observation, other])
  }

  @Test("Corrections outlive a new reading, by the id or else by the quote")
  func reading() throws {
    let store = try TemporaryStore().open()
    let twin = Examples.observation("2", 510)
    try store.save(Examples.document("a.txt"), observations: [observation, twin])
    var change = draft("1")
    change.value = 420
    try store.correct([change], on: "2016-02-01")
    // the same ids
    let newer = Examples.document("a.txt", revision: 2)
    try store.save(newer, observations: [twin, observation])
    #expect(try store.observations().map(\.value) == [510, 420])
    // other ids and another indicator; the quote holds two figures, and the value tells which
    var reread = observation
    reread.id = "x1"
    reread.indicator = "sommarjobb.sokande"
    var other = twin
    other.id = "x2"
    try store.save(Examples.document("a.txt", revision: 3), observations: [other, reread])
    #expect(try store.observations().map(\.value) == [510, 420])
    #expect(try store.observations().last?.correction?.original.indicator == reread.indicator)
    #expect(try store.corrections().map(\.appliesTo) == ["x1"])
    // gone, and back
    try store.save(Examples.document("a.txt", revision: 4), observations: [])
    #expect(try store.corrections().map(\.appliesTo) == [nil])
    try store.save(Examples.document("a.txt", revision: 5), observations: [observation])
    #expect(try store.observations().map(\.value) == [420])
  }

  @Test func aCorrectionFollowsItsDocumentToNewContentOnly() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt", content: "x"), observations: [observation])
    var change = draft("1")
    change.value = 420
    try store.correct([change], on: "2016-02-01")
    var reread = observation
    reread.id = "y"
    // another document that happens to have the name and the words
    try store.save(Examples.document("a.txt", content: "y"), observations: [reread])
    #expect(try store.observations().map(\.value) == [420, 400])
    // its successor
    let successor = Examples.document("a.txt", content: "z")
    try store.save(successor, observations: [reread], replacingSameName: true)
    #expect(try store.observations().map(\.value) == [420])
  }

  @Test("What cannot be is refused, and nothing is changed", arguments: 0..<6)
  func refusals(_ number: Int) throws {
    let store = try TemporaryStore().open()
    let request = Examples.observation("q", nil, kind: .request)
    try store.save(Examples.document("a.txt"), observations: [observation, request])
    var good = draft("1")
    good.value = 1
    var bad = draft("1")
    switch number {
    case 0: bad = draft("none")
    case 1: bad.value = .infinity
    case 2: bad = draft("q")
    case 3: bad = draft("q")
    case 4: bad = draft("1", " \n")
    default: break
    }
    switch number {
    case 0, 2, 4: bad.value = 5
    case 3: bad.kind = .outcome
    default: break
    }
    let error = #expect(throws: (any Error).self) {
      try store.correct([good, bad], on: "2016-02-01")
    }
    #expect(error is any Failure)
    #expect(number != 0 || (error as? StoreError)?.code == .unknownObservation)
    #expect(try store.observations() == [observation, request])
    #expect(try store.corrections().isEmpty)
  }

  @Test func kindsWithoutFiguresLoseThem() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt"), observations: [observation])
    var change = draft("1")
    change.kind = .trend
    let changed = try #require(try store.correct([change], on: "2016-02-01").first)
    #expect(changed.kind == .trend && changed.measure == nil && changed.unit == nil)
    var back = draft("1")
    back.kind = .outcome
    back.value = 5
    let again = try #require(try store.correct([back], on: "2016-02-01").first)
    #expect(again.measure == Measure(value: 5, qualifier: .about, unit: .other))
  }
}
