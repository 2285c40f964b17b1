import Foundation
import NyckeltalModel
package import NyckeltalText

/// A PDF, whose words `pdftotext` finds.
struct PDFDocument {
  let document: String
  let path: String?
  let bytes: Data

  /// The words with their places, as `pdftotext -bbox-layout` prints them.
  func words(processes: TextProcesses) throws -> [UInt8] {
    let output =
      if let path { try processes.output(path: path, document: document) } else {
        try processes.output(bytes: bytes, document: document)
      }
    guard output.status == 0 else { throw failure(output.status) }
    return output.bytes
  }

  /// `pdftotext` ends with 1 when the file cannot be opened, 3 when it may not be copied from; above
  /// 128 a signal ended it: no memory, or no time.
  private func failure(_ status: Int) -> DocumentError {
    if status == 127 { return DocumentError(.toolMissing, document: document) }
    // 24 SIGXCPU, 9 SIGKILL behind it
    if status == 128 + 24 || status == 128 + 9 {
      return DocumentError(.timedOut, document: document)
    }
    if status > 128 { return DocumentError(.tooLarge, document: document, detail: "its memory") }
    if status == 3 || bytes.range(of: Data("/Encrypt".utf8)) != nil {
      return DocumentError(.encrypted, document: document)
    }
    return DocumentError(.damaged, document: document)
  }
}

/// The text of a PDF by its words' places.
package enum PDFText {
  /// Composes the text of what `pdftotext -bbox-layout` printed.
  ///
  /// - Parameters:
  ///   - output: What it printed; any bytes are safe.
  ///   - document: The document's name, for errors.
  /// - Returns: The text, with where its words stand.
  /// - Throws: ``DocumentError`` where there are no pages, or no words on them.
  package static func read(_ output: [UInt8], document: String) throws -> ExtractedText {
    let isText = output.withUnsafeBufferPointer(SourceText.isUTF8)
    let words = PDFWords(isText ? output : Array(String(decoding: output, as: UTF8.self).utf8))
    if words.pages.isEmpty { throw DocumentError(.damaged, document: document) }
    let leftOut = words.leftOut
    if words.words.isEmpty, !leftOut.unreadable.isEmpty {
      throw DocumentError(.unreadableLetters, document: document)
    }
    if words.words.isEmpty { throw DocumentError(.scanned, document: document) }
    var composer = TextComposer(words)
    composer.run()
    var text = composer.text
    let empty = words.pages.indices.filter {
      words.pages[$0].words.isEmpty && !leftOut.unreadable.contains($0)
    }
    for (pages, reason) in [
      (empty, "no text (empty or scanned)"),
      (leftOut.unreadable, "left out: its fonts do not tell which letters they show"),
      (leftOut.turned, "turned text is left out"),
    ] where !pages.isEmpty {
      let numbers = pages.prefix(12).map { String($0 + 1) }.joined(separator: ", ")
      let more = pages.count > 12 ? " and \(pages.count - 12) more" : ""
      text.notes.append("page \(numbers)\(more): \(reason)")
    }
    return text
  }
}
