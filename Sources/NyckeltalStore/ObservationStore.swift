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
  /// Reads, each time as the store was when the reading began; through connections of its own, so
  /// that nobody waits for ``queue``, which writes.
  private let readers: DatabasePool
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
      if isNew { Self.makePrivate(path) }
      (queue, readers) = try Self.open(path, configuration, patience: patience)
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

  // the writer goes last: it takes the log away
  deinit { try? readers.close() }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try readers.read(work)
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
      try readers.read(work)
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

  /// Makes an empty file that only its owner can read: a store holds names, quotes and notes.
  private static func makePrivate(_ path: String) {
    let file = Foundation.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
  }

  /// Opens a store, for reading only where it cannot be written.
  private static func open(
    _ path: String,
    _ configuration: Configuration,
    patience: Double
  ) throws -> (DatabaseQueue, DatabasePool) {
    var readOnly = configuration
    readOnly.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try prepare(queue, path: path, patience: patience)
      return (queue, try DatabasePool(path: path, configuration: readOnly))
    } catch let error as DatabaseError where isAboutWriting(error, path) {
      // without a log beside it nobody writes to it, and nothing need be made beside it
      let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      let hasLog = access(path + "-wal", F_OK) == 0
      let name = hasLog ? path : "file:\(escaped)?immutable=1"
      guard let queue = try? DatabaseQueue(path: name, configuration: readOnly),
        let isReady = try? queue.read({ try isCurrent($0, path) }), isReady
      else { throw error }
      return (queue, try DatabasePool(path: name, configuration: readOnly))
    }
  }

  private static func isAboutWriting(_ error: DatabaseError, _ path: String) -> Bool {
    switch error.resultCode {
    case .SQLITE_READONLY, .SQLITE_PERM: true
    // a log cannot be made in a folder that may not be written
    case .SQLITE_CANTOPEN: access(path, R_OK) == 0
    default: false
    }
  }

  /// Whether a store has all tables as this version makes them.
  private static func isCurrent(_ database: Database, _ path: String) throws -> Bool {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
    guard id == StoreSchema.applicationID else { return false }
    let migrator = StoreSchema.migrator
    if try migrator.hasBeenSuperseded(database) { throw StoreError(code: .newer, path: path) }
    return try migrator.hasCompletedMigrations(database)
  }

  /// Checks that the file is ours before anything in it is changed, and brings its tables up to date.
  private static func prepare(_ queue: DatabaseQueue, path: String, patience: Double) throws {
    let migrator = StoreSchema.migrator
    let end = Date(timeIntervalSinceNow: patience)
    let endOfRace = Date(timeIntervalSinceNow: min(patience, 3))
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
            && StoreViews.areCurrent(database)
        }
        if isReady { return }
        try migrator.migrate(queue)
        try queue.write { try StoreViews.make($0) }
        return
      } catch let error as DatabaseError {
        // two programs that make the same store: the later one finds the other's tables
        let isRace = [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
        if isRace, Date() >= endOfRace {
          throw StoreError(
            code: .damaged,
            path: path,
            detail: "its tables are not those that it says it has: \(error.message ?? "")"
          )
        }
        guard isRace || error.resultCode == .SQLITE_BUSY, Date() < end else { throw error }
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
