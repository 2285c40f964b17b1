import Foundation
import Testing

/// Where the tool reads from and writes to.
struct InputOutputTests {
  private let minutes = """
    § 4

    Tertialrapport 1 2015

    Ärendet

    Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser, och 420 platser har anmälts.
    """

  /// A folder with the same minutes in files of some names.
  private func inFolder(_ names: [String], _ body: (String) throws -> Void) throws {
    try Tool.inFolder { folder in
      for name in names {
        try Data(minutes.utf8).write(to: folder.appendingPathComponent(name))
      }
      try body(folder.path)
    }
  }

  @Test func pathsComeFromAFileToo() throws {
    try inFolder(["a.txt", "b c.txt", "d\ne.txt"]) { folder in
      let lines = try Tool.run(
        ["extract", "\(folder)/a.txt", "--files-from", "-", "--jobs", "1"],
        input: "\(folder)/b c.txt\r\n\n"
      )
      #expect(lines.status == 0, "\(lines.errors)")
      #expect(lines.output.split(separator: "\n").count == 6)
      let nulls = try Tool.run(
        ["extract", "--files-from", "-", "-0"],
        input: "\(folder)/d\ne.txt\0\(folder)/a.txt\0"
      )
      #expect(nulls.status == 0, "\(nulls.errors)")
      #expect(nulls.output.split(separator: "\n").count == 6)
      let nothing = try Tool.run(["extract", "--files-from", "-"], input: "\n")
      #expect(nothing.status == 1)
      #expect(nothing.errors.contains("names no files"))
      #expect(try Tool.run(["extract", "-", "--files-from", "-"]).status == 64)
      #expect(try Tool.run(["extract", "\(folder)/a.txt", "-0"]).status == 64)
      #expect(try Tool.run(["extract", "\(folder)/a.txt", "--jobs", "0"]).status == 64)
    }
  }

  @Test(arguments: [
    ("jsonl", "{\"id\""), ("csv", "id,kind,"), ("txt", "PERIOD"),
  ])
  func extractWritesAFileByItsSuffix(_ suffix: String, _ start: String) throws {
    try inFolder(["a.txt"]) { folder in
      let output = "\(folder)/out.\(suffix)"
      let outcome = try Tool.run(["extract", "\(folder)/a.txt", "--output", output, "--quiet"])
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
      #expect(try String(contentsOfFile: output, encoding: .utf8).hasPrefix(start))
    }
  }

  @Test func whatIsReadOrCannotBeReadWritesNothing() throws {
    try inFolder(["a.csv.txt"]) { folder in
      let input = "\(folder)/a.csv.txt"
      #expect(try Tool.run(["extract", input, "--output", input]).status == 1)
      #expect(try String(contentsOfFile: input, encoding: .utf8) == minutes)
      let missing = try Tool.run(
        ["extract", "\(folder)/none.txt", "--output", "\(folder)/out.jsonl"]
      )
      #expect(missing.status == 1)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/out.jsonl"))
      #expect(try Tool.run(["extract", input, "--output", "\(folder)/out.doc"]).status == 64)
    }
  }

  @Test func aReportIsPrinted() throws {
    try inFolder(["a.txt"]) { folder in
      let report = ["report", "year", "--year", "2015", "--quiet", "--output", "-", "--from"]
      let text = try Tool.run(report + ["\(folder)/a.txt"])
      #expect(text.status == 0, "\(text.errors)")
      #expect(text.output.hasPrefix("ÅRSUPPFÖLJNING 2015"))
      let page = try Tool.run(report + ["\(folder)/a.txt", "--format", "html"])
      #expect(page.output.contains("<html lang=\"sv\">"))
      let message = try Tool.run(
        report + ["\(folder)/a.txt", "--format", "eml", "--mail-from", "a@example.se"]
          + ["--mail-to", "b@example.se"]
      )
      #expect(message.output.contains("To: b@example.se"), "\(message.errors)")
      let file = ["report", "year", "--year", "2015", "--from", "x", "--output", "x.txt"]
      #expect(try Tool.run(file + ["--format", "txt"]).status == 64)
    }
  }

  /// The environment names the store of commands that are given none.
  @Test func theEnvironmentNamesTheStore() throws {
    try inFolder(["a.txt"]) { folder in
      let usual = ["NYCKELTAL_STORE": "\(folder)/n.sqlite"]
      func run(_ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(arguments, environment: usual)
      }
      #expect(try run(["import", "\(folder)/a.txt", "--quiet"]).status == 0)
      #expect(try run(["list", "--format", "jsonl"]).output.split(separator: "\n").count == 3)
      let first = try run(["list", "--format", "jsonl", "--limit", "1"]).output
      #expect(first.split(separator: "\n").count == 1)
      #expect(try run(["list", "--limit", "0", "--format", "jsonl"]).output.isEmpty)
      #expect(try run(["list", "--limit", "-1"]).status == 64)
      let report = ["report", "year", "--year", "2015", "--output", "-"]
      #expect(try run(report).output.contains("900"))
      // what is named goes before the usual store
      let anew = try run(report + ["--from", "\(folder)/a.txt"])
      #expect(anew.status == 0 && !anew.errors.contains("in the store"))
      #expect(try Tool.run(["list"]).status == 64)
      let page = try run(["review", "--output", "-"])
      #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"))
      let mistyped = try run(["list", "--indicator", "sommarjobb.sökande"])
      #expect(mistyped.status == 64)
      #expect(mistyped.errors.contains("did you mean sommarjobb.sokande?"))
      let table = "\(folder)/t.csv"
      #expect(try run(["list", "--output", table]).status == 0)
      #expect(try String(contentsOfFile: table, encoding: .utf8).hasPrefix("id,kind,"))
    }
  }

  @Test func theCatalogueIsPrintedAsLines() throws {
    let lines = try Tool.run(["catalogue", "--format", "jsonl"]).output.split(separator: "\n")
    #expect(lines.count > 20)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["id"] is String && object?["addsUp"] is Bool)
    }
  }
}
