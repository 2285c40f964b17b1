import Foundation
import NyckeltalMail

/// Measures how fast messages are composed, beside Python's `email` in the same run.
enum MailBenchmark {
  private static let count = 1_000
  private static let size = 100_000
  private static let text = String(repeating: "Utfallet är 6 900 mot målet 6 700.\n", count: 40)
  private static let subject = "Tertialuppföljning 2015 · Tertial 1"
  private static let fileName = "Jämförelse årsmål – nämnden 2015.xlsx"

  static func run() throws {
    // Bytes without a pattern, as those of a compressed workbook are.
    var state: UInt64 = 7
    let workbook = Data(
      (0..<size).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
    )
    var bytes = 0
    let ours = try (0..<3).map { _ in
      bytes = 0
      return try seconds {
        for number in 0..<count { bytes += try message(number, workbook).count }
      }
    }.min()
    guard let ours else { return }
    print("compose \(count) messages with 100 kB attached\(column(ours))  \(bytes / 1_000_000) MB")
    guard let python = python(workbook) else {
      return print("no python3 to compare with")
    }
    let ratio = (python / ours * 10).rounded() / 10
    print("the same with Python's email          \(column(python))  \(ratio) times as long")
  }

  private static func message(_ number: Int, _ workbook: Data) throws -> Data {
    var message = MailMessage(
      from: try Mailbox("Arbetsmarknadskontoret <rapport@example.se>"),
      to: [try Mailbox("Åsa Öberg <asa\(number)@example.se>")],
      subject: try HeaderText(subject),
      text: text
    )
    message.attachments = [try MailAttachment(name: fileName, content: workbook)]
    return try message.bytes()
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }

  private static func column(_ seconds: Double) -> String {
    "  \((seconds * 1_000).rounded() / 1_000) s"
  }

  // MARK: Python

  private static func python(_ workbook: Data) -> Double? {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-bench-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    let values = try? JSONEncoder().encode([text, subject, fileName, "\(count)"])
    let script = String(decoding: PackageResources.compose_messages_py, as: UTF8.self)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", script, file.path, String(decoding: values ?? Data(), as: UTF8.self),
    ]
    process.standardOutput = pipe
    guard (try? workbook.write(to: file)) != nil, (try? process.run()) != nil else { return nil }
    let data = try? pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return Double(
      String(decoding: data ?? Data(), as: UTF8.self).trimmingCharacters(
        in: .whitespacesAndNewlines
      )
    )
  }
}
