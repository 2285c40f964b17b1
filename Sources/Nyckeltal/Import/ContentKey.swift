import NyckeltalModel
import NyckeltalText

/// What a document is known by in a store: a cryptographic hash of its file's bytes.
enum ContentKey {
  static func of(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(bytes) }

  /// What stores of earlier versions know it by: a short hash, and how many bytes there are.
  static func earlier(_ bytes: [UInt8]) -> String {
    "\(StableHash.hexadecimal(StableHash.of(bytes)))-\(bytes.count)"
  }
}
