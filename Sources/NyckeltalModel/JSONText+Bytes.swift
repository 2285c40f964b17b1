// How bytes come into the text. What is called `put` has been made room for.

extension UnsafeMutablePointer<UInt8> {
  @inlinable @inline(__always)
  mutating func put(_ byte: UInt8) {
    pointee = byte
    self += 1
  }

  @inlinable @inline(__always)
  mutating func put(_ text: StaticString) {
    update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    self += text.utf8CodeUnitCount
  }

  mutating func put(escaped byte: UInt8) {
    put(0x5C)
    switch byte {
    case 0x22, 0x5C: put(byte)
    case 0x0A: put(0x6E)
    case 0x0D: put(0x72)
    case 0x09: put(0x74)
    default:
      put("u00")
      put(Self.hex(byte >> 4))
      put(Self.hex(byte & 15))
    }
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }
}

extension JSONText {
  /// Makes room for so many more bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ room: Int) {
    if capacity - written < room { grow(room) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ room: Int) {
    capacity = max(capacity * 2, written + room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: written)
    base.deallocate()
    base = larger
  }

  /// Writes what stands before a value, with room for the value; returns where that goes.
  ///
  /// What is written stays in a pointer of the caller until ``end(_:needsComma:)``: a byte that is
  /// stored through it might change any field of the text, for all that the compiler knows.
  @inlinable @inline(__always)
  mutating func begin(_ key: StaticString?, room: Int) -> UnsafeMutablePointer<UInt8> {
    reserve(room + 4 + (key?.utf8CodeUnitCount ?? 0))
    var next = base + written
    if needsComma { next.put(0x2C) }
    guard let key else { return next }
    next.put(0x22)
    next.put(key)
    next.put(0x22)
    next.put(0x3A)
    return next
  }

  /// Takes over what has been written up to a place.
  @inlinable @inline(__always)
  mutating func end(_ next: UnsafeMutablePointer<UInt8>, needsComma: Bool = true) {
    written = next - base
    self.needsComma = needsComma
  }

  /// A string's bytes between quotation marks.
  mutating func utf8(checked bytes: UnsafeBufferPointer<UInt8>, _ key: StaticString?) {
    var next = begin(key, room: bytes.count * 6 + 2)
    next.put(0x22)
    if let start = bytes.baseAddress, JSONText.isPlain(bytes) {
      next.update(from: start, count: bytes.count)
      next += bytes.count
    } else {
      for byte in bytes {
        if JSONText.isPlain(byte) { next.put(byte) } else { next.put(escaped: byte) }
      }
    }
    next.put(0x22)
    end(next)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C
  }

  /// Whether no byte needs an escape: nearly every string, found out eight bytes at a time.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(start)
    var index = 0
    while index + 8 <= bytes.count {
      let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = eight ^ 0x2222_2222_2222_2222
      let slashes = eight ^ 0x5C5C_5C5C_5C5C_5C5C
      // A byte borrows here when it is below the limit, or zero; bytes above 0x7F are masked out.
      let low = (eight &- 0x2020_2020_2020_2020) & ~eight
      let hits =
        low | (quotes &- 0x0101_0101_0101_0101) & ~quotes
        | (slashes &- 0x0101_0101_0101_0101) & ~slashes
      if hits & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    while index < bytes.count {
      if !isPlain(bytes[index]) { return false }
      index += 1
    }
    return true
  }

  /// A whole number's digits, two at a time.
  @usableFromInline
  static func put(
    digits value: Int,
    _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var rest = value.magnitude
    var next = start
    if value < 0 { next.put(0x2D) }
    next += JSONText.width(of: rest)
    var place = next
    let pairs = JSONText.pairs.utf8Start
    while rest >= 100 {
      let hundreds = rest / 100
      let pair = Int(truncatingIfNeeded: (rest &- hundreds &* 100) &* 2)
      rest = hundreds
      place -= 2
      place[0] = pairs[pair]
      place[1] = pairs[pair &+ 1]
    }
    let pair = Int(truncatingIfNeeded: rest &* 2)
    place[-1] = pairs[pair &+ 1]
    if rest >= 10 { place[-2] = pairs[pair] }
    return next
  }

  private static func width(of number: UInt) -> Int {
    if number < 10 { return 1 }
    var width = 2
    var limit: UInt = 100
    while number >= limit {
      width &+= 1
      let (next, overflows) = limit.multipliedReportingOverflow(by: 10)
      if overflows { return width }
      limit = next
    }
    return width
  }

  /// The numbers from 00 to 99.
  private static var pairs: StaticString {
    """
    00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """
  }

  /// The shortest digits that read back as the number.
  ///
  /// Two decimals are most of what texts hold. A decimal number of at most 15 digits is the only
  /// one of its length that reads back as its double, so that it is the shortest.
  @usableFromInline
  static func put(
    digits value: Double,
    _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let size = value.magnitude
    if size < 9e15, size == size.rounded(.towardZero) { return put(digits: Int(value), start) }
    var next = start
    let hundredths = (size * 100).rounded()
    guard hundredths < 1e15, hundredths / 100 == size else {
      var text = JSONText.digits(value)
      text.withUTF8 { for byte in $0 { next.put(byte) } }
      return next
    }
    if value < 0 { next.put(0x2D) }
    let digits = Int(hundredths)
    next = put(digits: digits / 100, next)
    next.put(0x2E)
    next.put(UInt8(truncatingIfNeeded: 48 + digits / 10 % 10))
    if digits % 10 > 0 { next.put(UInt8(truncatingIfNeeded: 48 + digits % 10)) }
    return next
  }

  /// Whether bytes are UTF-8; what is not ASCII or Latin asks the standard library.
  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
      } else if byte &- 0xC2 < 0x1E, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
        index += 2
      } else {
        return String(validating: bytes, as: UTF8.self) != nil
      }
    }
    return true
  }
}
