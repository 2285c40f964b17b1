// Reads documents, makes the tertial report in memory and writes it as a message:
//
//     swift run SendReport Examples/minutes report.eml

import Foundation
import Nyckeltal
import NyckeltalMail

let arguments = CommandLine.arguments
let folder = arguments.count > 1 ? arguments[1] : "Examples/minutes"
let file = arguments.count > 2 ? arguments[2] : "report.eml"

let catalogue = try Catalogue.builtIn()
var observations: [Observation] = []
var documents = 0
DocumentBatch(extractor: ObservationExtractor(catalogue: catalogue))
  .read(InputFiles([folder]).files) { result in
    if let failure = result.failure { print(failure) } else { documents += 1 }
    observations += result.observations
  }
let report = try ReportBuilder(definition: .builtIn(.tertial), catalogue: catalogue.indicators)
  .report(.tertial(1, year: 2015), from: observations, documents: documents)

// From a report to a message.
let workbook = Data(try ReportOutput().bytes(report, as: .xlsx))
var message = MailMessage(
  from: try Mailbox("Arbetsmarknadskontoret <rapport@example.se>"),
  to: [try Mailbox("Åsa Öberg <asa.oberg@example.se>")],
  subject: try HeaderText(report.title),
  text: TextRenderer().text(report)
)
message.html = PageRenderer().html(report)
message.attachments = [try MailAttachment(name: "Tertial 1 2015.xlsx", content: workbook)]
try message.bytes().write(to: URL(fileURLWithPath: file), options: .atomic)

// To send it: try SMTPClient(server: SMTPServer(url: "smtp://mail.example.se:587")).send(message)
print("\(file): \(report.title), from \(documents) documents")
