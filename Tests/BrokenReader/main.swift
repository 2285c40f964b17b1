import Foundation
import NyckeltalDocuments

// A worker that reads documents, but for those whose names say what happens to it.
DocumentWorker.serveIfAsked { request in
  if request.document.contains("trap") {
    let none: [UInt8] = []
    _ = none[request.bytes.count]
  }
  if request.document.contains("killed") { kill(getpid(), SIGKILL) }
  if request.document.contains("endless") { while true { sleep(1) } }
  return try request.text()
}
print("usage: started by DocumentReader, for tests")
exit(64)
