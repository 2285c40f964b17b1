import ArgumentParser
import Nyckeltal

/// The store that a command works on.
struct StoreOptions: ParsableArguments {
  @Option(name: .customLong("store"), help: "The store, a file.")
  var path: String

  @Option(help: "For how many seconds to wait while another program writes to the store.")
  var patience = 60.0

  func open(creating: Bool, quiet: Bool) throws(StoreError) -> ObservationStore {
    let path = path
    return try ObservationStore(at: path, creating: creating, patience: patience) {
      if !quiet {
        Terminal.print(error: "\(path): waiting, another program is writing to the store")
      }
    }
  }
}
