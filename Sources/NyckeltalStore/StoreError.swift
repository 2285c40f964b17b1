import Foundation
import GRDB
public import NyckeltalModel

/// Why a store cannot be used, with what to do about it.
public struct StoreError: Failure, Equatable {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The folder that the store should lie in is not there.
    case missingFolder
    /// The file is something else than a store.
    case notAStore
    /// A newer version of the tool has written the store.
    case newer
    /// The file or its folder may not be written.
    case readOnly
    /// The disk is full.
    case full
    /// Another program has been writing for longer than was waited.
    case busy
    /// The file is damaged.
    case damaged
    /// The file cannot be opened or read.
    case unreadable
    /// No observation has the given id.
    case unknownObservation
    /// There is no correction to undo.
    case nothingToUndo
  }

  /// What is wrong.
  public let code: Code
  /// The store's path as it was given.
  public let path: String
  private let detail: String?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - code: What is wrong.
  ///   - path: The store's path.
  ///   - detail: What it is about: an observation's id, or what the system said.
  public init(code: Code, path: String, detail: String? = nil) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// The store's path.
  public var place: String? { path }

  /// What was wrong.
  public var problem: String {
    let said = detail.map { " (\($0))" } ?? ""
    return switch code {
    case .missing: "there is no such store"
    case .missingFolder: "the folder for the store does not exist"
    case .notAStore: "the file is not a store of observations"
    case .newer: "the store was written by a newer version of the tool\(said)"
    case .readOnly: "the store may not be written\(said)"
    case .full: "the disk is full; what was not yet stored is left out whole"
    case .busy: "another program is writing to the store, and did not finish in time"
    case .damaged: "the store is damaged\(said)"
    case .unreadable: "the store cannot be opened or read\(said)"
    case .unknownObservation: "no observation has the id \(detail ?? "")"
    case .nothingToUndo: "the observation \(detail ?? "") has no correction"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch code {
    case .missing: "check the path, or make it with nyckeltal import"
    case .missingFolder: "make the folder first, or check the path"
    case .notAStore: "give another file; nothing was changed in this one"
    case .newer: "update the tool"
    case .readOnly: "check the permissions of the file and its folder, or copy it elsewhere"
    case .full: "make room and import again; what is stored already stays"
    case .busy: "wait until it has finished, and try again"
    case .damaged: "take a copy from before, or import the documents into a new store"
    case .unreadable: "check its permissions"
    case .unknownObservation: "look it up with nyckeltal list"
    case .nothingToUndo: "look at nyckeltal list --corrections"
    }
  }
}

extension StoreError {
  /// What stopped the database, in the store's terms.
  init(_ error: any Error, path: String) {
    guard let database = error as? DatabaseError else {
      // what is kept as JSON within a cell
      let code: Code = error is DecodingError ? .damaged : .unreadable
      self = error as? StoreError ?? StoreError(code: code, path: path, detail: "\(error)")
      return
    }
    let code: Code =
      switch database.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_FULL: .full
      case .SQLITE_NOTADB: .notAStore
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_IOERR:
        // the shared-memory file beside the store cannot be made longer on a full disk
        [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_WRITE].contains(database.extendedResultCode)
          ? .full : .unreadable
      default: .unreadable
      }
    self.init(code: code, path: path, detail: database.message)
  }
}
