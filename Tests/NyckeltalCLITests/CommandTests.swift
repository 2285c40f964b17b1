import Foundation
import Testing

/// Runs the built tool as a user would.
struct CommandTests {
  private func run(
    _ arguments: [String],
    input: String = "",
    locale: String = "C"
  ) throws -> Tool.Outcome {
    try Tool.run(arguments, input: input, locale: locale)
  }

  private func inFolder(_ body: (URL) throws -> Void) throws { try Tool.inFolder(body) }

  private let minutes = """
    § 4

    Tertialrapport 1 2015

    Ärendet

    Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser, och 420 platser har anmälts.
    """

  @Test func extractReadsStandardInput() throws {
    let outcome = try run(["extract", "-"], input: minutes)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 3)
    #expect(outcome.output.contains("\"value\":900"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func theOtherFilesAreDone() throws {
    try inFolder { folder in
      let names = ["a.txt", "empty.txt", "binary.txt", "latin1.txt"]
      let latin1: [UInt8] = Array("Sjukfr".utf8) + [0xE5] + Array("nvaron var 7 procent.".utf8)
      let contents: [[UInt8]] = [Array(minutes.utf8), [], [0, 1, 2, 0], latin1]
      for (name, bytes) in zip(names, contents) {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
      }
      let paths = names.map { folder.appendingPathComponent($0).path }
      let outcome = try run(["extract"] + paths + [folder.path + "/missing.txt"])
      #expect(outcome.status == 3)
      #expect(outcome.output.split(separator: "\n").count == 4)
      #expect(outcome.errors.contains("empty.txt: the file holds no text"))
      #expect(outcome.errors.contains("binary.txt: is neither PDF, Word (.docx)"))
      #expect(outcome.errors.contains("latin1.txt: read as Latin-1"))
      #expect(outcome.errors.contains("missing.txt: there is no such file"))
      #expect(try run(["extract", folder.path + "/missing.txt"]).status == 1)
      #expect(try run(["extract"]).status == 64)
    }
  }

  @Test func textTellsWhatItWasReadAs() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("protokoll.txt")
      let text = """
        Arbetsmarknadsnämnden i Ekvik, protokoll 2023-05-16

        § 4 Feriejobb

        Antalet platser är 40.

        Reservation

        Bo Alm (S) reserverar sig: Det räcker inte.

        Bilagor

        Rapport.pdf
        """
      try Data(text.utf8).write(to: file)
      let outcome = try run(["text", "--structure", file.path])
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.first?.hasPrefix("minutes · 2023-05-16") == true)
      #expect(lines.contains("§ 4 Feriejobb"))
      #expect(lines.contains { $0.contains("reservation · Bo Alm (S)") })
      #expect(lines.contains { $0.contains("left out: list of appendices") })
      #expect(try run(["text", "--structure", folder.path + "/missing.txt"]).status == 1)
    }
  }

  /// A reader that traps is told as an error of its file, and the others are done.
  @Test func aReaderThatTrapsCostsOneFile() throws {
    try inFolder { folder in
      for name in ["a.html", "b-trap.html", "c.html"] {
        let page = "<html><body><p>Cirka 900 unga har sökt sommarjobb.</p></body></html>"
        try Data(page.utf8).write(to: folder.appendingPathComponent(name))
      }
      let broken = try Tool.executable.deletingLastPathComponent()
        .appendingPathComponent("BrokenReader").path
      let outcome = try Tool.run(
        ["extract", folder.path],
        environment: ["NYCKELTAL_WORKER": broken]
      )
      #expect(outcome.status == 3)
      #expect(outcome.output.split(separator: "\n").count == 2)
      let errors = outcome.errors.split(separator: "\n").filter { $0.contains("b-trap.html") }
      #expect(errors.count == 1)
      #expect(errors.first?.contains("the process that reads it ended") == true)
    }
  }

  /// Libraries say nothing of their own between what the tool says.
  @Test(arguments: ["UTF-32", "EUC-JP", "none"])
  func anEncodingThatIsNotKeptIsOneError(_ encoding: String) throws {
    try inFolder { folder in
      let start = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>"
      let letters = Array(String(repeating: "a", count: 6000).utf8)
      let part = Array(start.utf8) + letters + [0xFF, 0xFF, 0xFE] + Array("</a>".utf8)
      let path = folder.path + "/a.docx"
      try Data(StoredZip.archive([("word/document.xml", part)]))
        .write(to: URL(fileURLWithPath: path))
      let outcome = try run(["extract", path])
      #expect(outcome.status == 1)
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("a.docx"))
    }
  }

  @Test func reportsAppearWholeOrNotAtAll() throws {
    try inFolder { folder in
      let input = folder.appendingPathComponent("a.txt").path
      try Data(minutes.utf8).write(to: URL(fileURLWithPath: input))
      let missing = folder.path + "/nowhere/t.xlsx"
      let command = ["report", "tertial", "--year", "2015", "--tertial", "1", "--from", input]
      let failed = try run(command + ["--output", missing])
      #expect(failed.status == 1)
      #expect(failed.errors.contains("nowhere/t.xlsx"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
      #expect(try run(command + ["--output", folder.path + "/t.docx"]).status == 64)
      let nothing = try run(
        [
          "report", "year", "--year", "2015", "--from", folder.path + "/none.txt", "--output",
          "x.txt",
        ])
      #expect(nothing.status == 1)
    }
  }

  @Test func aReportIsWrittenInEveryFormat() throws {
    try inFolder { folder in
      let input = folder.appendingPathComponent("a.txt").path
      try Data(minutes.utf8).write(to: URL(fileURLWithPath: input))
      let formats = ["xlsx", "txt", "html", "csv", "jsonl"]
      let outputs = formats.flatMap { ["--output", folder.path + "/r.\($0)"] }
      let outcome = try run(
        ["report", "year", "--year", "2015", "--from", input, "--quiet"] + outputs
          + ["--csv-separator", "semicolon", "--decimal-comma", "--bom"]
      )
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      let csv = try Data(contentsOf: folder.appendingPathComponent("r.csv"))
      #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(String(decoding: csv, as: UTF8.self).contains("id;kind;indicator"))
      let page = try String(contentsOf: folder.appendingPathComponent("r.html"), encoding: .utf8)
      #expect(page.contains("<html lang=\"sv\">"))
    }
  }

  @Test func theLocaleChangesNothing() throws {
    try inFolder { folder in
      let input = folder.appendingPathComponent("a.txt").path
      try Data(minutes.utf8).write(to: URL(fileURLWithPath: input))
      var files: [Data] = []
      for locale in ["C", "sv_SE.UTF-8", "tr_TR.UTF-8"] {
        let output = folder.path + "/\(locale).xlsx"
        let outcome = try run(
          ["report", "year", "--year", "2015", "--from", input, "--output", output],
          locale: locale
        )
        #expect(outcome.status == 0)
        files.append(try Data(contentsOf: URL(fileURLWithPath: output)))
      }
      #expect(Set(files).count == 1)
    }
  }

  @Test func templatesAreListedShownAndUsed() throws {
    let list = try run(["templates"]).output
    for name in ["tertial", "year", "compare", "topic", "summary.sv", "missing.en"] {
      #expect(list.split(separator: "\n").contains { $0.hasPrefix("\(name) ") })
    }
    #expect(try run(["templates", "show", "slut"]).status == 1)
    try inFolder { folder in
      let definition = folder.appendingPathComponent("mine.yaml")
      let text = folder.appendingPathComponent("mine.mustache")
      let output = folder.appendingPathComponent("a.txt")
      let minutes = folder.appendingPathComponent("minutes.txt")
      try Data("Ingenting.".utf8).write(to: minutes)
      let shown = try run(["templates", "show", "tertial"]).output
      try Data(
        shown.replacing("text: summary ", with: "file: mine.mustache ")
          .replacing("title:\n", with: "parameters: {committee: N}\ntitle:\n").utf8
      ).write(to: definition)
      try Data("{{committee}} såg {{facts}} uppgifter.".utf8).write(to: text)
      let arguments = [
        "report", "tertial", "--year", "2015", "--tertial", "1", "--from", minutes.path, "--quiet",
        "--template", definition.path, "--output", output.path,
      ]
      let made = try run(arguments + ["--set", "committee=Nämnden"])
      #expect(made.status == 0, "\(made.errors)")
      #expect(try String(contentsOf: output, encoding: .utf8).contains("Nämnden såg 0 uppgifter."))
      try Data("{{#targets}}{{nam}}{{/targets}}".utf8).write(to: text)
      let failed = try run(arguments)
      #expect(failed.status == 1)
      #expect(failed.errors.contains("mine.mustache:1: the text asks for {{nam}}; allowed are"))
      #expect(try run(arguments + ["--set", "committee"]).status == 64)
    }
  }
}
