/// Eight bytes of a text at once, for what is asked of every byte.
///
/// An answer has the upper bit of each byte for which it holds; the first byte is the lowest.
struct EightBytes {
  let bytes: UInt64

  /// The eight bytes from a position on.
  @inline(__always)
  init(_ text: UnsafeRawPointer, at position: Int) {
    bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// A byte eight times.
  @inline(__always)
  private static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Where a certain byte stands.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 { Self.zeros(bytes ^ Self.all(byte)) }

  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 {
    ~((bytes & all(0x7F)) &+ all(0x7F) | bytes) & all(0x80)
  }

  /// Where bytes of ASCII below a limit stand.
  @inline(__always)
  func places(below limit: UInt8) -> UInt64 {
    ~((bytes & Self.all(0x7F)) &+ Self.all(0x80 - limit) | bytes) & Self.all(0x80)
  }
}
