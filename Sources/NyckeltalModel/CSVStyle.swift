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

  private func cell(_ text: String) -> String {
    let mark = separator.rawValue.utf8.first
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == mark || $0 == 0x0A || $0 == 0x0D })
    else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
