import NyckeltalModel

/// An extracted text as bytes, for a process that reads documents to hand to the one that asked.
///
/// Both are the same program on the same machine: numbers stand as they do in memory.
extension ExtractedText {
  /// The text with its furniture, its places and its notes.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    let pieces = layout?.pieceBytes ?? []
    bytes.reserveCapacity(utf8.count + pieces.count + 16 * furniture.count + 256)
    func append(_ number: Int) { withUnsafeBytes(of: number) { bytes += $0 } }
    func append(_ block: some Collection<UInt8>) {
      append(block.count)
      bytes += block
    }
    append(utf8)
    append(furniture.count)
    for range in furniture {
      append(range.lowerBound)
      append(range.upperBound)
    }
    append(layout?.pageCount ?? -1)
    append(pieces)
    append(notes.count)
    for note in notes { append(note.utf8) }
    return bytes
  }

  /// Reads what ``encoded`` wrote; `nil` where the bytes are something else.
  package init?(encoded bytes: some Collection<UInt8>) {
    var reader = ByteBlocks(bytes)
    guard let text = reader.block(), let count = reader.number() else { return nil }
    self.init()
    append(text)
    for _ in 0..<max(0, count) {
      guard let lower = reader.number(), let upper = reader.number(), 0 <= lower, lower < upper,
        upper <= text.count
      else { return nil }
      addFurniture(lower..<upper)
    }
    guard let pages = reader.number(), let pieces = reader.block(),
      let noteCount = reader.number()
    else { return nil }
    if pages >= 0 {
      guard let layout = PageLayout(pageCount: pages, pieceBytes: pieces) else { return nil }
      self.layout = layout
    }
    for _ in 0..<max(0, noteCount) {
      guard let note = reader.block() else { return nil }
      notes.append(String(decoding: note, as: UTF8.self))
    }
  }
}

/// Numbers and blocks of bytes that follow each other.
package struct ByteBlocks {
  private var rest: ArraySlice<UInt8>

  /// Begins with the first of the bytes.
  package init(_ bytes: some Collection<UInt8>) { rest = ArraySlice(bytes) }

  /// The next number; `nil` at the end.
  package mutating func number() -> Int? {
    let size = MemoryLayout<Int>.size
    guard rest.count >= size else { return nil }
    defer { rest = rest.dropFirst(size) }
    return rest.withUnsafeBytes { $0.loadUnaligned(as: Int.self) }
  }

  /// The next block, which begins with its length; `nil` where there are not so many bytes.
  package mutating func block() -> ArraySlice<UInt8>? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
