/// A rectangle on a page: where words of a quote stand.
///
/// Lengths are in points (1/72 inch), from the page's upper left corner.
public struct PageBox: Sendable, Hashable, Codable {
  /// The page, from 1.
  public var page: Int
  /// The left edge.
  public var xMin: Double
  /// The upper edge.
  public var yMin: Double
  /// The right edge.
  public var xMax: Double
  /// The lower edge.
  public var yMax: Double

  /// Makes a rectangle.
  public init(page: Int, xMin: Double, yMin: Double, xMax: Double, yMax: Double) {
    self.page = page
    self.xMin = xMin
    self.yMin = yMin
    self.xMax = xMax
    self.yMax = yMax
  }
}
