import NyckeltalModel
import NyckeltalReports

extension NumberStyle {
  /// The style as an Excel number format; separators follow the reader's own language.
  ///
  /// ECMA-376 18.8.31: formats are stored in their English form, and a trailing comma divides by
  /// a thousand.
  func excelFormat(_ language: ReportLanguage) -> String { excelFormat(language, hasUnit: true) }

  /// The format without the unit, for an axis whose name says it.
  func bareExcelFormat(_ language: ReportLanguage) -> String {
    excelFormat(language, hasUnit: false)
  }

  private func excelFormat(_ language: ReportLanguage, hasUnit: Bool) -> String {
    let sign = Self.sign(qualifier)
    let digits = suffix == .percent ? "0" : "#,##0"
    var number = digits
    if decimals > 0 { number += "." + String(repeating: "0", count: decimals) }
    let space = "\u{A0}"
    let isSwedish = language == .swedish
    switch suffix {
    case .none: break
    case .thousandsOfKronor where !hasUnit: number += ","
    case .millionsOfKronor where !hasUnit: number += ",,"
    case .percentagePoints where !hasUnit, .kronor where !hasUnit: break
    // Unquoted, the sign multiplies by a hundred: a cell of 69,8 % holds 0,698.
    case .percent, .share: number += isSwedish ? "\"\(space)\"%" : "%"
    case .percentagePoints: number += "\"\(space)\(isSwedish ? "%-enheter" : "pp")\""
    case .kronor: number += "\"\(space)\(isSwedish ? "kr" : "SEK")\""
    case .thousandsOfKronor: number += ",\"\(space)\(isSwedish ? "tkr" : "kSEK")\""
    case .millionsOfKronor: number += ",,\"\(space)\(isSwedish ? "mnkr" : "MSEK")\""
    }
    let start = sign.isEmpty ? "" : "\"\(sign)\(space)\""
    if isSigned { return "\(start)+\(number);\(start)\"−\"\(number);\(start)\(number)" }
    return sign.isEmpty ? number : "\(start)\(number);\(start)\"−\"\(number)"
  }

  /// What a cell holds for a number: a share of one where it is written as percent.
  func cellValue(_ value: Double) -> Double { suffix == .percent ? value / 100 : value }

  /// A text about as wide as the number will be.
  func widthSample(_ value: Double) -> String {
    let scaled = (value / divisor).magnitude
    let whole = scaled < 9e15 ? String(Int64(scaled)) : "000 000 000 000 000"
    let groups = String(repeating: "\u{A0}", count: max(0, (whole.count - 1) / 3))
    let words: String =
      switch suffix {
      case .none: ""
      case .percent, .share: " %"
      case .percentagePoints: " %-enheter"
      case .kronor: " SEK"
      case .thousandsOfKronor, .millionsOfKronor: " MSEK"
      }
    return Self.sign(qualifier) + "\u{A0}" + (isSigned || value < 0 ? "+" : "") + whole + groups
      + (decimals > 0 ? "," + String(repeating: "0", count: decimals) : "") + words
  }

  private static func sign(_ qualifier: Qualifier) -> String {
    switch qualifier {
    case .exact: ""
    case .about: "≈"
    case .almost: "≲"
    case .lessThan: "<"
    case .moreThan: ">"
    case .atLeast: "≥"
    case .atMost: "≤"
    }
  }
}

extension ReportExpression {
  /// The columns that it refers to.
  var columns: [String] {
    switch self {
    case .cell(let column): [column]
    case .number: []
    case .sum(let left, let right), .difference(let left, let right),
      .quotient(let left, let right):
      left.columns + right.columns
    case .absolute(let inner): inner.columns
    }
  }

  /// The expression as a formula over the cells of a row.
  ///
  /// - Parameter address: The cell of a column; `nil` where the table has no such column.
  /// - Returns: The formula with its equals sign, or `nil`.
  func formula(_ address: (String) -> String?) -> String? {
    text(address).map { "=" + $0 }
  }

  private func text(_ address: (String) -> String?) -> String? {
    switch self {
    case .cell(let column): return address(column)
    case .number(let number): return number.isFinite ? "\(number)" : nil
    case .sum(let left, let right): return joined(left, "+", right, address)
    case .difference(let left, let right): return joined(left, "-", right, address)
    case .quotient(let left, let right): return joined(left, "/", right, address)
    case .absolute(let inner): return inner.text(address).map { "ABS(\($0))" }
    }
  }

  private func joined(
    _ left: ReportExpression,
    _ sign: String,
    _ right: ReportExpression,
    _ address: (String) -> String?
  ) -> String? {
    guard let left = left.operand(address), let right = right.operand(address) else { return nil }
    return left + sign + right
  }

  private func operand(_ address: (String) -> String?) -> String? {
    switch self {
    case .cell, .number, .absolute: text(address)
    case .sum, .difference, .quotient: text(address).map { "(\($0))" }
    }
  }
}
