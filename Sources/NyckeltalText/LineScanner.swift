/// A line of the source with what its shape says, before lines are joined.
struct SourceLine {
  /// The line without surrounding white space.
  var range: Range<Int>
  /// Where the line begins, white space included.
  var start: Int
  /// A form feed stands before its text.
  var beginsPage = false
  /// Page furniture: a running head, a page number, a line for signatures.
  var isFurniture = false
  /// The hash of its letters, case and digits folded; 0 for a long line.
  var shape: UInt64 = 0

  var isBlank: Bool { range.isEmpty }
}

/// Cuts a text into lines and tells which of them are furniture of pages.
struct LineScanner {
  private(set) var lines: [SourceLine] = []
  private var hasPages = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, furniture: [Range<Int>]? = nil) {
    lines.reserveCapacity(bytes.count / 60)
    var start = 0
    while start < bytes.count {
      let end = ByteSearch.first(Byte.newline, in: bytes, from: start)
      lines.append(Self.line(bytes, start..<end))
      start = end + 1
    }
    if let furniture { mark(furniture) } else { markFurniture(bytes) }
  }

  private mutating func mark(_ furniture: [Range<Int>]) {
    var next = 0
    for index in lines.indices {
      let line = lines[index].range
      while next < furniture.count, furniture[next].upperBound <= line.lowerBound { next += 1 }
      guard next < furniture.count else { return }
      lines[index].isFurniture = !line.isEmpty && furniture[next].contains(line.lowerBound)
    }
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> SourceLine {
    var start = range.lowerBound
    var end = range.upperBound
    var beginsPage = false
    if start == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      start = 3
    }
    while start < end {
      if Byte.isBlank(bytes[start]) {
        if bytes[start] == Byte.formFeed { beginsPage = true }
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if Byte.isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= start, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return SourceLine(range: start..<end, start: range.lowerBound, beginsPage: beginsPage)
  }

  /// Page numbers and lines for signatures are known by their words; running heads by standing
  /// next to such a line, or to a page break, on at least two pages and nearly nowhere else.
  private mutating func markFurniture(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in lines.indices {
      if lines[index].beginsPage { hasPages = true }
      guard PageFurniture.isPageLine(bytes, lines[index].range) else { continue }
      lines[index].isFurniture = true
      hasPages = true
    }
    let heads = RunningHead.repeated(bytes, lines)
    if !hasPages {
      for index in heads { lines[index].isFurniture = true }
      hasPages = !heads.isEmpty
    }
    guard hasPages else { return }
    defer { for index in heads { lines[index].isFurniture = true } }
    var total: [UInt64: Int] = [:]
    for index in lines.indices where !lines[index].isBlank && lines[index].range.count <= 100 {
      // the number of an item is no running head
      if bytes[lines[index].range.lowerBound] == 0xC2,
        bytes[lines[index].range.lowerBound + 1] == 0xA7
      {
        continue
      }
      lines[index].shape = PageFurniture.shape(bytes, lines[index].range)
      total[lines[index].shape, default: 0] += 1
    }
    let edges = edgeLines()
    var atEdge: [UInt64: (lines: Int, pages: Int, page: Int)] = [:]
    for (index, page) in edges {
      var seen = atEdge[lines[index].shape] ?? (0, 0, -1)
      seen.lines += 1
      // rows of a table at one page's foot are alike, and no running heads
      if seen.page != page { seen.pages += 1 }
      seen.page = page
      atEdge[lines[index].shape] = seen
    }
    for (index, _) in edges {
      let shape = lines[index].shape
      guard shape != 0, let near = atEdge[shape], near.pages >= 2,
        near.lines * 5 >= (total[shape] ?? 0) * 4
      else { continue }
      lines[index].isFurniture = true
    }
  }

  /// The short lines, at most three on either side, that stand next to a page's edge, each with the
  /// number of that edge.
  private func edgeLines() -> [(line: Int, page: Int)] {
    var edges: [(line: Int, page: Int)] = []
    var lastEdge = -1
    var latest = -1
    var page = -1
    var lastMark = -10
    for index in lines.indices where lines[index].beginsPage || lines[index].isFurniture {
      // a line for signatures above a page number is the same edge
      if lines[index].beginsPage || index - lastMark > 6 { page += 1 }
      lastMark = index
      for step in [-1, 1] {
        var at = lines[index].isFurniture || step < 0 ? index + step : index
        var seen = 0
        // as far as a page is long: pages may be empty
        let farthest = index + step * 60
        while lines.indices.contains(at), seen < 3, at != farthest {
          if !lines[at].isBlank {
            guard lines[at].shape != 0 || lines[at].isFurniture else { break }
            seen += 1
            if !lines[at].isFurniture, at > lastEdge {
              edges.append((at, page))
              latest = max(latest, at)
            }
          }
          at += step
        }
      }
      lastEdge = latest
    }
    return edges
  }
}

/// What lines at the edge of a page look like.
enum PageFurniture {
  /// "Sid 3 (12)", "Sida 4 av 9", "4 (12)", a line for the adjusters' signatures.
  static func isPageLine(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard (3...90).contains(range.count) else { return false }
    let last = bytes[range.upperBound - 1]
    if last == 0x2E, !hasSignature(bytes, range) { return false }
    return hasPageNumber(bytes, range) || hasSignature(bytes, range)
  }

  /// A hash of the line's letters with case folded and each run of digits as one sign.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash.basis
    var inDigits = false
    for index in range {
      let byte = bytes[index]
      if Byte.isDigit(byte) {
        if !inDigits { hash = StableHash.mix(hash, 0x30) }
        inDigits = true
      } else if !Byte.isBlank(byte) {
        inDigits = false
        hash = StableHash.mix(hash, Byte.isLetter(byte) ? byte | 32 : byte)
      }
    }
    return hash
  }

  private static func hasSignature(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    let signs: [StaticString]
    switch bytes[range.lowerBound] | 0x20 {
    case 0x6A: signs = ["justerande", "justerares", "justerarnas"]
    case 0x75: signs = ["utdragsbestyrk"]
    case 0x6F: signs = ["ordf. sign", "ordförandes sign"]
    case 0x72: signs = ["rätt utdraget"]
    case 0x73: signs = ["sign:"]
    default: return false
    }
    return signs.contains { starts(bytes, range, with: $0) }
      && !contains(bytes, range, "beslut")
  }

  private static func hasPageNumber(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    if Byte.isDigit(bytes[range.lowerBound]) {
      return isPageCount(bytes, range.lowerBound, range.upperBound)
    }
    // "sid" or "sida", and nothing but a number behind it to the end of the line
    var index = range.lowerBound
    while index + 3 < range.upperBound {
      guard bytes[index] | 0x20 == 0x73 else {
        index += 1
        continue
      }
      let startsWord = index == range.lowerBound || !Byte.isLetter(bytes[index - 1])
      if startsWord, starts(bytes, index..<range.upperBound, with: "sid") {
        var next = index + 3
        if next < range.upperBound, bytes[next] | 32 == 0x61 { next += 1 }
        if next < range.upperBound, bytes[next] | 32 == 0x6E { next += 1 }
        while next < range.upperBound, !Byte.isDigit(bytes[next]) {
          guard Byte.isBlank(bytes[next]) || bytes[next] == 0x3A || bytes[next] == 0x2E else {
            break
          }
          next += 1
        }
        if next < range.upperBound, Byte.isDigit(bytes[next]) {
          return isPageNumber(bytes, next, range.upperBound)
        }
      }
      index += 1
    }
    return false
  }

  /// A number with a count behind it, "4 (12)", "3/8", "4 av 9", and nothing more.
  private static func isPageCount(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var index = start
    while index < end, Byte.isDigit(bytes[index]) { index += 1 }
    guard index - start <= 3 else { return false }
    while index < end, Byte.isBlank(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == 0x28, bytes[end - 1] == 0x29, end - index <= 6 else {
      return false
    }
    return bytes[(index + 1)..<(end - 1)].allSatisfy { Byte.isDigit($0) || Byte.isBlank($0) }
  }

  private static func isPageNumber(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Bool {
    var letters = 0
    for index in start..<end {
      let byte = bytes[index]
      if Byte.isLetter(byte) { letters += 1 }
      guard Byte.isDigit(byte) || Byte.isBlank(byte) || letters <= 2 else { return false }
    }
    return end - start <= 12
  }

  static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    with prefix: StaticString
  ) -> Bool {
    guard range.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { wanted in
      for offset in wanted.indices {
        let byte = bytes[range.lowerBound + offset]
        let folded = Byte.isLetter(byte) ? byte | 32 : byte
        if folded != wanted[offset] { return false }
      }
      return true
    }
  }

  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    _ word: StaticString
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if starts(bytes, index..<range.upperBound, with: word) { return true }
      index += 1
    }
    return false
  }
}
