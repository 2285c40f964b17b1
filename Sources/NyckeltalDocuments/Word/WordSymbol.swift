/// Signs of the fonts Symbol and Wingdings, which Word writes by their place in the font.
enum WordSymbol {
  /// The sign at a place, which Word raises by F000; `nil` for one that stands for none in a text.
  static func sign(font: String, place: Int) -> String? {
    guard font == "Symbol" else { return nil }
    let place = place & 0xFF
    switch place {
    case 0x20, 0x25, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x30...0x3A, 0x3D:
      return UnicodeScalar(UInt32(place)).map { String($0) }
    case 0x2D: return "−"
    case 0x3C: return "<"
    case 0x3E: return ">"
    case 0xA3: return "≤"
    case 0xB3: return "≥"
    case 0xB1: return "±"
    case 0xBB: return "≈"
    case 0xB4: return "×"
    case 0xA4: return "⁄"
    case 0xAE: return "→"
    default: return nil
    }
  }
}
