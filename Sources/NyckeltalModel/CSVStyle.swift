/// How a CSV file is written (RFC 4180): which separator, which decimal sign, with or without a mark
/// of its encoding.
///
/// The standard's own form is what programs read. Excel under Swedish settings reads semicolons and
/// decimal commas, and takes a file for UTF-8 only when it begins with a byte order mark.
public struct CSVStyle: Sendable, Hashable {
  /// What stands between two cells.
  public enum Separator: String, Sendable, Hashable, CaseIterable {
    /// The standard's.
    case comma = ","
    /// What spreadsheets expect where the comma is the decimal sign.
    case semicolon = ";"
    /// A tab.
    case tab = "\t"
  }

  /// What stands between two cells.
  public var separator: Separator
  /// Whether 2.5 is written 2,5.
  public var hasDecimalComma: Bool
  /// Whether the file begins with U+FEFF.
  public var hasByteOrderMark: Bool

  /// Makes a style; without anything said, the standard's.
  public init(
    separator: Separator = .comma,
    hasDecimalComma: Bool = false,
    hasByteOrderMark: Bool = false
  ) {
    self.separator = separator
    self.hasDecimalComma = hasDecimalComma
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// A row without its line end.
  public func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: separator.rawValue)
  }

  /// A number's shortest digits; an empty cell for `nil` and for what is not finite.
  public func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    let digits = JSONText.digits(value)
    return hasDecimalComma ? digits.replacing(".", with: ",") : digits
  }

  /// Whether the file is for a spreadsheet program, which would take text that begins with `=`, `+`,
  /// `-` or `@` for a formula; such a cell then begins with an apostrophe.
  private var isForSpreadsheets: Bool { separator == .semicolon || hasByteOrderMark }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      // "-2,5" is a number, "-2+A1" is none
      return !text.utf8.dropFirst().allSatisfy { $0 &- 48 < 10 || $0 == 0x2C || $0 == 0x2E }
    default: return false
    }
  }

  private func cell(_ text: String) -> String {
    let text = isForSpreadsheets && Self.isFormula(text) ? "'\(text)" : text
    let mark = separator.rawValue.utf8.first
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == mark || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
