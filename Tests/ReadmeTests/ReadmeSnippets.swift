// The snippets of README, as printed; a test holds the two together.
// swift-format-ignore-file

import Foundation
import Nyckeltal
import NyckeltalDocuments
import NyckeltalMail

enum ReadmeSnippets {
  /// All of them, one after the other; compiled and not run.
  static func all() async throws {

    let catalogue = try Catalogue.builtIn()
    let extractor = ObservationExtractor(catalogue: catalogue)
    var observations: [Observation] = []
    var documents = 0
    DocumentBatch(extractor: extractor).read(InputFiles(["minutes/"]).files) { result in
      if let failure = result.failure { print(failure) } else { documents += 1 }
      observations += result.observations
    }
    let builder = ReportBuilder(definition: try .builtIn(.tertial), catalogue: catalogue.indicators)
    let report = try builder.report(.tertial(1, year: 2015), from: observations, documents: documents)
    print(TextRenderer().text(report))
    try ReportOutput().write(report, to: "t1.xlsx")         // a file, whole or not at all
    let page = try ReportOutput().bytes(report, as: .html)  // or bytes in memory, from any thread

    let store = try ObservationStore(at: "n.sqlite")
    let job = StoreImport(store: store, extractor: extractor)
    try job.run(["minutes/"])
    try job.add(Array("Cirka 900 unga har sökt sommarjobb.".utf8), named: "upload.txt")
    let kept = try builder.report(.tertial(1, year: 2015), from: store)

    for try await result in DocumentBatch(extractor: extractor).results(of: ["minutes/a.txt"]) {
      print(result.path, result.observations.count)
    }
    for try await result in job.results(of: ["minutes/"]) { print(result.path) }
    let workbook = try await BlockingWork.run {
      try ReportOutput().bytes(try builder.report(.year(2015), from: store), as: .xlsx)
    }

    let own = try Catalogue([
      Catalogue.Definition(
        Indicator(
          id: "jobbtorg.verkstad", topic: .jobbtorg, swedishName: "Platser i verkstaden",
          englishName: "Workshop places", unit: .places),
        cues: ["verkstadsplats*|verkstadsplatser"])
    ])
    let both = catalogue.merging(own)

    var extended = report
    extended.sheets[0].blocks.append(
      .lines(heading: "Kommentar", [ReportLine("Siffrorna är preliminära.", isRemark: true)]))

    let reader = DocumentReader()  // limits of time, memory and size are its parameter
    let source = TextSource(
      recognizes: { DocumentFormat.recognizes($0) },
      text: { path, bytes in try reader.read(path, bytes: bytes) })
    let files = InputFiles(["downloads/"], recognizes: source.recognizes).files
    let batch = DocumentBatch(extractor: extractor, source: source)

    var message = MailMessage(
      from: try Mailbox("rapport@example.se"), to: [try Mailbox("Åsa Öberg <asa@example.se>")],
      subject: try HeaderText(kept.title), text: TextRenderer().text(kept))
    message.html = PageRenderer().html(kept)
    message.attachments = [
      try MailAttachment(name: "Tertial 1.xlsx", content: SpreadsheetRenderer().bytes(kept))]
    let client = SMTPClient(server: try SMTPServer(url: "smtp://mail.example.se:587"))
    let send = { try client.send(message) }
    _ = (page, workbook, both, extended, files, batch, send)
  }
}
