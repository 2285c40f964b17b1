import Dispatch
import Foundation
import GRDB
import NyckeltalModel
import NyckeltalStore
import Testing

struct StoreFileTests {
  private func code(_ path: String, creating: Bool = true) -> StoreError.Code? {
    do throws(StoreError) {
      _ = try ObservationStore(at: path, creating: creating, patience: 1)
      return nil
    } catch {
      #expect(error.path == path && !error.remedy.isEmpty)
      return error.code
    }
  }

  @Test func whatIsNoStoreIsLeftAlone() throws {
    let temporary = try TemporaryStore()
    let text = temporary.folder.appendingPathComponent("a.txt")
    let words = Data("Protokoll, ganska långt i alla fall".utf8)
    try words.write(to: text)
    #expect(code(text.path) == .notAStore)
    #expect(code(temporary.folder.path) == .notAStore)
    #expect(code(temporary.path, creating: false) == .missing)
    #expect(code(temporary.folder.path + "/no/s.sqlite") == .missingFolder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path) == ["a.txt"])
    #expect(try Data(contentsOf: text) == words)
  }

  @Test func damageIsSaid() throws {
    let temporary = try TemporaryStore()
    try temporary.open().save(Examples.document("a.txt"), observations: Examples.full)
    let url = URL(fileURLWithPath: temporary.path)
    var bytes = try Data(contentsOf: url)
    bytes.replaceSubrange(100..<8_000, with: Data(repeating: 0x5A, count: 7_900))
    try bytes.write(to: url)
    #expect(code(temporary.path) == .damaged)
  }

  @Test func whatANewerVersionOrAnotherProgramWroteIsRefused() throws {
    let temporary = try TemporaryStore()
    try temporary.open().save(Examples.document("a.txt"), observations: [])
    try DatabaseQueue(path: temporary.path).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 more')")
    }
    #expect(code(temporary.path) == .newer)
    let other = temporary.folder.appendingPathComponent("other.sqlite").path
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    #expect(code(other) == .notAStore)
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
  }

  /// A store as the first version wrote it: it keeps what it has and takes the places in.
  @Test func anOlderStoreTakesPlacesOnPagesIn() throws {
    let temporary = try TemporaryStore()
    try temporary.open().save(Examples.document("a.txt"), observations: Examples.full)
    try temporary.removeViews()
    try DatabaseQueue(path: temporary.path).write {
      try $0.execute(sql: "ALTER TABLE observation DROP COLUMN boxes")
      try $0.execute(sql: "UPDATE observation SET proof = NULL")
      try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '2 %'")
    }
    let store = try temporary.open()
    #expect(try store.observations().map(\.id) == Examples.full.map(\.id))
    #expect(try store.observations().allSatisfy { $0.source.boxes == nil })
    let newer = Examples.document("a.txt", revision: 2)
    #expect(try store.save(newer, observations: Examples.full).action == .replaced)
    #expect(try temporary.open().observations() == Examples.full)
  }

  @Test func anEmptyFileBecomesAStore() throws {
    let temporary = try TemporaryStore()
    try Data().write(to: URL(fileURLWithPath: temporary.path))
    #expect(code(temporary.path, creating: false) == .missing)
    #expect(try temporary.open().documents().isEmpty)
  }

  @Test func aBusyStoreIsWaitedForAndThenSaidToBe() throws {
    let temporary = try TemporaryStore()
    let store = try temporary.open()
    let other = try ObservationStore(at: temporary.path, patience: 10)
    try store.save(Examples.document("a.txt"), observations: [])
    let done = DispatchSemaphore(value: 0)
    let writer = Thread {
      // many documents, one transaction each: the other gets its turn between them
      for number in 0..<50 {
        _ = try? store.save(Examples.document("x\(number)"), observations: Examples.full)
      }
      done.signal()
    }
    writer.start()
    for number in 0..<50 {
      try other.save(Examples.document("y\(number)"), observations: Examples.full)
    }
    done.wait()
    #expect(try store.documentCount() == 101)
    #expect(try other.observations().count == 100 * Examples.full.count)
  }

  @Test func manyMayMakeTheSameStore() throws {
    let temporary = try TemporaryStore()
    let path = temporary.path
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      do {
        try ObservationStore(at: path).save(Examples.document("\(number)"), observations: [])
      } catch {
        failures.add("\(error)")
      }
    }
    #expect(failures.all.isEmpty)
    #expect(try temporary.open().documentCount() == 8)
  }
}

private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var failures: [String] = []
  func add(_ failure: String) { lock.withLock { failures.append(failure) } }
  var all: [String] { lock.withLock { failures } }
}
