import ArgumentParser
import Nyckeltal

/// How a table of observations is written.
struct CSVOptions: ParsableArguments {
  /// A separator by its name on the command line.
  enum Separator: String, ExpressibleByArgument, CaseIterable {
    case comma, semicolon, tab
  }

  @Option(help: "For .csv: comma, semicolon or tab between cells.")
  var csvSeparator = Separator.comma

  @Flag(help: "For .csv: write 2,5 instead of 2.5.")
  var decimalComma = false

  @Flag(help: "For .csv: begin with a byte order mark, as Excel wants it.")
  var bom = false

  var style: CSVStyle {
    let separator: CSVStyle.Separator =
      switch csvSeparator {
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      }
    return CSVStyle(
      separator: separator,
      hasDecimalComma: decimalComma,
      hasByteOrderMark: bom
    )
  }
}
