import ArgumentParser
import Foundation
import Nyckeltal

/// The store that a command works on.
struct StoreOptions: ParsableArguments {
  /// The variable of the environment that names a store where no option does.
  static let variable = "NYCKELTAL_STORE"

  @Option(name: .customLong("store"), help: "The store, a file; NYCKELTAL_STORE when left out.")
  var named: String?

  @Option(help: "For how many seconds to wait while another program writes to the store.")
  var patience = 60.0

  /// The store that the environment names.
  static var usual: String? {
    ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The store's path.
  var path: String { named ?? Self.usual ?? "" }

  func validate() throws {
    if path.isEmpty { throw ValidationError("give --store FILE, or set \(Self.variable)") }
  }

  func open(creating: Bool, quiet: Bool) throws(StoreError) -> ObservationStore {
    let path = path
    return try ObservationStore(at: path, creating: creating, patience: patience) {
      if !quiet {
        Terminal.print(error: "\(path): waiting, another program is writing to the store")
      }
    }
  }
}
