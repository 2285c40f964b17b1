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
  if request.document.contains("busy") { while getpid() > 0 {} }
  return try request.text()
}
// A program that reads a file by such a worker.
if CommandLine.arguments.count == 2 {
  let reader = DocumentReader(isolation: .ownProcess)
  exit((try? reader.read(CommandLine.arguments[1])) == nil ? 1 : 0)
}
print("usage: started by DocumentReader, for tests")
exit(64)
