/// Where the lines of a column begin and end.
struct LineEdges {
  var left: Float
  var right: Float
  /// The lines of a box: few, and seldom of one sentence.
  var isBox = false

  /// How far the lines outside tables and columns reach on pages of each width: few reach further.
  static func found(
    in bodies: [[PageRow]],
    _ parts: [[PagePart]],
    pages: [PDFPage]
  ) -> [Int: LineEdges] {
    var lefts: [Int: [Float]] = [:]
    var rights: [Int: [Float]] = [:]
    for (number, rows) in bodies.enumerated() {
      let width = Int(pages[number].width)
      for row in PagePart.lines(parts[number]).map({ rows[$0] }) {
        lefts[width, default: []].append(row.xMin)
        rights[width, default: []].append(row.xMax)
      }
    }
    var edges: [Int: LineEdges] = [:]
    for (width, reaches) in rights {
      let right = reaches.sorted()
      edges[width] = LineEdges(
        left: lefts[width]?.min() ?? 0,
        right: right[min(right.count - 1, right.count * 97 / 100)]
      )
    }
    return edges
  }
}
