import Nyckeltal
import Testing

struct FiguresFileTests {
  private func read(_ text: String, comma: Bool = false) throws -> [Observation] {
    try FiguresFile(catalogue: .builtIn(), hasDecimalComma: comma)
      .observations(in: SourceText(name: "f.csv", bytes: Array(text.utf8)))
  }

  @Test func rowsBecomeObservationsWithTheirSource() throws {
    let table = """
      \u{FEFF}Source;indicator;kind;period;value;group;quote\r
      Kolada;sommarjobb.platser;outcome;2015-T1;"15 900,5";;\r
      \r
      ;sommarjobb.platser;target;2015;6700;unga;"i två ""rader""
      här"\r
      SCB;sommarjobb.platser;outcome;2016;\u{2212}3;;
      """
    let rows = try read(table, comma: true)
    #expect(rows.map(\.value) == [15_900.5, 6_700, -3])
    #expect(rows.map(\.source.document) == ["Kolada", "f.csv", "SCB"])
    #expect(rows.map(\.source.line) == [2, 4, 6])
    #expect(rows.map(\.period) == [.tertial(1, year: 2015), .year(2015), .year(2016)])
    #expect(rows.map(\.unit) == [.places, .places, .places])
    #expect(rows[1].source.quote == "i två \"rader\"\nhär" && rows[1].group == "unga")
    #expect(rows.allSatisfy { $0.topic == .sommarjobb && $0.rules == ["figures.row"] })
    let bytes = Array(table.utf8)
    let range = rows[2].source.range
    #expect(String(decoding: bytes[range], as: UTF8.self).hasPrefix("SCB;"))
    #expect(Set(rows.map(\.id)).count == 3)
    #expect(try read(table, comma: true).map(\.id) == rows.map(\.id))
  }

  @Test("A table with very many rows is refused before they are read")
  func rowLimit() throws {
    let row = "outcome;sommarjobb.platser;5\n"
    let rows = String(repeating: row, count: FiguresFile.mostRows)
    #expect(try read("kind;indicator;value\n\(rows)").count == FiguresFile.mostRows)
    let error = #expect(throws: FiguresError.self) {
      try read("kind;indicator;value\n\(rows)\(row)")
    }
    #expect(error?.description.contains("rows") == true)
  }

  @Test func whatIsExportedComesBack() throws {
    let extractor = ObservationExtractor(catalogue: try .builtIn())
    let minutes = """
      § 8 Tertialrapport 1 2015
      Särskilt uttalande av Åsa Ek (S) och Bo Ö (V)
      Omkring 4 200 ungdomar vill ha feriejobb. Målet är 115-120 platser. Antalet har minskat.
      """
    let source = try SourceText(name: "a.txt", bytes: Array(minutes.utf8))
    let observations = extractor.observations(in: source)
    #expect(observations.count > 2)
    for separator in CSVStyle.Separator.allCases where separator != .tab {
      let style = CSVStyle(separator: separator, hasDecimalComma: separator == .semicolon)
      let lines = [style.row(Observation.csvColumns)] + observations.map { $0.csvRow(style) }
      let table = lines.joined(separator: "\n")
      #expect(try read(table, comma: style.hasDecimalComma) == observations)
    }
  }

  @Test(
    "A cell that does not fit is named with its line and column",
    arguments: [
      ("kind,indicator,value\noutcome,sommarjobb.platser,\"7,4\"", "f.csv:2:3"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,1.2.3", "f.csv:2:3"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,1 00", "f.csv:2:3"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,1e5", "f.csv:2:3"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,", "f.csv:2:3"),
      ("kind,indicator,value\nrequest,sommarjobb.platser,4", "f.csv:2:3"),
      ("kind,indicator,value\noutcome,sommarjobb.x,4", "f.csv:2:2"),
      ("kind,indicator,value\noutcome,,4", "f.csv:2:2"),
      ("kind,indicator,value\n\nutfall,sommarjobb.platser,4", "f.csv:3:1"),
      ("kind,indicator,value,period\noutcome,sommarjobb.platser,4,2015-T4", "f.csv:2:4"),
      ("kind,indicator,value,date\noutcome,sommarjobb.platser,4,maj 2015", "f.csv:2:4"),
      ("kind,indicator,value,confidence\noutcome,sommarjobb.platser,4,2", "f.csv:2:4"),
      ("kind,indicator,lower,upper\noutcome,sommarjobb.platser,4,2", "f.csv:2:3"),
      ("kind,indicator,value,unit\noutcome,sommarjobb.platser,4,kr", "f.csv:2:4"),
      ("kind,indicator,value\noutcome,sommarjobb.platser", "f.csv:2"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,4,5", "f.csv:2"),
      ("kind,indicator,värde\noutcome,sommarjobb.platser,4", "f.csv:1:3"),
      ("kind,indicator,value,kind\n", "f.csv:1:4"),
      ("kind,value\noutcome,4", "f.csv:1"),
      ("kind,indicator,value" + String(repeating: ",x", count: 2_000), "f.csv:1"),
      ("id,kind,indicator,value\na,outcome,sommarjobb.platser,4\na,target,sfi.x,5", "f.csv:3:3"),
      (
        "id,kind,indicator,value\na,outcome,sommarjobb.platser,4\na,target,sommarjobb.platser,5",
        "f.csv:3"
      ),
      ("kind,indicator,value\n\"outcome\"x,sommarjobb.platser,4", "f.csv:2"),
      ("kind,indicator,value\noutcome,sommarjobb.platser,\"4", "f.csv"),
    ]
  )
  func faults(_ table: String, _ place: String) {
    let error = #expect(throws: FiguresError.self) { try read(table) }
    #expect(error?.place == place)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test(
    "The decimal sign is the one that was stated",
    arguments: [
      ("7.4", false, 7.4), ("7,4", true, 7.4), ("15\u{A0}900", false, 15_900),
      ("-0.5", false, -0.5),
      ("1 234 567,25", true, 1_234_567.25), ("400", true, 400),
    ]
  )
  func numbers(_ text: String, _ comma: Bool, _ value: Double) throws {
    let table = "kind;indicator;value\noutcome;sommarjobb.platser;\(text)"
    #expect(try read(table, comma: comma).map(\.value) == [value])
    if text.contains(where: { $0 == "." || $0 == "," }) {
      #expect(throws: FiguresError.self) { try read(table, comma: !comma) }
    }
  }
}
