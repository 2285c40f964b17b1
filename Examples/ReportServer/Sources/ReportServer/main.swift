// Serves reports of a store, and goes on serving while it makes them:
//
//     swift run -c release ReportServer n.sqlite 8080
//     curl -o t1.xlsx 'http://127.0.0.1:8080/report.xlsx?year=2015&tertial=1'
//
// /delay says by how many milliseconds a timer of 5 ms was late at most.

import Hummingbird
import Nyckeltal

let arguments = CommandLine.arguments
let store = try ObservationStore(at: arguments.count > 1 ? arguments[1] : "n.sqlite")
let port = arguments.count > 2 ? Int(arguments[2]) ?? 8080 : 8080
let builder = ReportBuilder(
  definition: try .builtIn(.tertial),
  catalogue: try Catalogue.builtIn().indicators
)

/// How late a timer was at most.
actor Lateness {
  private(set) var most = Duration.zero

  func watch() async throws {
    let clock = ContinuousClock()
    while true {
      let start = clock.now
      try await Task.sleep(for: .milliseconds(5))
      most = max(most, clock.now - start - .milliseconds(5))
    }
  }
}

let lateness = Lateness()
Task { try await lateness.watch() }

let router = Router()
router.get("delay") { _, _ in
  let most = await lateness.most
  return "\(Double(most / .milliseconds(1)))\n"
}
router.get("report.xlsx") { request, _ in
  let year = try request.uri.queryParameters.require("year", as: Int.self)
  let tertial = try request.uri.queryParameters.require("tertial", as: Int.self)
  // a report takes processor time: not on the threads that serve
  let workbook = try await BlockingWork.run {
    do {
      let report = try builder.report(.tertial(tertial, year: year), from: store)
      return try ReportOutput().bytes(report, as: .xlsx)
    } catch let error as ReportDefinitionError {
      throw HTTPError(.badRequest, message: error.description)
    }
  }
  return Response(
    status: .ok,
    headers: [
      .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ],
    body: ResponseBody(byteBuffer: ByteBuffer(bytes: workbook))
  )
}
let server = Application(
  router: router,
  configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
)
try await server.runService()
