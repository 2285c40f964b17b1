internal import CXlsxWriter
import NyckeltalReports

/// Writes a workbook that has been laid out, cell by cell.
struct WorkbookWriter {
  var report: Report
  var layout: WorkbookLayout

  func write(to path: String, room: TemporaryRoom) throws(SpreadsheetError) {
    try withCLocale { () throws(SpreadsheetError) in
      let workbook = try WorkbookHandle(path: path, room: room)
      var state = State()
      try workbook.setProperties(
        title: CleanText(report.title, limit: 255),
        subject: CleanText(report.subtitle ?? report.title, limit: 255),
        secondsSince1970: Self.seconds(report.date)
      )
      for sheet in layout.sheets {
        state.links = 0
        if let list = sheet.list, list.rows.count >= SheetLayout.List.bulkLimit {
          let bulk = try write(sheet, list, inBulkTo: workbook, &state)
          state.bytes += bulk.bytes
          try finish(sheet, bulk.handle, workbook)
        } else {
          try finish(sheet, try write(sheet, to: workbook, &state), workbook)
        }
      }
      try workbook.finish(place: path, room: room, bytes: state.bytes)
    }
  }

  /// What is kept from cell to cell.
  private struct State {
    var formats = FormatCache()
    /// The links of the sheet.
    var links = 0
    /// About the most that the parts take on disk.
    var bytes = 1 << 18
  }

  private func write(
    _ layout: SheetLayout,
    to workbook: borrowing WorkbookHandle,
    _ state: inout State
  ) throws(SpreadsheetError) -> WorksheetHandle {
    let sheet = try workbook.addSheet(layout.name)
    for (row, height) in layout.heights.sorted(by: { $0.key < $1.key }) {
      try sheet.setHeight(height, row: row)
    }
    for cell in layout.cells { try write(cell, to: sheet, workbook, &state) }
    if let list = layout.list {
      for (index, row) in list.rows.enumerated() {
        for cell in list.table.cells(row, at: list.firstRow + index) {
          try write(cell, to: sheet, workbook, &state)
        }
      }
    }
    for chart in layout.charts {
      let object = try workbook.addChart(chart.chart.shape, place: layout.name.string)
      try ChartWriter(chart: chart, language: report.language).write(object, to: sheet)
    }
    for colouring in layout.colourings {
      let format = try state.formats.format(CellStyle(color: colouring.color), in: workbook)
      try sheet.color(
        colouring.column,
        rows: (layout.headerRow ?? 0)...layout.last.row,
        beginningWith: CleanText(colouring.words),
        format
      )
    }
    return sheet
  }

  /// Writes a sheet whose list is long row by row.
  private func write(
    _ layout: SheetLayout,
    _ list: SheetLayout.List,
    inBulkTo workbook: borrowing WorkbookHandle,
    _ state: inout State
  ) throws(SpreadsheetError) -> BulkSheet {
    var sheet = try workbook.addBulkSheet(layout.name)
    let head = Dictionary(grouping: layout.cells, by: \.row)
    for row in 0..<list.firstRow {
      try sheet.nextRow(height: layout.heights[row])
      for cell in head[row] ?? [] { try write(cell, to: &sheet, workbook, &state) }
    }
    for row in list.rows {
      try sheet.nextRow()
      for cell in list.table.cells(row, at: sheet.row) {
        try write(cell, to: &sheet, workbook, &state)
      }
    }
    try sheet.end()
    return sheet
  }

  /// Sets what concerns a sheet as a whole.
  private func finish(
    _ layout: SheetLayout,
    _ sheet: WorksheetHandle,
    _ workbook: borrowing WorkbookHandle
  ) throws(SpreadsheetError) {
    for (column, width) in layout.widths.enumerated() { try sheet.setWidth(width, column: column) }
    if layout.list != nil { sheet.setDefaultHeight(TableLayout.leastHeight) }
    sheet.hideGrid()
    try sheet.allowNumbersAsText()
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
      pagesWide: layout.pagesWide,
      isOnePage: layout.fitsOnePage,
      header: header,
      footer: PageFooter(report.language).text(layout.name)
    )
  }

  private func write(
    _ cell: SheetLayout.Cell,
    to sheet: WorksheetHandle,
    _ workbook: borrowing WorkbookHandle,
    _ state: inout State
  ) throws(SpreadsheetError) {
    let format = try state.formats.format(cell.style, in: workbook)
    let (row, column) = (cell.row, cell.column)
    if cell.lastColumn > column { try sheet.merge(row, column...cell.lastColumn, format) }
    if let target = cell.link.flatMap(layout.target), state.links < Self.mostLinks {
      try sheet.link(row, column, to: target, format)
      state.links += 1
    }
    if let note = cell.note, !note.isEmpty { try sheet.comment(row, column, CleanText(note)) }
    state.bytes += 80
    switch cell.content {
    case .blank:
      try sheet.writeBlank(row, column, format)
    case .text(let words):
      let text = words.isEmpty ? cell.link.flatMap(layout.words) ?? "" : words
      state.bytes += text.utf8.count
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
    case .words(let formula, let cached):
      try sheet.write(formula: formula, cachedWords: CleanText(cached), row, column, format)
    }
  }

  private func write(
    _ cell: SheetLayout.Cell,
    to sheet: inout BulkSheet,
    _ workbook: borrowing WorkbookHandle,
    _ state: inout State
  ) throws(SpreadsheetError) {
    let format = try state.formats.format(cell.style, in: workbook)
    if let target = cell.link.flatMap(layout.target), state.links < Self.mostLinks {
      try sheet.link(cell.column, to: target, format)
      state.links += 1
    }
    switch cell.content {
    case .text(let words) where !words.isEmpty: try sheet.write(words, cell.column, format)
    case .blank, .text: try sheet.writeBlank(cell.column, format)
    case .number(let value):
      let number = try FiniteNumber(value, place: sheet.handle.place(cell.row, cell.column))
      try sheet.write(number, cell.column, format)
    case .formula(let formula, let cached):
      let number = try FiniteNumber(cached, place: sheet.handle.place(cell.row, cell.column))
      try sheet.write(formula: formula, cached: number, cell.column, format)
    // a long list has no row of its own for each status to follow from
    case .words(_, let cached): try sheet.write(cached, cell.column, format)
    }
  }

  /// Excel opens no more links on one sheet.
  private static let mostLinks = 65_530

  private var header: String {
    let right = PageFooter.text(report.subtitle ?? "")
    return "&L\(PageFooter.font)\(PageFooter.text(report.title))&R\(PageFooter.font)\(right)"
  }

  /// The seconds from 1970 to a date, or to 2000 where there is none: never the present.
  static func seconds(_ date: String?) -> Int {
    (date.flatMap(days) ?? 10_957) * 86_400
  }

  /// The number by which a cell holds a date, from 1900 on; `nil` for what is none.
  static func day(_ date: String) -> Int? { days(date).map { $0 + 25_569 } }

  /// The days from 1970 to a date from 1980 on.
  private static func days(_ date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1980...2200).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    // Days from civil (Howard Hinnant, chrono-compatible date algorithms).
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
