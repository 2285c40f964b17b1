/// Appends JSON to UTF-8 bytes, in the order in which it is called.
///
/// Foundation's encoder leaves keys out where a value is `nil` and does not keep their order; the
/// contract has every field, in its order, so that lines can be compared byte by byte.
///
/// The bytes lie in memory of its own that grows by doubling. Each call makes room for the most
/// that it can write and then writes without asking again.
package struct JSONText: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity = 4_096
  @usableFromInline var written = 0
  @usableFromInline var needsComma = false

  /// Makes an empty text.
  package init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  /// The number of bytes written.
  package var count: Int { written }

  /// What has been written.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// Calls a closure with what has been written, which is valid until it returns.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base, count: written))
  }

  /// Forgets what has been written and keeps the memory.
  package mutating func removeAll() {
    written = 0
    needsComma = false
  }

  /// Begins an object, as a value or under a key.
  @inlinable @inline(__always)
  package mutating func beginObject(_ key: StaticString? = nil) {
    var next = begin(key, room: 1)
    next.put(0x7B)
    end(next, needsComma: false)
  }

  /// Ends the innermost object.
  @inlinable @inline(__always)
  package mutating func endObject() {
    reserve(1)
    var next = base + written
    next.put(0x7D)
    end(next)
  }

  /// Begins an array under a key.
  @inlinable @inline(__always)
  package mutating func beginArray(_ key: StaticString) {
    var next = begin(key, room: 1)
    next.put(0x5B)
    end(next, needsComma: false)
  }

  /// Ends the innermost array.
  @inlinable @inline(__always)
  package mutating func endArray() {
    reserve(1)
    var next = base + written
    next.put(0x5D)
    end(next)
  }

  /// Writes a string, or null.
  package mutating func string(_ value: String?, _ key: StaticString? = nil) {
    guard var text = value else { return null(key) }
    text.withUTF8 { utf8(checked: $0, key) }
  }

  /// Writes UTF-8 as a string; what is not UTF-8 becomes U+FFFD.
  package mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>, _ key: StaticString? = nil) {
    if JSONText.isUTF8(bytes) {
      utf8(checked: bytes, key)
    } else {
      string(String(decoding: bytes, as: UTF8.self), key)
    }
  }

  /// Writes a name that needs no escapes, or null.
  @inlinable @inline(__always)
  package mutating func name(_ value: StaticString?, _ key: StaticString? = nil) {
    guard let value else { return null(key) }
    var next = begin(key, room: value.utf8CodeUnitCount + 2)
    next.put(0x22)
    next.put(value)
    next.put(0x22)
    end(next)
  }

  /// Writes a number, or null for `nil` and for what is not finite.
  @inlinable @inline(__always)
  package mutating func number(_ value: Double?, _ key: StaticString? = nil) {
    guard let value, value.isFinite else { return null(key) }
    end(JSONText.put(digits: value, begin(key, room: 32)))
  }

  /// Writes a whole number.
  @inlinable @inline(__always)
  package mutating func number(_ value: Int, _ key: StaticString? = nil) {
    end(JSONText.put(digits: value, begin(key, room: 20)))
  }

  /// Writes true or false.
  package mutating func boolean(_ value: Bool, _ key: StaticString? = nil) {
    var next = begin(key, room: 5)
    next.put(value ? "true" : "false")
    end(next)
  }

  /// Writes null.
  @inlinable @inline(__always)
  package mutating func null(_ key: StaticString? = nil) {
    var next = begin(key, room: 4)
    next.put("null")
    end(next)
  }

  /// Ends the line.
  @inlinable @inline(__always)
  package mutating func newline() {
    reserve(1)
    var next = base + written
    next.put(0x0A)
    end(next, needsComma: false)
  }

  /// A number's shortest digits, whole numbers without a decimal point, the same in every locale.
  package static func digits(_ value: Double) -> String {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    return value.description
  }
}
