import Foundation

/// The manual page of the tool in the language of macros that `man` reads (mdoc).
struct ManualPage {
  let description: ToolDescription
  let version: String

  /// The page, every command in it.
  var text: String {
    let tool = description.command
    var lines = [
      ".Dd $Mdocdate$", ".Dt NYCKELTAL 1", ".Os", ".Sh NAME", ".Nm nyckeltal",
      ".Nd \(Self.inline(tool.abstract))",
      ".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar options",
      ".Sh DESCRIPTION",
    ]
    lines.append(Self.paragraph(tool.discussion))
    lines.append(".Sh COMMANDS")
    for command in tool.shown where command.commandName != "help" {
      lines += Self.section(command, ["nyckeltal"])
    }
    lines += [".Sh ENVIRONMENT", ".Bl -tag -width Ds"]
    for (name, meaning) in Self.variables {
      lines += [".It Ev \(name)", Self.inline(meaning)]
    }
    lines += [".El", ".Sh VERSION", "nyckeltal \(version)"]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The variables of the environment that the tool knows.
  private static let variables = [
    ("NYCKELTAL_STORE", "The store of commands that are given none."),
    ("NYCKELTAL_SMTP_PASSWORD", "The password of the mail server."),
    ("LC_ALL, LC_MESSAGES, LANG", "Help is in Swedish where they begin with sv."),
  ]

  private static func section(
    _ command: ToolDescription.Command,
    _ above: [String]
  ) -> [String] {
    let name = above + [command.commandName]
    var lines = [
      ".Ss \(inline(name.joined(separator: " ")))", inline(command.abstract),
      paragraph(command.discussion),
    ]
    let arguments = command.sections.flatMap(\.arguments).filter { argument in
      !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
    if !arguments.isEmpty {
      lines.append(".Bl -tag -width Ds")
      for argument in arguments {
        lines += [".It \(inline(argument.spelling))", meaning(argument)]
      }
      lines.append(".El")
    }
    for sub in command.shown where sub.commandName != "help" { lines += section(sub, name) }
    return lines
  }

  private static func meaning(_ argument: ToolDescription.Argument) -> String {
    var text = inline(argument.abstract)
    if let values = argument.allValues {
      text += "\n" + inline("\(ToolLanguage.said("One of")) \(values.joined(separator: ", ")).")
    }
    if let value = argument.defaultValue, argument.kind != "flag" {
      text += "\n" + inline("\(ToolLanguage.said("When left out")): \(value).")
    }
    return text
  }

  private static func paragraph(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return ".Pp\n" + inline(text)
  }

  /// A text as it may stand in a line: what the macros would take for their own is escaped.
  private static func inline(_ text: String?) -> String {
    let said = ToolLanguage.said(text ?? "")
    let escaped = said.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.split(separator: "\n").map { line in
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : String(line)
    }.joined(separator: "\n")
  }
}
