import Foundation
import Testing

/// What the tool says of itself, and of mistyped command lines.
struct HelpTests {
  /// Every text that help shows, white space once.
  private func texts() throws -> Set<String> {
    let dump = try Tool.run(["--experimental-dump-help"]).output
    let object = try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any]
    var texts: Set<String> = []
    func add(_ command: [String: Any]) {
      let arguments = command["arguments"] as? [[String: Any]] ?? []
      for part in [command] + arguments {
        for key in ["abstract", "discussion"] {
          guard let text = part[key] as? String else { continue }
          texts.insert(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
      }
      for sub in command["subcommands"] as? [[String: Any]] ?? [] { add(sub) }
    }
    add(object?["command"] as? [String: Any] ?? [:])
    return texts
  }

  /// What is new in English may wait for its Swedish, but not for long.
  @Test func helpIsInSwedishToo() throws {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/NyckeltalCLI/Help/sv.txt")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(lines.count.isMultiple(of: 2))
    let known = Set(stride(from: 0, to: lines.count, by: 2).map { String(lines[$0]) })
    let missing = try texts().subtracting(known)
    #expect(missing.count <= 8, "without Swedish: \(missing.sorted().joined(separator: "\n"))")
  }

  @Test(arguments: [
    (["list", "--help", "--language", "sv"], "C", true), (["help", "list"], "sv_SE.UTF-8", true),
    (["list", "--help", "--language=en"], "sv_SE.UTF-8", false), (["list", "-h"], "C", false),
  ])
  func helpIsInTheLanguageThatIsAskedFor(
    _ arguments: [String],
    _ locale: String,
    _ isSwedish: Bool
  ) throws {
    let outcome = try Tool.run(arguments, locale: locale)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Skriv ut vad en databas innehåller.") == isSwedish)
    #expect(outcome.output.contains("Print what a store holds.") == !isSwedish)
    #expect(outcome.output.contains("--limit <limit>"))
  }

  @Test(arguments: [
    (["exract", "a.txt"], "Did you mean 'extract'?"), (["catalogue", "chek"], "mean 'check'?"),
    (["report", "tertal", "--output", "-"], "Did you mean 'tertial'?"),
    (["list", "--store", "x", "--topic", "sommarjob"], "Did you mean 'sommarjobb'?"),
    (["list", "--store", "x", "--limt", "2"], "Did you mean '--limit'?"),
  ])
  func aMistypedWordIsAnErrorWithTheNearest(_ arguments: [String], _ said: String) throws {
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func nothingIsSuggestedThatIsNotNear() throws {
    let outcome = try Tool.run(["frobnicate"])
    #expect(outcome.status == 64)
    #expect(!outcome.errors.contains("Did you mean"))
  }

  @Test func faultsAreInSwedishToo() throws {
    let outcome = try Tool.run(["extract", "finns-inte.txt"], locale: "sv_SE.UTF-8")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("filen eller mappen finns inte; kontrollera sökvägen"))
    let usage = try Tool.run(["lst"], locale: "sv_SE.UTF-8")
    #expect(usage.errors.contains("Fel: oväntat argument 'lst'"))
    #expect(usage.errors.contains("Menade du 'list'?"))
  }

  /// Every command with every option, and nothing that the macros would take for theirs.
  @Test func theManualHasEveryCommand() throws {
    let outcome = try Tool.run(["manual"])
    #expect(outcome.status == 0)
    for name in ["extract", "import", "list", "report", "mail", "templates show"] {
      #expect(outcome.output.contains(".Ss nyckeltal \(name)\n"), "\(name)")
    }
    #expect(outcome.output.contains(".It \\-\\-files\\-from <files\\-from>\n"))
    let known = [
      ".Dd", ".Dt", ".Os", ".Sh", ".Ss", ".Nm", ".Nd", ".Ar", ".Op", ".Pp", ".Bl", ".It",
    ]
    for line in outcome.output.split(separator: "\n") where line.hasPrefix(".") {
      #expect((known + [".El"]).contains { line.hasPrefix($0) }, "\(line)")
    }
  }
}
