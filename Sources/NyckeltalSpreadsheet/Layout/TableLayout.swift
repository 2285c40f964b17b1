import NyckeltalReports

/// Lays out a sheet that is one table: a title, a header that stays in view, sections of rows.
struct TableLayout {
  var table: ReportTable
  var language: ReportLanguage
  /// Words as long as the name of any place that a link back leads to.
  var useSample = ""

  static let size = 10.0
  static let padding = 8.0
  static let leastHeight = 19.0
  /// The rows that the widths of a long list are taken from.
  static let measuredRows = 1_000

  /// The widths of the columns, in characters.
  var widths: [Double] { table.columns.indices.map { TextMetrics.columns(width($0)) } }

  /// Lays the sheet out: nothing but the table.
  func add(to layout: inout SheetLayout, title: String, subtitle: String) {
    layout.widths = widths
    var row = Self.addTitle(title, subtitle, to: &layout)
    layout.headerRow = row
    layout.frozen = CellAddress(row: row + 1, column: table.isList ? 0 : 1)
    // A table that is divided by titles would lose them.
    layout.hasFilter = table.sections.allSatisfy { $0.title == nil } || layout.purpose == .review
    add(at: &row, isLast: true, to: &layout)
  }

  /// The title of a sheet of tables.
  ///
  /// - Returns: The first row below it.
  static func addTitle(_ title: String, _ subtitle: String, to layout: inout SheetLayout) -> Int {
    let style = CellStyle(size: 16, isBold: true, color: Palette.accent)
    layout.add(.text(title), row: 0, column: 0, style)
    layout.heights[0] = 26
    layout.add(.text(subtitle), row: 1, column: 0, CellStyle(size: 10, color: Palette.muted))
    layout.heights[1] = 16
    layout.heights[2] = 8
    return 3
  }

  /// Lays the table out from a row on, over columns whose widths are set.
  ///
  /// - Parameters:
  ///   - row: The row of the header; afterwards the first below the table.
  ///   - isLast: Whether nothing follows on the sheet.
  ///   - layout: The sheet.
  func add(at row: inout Int, isLast: Bool, to layout: inout SheetLayout) {
    let lastColumn = max(0, table.columns.count - 1)
    let header = row
    for (index, column) in table.columns.enumerated() {
      layout.add(.text(column.title), row: header, column: index, headerStyle(column))
    }
    layout.heights[header] = 22
    row += 1
    guard table.rowCount > 0 else {
      let style = CellStyle(isItalic: true, color: Palette.muted)
      layout.add(.text(table.emptyNote), row: row, column: 0, style)
      layout.heights[row] = Self.leastHeight
      layout.last.column = max(layout.last.column, lastColumn)
      row += 1
      return
    }
    if isLast, table.isList, table.sections.allSatisfy({ $0.title == nil }) {
      return addList(at: row, to: &layout)
    }
    for section in table.sections {
      if let title = section.title {
        let style = CellStyle(
          size: 11,
          isBold: true,
          color: Palette.accent,
          vertical: .bottom,
          bottom: .thin,
          borderColor: Palette.accent
        )
        for column in 0...lastColumn {
          layout.add(column == 0 ? .text(title) : .blank, row: row, column: column, style)
        }
        layout.heights[row] = row == header + 1 ? 22 : 30
        row += 1
      }
      for item in section.rows {
        add(item, at: row, to: &layout)
        row += 1
      }
    }
  }

  private func addList(at row: Int, to layout: inout SheetLayout) {
    let rows = table.sections.flatMap(\.rows)
    for (index, item) in rows.enumerated() {
      if let anchor = item.anchor {
        layout.anchors[anchor] = CellAddress(row: row + index, column: 0)
      }
    }
    layout.list = SheetLayout.List(table: self, rows: rows, firstRow: row)
    layout.last = CellAddress(row: row + rows.count - 1, column: max(0, table.columns.count - 1))
  }

  /// The cells of a row.
  func cells(_ item: ReportTable.Row, at row: Int) -> [SheetLayout.Cell] {
    table.columns.indices.prefix(item.cells.count).map { index in
      let (cell, column) = (item.cells[index], table.columns[index])
      return SheetLayout.Cell(
        row: row,
        column: index,
        lastColumn: index,
        content: content(cell, column, item, row),
        style: style(cell, column, item),
        link: link(cell, column),
        sources: cell.sources,
        note: cell.note ?? allSources(cell)
      )
    }
  }

  private func add(_ item: ReportTable.Row, at row: Int, to layout: inout SheetLayout) {
    var height = Self.leastHeight
    let cells = cells(item, at: row)
    layout.cells += cells
    for colouring in colourings(item) where !layout.colourings.contains(colouring) {
      layout.colourings.append(colouring)
    }
    layout.last.row = max(layout.last.row, row)
    layout.last.column = max(layout.last.column, cells.count - 1)
    for cell in cells where !table.isList {
      guard let text = text(item.cells[cell.column]) else { continue }
      let style = cell.style
      let width =
        TextMetrics.points(layout.widths[cell.column]) - Self.padding - Double(style.indent) * 7
      let lines = TextMetrics.lines(text, in: width, size: style.size, isBold: style.isBold)
      height = max(height, TextMetrics.height(lines: lines, size: style.size) + 6)
    }
    layout.heights[row] = min(height, 400)
    if let anchor = item.anchor { layout.anchors[anchor] = CellAddress(row: row, column: 0) }
  }

  /// Figures and numbers of sources lead to their places.
  ///
  /// Words do not: LibreOffice neither wraps linked words nor keeps their colour.
  private func link(_ cell: ReportCell, _ column: ReportTable.Column) -> ReportCell.Link? {
    if case .use = cell.link { return cell.link }
    if case .status = cell.content { return nil }
    return column.content == .number || column.content == .references ? cell.link : nil
  }

  /// Whether a computation is over cells of percent, which hold shares of one.
  private func isOfPercent(_ expression: ReportExpression, _ item: ReportTable.Row) -> Bool {
    expression.columns.contains { id in
      guard let index = table.columns.firstIndex(where: { $0.id == id }), index < item.cells.count
      else { return false }
      switch item.cells[index].content {
      case .number(_, let style), .formula(_, let style): return style.suffix == .percent
      case .empty, .text, .missing, .status: return false
      }
    }
  }

  /// The day of a date, counted as workbooks do; `nil` for what is no whole date.
  private func day(_ words: String, _ column: ReportTable.Column) -> Int? {
    guard column.id == ReportColumn.date.rawValue, words.utf8.count == 10 else { return nil }
    return WorkbookWriter.day(words)
  }

  private func content(
    _ cell: ReportCell,
    _ column: ReportTable.Column,
    _ item: ReportTable.Row,
    _ row: Int
  ) -> SheetLayout.Cell.Content {
    switch cell.content {
    case .empty: return .blank
    // The number of one source is a number, not a text that looks like one.
    case .text(let words) where cell.sources.count == 1 && words == "\(cell.sources[0])":
      return .number(Double(cell.sources[0]))
    case .text(let words):
      if let day = day(words, column) { return .number(Double(day)) }
      return .text(shortened(words, cell))
    case .missing(let words): return .text(shortened(words, cell))
    case .status(let status): return live(status, item, row) ?? .text("● " + status.text)
    case .number(let value, let style): return .number(style.cellValue(value))
    case .formula(let expression, let style):
      let formula = expression.formula { id in
        table.columns.firstIndex { $0.id == id }.map {
          CellAddress(row: row, column: $0).description
        }
      }
      let value = expression.value { table.number(in: item, column: $0) }
      guard let formula, let value else { return .blank }
      // Between cells that hold shares of one, a difference is told in percentage points.
      if style.suffix == .percentagePoints, isOfPercent(expression, item) {
        return .formula("=(\(formula.dropFirst()))*100", cached: value)
      }
      return .formula(formula, cached: style.cellValue(value))
    }
  }

  /// The first few of many numbers of sources: linked words are not wrapped, and the link leads to
  /// the first.
  private func shortened(_ words: String, _ cell: ReportCell) -> String {
    guard allSources(cell) != nil else { return words }
    return cell.sources.prefix(2).map(String.init).joined(separator: ", ") + " …"
  }

  /// All numbers of a list of sources that is cut in its cell, for the cell's comment.
  private func allSources(_ cell: ReportCell) -> String? {
    guard cell.sources.count > 3, case .text(let words) = cell.content else { return nil }
    let all = cell.sources.map(String.init).joined(separator: ", ")
    return words == all ? all : nil
  }

  /// The words of a cell that may be wrapped.
  func text(_ cell: ReportCell) -> String? {
    switch cell.content {
    case .text(""): if case .use = cell.link { useSample } else { nil }
    case .text(let words), .missing(let words): shortened(words, cell)
    case .status(let status): "● " + status.text
    case .empty, .number, .formula: nil
    }
  }

  // MARK: Styles

  private func headerStyle(_ column: ReportTable.Column) -> CellStyle {
    CellStyle(
      size: 9.5,
      isBold: true,
      color: Palette.accent,
      fill: Palette.header,
      horizontal: column.content == .number ? .right : .left,
      isWrapped: !table.isList,
      indent: column.content == .number || column.content == .label ? 0 : 1,
      bottom: .medium,
      borderColor: Palette.accent
    )
  }

  private func style(
    _ cell: ReportCell,
    _ column: ReportTable.Column,
    _ item: ReportTable.Row
  ) -> CellStyle {
    var style = CellStyle(size: table.isList ? 9 : Self.size, bottom: .thin)
    style.horizontal = column.content == .number ? .right : .left
    style.isWrapped = !table.isList && column.content != .number
    style.vertical = table.isList ? .center : .center
    if item.isSpoken {
      style.fill = Palette.spoken
      style.isItalic = true
    }
    if column.content == .label {
      style.isBold = item.level == 0 && !item.isSpoken && !table.isList
      style.indent = UInt8(min(item.level * 2, 10))
    } else if style.horizontal == .left {
      // Words do not touch the figures to their left.
      style.indent = 1
    }
    if link(cell, column) != nil { style.color = Palette.link }
    switch cell.content {
    case .number(_, let number), .formula(_, let number):
      style.numberFormat = number.excelFormat(language)
    case .missing:
      style.color = Palette.muted
      style.isItalic = true
    case .status(let status):
      style.color = status.level.color
      style.isItalic = false
    case .text(let words):
      if day(words, column) != nil { style.numberFormat = "yyyy-mm-dd" }
    case .empty: break
    }
    return style
  }
}
