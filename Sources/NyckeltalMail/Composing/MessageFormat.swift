import Foundation

/// What every message keeps to on its way (RFC 5322, 2.1 and 2.3): 7-bit bytes, no NUL, lines of at
/// most 998 bytes that end in CRLF, the last one too.
///
/// A line feed alone would be a line to some servers and not to others, by which one message can
/// be made to hold another.
enum MessageFormat {
  static func check(_ bytes: Data) throws(MailError) {
    guard let problem = bytes.withUnsafeBytes({ problem(in: $0) }) else { return }
    throw MailError(
      .notComposed,
      "the message holds \(problem)",
      remedy: "compose it with MailMessage, and report the text that led to this"
    )
  }

  private static func problem(in bytes: UnsafeRawBufferPointer) -> String? {
    var last: UInt8 = 0
    var length = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if last != UInt8(ascii: "\r") { return "a line feed alone" }
        if length - 1 > 998 { return "a line of \(length - 1) bytes" }
        length = 0
      } else {
        if last == UInt8(ascii: "\r") { return "a carriage return alone" }
        if byte &- 1 >= 0x7F { return byte == 0 ? "a NUL byte" : "a byte beyond ASCII" }
        length += 1
      }
      last = byte
    }
    return last == UInt8(ascii: "\n") ? nil : "a last line without its end"
  }
}
