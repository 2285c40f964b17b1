import GRDB
import NyckeltalModel
import NyckeltalStore
import Testing

struct VerificationTests {
  private let observation = Examples.observation("1")

  private func accepted(_ id: String) -> CorrectionDraft {
    var draft = CorrectionDraft(observation: id, note: "")
    draft.isVerified = true
    return draft
  }

  private func addition(_ value: Double, range: Range<Int>, content: String) -> CorrectionDraft {
    var missed = Examples.observation("new", value)
    missed.source.range = range
    var draft = CorrectionDraft(observation: "new", note: "")
    draft.isVerified = true
    draft.added = Addition(missed, content: content)
    return draft
  }

  @Test func whatIsAcceptedIsVerifiedAndNotCorrected() throws {
    let store = try TemporaryStore().open()
    let other = Examples.observation("2", 5)
    try store.save(Examples.document("a.txt"), observations: [observation, other])
    let now = try store.correct([accepted("1")], on: "2016-02-01")
    var expected = observation
    expected.verified = "2016-02-01"
    #expect(now == [expected])
    #expect(try store.observations() == [expected, other])
    var filter = ObservationFilter()
    filter.verified = .only
    #expect(try store.observations(filter) == [expected])
    filter.verified = .without
    #expect(try store.observations(filter) == [other])
    #expect(try store.undo("1", on: "2016-02-02") == observation)
    #expect(try store.observations() == [observation, other])
  }

  @Test("What somebody vouched for stands when the document is read in another way")
  func stands() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt"), observations: [observation])
    try store.correct([accepted("1")], on: "2016-02-01")
    var reread = observation
    reread.period = .year(2015)
    reread.group = "unga"
    try store.save(Examples.document("a.txt", revision: 2), observations: [reread])
    let kept = try #require(try store.observations().first)
    #expect(kept.period == observation.period && kept.group == nil && kept.isVerified)
    #expect(kept.correction?.original == Correction.Original(reread))
    #expect(kept.correction?.note == "kontrollerad mot källan")
  }

  @Test func everyClaimCanBeChangedAndTakenAway() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt"), observations: [observation])
    var draft = accepted("1")
    draft.note = "enligt bilagan"
    draft.topic = .sfi
    draft.further.cleared = [.indicator, .period, .value]
    draft.further.lower = 100
    draft.further.upper = 120
    draft.further.qualifier = .atLeast
    draft.further.unit = .persons
    draft.further.comparedWith = .year(2014)
    draft.further.direction = .up
    draft.further.group = "kvinnor"
    draft.further.label = "studerande"
    draft.further.about = "länet"
    let changed = try #require(try store.correct([draft], on: "2016-02-01").first)
    #expect(
      changed.measure
        == Measure(value: nil, lower: 100, upper: 120, qualifier: .atLeast, unit: .persons)
    )
    #expect(changed.indicator == nil && changed.topic == .sfi && changed.period == nil)
    #expect(changed.comparedWith == .year(2014) && changed.direction == .up)
    #expect(changed.group == "kvinnor" && changed.label == "studerande")
    #expect(changed.about == "länet" && changed.verified == "2016-02-01")
    #expect(try store.observations() == [changed])
    #expect(try store.corrections().first?.draft.further == draft.further)
  }

  @Test func theSameFileTwiceIsOneCorrection() throws {
    let store = try TemporaryStore().open()
    let document = Examples.document("a.txt")
    try store.save(document, observations: [observation])
    var change = accepted("1")
    change.value = 420
    change.note = "fel"
    let drafts = [change, addition(77, range: 30..<36, content: document.content)]
    let first = try store.correct(drafts, on: "2016-02-01")
    #expect(try store.correct(drafts, on: "2016-02-05") == first)
    #expect(try store.corrections().count == 2)
    var rejection = CorrectionDraft(observation: "1", note: "sidnummer")
    rejection.isRejected = true
    try store.correct([rejection], on: "2016-02-06")
    #expect(try store.observations().map(\.id) == ["new"])
    // accepted again after all
    try store.correct([change], on: "2016-02-07")
    #expect(try store.observations().map(\.value) == [420, 77])
  }

  @Test("What is added stands in its document's order, until the reading finds it too")
  func added() throws {
    let store = try TemporaryStore().open()
    let document = Examples.document("a.txt")
    var late = Examples.observation("late", 9)
    late.source.range = 50..<60
    try store.save(document, observations: [observation, late])
    let draft = addition(77, range: 30..<36, content: document.content)
    let now = try store.correct([draft], on: "2016-02-01")
    #expect(now.map(\.verified) == ["2016-02-01"] && now.first?.correction == nil)
    #expect(try store.observations().map(\.id) == ["1", "new", "late"])
    var change = CorrectionDraft(observation: "new", note: "annat år")
    change.period = .year(2016)
    #expect(try store.correct([change], on: "2016-02-02").first?.period == .year(2016))
    #expect(try store.undo("new", on: "2016-02-03")?.period == observation.period)
    var found = Examples.observation("found", 77)
    found.source.range = 28..<40
    let newer = Examples.document("a.txt", revision: 2)
    try store.save(newer, observations: [observation, found, late])
    let merged = try store.observations()
    #expect(merged.map(\.id) == ["1", "found", "late"])
    #expect(merged.map(\.isVerified) == [false, true, false])
    // its bytes are nowhere in another document of the name
    let successor = Examples.document("a.txt", content: "z")
    try store.save(successor, observations: [observation], replacingSameName: true)
    #expect(try store.observations() == [observation])
    #expect(throws: CorrectionError.self) {
      try store.correct([addition(8, range: 1..<2, content: "gone")], on: "2016-02-04")
    }
  }

  @Test("The same corrections once more are none", arguments: ["", "ändrad vid granskning"])
  func repeated(_ note: String) throws {
    let store = try TemporaryStore().open()
    let document = Examples.document("a.txt")
    try store.save(document, observations: [observation])
    var drafts = [accepted("1"), addition(77, range: 30..<36, content: document.content)]
    for index in drafts.indices { drafts[index].note = note }
    try store.correct(drafts, on: "2016-02-01")
    let once = try store.observations()
    try store.correct(drafts, on: "2016-02-02")
    #expect(try store.corrections().count == 2)
    #expect(try store.observations() == once)
    #expect(once.map(\.verified) == ["2016-02-01", "2016-02-01"])
  }

  @Test func undoingAnAdditionTakesItAway() throws {
    let store = try TemporaryStore().open()
    let document = Examples.document("a.txt")
    try store.save(document, observations: [observation])
    let draft = addition(77, range: 30..<36, content: document.content)
    try store.correct([draft], on: "2016-02-01")
    #expect(try store.undo("new", on: "2016-02-02") == nil)
    #expect(try store.observations() == [observation])
  }

  @Test("Corrections of a store from before verification are read as they were")
  func olderStore() throws {
    let place = try TemporaryStore()
    var change = CorrectionDraft(observation: "1", note: "fel i tabellen")
    change.value = 420
    do {
      let store = try place.open()
      try store.save(Examples.document("a.txt"), observations: [observation])
      try store.correct([change], on: "2016-02-01")
    }
    try place.removeViews()
    let queue = try DatabaseQueue(path: place.path)
    try queue.write { database in
      for column in ["changes", "standing", "verified", "added"] {
        try database.execute(sql: "ALTER TABLE correction DROP COLUMN \(column)")
      }
      try database.execute(
        sql: """
          UPDATE correction SET reading = '{"kind":"outcome","topic":"sommarjobb","value":400}';
          DELETE FROM grdb_migrations WHERE identifier LIKE '4 %';
          """
      )
    }
    try queue.close()
    let store = try place.open()
    #expect(try store.observations().map(\.value) == [420])
    try store.correct([accepted("1")], on: "2016-02-02")
    #expect(try store.observations().map(\.verified) == ["2016-02-02"])
  }

  @Test func whatIsRejectedCannotBeVerifiedAtOnce() throws {
    let store = try TemporaryStore().open()
    try store.save(Examples.document("a.txt"), observations: [observation])
    var both = accepted("1")
    both.isRejected = true
    both.note = "?"
    #expect(throws: CorrectionError.self) { try store.correct([both], on: "2016-02-01") }
  }
}
