/// A place in a JSON text with room for what is written there: the fast way, in which the caller
/// writes the signs between the values too.
///
/// What is written goes through a pointer of its own: a byte that is stored through it might change
/// any field of the text, for all that the compiler knows.
package struct JSONPlace: ~Copyable {
  @usableFromInline var next: UnsafeMutablePointer<UInt8>

  @inlinable @inline(__always)
  init(_ next: UnsafeMutablePointer<UInt8>) { self.next = next }

  /// Writes signs as they are.
  @inlinable @inline(__always)
  package mutating func literal(_ signs: StaticString) { next.put(signs) }

  /// Writes a whole number: at most 20 bytes.
  @inlinable @inline(__always)
  package mutating func number(_ value: Int) { next = JSONText.put(digits: value, next) }

  /// Writes a number, or null: at most 32 bytes.
  @inlinable @inline(__always)
  package mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return next.put("null") }
    next = JSONText.put(digits: value, next)
  }

  /// Writes a name: at most 32 bytes, of which the last are written over by what follows.
  @inlinable @inline(__always)
  package mutating func name(_ value: JSONName) {
    UnsafeMutableRawPointer(next).storeBytes(
      of: value.words,
      as: (UInt64, UInt64, UInt64, UInt64).self
    )
    next += value.count
  }

  /// Writes a name that needs no escapes, or null.
  @inlinable @inline(__always)
  package mutating func name(_ value: StaticString?) {
    guard let value else { return next.put("null") }
    next.put(0x22)
    next.put(short: value)
    next.put(0x22)
  }
}

extension JSONText {
  /// Calls a closure with the place behind what has been written.
  ///
  /// - Parameters:
  ///   - room: The most bytes that the closure writes.
  ///   - body: Writes a value, or several with what stands between them.
  @inlinable @inline(__always)
  package mutating func write(room: Int, _ body: (inout JSONPlace) -> Void) {
    var place = JSONPlace(begin(nil, room: room))
    body(&place)
    end(place.next)
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// A text of a few bytes, in two halves that may overlap.
  @inlinable @inline(__always)
  mutating func put(short text: StaticString) {
    let count = text.utf8CodeUnitCount
    let from = UnsafeRawPointer(text.utf8Start)
    let to = UnsafeMutableRawPointer(self)
    if count >= 8, count <= 16 {
      let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
      to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4, count < 8 {
      let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      to.storeBytes(of: from.loadUnaligned(as: UInt32.self), as: UInt32.self)
      to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    } else {
      update(from: text.utf8Start, count: count)
    }
    self += count
  }
}
