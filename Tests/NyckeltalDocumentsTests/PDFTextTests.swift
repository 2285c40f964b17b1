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
