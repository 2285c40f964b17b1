import NyckeltalReports

/// A sheet with everything in its place, before any library sees it.
struct SheetLayout: Sendable {
  /// A cell, or several of a row as one.
  struct Cell: Sendable {
    /// What it holds.
    enum Content: Sendable {
      case blank
      case text(String)
      case number(Double)
      case formula(String, cached: Double)
      case words(String, cached: String)
    }

    var row: Int
    var column: Int
    /// The last column of a merged cell.
    var lastColumn: Int
    var content: Content
    var style: CellStyle
    var link: ReportCell.Link?
    /// The statements that it rests on, for the links back.
    var sources: [Int]
    /// What is to be known about it, as a comment.
    var note: String?
  }

  /// A colour that a cell takes on when it says something.
  struct Colouring: Sendable, Hashable {
    var column: Int
    var words: String
    var color: UInt32
  }

  /// A chart over cells of the same sheet.
  struct Chart: Sendable {
    var chart: ReportChart
    var row: Int
    var column: Int
    var width: Double
    var height: Double
    /// The row of the series' names; the categories follow it.
    var dataRow: Int
    var categoryColumn: Int
    var seriesColumns: [Int]
  }

  /// The rows of a long list, which become cells only when they are written.
  struct List: Sendable {
    var table: TableLayout
    var rows: [ReportTable.Row]
    var firstRow: Int

    /// The row at which a list is so long that it goes to disk as it is written.
    static let bulkLimit = 5_000
  }

  var name: SheetName
  var purpose: ReportSheet.Purpose
  var widths: [Double] = []
  var heights: [Int: Double] = [:]
  var cells: [Cell] = []
  var charts: [Chart] = []
  /// The colours of what formulas may come to say, each once.
  var colourings: [Colouring] = []
  /// The row of column headings, repeated on each page.
  var headerRow: Int?
  /// The first cell that scrolls.
  var frozen: CellAddress?
  /// The last cell that is printed.
  var last = CellAddress(row: 0, column: 0)
  var hasFilter = false
  /// What follows the cells.
  var list: List?
  /// Whether it is printed on one page, not only one page wide.
  var fitsOnePage = false
  /// A name for the table's range, header included.
  var rangeName: DefinedName?
  /// The rows of statements, by number.
  var anchors: [Int: CellAddress] = [:]

  /// The pages that a sheet must be wide to be read in print.
  var pagesWide: Int {
    let points = widths.map(TextMetrics.points)
    return list == nil ? Self.pages(points, size: 10) : Self.pages(points, size: 9)
  }

  /// The pages for columns: A4 across, with letters of no less than seven points.
  static func pages(_ widths: [Double], size: Double = 9) -> Int {
    max(1, Int((widths.reduce(0, +) / (paper.width * size / leastSize)).rounded(.up)))
  }

  /// Whether a sheet of nine points can be read on one page.
  static func fitsOnePage(width: Double, height: Double) -> Bool {
    let scale = min(1, paper.width / width, paper.height / height)
    return scale * 9 >= leastSize
  }

  /// A4 across, without its margins, in points.
  private static let paper = (width: 770.0, height: 494.0)
  /// The least size of letters in print.
  private static let leastSize = 7.0

  mutating func add(
    _ content: Cell.Content,
    row: Int,
    column: Int,
    to lastColumn: Int? = nil,
    _ style: CellStyle,
    link: ReportCell.Link? = nil,
    sources: [Int] = [],
    note: String? = nil
  ) {
    cells.append(
      Cell(
        row: row,
        column: column,
        lastColumn: lastColumn ?? column,
        content: content,
        style: style,
        link: link,
        sources: sources,
        note: note
      )
    )
    last.row = max(last.row, row)
    last.column = max(last.column, lastColumn ?? column)
  }
}
