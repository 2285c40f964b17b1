/// Appends JSON to UTF-8 bytes, in the order in which it is called.
///
/// Foundation's encoder leaves keys out where a value is `nil` and does not keep their order; the
/// contract has every field, in its order, so that lines can be compared byte by byte.
public struct JSONText: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes an empty text.
  public init() {}

  /// Begins an object, as a value or under a key.
  public mutating func beginObject(_ key: StaticString? = nil) {
    begin(key)
    bytes.append(0x7B)
    needsComma = false
  }

  /// Ends the innermost object.
  public mutating func endObject() {
    bytes.append(0x7D)
    needsComma = true
  }

  /// Begins an array under a key.
  public mutating func beginArray(_ key: StaticString) {
    begin(key)
    bytes.append(0x5B)
    needsComma = false
  }

  /// Ends the innermost array.
  public mutating func endArray() {
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes a string, or null.
  public mutating func string(_ value: String?, _ key: StaticString? = nil) {
    begin(key)
    guard var text = value else { return literal("null") }
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case 0x22, 0x5C:
          bytes.append(0x5C)
          bytes.append(byte)
        case 0x0A:
          literal("\\n")
        case 0x0D:
          literal("\\r")
        case 0x09:
          literal("\\t")
        case 0..<0x20:
          literal("\\u00")
          bytes.append(Self.hex(byte >> 4))
          bytes.append(Self.hex(byte & 15))
        default:
          bytes.append(byte)
        }
      }
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes a number, or null for `nil` and for what is not finite.
  public mutating func number(_ value: Double?, _ key: StaticString? = nil) {
    begin(key)
    guard let value, value.isFinite else { return literal("null") }
    bytes.append(contentsOf: Self.digits(value).utf8)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func number(_ value: Int, _ key: StaticString? = nil) {
    begin(key)
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Ends the line.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Forgets what has been written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// A number's shortest digits, whole numbers without a decimal point, the same in every locale.
  public static func digits(_ value: Double) -> String {
    if let whole = Int64(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    return value.description
  }

  private mutating func begin(_ key: StaticString?) {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
    guard let key else { return }
    bytes.append(0x22)
    literal(key)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  private static func hex(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }
}
