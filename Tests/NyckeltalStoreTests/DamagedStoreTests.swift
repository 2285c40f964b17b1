import Foundation
import GRDB
import NyckeltalModel
import NyckeltalStore
import Testing

/// Stores that were damaged, or changed by another program: a clear error, never a wrong figure.
struct DamagedStoreTests {
  private func filled() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    let store = try temporary.open()
    try store.save(Examples.document("a.txt"), observations: Examples.full)
    var draft = CorrectionDraft(observation: Examples.full[0].id, note: "x")
    draft.value = 7
    try store.correct([draft], on: "2016-01-01")
    return temporary
  }

  @Test(arguments: [
    ("document", "revision = 'abc'"), ("document", "kind = 'x'"), ("document", "content = x'00'"),
    ("document", "observations = -1"), ("document", "key = 4294967296"),
    ("observation", "length = 9223372036854775807"), ("observation", "start = -1"),
    ("observation", "line = 'abc'"), ("observation", "value = 9e999"),
    ("observation", "value = 13"),
    ("observation", "value = 'abc'"), ("observation", "kind = 'x'"),
    ("observation", "period = '15'"),
    ("observation", "unit = 'x'"), ("observation", "quote = x'ff'"),
    ("observation", "passage = 99"),
    ("observation", "rules = 99"), ("observation", "id = 'x'"), ("observation", "indicator = NULL"),
    ("correction", "rejected = 'x'"), ("correction", "kind = 'x'"), ("correction", "reading = '{'"),
    ("correction", "value = 1e999"), ("correction", "period = 'x'"), ("passage", "section = 'x'"),
    ("passage", "speakers = '{'"), ("passage", "item = 9"), ("documentName", "document = 'x'"),
  ])
  func whatCannotBeIsNamed(_ table: String, _ change: String) throws {
    let temporary = try filled()
    try DatabaseQueue(path: temporary.path).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: "UPDATE \(table) SET \(change)")
    }
    let store = try temporary.open()
    let error = #expect(throws: StoreError.self) { try store.observations() }
    #expect(error?.code == .damaged)
    _ = try? store.undo(Examples.full[0].id, on: "2016-01-02")
  }

  @Test(arguments: ["grdb_migrations", "document"])
  func aTableThatIsGoneIsSaidAtOnce(_ table: String) throws {
    let temporary = try filled()
    try DatabaseQueue(path: temporary.path).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: "DROP TABLE \(table)")
    }
    let start = ContinuousClock.now
    #expect(throws: StoreError.self) { try temporary.open().observations() }
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test func aStoreIsItsOwnersAlone() throws {
    let temporary = try filled()
    let mode = try FileManager.default.attributesOfItem(atPath: temporary.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  /// What an earlier version knew by a short hash keeps its corrections under the new one.
  @Test func anEarlierIdentityIsTakenOver() throws {
    let temporary = try TemporaryStore()
    let store = try temporary.open()
    let earlier = Examples.document("a.txt", content: "00ff-12")
    try store.save(earlier, observations: Examples.full)
    var draft = CorrectionDraft(observation: Examples.full[0].id, note: "x")
    draft.value = 7
    try store.correct([draft], on: "2016-01-01")
    var document = Examples.document("b.txt", content: "new")
    document.earlierContent = "00ff-12"
    #expect(try store.save(document, observations: Examples.full).action == .replaced)
    #expect(try store.documents().map(\.content) == ["new"])
    #expect(try store.corrections().map(\.content) == ["new"])
    #expect(try store.observations().map(\.id) == Examples.full.map(\.id))
    #expect(try store.observations()[0].value == 7)
    #expect(try store.save(document, observations: Examples.full).action == .unchanged)
    // another document that an earlier version would have taken for the same
    var other = Examples.document("c.txt", content: "other")
    other.earlierContent = "00ff-12"
    #expect(try store.save(other, observations: Examples.full).action == .new)
  }
}
