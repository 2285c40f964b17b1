public import NyckeltalModel

/// Where on which page each piece of an extracted text stands.
///
/// Pieces are words, in the order of the text.
///
/// ## Topics
/// - ``append(start:box:)``
/// - ``page(at:)``
/// - ``boxes(of:)``
public struct PageLayout: Sendable {
  private struct Piece {
    var start: Int32
    var page: Int32
    var xMin: Float
    var yMin: Float
    var xMax: Float
    var yMax: Float
  }

  /// The number of pages.
  public private(set) var pageCount: Int
  private var pieces: [Piece] = []

  /// Makes an empty layout.
  public init(pageCount: Int, capacity: Int = 0) {
    self.pageCount = pageCount
    pieces.reserveCapacity(capacity)
  }

  /// Notes that from a position of the text on, a word stands in a rectangle.
  ///
  /// - Precondition: positions are given in ascending order.
  public mutating func append(start: Int, box: PageBox) {
    pieces.append(
      Piece(
        start: Int32(clamping: start),
        page: Int32(clamping: box.page),
        xMin: Float(box.xMin),
        yMin: Float(box.yMin),
        xMax: Float(box.xMax),
        yMax: Float(box.yMax)
      )
    )
  }

  /// The page, from 1, on which the word at a position stands; `nil` before the first word.
  public func page(at position: Int) -> Int? {
    piece(at: position).map { Int(pieces[$0].page) }
  }

  /// The rectangles that a range of the text takes up: one for each line on a page.
  public func boxes(of range: Range<Int>) -> [PageBox] {
    guard !range.isEmpty, var index = piece(at: range.lowerBound) else { return [] }
    var boxes: [PageBox] = []
    while index < pieces.count, Int(pieces[index].start) < range.upperBound {
      let piece = pieces[index]
      index += 1
      let box = PageBox(
        page: Int(piece.page),
        xMin: Self.points(piece.xMin),
        yMin: Self.points(piece.yMin),
        xMax: Self.points(piece.xMax),
        yMax: Self.points(piece.yMax)
      )
      if let last = boxes.last, last.page == box.page, box.xMin >= last.xMin,
        box.yMin < last.yMax, last.yMin < box.yMax
      {
        boxes[boxes.count - 1].xMax = max(last.xMax, box.xMax)
        boxes[boxes.count - 1].yMin = min(last.yMin, box.yMin)
        boxes[boxes.count - 1].yMax = max(last.yMax, box.yMax)
      } else {
        boxes.append(box)
      }
    }
    return boxes
  }

  /// The pieces as they stand in memory.
  var pieceBytes: [UInt8] { pieces.withUnsafeBytes { Array($0) } }

  /// Reads what ``pieceBytes`` gave; `nil` where it is no number of pieces.
  init?(pageCount: Int, pieceBytes bytes: ArraySlice<UInt8>) {
    let size = MemoryLayout<Piece>.stride
    guard bytes.count % size == 0 else { return nil }
    self.pageCount = pageCount
    pieces = Array(unsafeUninitializedCapacity: bytes.count / size) { room, count in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(room).copyMemory(from: $0) }
      count = bytes.count / size
    }
  }

  /// To a hundredth of a point.
  private static func points(_ value: Float) -> Double { (Double(value) * 100).rounded() / 100 }

  private func piece(at position: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= position { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
