/// A name between quotation marks, ready to be written: in words that are copied without asking for
/// its length.
package struct JSONName: Sendable {
  @usableFromInline let words: (UInt64, UInt64, UInt64, UInt64)
  @usableFromInline let count: Int

  /// The most bytes that a name has.
  package static var limit: Int { 30 }

  /// Makes a name of at most ``limit`` bytes that need no escapes; what is longer is cut.
  package init(_ name: StaticString) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    count = withUnsafeMutableBytes(of: &words) { bytes in
      let length = min(name.utf8CodeUnitCount, Self.limit)
      bytes[0] = 0x22
      for index in 0..<length { bytes[index + 1] = name.utf8Start[index] }
      bytes[length + 1] = 0x22
      return length + 2
    }
    self.words = words
  }
}

extension JSONText {
  /// Writes a name.
  @inlinable @inline(__always)
  package mutating func name(_ value: JSONName, _ key: StaticString? = nil) {
    let next = begin(key, room: 32)
    UnsafeMutableRawPointer(next).storeBytes(
      of: value.words,
      as: (UInt64, UInt64, UInt64, UInt64).self
    )
    end(next + value.count)
  }
}
