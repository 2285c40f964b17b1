/// A parameter of a part's header that may hold any text.
///
/// GMime splits long ones between the bytes of a letter, which not every reader puts together
/// again; this never splits them.
enum MIMEParameter {
  /// `filename="data.csv"`, or `filename*=UTF-8''%C3%A5r.csv` (RFC 2231, 4).
  static func text(_ name: String, _ value: String) -> String {
    // The validated value holds neither quotes nor backslashes nor control characters.
    if value.utf8.allSatisfy({ $0 < 0x80 }) { return "\(name)=\"\(value)\"" }
    var encoded = "\(name)*=UTF-8''"
    for byte in value.utf8 {
      if byte.isAlphanumeric || "-._~".utf8.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}
