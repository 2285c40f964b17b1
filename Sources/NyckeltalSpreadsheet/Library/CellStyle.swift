/// How a cell looks; equal styles share one format of the workbook.
struct CellStyle: Sendable, Hashable {
  enum Horizontal: Sendable, Hashable {
    case left, center, right
  }

  enum Vertical: Sendable, Hashable {
    case top, center, bottom
  }

  enum Border: Sendable, Hashable {
    case hair, thin, medium
  }

  var size = 10.0
  var isBold = false
  var isItalic = false
  var color = Palette.text
  var fill: UInt32?
  var numberFormat: String?
  var horizontal = Horizontal.left
  var vertical = Vertical.center
  var isWrapped = false
  var indent: UInt8 = 0
  var top: Border?
  var bottom: Border?
  var borderColor = Palette.line
}

/// The workbook's few colours.
enum Palette {
  static let text: UInt32 = 0x1F2933
  static let muted: UInt32 = 0x6B7780
  static let accent: UInt32 = 0x17506B
  static let link: UInt32 = 0x1B5E85
  static let line: UInt32 = 0xD9E0E5
  static let header: UInt32 = 0xEEF3F6
  static let spoken: UInt32 = 0xFBF6EA
  static let good: UInt32 = 0x2B7A4B
  static let attention: UInt32 = 0x8F5A08
  static let bad: UInt32 = 0xB3372E
  static let series: [UInt32] = [0xB4C3CE, 0x1B6E8C, 0xC98A2B]
}
