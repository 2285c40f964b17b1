import NyckeltalQuantities
import Testing

/// The lines of `nyckeltal quantities`.
struct ExportTests {
  @Test func lines() {
    let output = export("Cirka 15 900 unga\n\nunder 2015\r\n115-120 platser")
    #expect(
      output == """
        {"line":1,"range":[0,17],"text":"Cirka 15 900 unga","form":"cardinal","value":15900,\
        "lower":null,"upper":null,"qualifier":"about","unit":"persons","direction":null,\
        "period":null,"rules":["number.digits","number.grouped","unit.persons","qualifier.about"]}
        {"line":3,"range":[25,29],"text":"2015","form":"period","value":null,"lower":null,\
        "upper":null,"qualifier":"exact","unit":null,"direction":null,"period":"2015",\
        "rules":["period.year"]}
        {"line":4,"range":[31,46],"text":"115-120 platser","form":"cardinal","value":null,\
        "lower":115,"upper":120,"qualifier":"exact","unit":"places","direction":null,\
        "period":null,"rules":["number.digits","range.dash","unit.places"]}

        """
    )
  }

  @Test("A line longer than a piece is read whole")
  func longLine() {
    let word = "Det kom 12 personer till mötet. "
    let count = 200_000 / word.utf8.count
    let lines = export(String(repeating: word, count: count)).split(separator: "\n")
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.contains("\"value\":12,") && $0.contains("\"line\":1,") })
  }

  @Test("A long line without white space is cut between characters")
  func longWord() {
    #expect(export(String(repeating: "å", count: 100_000) + " 12").contains("\"value\":12,"))
  }

  private func export(_ text: String) -> String {
    var output: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { input in
      QuantityExport().run(input) { output += $0 }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
