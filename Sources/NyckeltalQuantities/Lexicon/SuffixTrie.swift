/// The ends of words, read backwards, with the unit that each means.
struct SuffixTrie: Sendable {
  private struct Node {
    var byte: UInt8 = 0
    /// The unit of the end that begins here; 0 for none.
    var unit: UInt16 = 0
    var firstChild: UInt16 = 0
    var nextSibling: UInt16 = 0
  }

  private var nodes = [Node()]
  /// The node for each last byte: most words end here.
  private var last = [UInt16](repeating: 0, count: 256)

  /// Adds an end of a word; the first unit that it is given stays.
  mutating func add(_ suffix: String, unit: UInt16) {
    var node = 0
    for byte in suffix.utf8.reversed() {
      if let next = child(of: node, byte) {
        node = next
      } else if nodes.count < Int(UInt16.max) {
        nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
        nodes[node].firstChild = UInt16(nodes.count - 1)
        node = nodes.count - 1
      }
    }
    if nodes[node].unit == 0 { nodes[node].unit = unit }
    if let byte = suffix.utf8.last { last[Int(byte)] = UInt16(child(of: 0, byte) ?? 0) }
  }

  /// The unit of the longest known end of a word of which at least two letters are left; 0 if none.
  func longest(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var node = 0
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
      if node == 0 {
        node = Int(last[Int(byte)])
        if node == 0 { return best }
      } else {
        guard let next = child(of: node, byte) else { return best }
        node = next
      }
      if nodes[node].unit != 0 { best = nodes[node].unit }
    }
    return best
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var child = Int(nodes[node].firstChild)
    while child != 0 {
      if nodes[child].byte == byte { return child }
      child = Int(nodes[child].nextSibling)
    }
    return nil
  }
}
