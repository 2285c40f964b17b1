package import Foundation
package import NyckeltalText

/// What a document's text is made of, in this process or in one of its own.
package struct TextRequest: Sendable {
  /// What the bytes are.
  package enum Kind: Int, Sendable {
    /// What `pdftotext -bbox-layout` printed.
    case pdfWords
    case word
    case html
  }

  /// What the bytes are.
  package var kind: Kind
  /// The document's name, for errors.
  package var document: String
  /// The document, or its words.
  package var bytes: Data
  /// What reading may take.
  var limits: DocumentLimits

  /// Reads the text.
  ///
  /// - Throws: ``DocumentError``, or `SourceTextError` for a web page that is none.
  package func text() throws -> ExtractedText {
    switch kind {
    case .pdfWords: try PDFText.read(Array(bytes), document: document)
    case .word: try WordDocument(document: document, bytes: bytes, limits: limits).text()
    case .html: try WebPage(document: document, bytes: bytes, limits: limits).text()
    }
  }

  // MARK: As bytes

  /// The numbers that begin a request: what it is, its limits, and the lengths of what follows.
  static let headLength = 6 * MemoryLayout<Int>.size

  /// The head, then the name, then the bytes.
  var head: [UInt8] {
    let numbers = [
      kind.rawValue, limits.partBytes, limits.archiveBytes, limits.archiveEntries,
      document.utf8.count, bytes.count,
    ]
    return numbers.withUnsafeBytes { Array($0) }
  }

  /// Reads a request from a stream: a function that reads so many bytes, or none at its end.
  init?(from read: (Int) -> [UInt8]?) {
    guard var head = read(Self.headLength).map({ ByteBlocks($0) }),
      let kind = head.number().flatMap(Kind.init), let part = head.number(),
      let archive = head.number(), let entries = head.number(), let nameLength = head.number(),
      let length = head.number(), let name = read(nameLength), let bytes = read(length)
    else { return nil }
    self.kind = kind
    document = String(decoding: name, as: UTF8.self)
    self.bytes = Data(bytes)
    limits = DocumentLimits()
    limits.partBytes = part
    limits.archiveBytes = archive
    limits.archiveEntries = entries
  }

  init(kind: Kind, document: String, bytes: Data, limits: DocumentLimits) {
    self.kind = kind
    self.document = document
    self.bytes = bytes
    self.limits = limits
  }
}

/// What came of a request, as a process hands it to the one that asked.
enum TextAnswer {
  case text(ExtractedText)
  case failure(any Error)

  var encoded: [UInt8] {
    switch self {
    case .text(let text): return [0x54] + text.encoded
    case .failure(let error as DocumentError):
      return [0x44] + Array("\(error.code.rawValue)\n\(error.detail ?? "")".utf8)
    case .failure(let error as SourceTextError): return [0x53] + Array(error.code.rawValue.utf8)
    case .failure: return []
    }
  }

  /// Reads what ``encoded`` wrote; `nil` where the bytes are something else.
  init?(encoded bytes: [UInt8], document: String) {
    let rest = bytes.dropFirst()
    switch bytes.first {
    case 0x54:
      guard let text = ExtractedText(encoded: rest) else { return nil }
      self = .text(text)
    case 0x44:
      let parts = String(decoding: rest, as: UTF8.self)
        .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard let code = DocumentError.Code(rawValue: String(parts[0])) else { return nil }
      let detail = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
      self = .failure(DocumentError(code, document: document, detail: detail))
    case 0x53:
      guard let code = SourceTextError.Code(rawValue: String(decoding: rest, as: UTF8.self))
      else { return nil }
      self = .failure(SourceTextError(code, document: document))
    default: return nil
    }
  }
}
