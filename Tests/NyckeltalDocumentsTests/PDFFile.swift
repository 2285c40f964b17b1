/// PDFs from the content of their pages, set in Helvetica.
enum PDFFile {
  static func document(pages: [String], filter: String = "", trailer: String = "") -> [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for (number, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
          + "/Resources << /Font << /F 3 0 R >> >> /Contents \(5 + number * 2) 0 R >>"
      )
      objects.append(
        "<< /Length \(content.utf8.count) \(filter) >>\nstream\n\(content)\nendstream"
      )
    }
    return file(objects, trailer: trailer)
  }

  static func file(_ objects: [String], trailer: String = "") -> [UInt8] {
    var bytes = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      bytes += Array(
        "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8
      )
    }
    bytes += Array(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        .utf8
    )
    return bytes
  }

  /// Lines of text from the top of a page, each at its x.
  static func lines(_ lines: [(x: Int, y: Int, text: String)]) -> String {
    "BT /F 11 Tf\n"
      + lines.map { "1 0 0 1 \($0.x) \($0.y) Tm (\($0.text)) Tj" }.joined(separator: "\n") + "\nET"
  }
}
