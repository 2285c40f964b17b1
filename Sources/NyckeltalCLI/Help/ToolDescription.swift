import ArgumentParser
import Foundation

/// What the tool says of itself: its commands, with their arguments and what these mean.
struct ToolDescription: Decodable {
  /// A command.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var defaultSubcommand: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// The commands below it that help shows.
    var shown: [Command] { (subcommands ?? []).filter { $0.shouldDisplay != false } }

    /// The arguments that help shows, those of each section together, the unnamed section last.
    var sections: [(title: String?, arguments: [Argument])] {
      let all = (arguments ?? []).filter { $0.shouldDisplay != false }
      var titles: [String?] = []
      for argument in all where !titles.contains(argument.section) {
        titles.append(argument.section)
      }
      let named = titles.filter { $0 != nil }
      return (named + titles.filter { $0 == nil }).map { title in
        (title, all.filter { $0.section == title })
      }
    }
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var shown: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var allValues: [String]?
    var sectionTitle: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool?

    /// The section of help that it stands in; `nil` for the one of all others.
    var section: String? { kind == "positional" ? "ARGUMENTS" : sectionTitle }

    /// How it is written: `-0, --null`, `--store <store>`, `<path> ...`.
    var spelling: String {
      let value = valueName.map { " <\($0)>" } ?? ""
      switch kind {
      case "positional": return String(value.dropFirst()) + (isRepeating ? " ..." : "")
      case "flag": return spelledNames
      default: return spelledNames + value
      }
    }

    private var spelledNames: String {
      (names ?? []).sorted { $0.shown.count < $1.shown.count }.map(\.shown).joined(separator: ", ")
    }
  }

  var command: Command

  /// The tool as it is.
  static func current() throws -> ToolDescription {
    try JSONDecoder().decode(Self.self, from: Data(NyckeltalCommand._dumpHelp().utf8))
  }

  /// The commands that the first arguments name, from the tool itself on, and the first of them
  /// that should name a command and does not.
  func path(of arguments: [String]) -> (commands: [Command], unknown: String?) {
    var commands = [command]
    for word in arguments {
      guard !word.hasPrefix("-"), let here = commands.last, let below = here.subcommands else {
        break
      }
      guard let next = below.first(where: { $0.commandName == word }) else {
        return (commands, word)
      }
      commands.append(next)
    }
    return (commands, nil)
  }
}
