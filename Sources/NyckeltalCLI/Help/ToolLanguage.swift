import Foundation

/// In which language the tool speaks of itself: English, or Swedish where that is asked for with
/// `--language sv` or the environment says so.
///
/// Only what the tool prints for people is translated, and never data; what is not in the table of
/// Swedish texts is said in English.
enum ToolLanguage {
  /// The option that asks for a language; `report` and `review` take it too, for what they write.
  static let option = "--language"

  /// Whether the tool speaks Swedish.
  static let isSwedish: Bool = isSwedish(
    CommandLine.arguments,
    ProcessInfo.processInfo.environment
  )

  private static func isSwedish(_ arguments: [String], _ environment: [String: String]) -> Bool {
    for (index, word) in arguments.enumerated() {
      if word == "--" { break }
      let isNext = word == option && index + 1 < arguments.count
      let value = isNext ? arguments[index + 1] : word.hasPrefix("\(option)=") ? word : nil
      if let value { return value.hasSuffix("sv") }
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }?.hasPrefix("sv") ?? false
  }

  /// The command line without the option, where the command does not take it itself.
  static func withoutOption(_ arguments: [String]) -> [String] {
    let command = arguments.first { !$0.hasPrefix("-") && $0 != "sv" && $0 != "en" }
    if command == "report" || command == "review" { return arguments }
    var rest = arguments
    for value in ["sv", "en"] {
      let end = rest.firstIndex(of: "--") ?? rest.endIndex
      if let index = rest[..<end].firstIndex(of: "\(option)=\(value)") { rest.remove(at: index) }
    }
    if let index = rest.firstIndex(of: option), index + 1 < rest.count,
      ["sv", "en"].contains(rest[index + 1]), !rest[..<index].contains("--")
    {
      rest.removeSubrange(index...(index + 1))
    }
    return rest
  }

  /// The table: what is said in English, and below it the same in Swedish.
  private static let swedish: [String: String] = {
    var table: [String: String] = [:]
    var english: String?
    for line in String(decoding: PackageResources.sv_txt, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if let said = english {
        table[said] = String(line)
        english = nil
      } else {
        english = String(line)
      }
    }
    return table
  }()

  /// A text in the language of the tool; white space in it counts once.
  static func said(_ english: String) -> String {
    guard isSwedish else { return english }
    let key = english.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return swedish[key] ?? english
  }
}
