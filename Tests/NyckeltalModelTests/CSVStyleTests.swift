import NyckeltalModel
import Testing

struct CSVStyleTests {
  private static let hostile = ["=1+1", "@SUM(A1)", "+46 8 508", "-2+A1", "\tx", "\rx"]

  @Test func cellsThatWouldBeFormulasBeginWithAnApostrophe() {
    let excel = CSVStyle(separator: .semicolon, hasDecimalComma: true, hasByteOrderMark: true)
    for cell in Self.hostile { #expect(excel.row([cell]).contains("'\(cell)")) }
    #expect(excel.row(["-2,5", "+3", "-", "a=b", excel.number(-7.5)]) == "-2,5;+3;-;a=b;-7,5")
    // the standard's own form is for programs, and stays as it is
    #expect(CSVStyle().row(["=1+1", "-2+A1"]) == "=1+1,-2+A1")
  }
}
