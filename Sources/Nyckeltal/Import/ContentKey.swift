import NyckeltalText

/// What a document is known by in a store: a hash of its file's bytes, and how many they are.
enum ContentKey {
  static func of(_ bytes: [UInt8]) -> String { of(hash: StableHash.of(bytes), count: bytes.count) }

  static func of(hash: UInt64, count: Int) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits + "-\(count)"
  }
}
