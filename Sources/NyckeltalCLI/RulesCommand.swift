import ArgumentParser
import Nyckeltal

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Say what the rules of an observation mean: why it was read as it was."
  )

  @Argument(help: "A rule's name, or its beginning; all rules when left out.")
  var name: String?

  func run() throws {
    try reportingFailures {
      let rules = try RuleGuide.rules().filter { $0.name.hasPrefix(name ?? "") }
      if rules.isEmpty, let name {
        throw UnknownRule(name: name)
      }
      for rule in rules { try Terminal.write(Array("\(rule.name)\t\(rule.meaning)\n".utf8)) }
    }
  }
}

/// A rule that is not there.
struct UnknownRule: Failure {
  let name: String
  var place: String? { nil }
  var problem: String { "there is no rule \(name)" }
  var remedy: String { "nyckeltal rules lists them all" }
}
