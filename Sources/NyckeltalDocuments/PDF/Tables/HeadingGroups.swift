/// Which columns headings over several of them stand over.
enum HeadingGroups {
  /// The groups of columns whose places differ least from those of the pieces: of their middles,
  /// their left or their right edges.
  static func partition(
    _ pieces: [TableLine.Piece],
    over spans: [RowGaps.Interval],
    _ mode: Int
  ) -> (groups: [Range<Int>], worst: Float)? {
    let count = spans.count
    func error(_ piece: Int, _ group: Range<Int>) -> Float {
      let (first, last) = (spans[group.lowerBound], spans[group.upperBound - 1])
      let span = pieces[piece].span
      switch mode {
      case 0:
        let middle = (first.xMin + first.xMax + last.xMin + last.xMax) / 4
        return abs(pieces[piece].middle - middle)
      case 1: return abs(span.xMin - first.xMin)
      default: return abs(span.xMax - last.xMax)
      }
    }
    // the least of the greatest errors for the first columns and pieces
    var table: [[(worst: Float, start: Int)]] = [
      (0...count).map { ($0 == 0 ? 0 : .infinity, 0) }
    ]
    for piece in pieces.indices {
      var line: [(worst: Float, start: Int)] = Array(
        repeating: (.infinity, 0),
        count: count + 1
      )
      for end in 1...count {
        for start in 0..<end where table[piece][start].worst < .infinity {
          let worst = max(table[piece][start].worst, error(piece, start..<end))
          if worst < line[end].worst { line[end] = (worst, start) }
        }
      }
      table.append(line)
    }
    let worst = table[pieces.count][count].worst
    guard worst < .infinity else { return nil }
    var groups: [Range<Int>] = []
    var end = count
    for piece in pieces.indices.reversed() {
      let start = table[piece + 1][end].start
      groups.append(start..<end)
      end = start
    }
    return (groups.reversed(), worst)
  }

  /// Whether pieces stand over several columns each, as no line of a single column's heading does.
  static func areGroups(
    _ pieces: [TableLine.Piece],
    _ groups: [Range<Int>],
    _ spans: [RowGaps.Interval],
    isExact: Bool
  ) -> Bool {
    guard let size = groups.first?.count, size > 1, groups.allSatisfy({ $0.count == size }) else {
      return false
    }
    return isExact || pieces.count > 1
      || pieces.allSatisfy { piece in spans.count { $0.meets(piece.span) } > 1 }
  }
}
