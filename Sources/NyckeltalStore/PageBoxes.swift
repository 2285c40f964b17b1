import NyckeltalModel

/// Rectangles as they are kept: their page and edges with spaces between, one on a line.
enum PageBoxes {
  static func text(_ boxes: [PageBox]) -> String {
    boxes.map { "\($0.page) \($0.xMin) \($0.yMin) \($0.xMax) \($0.yMax)" }.joined(separator: "\n")
  }

  /// The rectangles; what is not one is left out.
  static func boxes(_ text: String) -> [PageBox] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      let edges = parts.dropFirst().compactMap { Double($0) }
      guard edges.count == 4, parts.count == 5, let page = Int(parts[0]) else { return nil }
      return PageBox(page: page, xMin: edges[0], yMin: edges[1], xMax: edges[2], yMax: edges[3])
    }
  }
}
