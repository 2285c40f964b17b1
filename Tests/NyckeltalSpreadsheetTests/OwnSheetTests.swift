import Foundation
import NyckeltalModel
import NyckeltalReports
import NyckeltalSpreadsheet
import Testing

struct OwnSheetTests {
  @Test(.enabled(if: Workbook.canOpen)) func everyBlockOfAnOwnSheetIsThere() throws {
    let number = { (value: Double) in ReportCell(.number(value, NumberStyle())) }
    let chart = { (title: String) in
      ReportChart(
        title: title,
        categoryAxis: "År",
        valueAxis: "Antal",
        categories: ["2014", "2015"],
        series: [.init(name: "Utfall", cells: [number(17), number(19)])],
        alternativeText: "\(title) i ord"
      )
    }
    let table = { (name: String) in
      ReportTable(
        name: name,
        columns: [
          .init(id: "a", title: name, content: .label, placement: .column),
          .init(id: "b", title: "Värde", content: .number, placement: .column),
        ],
        sections: [.init(rows: [.init(cells: [ReportCell(.text(name)), number(23)])])],
        emptyNote: ""
      )
    }
    let figure = KeyFigure(label: "Nyckeltal", cell: number(29), comparison: "jämfört")
    let sheet = ReportSheet(
      purpose: .other,
      title: "Eget",
      blocks: [
        .keyFigures([figure]), .chart(chart("Diagram A")), .table(table("Första")),
        .lines(heading: "Rubrik", [ReportLine("En mening.")]), .chart(chart("Diagram B")),
        .table(table("Andra")),
      ]
    )
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Report(title: "Rapport", sheets: [sheet]))
    )
    #expect(workbook.malformed.isEmpty)
    let words = workbook.text("xl/sharedStrings.xml")
    for text in ["Nyckeltal", "jämfört", "Första", "Andra", "Rubrik", "En mening.", "Diagram B"] {
      #expect(words.contains(text), "\(text)")
    }
    let cells = workbook.text("xl/worksheets/sheet1.xml")
    for value in [17, 19, 23, 29] { #expect(cells.contains("<v>\(value)</v>"), "\(value)") }
    #expect(workbook.text("xl/charts/chart2.xml").contains("<c:v>19</c:v>"))
    let page = PageRenderer().html(Report(title: "Rapport", sheets: [sheet]))
    for text in ["Nyckeltal", "Diagram A", "Andra", "En mening."] {
      #expect(page.contains(text), "\(text)")
    }
  }

  /// What other programs read is a share of one, a day, and every number of a source.
  @Test(.enabled(if: Workbook.canOpen)) func cellsHoldWhatTheyMean() throws {
    let percent = { (value: Double) in
      ReportCell(.number(value, NumberStyle(suffix: .percent, decimals: 1)))
    }
    let points = NumberStyle(suffix: .percentagePoints, decimals: 1, isSigned: true)
    let table = ReportTable(
      name: "tabell",
      columns: [
        .init(id: "a", title: "A", content: .number, placement: .column),
        .init(id: "b", title: "B", content: .number, placement: .column),
        .init(id: "difference", title: "C", content: .number, placement: .column),
        .init(id: "date", title: "Datum", content: .word, placement: .column),
        .init(id: "source", title: "Källa", content: .references, placement: .references),
      ],
      sections: [
        .init(rows: [
          .init(cells: [
            percent(69.8), percent(72),
            ReportCell(.formula(.difference(.cell("b"), .cell("a")), points)),
            ReportCell(.text("2015-05-07")),
            ReportCell(.text("1, 2, 3, 4, 5"), sources: [1, 2, 3, 4, 5]),
          ])
        ])
      ],
      emptyNote: ""
    )
    let report = Report(
      title: "Rapport",
      sheets: [ReportSheet(purpose: .other, title: "Eget", blocks: [.table(table)])]
    )
    let workbook = try Workbook(SpreadsheetRenderer().bytes(report))
    #expect(workbook.malformed.isEmpty)
    let cells = workbook.text("xl/worksheets/sheet1.xml")
    #expect(cells.contains("<v>0.698") && cells.contains("<v>0.72</v>"))
    #expect(cells.contains("*100</f><v>2.2"))
    #expect(cells.contains("<v>42131</v>"))
    #expect(workbook.text("xl/styles.xml").contains("yyyy-mm-dd"))
    #expect(workbook.text("xl/comments1.xml").contains("1, 2, 3, 4, 5"))
    #expect(cells.contains("<autoFilter"))
  }

  @Test(.enabled(if: Workbook.canOpen)) func linesLeaveGapsAndNotesAreComments() throws {
    let style = NumberStyle()
    let chart = ReportChart(
      title: "Utveckling",
      categoryAxis: "Period",
      valueAxis: "Antal",
      categories: ["2014", "2015", "2016"],
      series: [
        .init(
          name: "Utfall",
          cells: [ReportCell(.number(17, style)), .empty, ReportCell(.number(19, style))]
        )
      ],
      alternativeText: "Linje",
      shape: .lines
    )
    let corrected = ReportCell(.number(5, style), note: "rättad: tryckfel\u{0}")
    let table = ReportTable(
      name: "t",
      columns: [.init(id: "a", title: "A", content: .number, placement: .column)],
      sections: [.init(rows: [.init(cells: [corrected])])],
      emptyNote: ""
    )
    let sheet = ReportSheet(
      purpose: .followUp,
      title: "Eget",
      blocks: [.chart(chart), .table(table)]
    )
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Report(title: "Rapport", sheets: [sheet]))
    )
    #expect(workbook.malformed.isEmpty)
    let drawn = workbook.text("xl/charts/chart1.xml")
    // A gap is what is drawn where nothing else is asked for.
    #expect(drawn.contains("<c:lineChart>") && !drawn.contains("dispBlanksAs"))
    #expect(drawn.contains("<c:v>19</c:v>") && !drawn.contains("<c:v>0</c:v>"))
    #expect(workbook.text("xl/comments1.xml").contains("rättad: tryckfel"))
    #expect(workbook.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
  }

  /// libxlsxwriter puts names and ranges together in buffers that it counts in bytes.
  @Test(.enabled(if: Workbook.canOpen), arguments: ["ö", "漢", "'", "&"])
  func longNamesOfWideLettersAreWhole(_ letter: String) throws {
    let name = "a" + String(repeating: letter, count: 29) + "b"
    let table = ReportTable(
      name: "t",
      columns: [.init(id: "a", title: "A", content: .label, placement: .column)],
      sections: [
        .init(rows: [.init(cells: [ReportCell(.text("x"), link: .use(1))], anchor: 1)])
      ],
      isList: true,
      emptyNote: ""
    )
    let sheet = ReportSheet(purpose: .sources, title: name, blocks: [.table(table)])
    let data = ReportSheet(
      purpose: .other,
      title: "Eget",
      blocks: [.lines(heading: "Rad", [ReportLine("En mening.", sources: [1])])]
    )
    let workbook = try Workbook(
      SpreadsheetRenderer().bytes(Report(title: "Rapport", sheets: [sheet, data]))
    )
    #expect(workbook.malformed.isEmpty)
    let quoted = "'\(name.replacing("'", with: "''"))'"
    let escaped = quoted.replacing("&", with: "&amp;")
    let book = workbook.text("xl/workbook.xml")
    #expect(book.contains("\(escaped)!$A$4:$A$5</definedName>"))
    #expect(book.contains("\(escaped)!$4:$4</definedName>"))
    let link = workbook.text("xl/worksheets/sheet2.xml").replacing("&apos;", with: "'")
    #expect(link.contains("location=\"\(escaped)!A5\""))
  }
}
