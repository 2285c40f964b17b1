// Imports documents into a store, makes the tertial report in memory and writes it as a message:
//
//     swift run SendReport Examples/minutes report.sqlite report.eml

import Foundation
import Nyckeltal
import NyckeltalMail

var arguments = CommandLine.arguments.dropFirst()
let folder = arguments.popFirst() ?? "Examples/minutes"
let file = arguments.popFirst() ?? "report.sqlite"
let output = arguments.popFirst() ?? "report.eml"

let catalogue = try Catalogue.builtIn()
let store = try ObservationStore(at: file)
let job = StoreImport(store: store, extractor: ObservationExtractor(catalogue: catalogue))
let summary = try job.run([folder]) { if let failure = $0.failure { print(failure) } }
let report = try ReportBuilder(definition: .builtIn(.tertial), catalogue: catalogue.indicators)
  .report(.tertial(1, year: 2015), from: store)

// From a report to a message.
var message = MailMessage(
  from: try Mailbox("Arbetsmarknadskontoret <rapport@example.se>"),
  to: [try Mailbox("Åsa Öberg <asa.oberg@example.se>")],
  subject: try HeaderText(report.title),
  text: TextRenderer().text(report)
)
message.html = PageRenderer().html(report)
message.attachments = [
  try MailAttachment(name: "Tertial 1 2015.xlsx", content: SpreadsheetRenderer().bytes(report))
]
try message.bytes().write(to: URL(fileURLWithPath: output), options: .atomic)

// To send it: try SMTPClient(server: SMTPServer(url: "smtp://mail.example.se:587")).send(message)
print("\(output): \(report.title), \(summary.new) new documents, \(summary.unchanged) known")
