/// The columns in which the cells of a table stand, for the eye.
///
/// Cells span columns of a grid that is not to be seen: where a border was dragged aside in Word, the
/// grid has a column more than any row has cells.
struct FlowGrid {
  /// A cell in a row: its own, or one that reaches into it from above.
  struct Piece {
    var columns: Range<Int>
    /// The row and the position of the cell in it.
    var row: Int
    var cell: Int
    var isOwn: Bool
  }

  private(set) var rows: [[Piece]] = []
  /// The number of columns.
  private(set) var width = 0

  /// Places the cells of rows.
  init(_ rows: [FlowTable.Row], widths: [Int]) {
    place(rows)
    width = self.rows.map { $0.last?.columns.upperBound ?? 0 }.max() ?? 0
    join(widths)
  }

  /// Gives each cell its columns of the grid.
  private mutating func place(_ rows: [FlowTable.Row]) {
    // what a cell from above takes of each column, and of how many further rows
    var taken: [(rows: Int, piece: Piece)] = []
    for (number, row) in rows.enumerated() {
      var line: [Piece] = []
      var column = 0
      func pass() {
        while column < taken.count, taken[column].rows > 0 {
          let piece = taken[column].piece
          for inner in column..<min(piece.columns.upperBound, taken.count) {
            taken[inner].rows -= 1
          }
          var reached = piece
          reached.columns = column..<max(column + 1, piece.columns.upperBound)
          line.append(reached)
          column = reached.columns.upperBound
        }
      }
      for (index, cell) in row.cells.enumerated() {
        pass()
        var piece = Piece(
          columns: column..<column + cell.columns,
          row: number,
          cell: index,
          isOwn: true
        )
        if cell.goesOn, cell.blocks.isEmpty, number > 0,
          let above = self.rows[number - 1].first(where: { $0.columns.contains(column) })
        {
          (piece.row, piece.cell, piece.isOwn) = (above.row, above.cell, false)
        }
        line.append(piece)
        let below = Piece(columns: piece.columns, row: number, cell: index, isOwn: false)
        for inner in piece.columns {
          while taken.count <= inner { taken.append((0, below)) }
          taken[inner] = (cell.rows - 1, below)
        }
        column = piece.columns.upperBound
      }
      pass()
      self.rows.append(line)
    }
  }

  /// Makes columns of the grid one where no row has a cell for each: rows with as many cells as the
  /// fullest go cell by cell, others by what they lie under.
  private mutating func join(_ widths: [Int]) {
    let most = rows.map(\.count).max() ?? 0
    guard most > 1, most < width, let model = rows.first(where: { $0.count == most }) else {
      return
    }
    var edges = [0]
    for column in 0..<width {
      let own = column < widths.count ? widths[column] : 1
      edges.append(edges[column] + min(max(own, 1), 1 << 20))
    }
    func span(_ piece: Piece) -> Range<Int> {
      edges[min(piece.columns.lowerBound, width)]..<edges[min(piece.columns.upperBound, width)]
    }
    let places = model.map(span)
    for (number, row) in rows.enumerated() {
      var next = 0
      for index in row.indices {
        if row.count == most {
          rows[number][index].columns = index..<index + 1
          continue
        }
        let own = span(row[index])
        let shared = places.map { $0.clamped(to: own).count }
        let covered = places.indices.filter { 2 * shared[$0] > places[$0].count }
        let nearest = shared.indices.max { shared[$0] < shared[$1] } ?? 0
        let start = max(next, covered.first ?? nearest)
        let end = max(start, covered.last ?? nearest) + 1
        rows[number][index].columns = start..<end
        next = end
      }
    }
    width = max(most, rows.map { $0.last?.columns.upperBound ?? 0 }.max() ?? 0)
  }
}
