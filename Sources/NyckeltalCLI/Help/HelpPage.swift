import Foundation

/// The help of a command in the language of the tool.
struct HelpPage {
  private static let width = 80
  private static let column = 26

  let commands: [ToolDescription.Command]
  /// How the command is written, as the parser says it.
  let usage: String

  /// The page.
  var text: String {
    guard let command = commands.last else { return "" }
    var blocks: [String] = []
    let abstract = ToolLanguage.said(command.abstract ?? "")
    if !abstract.isEmpty { blocks.append(Self.wrapped("ÖVERSIKT: " + abstract)) }
    if let discussion = command.discussion {
      blocks.append(Self.wrapped(ToolLanguage.said(discussion)))
    }
    blocks.append("ANVÄNDNING: \(usage)")
    for (title, arguments) in command.sections {
      let rows = arguments.map { ($0.spelling, Self.meaning($0)) }
      blocks.append(Self.block(ToolLanguage.said(title?.uppercased() ?? "OPTIONS"), rows))
    }
    if !command.shown.isEmpty {
      let rows = command.shown.map { sub in
        let isUsual = sub.commandName == command.defaultSubcommand
        return (
          sub.commandName + (isUsual ? " (förval)" : ""), ToolLanguage.said(sub.abstract ?? "")
        )
      }
      blocks.append(Self.block(ToolLanguage.said("SUBCOMMANDS"), rows))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// What an argument means, the values that it takes, and the one that it has when left out.
  private static func meaning(_ argument: ToolDescription.Argument) -> String {
    var notes: [String] = []
    if let values = argument.allValues { notes.append("värden: " + values.joined(separator: ", ")) }
    if let value = argument.defaultValue, argument.kind != "flag" {
      notes.append("förval: \(value)")
    }
    let text = ToolLanguage.said(argument.abstract ?? "")
    return notes.isEmpty ? text : "\(text) (\(notes.joined(separator: "; ")))"
  }

  private static func block(_ title: String, _ rows: [(name: String, text: String)]) -> String {
    let lines = rows.map { name, text in
      let text = wrapped(text, indent: column)
      if name.count + 3 > column {
        return "  \(name)\n" + String(repeating: " ", count: column) + text
      }
      return "  " + name + String(repeating: " ", count: column - name.count - 2) + text
    }
    return "\(title):\n" + lines.joined(separator: "\n")
  }

  /// A text in lines no wider than the page; the first stands where it is put.
  private static func wrapped(_ text: String, indent: Int = 0) -> String {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width - indent {
          lines.append(line)
          line = ""
        }
        line += line.isEmpty ? word : " \(word)"
      }
      return (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: indent))
    }.joined(separator: "\n" + String(repeating: " ", count: indent))
  }
}
