import ArgumentParser
import Foundation
import Nyckeltal

/// What a mistyped command line may have meant.
enum Suggestion {
  /// What is wrong, as the parser prints it, with what may have been meant on its first line.
  static func added(to text: String, _ arguments: [String]) -> String {
    let start = "Error: "
    guard text.hasPrefix(start), let line = line(String(text.dropFirst(start.count)), arguments)
    else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.firstIndex { $0.hasPrefix("Help: ") || $0.hasPrefix("Usage: ") }
    lines.insert(line, at: end ?? lines.count)
    return lines.joined(separator: "\n")
  }

  /// A line to be shown with what is wrong; `nil` where nothing is near.
  private static func line(_ message: String, _ arguments: [String]) -> String? {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    guard quoted.count > 2 else { return nil }
    let written = String(quoted[1])
    let candidates: [String]
    if message.hasPrefix("The value '") {
      // "Please provide one of 'a', 'b' or 'c'." or a list of them
      guard let start = message.range(of: "Please provide one of") else { return nil }
      let end = message.range(of: "\nHelp:")?.lowerBound ?? message.endIndex
      candidates = message[start.upperBound..<end]
        .split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    } else if message.hasPrefix("Unexpected argument '")
      || message.prefix(40).contains("unexpected arguments: '")
    {
      let (commands, unknown) =
        (try? ToolDescription.current())?.path(of: arguments) ?? ([], nil)
      guard unknown == written, let last = commands.last else { return nil }
      candidates = last.shown.map(\.commandName)
    } else {
      return nil
    }
    return NearestName.of(written, among: candidates).map { "Did you mean '\($0)'?" }
  }
}
