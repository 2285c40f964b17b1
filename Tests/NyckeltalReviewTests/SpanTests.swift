import Foundation
import Nyckeltal
import Testing

extension BrowserTests {
  /// Shows every document and compares the text of each observation's marks with its quote; gives
  /// how many there are and what differs.
  static let comparison = """
    const fold = (text) => text.replace(/\\u00ad/g, "").replace(/[\\s\\u00a0\\u2000-\\u200a\\u202f]+/g, " ").trim();
    const wrong = [];
    let count = 0;
    for (const text of data.documents) {
      renderText(text);
      for (const item of items.filter((one) => one.text === text)) {
        count += 1;
        const marked = fold((marks.get(item.key) ?? []).map((mark) => mark.textContent).join(""));
        const quote = fold(item.read.source.quote);
        if (marked !== quote) wrong.push(`${text.name}: ${marked} / ${quote}`);
        const range = item.at.length === 2 ? fileRange(text, ...item.at).join() : "";
        if (range !== item.read.source.range.join()) wrong.push(`${text.name}: ${range} / ${item.read.source.range}`);
      }
    }
    return [String(count), ...wrong.slice(0, 20)];
    """

  @Test("What is marked is the quote, and leads back to the bytes that it was read from")
  func spans() async throws {
    let output = try ReviewFixtures.output()
    var documents: [ReviewDocument] = []
    output.documents(at: ReviewFixtures.examples()) { result, _ in
      if case .success(let document) = result { documents.append(document) }
    }
    // the same in other encodings: positions in the file are other ones there
    let sample = "Under 2015 sökte 15 900 unga sommarjobb — en ökning.\n\nÅtta av tio fick plats.\n"
    for encoding in [String.Encoding.windowsCP1252, .utf16LittleEndian] {
      var bytes = Array(try #require(sample.data(using: encoding)))
      if encoding == .utf16LittleEndian { bytes = [0xFF, 0xFE] + bytes }
      try await ReviewFixtures.inFolder { folder in
        let file = folder.appendingPathComponent("\(encoding.rawValue).txt")
        try Data(bytes).write(to: file)
        documents.append(try output.document(file.path).document)
      }
    }
    let page = try output.page().bytes(documents)
    let found = try await Browser.run { browser in
      try await browser.open(page)
      let found = try await browser.run(Self.comparison)
      #expect(try await browser.console().isEmpty)
      return found as? [String] ?? []
    }
    #expect(found.dropFirst().isEmpty)
    let count = documents.reduce(0) { $0 + $1.items.count }
    #expect(found.first == String(count) && count > 2_500)
  }
}
