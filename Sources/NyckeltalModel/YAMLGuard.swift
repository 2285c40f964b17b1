/// What YAML must keep before it is read as such: catalogues and report definitions are small, flat
/// and say each thing once.
///
/// A text of some kilobytes can stand for gigabytes by anchors that name each other, and end the
/// program by lists in lists without end.
package struct YAMLGuard {
  /// What is wrong, where, and what to do.
  package struct Fault: Error {
    /// The line, from 1.
    package var line: Int
    /// What was wrong.
    package var problem: String
    /// What to do about it.
    package var remedy: String
  }

  private static let mostBytes = 8 << 20
  private static let mostDepth = 64
  private static let mostIndentation = 512

  private var line = 1
  private var depth = 0
  private var previous: UInt8 = 0x0A
  private var beforeThat: UInt8 = 0x0A

  /// Checks a text.
  ///
  /// - Throws: ``Fault`` for the first thing that is refused.
  package static func check(_ text: String) throws(Fault) {
    if text.utf8.count > mostBytes {
      throw Fault(
        line: 1,
        problem: "the file is longer than \(mostBytes >> 20) MB",
        remedy: "leave out what is not needed"
      )
    }
    var guarding = YAMLGuard()
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() { try guarding.take(byte, &bytes) }
  }

  private mutating func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) throws(Fault) {
    let isStart = Self.isBlank(previous) || Self.opens(previous)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if isStart { skipQuoted(byte, &rest) }
    case UInt8(ascii: "#"):
      if Self.isBlank(previous) { while let next = rest.first, next != 0x0A { rest.removeFirst() } }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      if depth > Self.mostDepth { throw deep }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    case UInt8(ascii: "&"):
      let isMustache = previous == UInt8(ascii: "{") && beforeThat == UInt8(ascii: "{")
      if isStart, !isMustache, let next = rest.first, !Self.isBlank(next) {
        throw Fault(
          line: line,
          problem: "the file uses anchors (&name), which are not read",
          remedy:
            "write out what they stand for; put text that begins with & between quotation marks"
        )
      }
    case 0x0A: try beginLine(rest)
    default: break
    }
    beforeThat = previous
    previous = byte
  }

  /// Lists within lists are indented or begin with several hyphens.
  private mutating func beginLine(_ rest: ArraySlice<UInt8>) throws(Fault) {
    line += 1
    let indentation = rest.prefix {
      $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "?")
    }
    if indentation.count > Self.mostIndentation { throw deep }
  }

  /// Text between quotation marks, up to the end of a scalar that is not ended.
  private mutating func skipQuoted(_ mark: UInt8, _ rest: inout ArraySlice<UInt8>) {
    while let byte = rest.popFirst() {
      if byte == 0x0A { line += 1 }
      if byte == mark { return }
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") { _ = rest.popFirst() }
    }
  }

  private var deep: Fault {
    Fault(
      line: line,
      problem: "lists and mappings stand too deep in each other",
      remedy: "begin with a built-in file, and change that"
    )
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  private static func opens(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")].contains(byte)
  }
}
