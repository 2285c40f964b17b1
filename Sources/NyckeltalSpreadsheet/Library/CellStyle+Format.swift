internal import CXlsxWriter

extension CellStyle {
  /// The font that every platform has, or has the same widths of.
  static let font = "Arial"

  /// libxlsxwriter keeps 127 bytes of a number format and drops the rest without a word.
  private static let longestNumberFormat = 127

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, Self.font)
    format_set_font_size(format, size)
    format_set_font_color(format, color)
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill)
      format_set_fg_color(format, fill)
    }
    if let numberFormat, numberFormat.utf8.count <= Self.longestNumberFormat {
      format_set_num_format(format, numberFormat)
    }
    let alignments = [horizontal.code, vertical.code]
    for alignment in alignments { format_set_align(format, alignment) }
    if isWrapped { format_set_text_wrap(format) }
    if indent > 0 { format_set_indent(format, indent) }
    if let top {
      format_set_top(format, top.code)
      format_set_top_color(format, borderColor)
    }
    if let bottom {
      format_set_bottom(format, bottom.code)
      format_set_bottom_color(format, borderColor)
    }
  }
}

extension CellStyle.Horizontal {
  fileprivate var code: UInt8 {
    switch self {
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}

extension CellStyle.Vertical {
  fileprivate var code: UInt8 {
    switch self {
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    case .center: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .bottom: UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)
    }
  }
}

extension CellStyle.Border {
  fileprivate var code: UInt8 {
    switch self {
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .medium: UInt8(LXW_BORDER_MEDIUM.rawValue)
    }
  }
}
