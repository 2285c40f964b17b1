internal import CXlsxWriter
import NyckeltalReports

/// Writes a workbook that has been laid out, cell by cell.
struct WorkbookWriter {
  var report: Report
  var layout: WorkbookLayout

  func write(to path: String) throws(SpreadsheetError) {
    try withCLocale { () throws(SpreadsheetError) in
      let workbook = try WorkbookHandle(path: path)
      var formats = FormatCache()
      try workbook.setProperties(
        title: CleanText(report.title, limit: 255),
        subject: CleanText(report.subtitle ?? report.title, limit: 255),
        secondsSince1970: Self.seconds(report.date)
      )
      for sheet in layout.sheets { try write(sheet, to: workbook, &formats) }
      try workbook.finish(place: path)
    }
  }

  private func write(
    _ layout: SheetLayout,
    to workbook: borrowing WorkbookHandle,
    _ formats: inout FormatCache
  ) throws(SpreadsheetError) {
    let sheet = try workbook.addSheet(layout.name)
    for (column, width) in layout.widths.enumerated() { try sheet.setWidth(width, column: column) }
    for (row, height) in layout.heights.sorted(by: { $0.key < $1.key }) {
      try sheet.setHeight(height, row: row)
    }
    var links = 0
    for cell in layout.cells { try write(cell, to: sheet, workbook, &formats, &links) }
    for chart in layout.charts {
      let object = try workbook.addBarChart(place: layout.name.string)
      try ChartWriter(chart: chart, language: report.language).write(object, to: sheet)
    }
    sheet.hideGrid()
    if layout.purpose == .summary { sheet.setTab(Palette.accent) }
    if let frozen = layout.frozen { sheet.freeze(row: frozen.row, column: frozen.column) }
    if let header = layout.headerRow, layout.hasFilter, layout.last.row > header {
      try sheet.setAutofilter(rows: header...layout.last.row, columns: 0...layout.last.column)
    }
    if let name = layout.rangeName, let header = layout.headerRow {
      let first = CellAddress(row: header, column: 0)
      try workbook.define(
        name,
        "\(layout.name.quoted)!\(first.fixed):\(layout.last.fixed)"
      )
    }
    try sheet.setPrint(
      lastRow: layout.last.row,
      lastColumn: layout.last.column,
      headerRow: layout.headerRow,
      isOnePage: layout.fitsOnePage,
      header: header,
      footer: footer(layout.name)
    )
  }

  private func write(
    _ cell: SheetLayout.Cell,
    to sheet: WorksheetHandle,
    _ workbook: borrowing WorkbookHandle,
    _ formats: inout FormatCache,
    _ links: inout Int
  ) throws(SpreadsheetError) {
    let format = try formats.format(cell.style, in: workbook)
    let (row, column) = (cell.row, cell.column)
    if cell.lastColumn > column { try sheet.merge(row, column...cell.lastColumn, format) }
    let target = cell.link.flatMap(layout.target)
    if let target, links < Self.mostLinks {
      try sheet.link(row, column, to: target, format)
      links += 1
    }
    switch cell.content {
    case .blank:
      try sheet.writeBlank(row, column, format)
    case .text(let words):
      let text = words.isEmpty ? cell.link.flatMap(layout.words) ?? "" : words
      if text.isEmpty {
        try sheet.writeBlank(row, column, format)
      } else {
        try sheet.write(CleanText(text), row, column, format)
      }
    case .number(let value):
      let number = try FiniteNumber(value, place: sheet.place(row, column))
      try sheet.write(number, row, column, format)
    case .formula(let formula, let cached):
      let number = try FiniteNumber(cached, place: sheet.place(row, column))
      try sheet.write(formula: formula, cached: number, row, column, format)
    }
  }

  /// Excel opens no more links on one sheet.
  private static let mostLinks = 65_530

  /// The font of header and footer, as a command: Arial, 9 points, grey.
  private var font: String { "&\"\(CellStyle.font)\"&9&K6B7780" }

  private var header: String {
    "&L\(font)\(Self.headerText(report.title))&R\(font)\(Self.headerText(report.subtitle ?? ""))"
  }

  private func footer(_ name: SheetName) -> String {
    let page = report.language == .swedish ? "Sida &P av &N" : "Page &P of &N"
    return "&L\(font)\(Self.headerText(name.string))&R\(font)\(page)"
  }

  /// A text for header or footer, where & begins a command and 255 characters are all there is.
  private static func headerText(_ text: String) -> String {
    CleanText(text, limit: 80).string.replacing("&", with: "&&")
  }

  /// The seconds from 1970 to a date, or to 2000 where there is none: never the present.
  static func seconds(_ date: String?) -> Int {
    let parts = (date ?? "").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1980...2200).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return 946_684_800 }
    // Days from civil (Howard Hinnant, chrono-compatible date algorithms).
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }
}
