import Foundation
import Testing

/// The tool where its surroundings are against it: closed and full files, hostile names, huge years.
struct HostileSurroundingsTests {
  private static let minutes = """
    Tertialrapport 1 2015

    Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser.
    """

  /// Runs a command of a shell, in which `$tool` is the tool.
  private func shell(_ script: String, in folder: URL) throws -> Tool.Outcome {
    let process = Process()
    let files = ["out", "err"].map { folder.appendingPathComponent("." + $0) }
    for file in files { try Data().write(to: file) }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "tool": try Tool.executable.path]
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Tool.Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    )
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    try Tool.inFolder { folder in
      try Data(Self.minutes.utf8).write(to: folder.appendingPathComponent("a.txt"))
      try body(folder)
    }
  }

  @Test(arguments: ["2>&-", "2>/dev/full"])
  func standardErrorThatCannotBeWrittenStopsNothing(_ redirection: String) throws {
    try inFolder { folder in
      let outcome = try shell("\"$tool\" extract a.txt b.txt \(redirection)", in: folder)
      #expect(outcome.status == 3)
      #expect(outcome.output.split(separator: "\n").count == 2)
    }
  }

  @Test(arguments: [">&-", ">/dev/full"])
  func standardOutputThatCannotBeWrittenIsAnError(_ redirection: String) throws {
    try inFolder { folder in
      let outcome = try shell("\"$tool\" extract a.txt \(redirection)", in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("standard output cannot be written"))
    }
  }

  @Test func whatIsReadIsNeverWrittenOver() throws {
    try inFolder { folder in
      for command in [
        "report year --year 2015 --from a.txt --output a.txt",
        "report year --year 2015 --from . --output ./a.txt",
        "report year --year 2015 --store s.xlsx --output s.xlsx",
        "report year --year 2015 --from a.txt --output b.txt/",
        "report year --year 2015 --from a.txt --output b.txt --output ./b.txt",
        "mail --from a@b.se --to c@d.se --subject x --attach a.txt --output a.txt",
        "list --store s.xlsx --output s.xlsx",
      ] {
        _ = try shell("\"$tool\" import a.txt --store s.xlsx --quiet", in: folder)
        let outcome = try shell("\"$tool\" \(command)", in: folder)
        #expect(outcome.status == 1, "\(command)")
        #expect(try shell("\"$tool\" list --store s.xlsx", in: folder).status == 0)
        #expect(
          try String(contentsOf: folder.appendingPathComponent("a.txt"), encoding: .utf8)
            == Self.minutes
        )
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/b.txt"))
      }
    }
  }

  @Test func controlCharactersOfNamesAndQuotesAreShown() throws {
    try inFolder { folder in
      let name = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}.txt"
      try Data("Cirka 900 unga \u{1B}[31mhar sökt sommarjobb 2015.".utf8)
        .write(to: folder.appendingPathComponent(name))
      try Data([0, 1]).write(to: folder.appendingPathComponent("b\u{1B}[2J.txt"))
      let script =
        "\"$tool\" extract --format table --explain *.txt; \"$tool\" import *.txt --store s"
      let outcome = try shell("\(script); \"$tool\" list --store s", in: folder)
      for text in [outcome.output, outcome.errors] {
        let harmful = text.unicodeScalars.filter {
          $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F..<0xA0).contains($0.value)
            || $0.value == 0x202E
        }
        #expect(harmful.isEmpty)
      }
      #expect(outcome.output.contains("\\u{1B}"))
    }
  }

  @Test func whatCannotBeReadIsNamedAndNothingIsSent() throws {
    try inFolder { folder in
      let message = "--mail-from a@b.se --mail-to c@d.se --output r.eml --smtp smtp://127.0.0.1:1"
      let outcome = try shell(
        """
        touch "$(printf 'b\\345.txt')"
        "$tool" report year --year 2015 --from . --output r.xlsx \(message)
        """,
        in: folder
      )
      #expect(outcome.status == 3)
      #expect(outcome.errors.contains("b\\xE5.txt: the file's name is no text"))
      #expect(outcome.errors.contains("not sent: 1 of the documents could not be read"))
      #expect(FileManager.default.fileExists(atPath: folder.path + "/r.eml"))
    }
  }

  @Test(arguments: [
    "report year --year 9223372036854775807 --from a.txt --output b.txt",
    "report compare --years 2015 99999999 --from a.txt --output b.txt",
  ])
  func yearsThatAreNoneAreRefused(_ command: String) throws {
    try inFolder { folder in
      let outcome = try shell("\"$tool\" \(command)", in: folder)
      #expect(outcome.status == 64)
    }
  }

  @Test func numbersAtTheEndOfWhatIsCountedAreRead() throws {
    try inFolder { folder in
      let text =
        "Underskottet 2015 blev 9223372036854775 tkr. Utfallet blev 9223372036854775808 kr."
      try Data(text.utf8).write(to: folder.appendingPathComponent("b.txt"))
      let row = "kind,indicator,value\noutcome,sommarjobb.sokande,-9223372036854775808\n"
      try Data(row.utf8).write(to: folder.appendingPathComponent("c.csv"))
      let script = """
        "$tool" extract b.txt && "$tool" import . c.csv --store s && "$tool" list --store s &&
        "$tool" report year --year 2015 --store s --output r.xlsx --output r.txt --output r.html
        """
      let outcome = try shell(script, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func passwordsAreNotHandedOn() throws {
    try inFolder { folder in
      // a program of ours in the place of the one that reads PDF files
      let tools = folder.appendingPathComponent("bin")
      try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
      let spy = tools.appendingPathComponent("pdftotext")
      try Data("#!/bin/sh\nenv > \(folder.path)/seen\n".utf8).write(to: spy)
      chmod(spy.path, 0o755)
      try Data("%PDF-1.4\n%%EOF".utf8).write(to: folder.appendingPathComponent("a.pdf"))
      _ = try shell(
        "PATH=\(tools.path) NYCKELTAL_SMTP_PASSWORD=hemligt \"$tool\" extract a.pdf",
        in: folder
      )
      let seen = try? String(contentsOf: folder.appendingPathComponent("seen"), encoding: .utf8)
      #expect(seen?.contains("hemligt") != true)
    }
  }
}
