import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalDocuments

/// What is made of what `pdftotext` prints, whatever that is.
struct PDFTextTests {
  @Test("Bytes astray in a word do not reach the text")
  func strayBytes() throws {
    var output = Array(page(word("Platser")).utf8)
    let place = try #require(output.firstIndex(of: UInt8(ascii: "P")))
    output[place] = 0xFF
    let text = try PDFText.read(output, document: "a.pdf")
    let source = try SourceText(name: "a.pdf", extracted: text, contentHash: 0)
    #expect(String(validating: source.utf8, as: UTF8.self)?.contains("latser") == true)
  }

  @Test("Words that lie over each other end in no doubling", .timeLimit(.minutes(1)))
  func overlaps() throws {
    let row = { (y: Int) in
      (0..<60).map { place in
        "<word xMin=\"\(300 - place)\" yMin=\"\(y)\" xMax=\"\(20 + place * 9)\" yMax=\"\(y + 12)\">5</word>"
      }.joined(separator: "\n")
    }
    let wide =
      "<word xMin=\"10\" yMin=\"80\" xMax=\"12\" yMax=\"92\">a</word>"
      + "<word xMin=\"590\" yMin=\"80\" xMax=\"592\" yMax=\"92\">b</word>"
    let text = try PDFText.read(
      Array(page("\(wide)\n\(row(96))\n\(row(112))").utf8),
      document: "a.pdf"
    )
    #expect(!text.utf8.isEmpty)
  }

  @Test("No pages and no words are told apart")
  func nothing() {
    #expect(throws: DocumentError.self) { try PDFText.read([], document: "a.pdf") }
    let error = #expect(throws: DocumentError.self) {
      try PDFText.read(Array(page("").utf8), document: "a.pdf")
    }
    #expect(error?.description.hasPrefix("a.pdf: ") == true)
  }

  private func page(_ content: String) -> String {
    "<page width=\"595\" height=\"842\">\n\(content)\n</page>\n"
  }

  private func word(_ text: String) -> String {
    "<word xMin=\"70\" yMin=\"80\" xMax=\"120\" yMax=\"92\">\(text)</word>"
  }
}
