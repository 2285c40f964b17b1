import ArgumentParser
import Nyckeltal

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List the report definitions and texts that are built in, or show one.",
    discussion: "nyckeltal templates show tertial > mine.yaml",
    subcommands: [List.self, Show.self],
    defaultSubcommand: List.self
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List them.")

    func run() throws {
      let width = BuiltInTemplate.all.map(\.name.count).max() ?? 0
      for template in BuiltInTemplate.all {
        let gap = String(repeating: " ", count: width - template.name.count + 2)
        try Terminal.write(Array("\(template.name)\(gap)\(template.summary)\n".utf8))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one, to be copied and changed."
    )
    @Argument(help: "Its name, as templates lists it.")
    var name: String

    func run() throws {
      guard let template = BuiltInTemplate.all.first(where: { $0.name == name }) else {
        let names = BuiltInTemplate.all.map(\.name).joined(separator: ", ")
        Terminal.print(error: "there is no template \(name); there are \(names)")
        throw ExitCode(1)
      }
      try Terminal.write(Array(template.text.utf8))
    }
  }
}
