import Foundation
import GRDB
import NyckeltalModel

/// Observations, the documents that they were read from, and what was corrected by hand, in one
/// SQLite file that several programs may use at once.
///
/// A document goes in whole or not at all. Corrections stand apart from what was read: they are
/// applied when observations come out.
///
/// ```swift
/// let store = try ObservationStore(at: "nyckeltal.sqlite")
/// for observation in try store.observations() { print(observation.jsonLine) }
/// ```
///
/// ## Topics
/// ### Opening
/// - ``init(at:creating:patience:waiting:)``
/// ### Documents
/// - ``save(_:observations:replacingSameName:)``
/// - ``documents()``
/// ### Observations
/// - ``observations(_:)``
/// - ``enumerate(_:_:)``
/// ### Corrections
/// - ``correct(_:on:)``
/// - ``undo(_:on:)``
/// - ``corrections()``
public final class ObservationStore: Sendable {
  /// The store's path as it was given.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - creating: Whether a store is made where there is none.
  ///   - patience: For how many seconds to wait while another program writes.
  ///   - waiting: Called once when another program has been writing for a second.
  /// - Throws: ``StoreError`` when there is no store, it is no store, or it cannot be used.
  public init(
    at path: String,
    creating: Bool = true,
    patience: Double = 60,
    waiting: (@Sendable () -> Void)? = nil
  ) throws(StoreError) {
    self.path = path
    let isNew = try Self.isNew(path)
    if isNew, !creating { throw StoreError(code: .missing, path: path) }
    var configuration = Configuration()
    configuration.busyMode = .callback { tries in
      if tries == Self.tries(seconds: 1) { waiting?() }
      if tries >= Self.tries(seconds: patience) { return false }
      Thread.sleep(forTimeInterval: Self.pause)
      return true
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(queue, path: path, patience: patience)
    } catch {
      let failure = StoreError(error, path: path)
      if isNew, failure.code == .full { Self.remove(path) }
      // SQLite keeps files beside the store while it is open
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      if failure.code == .unreadable, !FileManager.default.isWritableFile(atPath: folder) {
        throw StoreError(code: .readOnly, path: path, detail: "nor anything in its folder")
      }
      throw failure
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(work)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(work)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// As ``read(_:)``, but what the work throws for reasons of its own comes out as it is.
  func reading(_ work: (Database) throws -> Void) throws {
    do {
      try queue.read(work)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// As ``write(_:)``, but what the work throws for reasons of its own comes out as it is.
  func transaction<Value>(_ work: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.write(work)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  // MARK: Opening

  private static let pause = 0.02

  private static func tries(seconds: Double) -> Int { Int(seconds / pause) }

  /// Whether there is no file, or an empty one; anything that is not SQLite's is refused unread.
  private static func isNew(_ path: String) throws(StoreError) -> Bool {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      guard files.fileExists(atPath: folder) else {
        throw StoreError(code: .missingFolder, path: path)
      }
      return true
    }
    if isFolder.boolValue { throw StoreError(code: .notAStore, path: path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError(code: .unreadable, path: path)
    }
    defer { try? handle.close() }
    let head = (try? handle.read(upToCount: 16)) ?? Data()
    if head.isEmpty { return true }
    guard head == Data("SQLite format 3\0".utf8) else {
      throw StoreError(code: .notAStore, path: path)
    }
    return false
  }

  /// Checks that the file is ours before anything in it is changed, and brings its tables up to date.
  private static func prepare(_ queue: DatabaseQueue, path: String, patience: Double) throws {
    let migrator = StoreSchema.migrator
    let end = Date(timeIntervalSinceNow: patience)
    while true {
      do {
        try queue.writeWithoutTransaction { database in
          try claim(database, path: path)
          if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
            try database.execute(sql: "PRAGMA journal_mode = WAL")
          }
          try database.execute(sql: "PRAGMA synchronous = NORMAL")
          // fewer, longer checkpoints: 16 MB of log
          try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        let isReady = try queue.read { database in
          if try migrator.hasBeenSuperseded(database) {
            throw StoreError(code: .newer, path: path)
          }
          return try migrator.hasCompletedMigrations(database)
        }
        if isReady { return }
        try migrator.migrate(queue)
        return
      } catch let error as DatabaseError {
        // two programs that make the same store: the later one finds the other's tables
        let isRace = [.SQLITE_BUSY, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
        guard isRace, Date() < end else { throw error }
        Thread.sleep(forTimeInterval: pause)
      }
    }
  }

  /// Marks a file without tables as ours; throws when it is another program's.
  ///
  /// The mark comes before the tables, so that a store that was never finished is known too.
  private static func claim(_ database: Database, path: String) throws {
    let sql = "PRAGMA application_id"
    if try Int.fetchOne(database, sql: sql) == StoreSchema.applicationID { return }
    try database.inTransaction(.immediate) {
      if try Int.fetchOne(database, sql: sql) != StoreSchema.applicationID {
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        guard tables == 0 else { throw StoreError(code: .notAStore, path: path) }
        try database.execute(sql: "\(sql) = \(StoreSchema.applicationID)")
      }
      return .commit
    }
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
