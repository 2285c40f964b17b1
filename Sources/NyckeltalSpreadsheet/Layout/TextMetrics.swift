/// Widths of text in Arial (and in the fonts made to its measure), in points.
///
/// Neither Excel nor LibreOffice says how high a wrapped cell must be until it shows it, and a file
/// is also read where nothing recalculates heights; so they are computed here, a little too large.
enum TextMetrics {
  /// The width of a text on one line.
  static func width(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      let code = Int(scalar.value)
      thousandths += code < latin.count ? latin[code] : width(scalar)
    }
    return Double(thousandths) / 1_000 * size * (isBold ? 1.08 : 1)
  }

  /// The number of lines that a text takes in a column.
  static func lines(_ text: String, in width: Double, size: Double, isBold: Bool = false) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, paragraph in
      count + lines(of: paragraph, in: width, size: size, isBold: isBold)
    }
  }

  /// The height of a number of lines.
  static func height(lines: Int, size: Double) -> Double { Double(lines) * (size * 1.28) }

  /// A column's width in characters of the default font, for a width in points.
  static func columns(_ points: Double) -> Double { max(1, (points / 0.75 - 5) / 7) }

  /// The width in points of a column.
  static func points(_ columns: Double) -> Double { (columns * 7 + 5) * 0.75 }

  private static func lines(
    of paragraph: Substring,
    in width: Double,
    size: Double,
    isBold: Bool
  ) -> Int {
    let space = self.width(" ", size: size, isBold: isBold)
    var count = 1
    var used = 0.0
    for word in paragraph.split(separator: " ") {
      let length = self.width(word, size: size, isBold: isBold)
      if used > 0, used + space + length > width {
        count += 1
        used = 0
      }
      if used == 0, length > width {
        let extra = Int((length / width).rounded(.up)) - 1
        count += extra
        used = length - Double(extra) * width
      } else {
        used += (used > 0 ? space : 0) + length
      }
    }
    return count
  }

  /// The widths of the first 256 characters, which nearly all of a text is made of.
  private static let latin = (0..<256).map { code in
    width(Unicode.Scalar(UInt8(code)))
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case " ", "\u{A0}", ".", ",", ":", ";", "/", "!", "I", "f", "t", "[", "]", "|", "\\": 280
    case "i", "j", "l", "'", "’": 222
    case "-", "(", ")", "r", "\"", "”", "“", "‑": 345
    case "m", "M": 833
    case "w", "C", "D", "H", "N", "R", "U", "Ü": 722
    case "W", "…", "—": 1_000
    case "G", "O", "Q", "Ö", "Ø": 778
    case "%": 889
    case "c", "k", "s", "v", "x", "y", "z", "J": 500
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "Å", "Ä", "Æ", "&": 667
    case "F", "T", "Z", "L": 611
    case "≈", "≥", "≤", "<", ">", "+", "−", "=", "·": 584
    case "↑", "↓", "●", "→": 800
    case _ where scalar.value > 0x2E80: 1_000
    default: 556
    }
  }
}
