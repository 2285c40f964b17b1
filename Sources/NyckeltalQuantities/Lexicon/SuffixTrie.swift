/// The ends of words, read backwards, with the unit that each means.
struct SuffixTrie: Sendable {
  private struct Edge: Hashable {
    var node: Int32
    var byte: UInt8
  }

  private var edges: [Edge: Int32] = [:]
  private var units: [UInt16] = [0]

  /// Adds an end of a word; the first unit that it is given stays.
  mutating func add(_ suffix: String, unit: UInt16) {
    var node: Int32 = 0
    for byte in suffix.utf8.reversed() {
      let edge = Edge(node: node, byte: byte)
      if let next = edges[edge] {
        node = next
      } else {
        node = Int32(units.count)
        edges[edge] = node
        units.append(0)
      }
    }
    if units[Int(node)] == 0 { units[Int(node)] = unit }
  }

  /// The unit of the longest known end of a word of which at least two letters are left; 0 if none.
  func longest(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var node: Int32 = 0
    var best: UInt16 = 0
    var position = range.upperBound
    while position > range.lowerBound + 2 {
      position -= 1
      var byte = text[position]
      if byte &- 65 < 26 { byte |= 0x20 }
      if byte == 0xAD, position > range.lowerBound, text[position - 1] == 0xC2 {
        position -= 1
        continue
      }
      guard let next = edges[Edge(node: node, byte: byte)] else { return best }
      node = next
      if units[Int(node)] != 0 { best = units[Int(node)] }
    }
    return best
  }
}
