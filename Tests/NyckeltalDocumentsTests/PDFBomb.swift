/// PDFs of one page whose content unpacks to far more than it takes.
enum PDFBomb {
  /// A page whose content is packed twice: some 200 kB for 4 GB.
  static func page(_ content: String, length: Int) -> [UInt8] {
    let pattern = Array(content.utf8)
    // eight copies of the inner stream are whole bytes that come again and again
    let few = Deflate.stream(pattern: pattern, length: 0)
    let many = Deflate.stream(pattern: pattern, length: 8 * 258 * 3)
    let unit = (many.count - few.count) / 2
    let head = many.prefix(max(0, many.count - 2 * unit - 2))
    let copies = many.dropFirst(head.count).prefix(unit)
    let inner = Deflate.stream(
      start: [0x78, 0x9C] + head,
      pattern: Array(copies),
      length: unit * (length / (8 * 258))
    )
    let hex = ([0x78, 0x9C] + inner).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0\(digits)" : digits
    }
    return PDFFile.document(
      pages: [hex.joined() + ">"],
      filter: "/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]"
    )
  }
}
