import Foundation
import NyckeltalText

/// A format that documents are published in, told by a file's first bytes.
///
/// ## Topics
/// - ``init(head:)``
/// - ``recognizes(_:)``
public enum DocumentFormat: Sendable, Hashable {
  /// PDF.
  case pdf
  /// A ZIP archive, which a Word document is.
  case word
  /// A web page.
  case html
  /// Plain text or Markdown.
  case text
  /// Word's format of before 2007, and of documents with a password.
  case oldWord
  /// A message, or a web page saved as one file (.mht): several files in one, as MIME has it.
  case message

  /// The number of bytes by which a format is told.
  public static let headLength = 4096

  private static let pdfMark = Array("%PDF-".utf8)

  /// Tells the format from a file's first bytes; `nil` when it is none of these.
  public init?(head: some Collection<UInt8>) {
    let bytes = Array(head.prefix(Self.headLength))
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .word
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWord
    } else if Self.holdsPDFMark(bytes) {
      self = .pdf
    } else if bytes.starts(with: "{\\rtf".utf8) || Self.isBinary(bytes) {
      return nil
    } else if bytes.first(where: { !Byte.isBlank($0) && $0 > 0 && $0 < 0x80 }) != 0x3C {
      self = Self.isMessage(bytes) ? .message : .text
    } else {
      let start = Self.asciiLowered(bytes.filter { $0 != 0 })
      if Self.isHTML(start) {
        self = .html
      } else if start.starts(with: "<?xml".utf8) {
        return nil
      } else {
        self = .text
      }
    }
  }

  /// Whether the mark of a PDF stands among the first bytes, where a few others may stand before it.
  private static func holdsPDFMark(_ bytes: [UInt8]) -> Bool {
    bytes.indices.prefix(1024).contains {
      bytes[$0] == 0x25 && bytes[$0...].starts(with: pdfMark)
    }
  }

  /// Whether a file in a folder is a document to read.
  ///
  /// Data and source code are text too; their suffix or their first sign tells them from prose. A file
  /// that is named itself is read whatever its suffix.
  public static func recognizes(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return true }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: headLength) else { return true }
    switch DocumentFormat(head: head) {
    case .pdf, .html: return true
    case .word: return WordArchive.holdsDocument(path)
    case .text: return isProse(path) && head.first { !Byte.isBlank($0) } != 0x7B
    case .message: return isProse(path)
    case .oldWord, nil: return head.isEmpty
    }
  }

  /// Text has no sign of its own: in a folder, notes, data and source code are told by their suffix.
  private static func isProse(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return true }
    let suffix = name[name.index(after: dot)...].lowercased()
    // "Protokoll 2015-05-07 nr. 4" has none
    if suffix.contains(where: { !$0.isLetter }) || suffix.count > 8 { return true }
    return proseSuffixes.contains(suffix)
  }

  /// Suffixes of text, and those of other formats, under which text is found too.
  private static let proseSuffixes: Set<String> = [
    "txt", "text", "md", "markdown", "asc", "pdf", "doc", "docx", "htm", "html", "mht", "mhtml",
  ]

  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    var controls = 0
    for byte in bytes where byte < 32 {
      if byte == 0 { return true }
      if !Byte.isBlank(byte), byte != 0x1B { controls += 1 }
    }
    return controls > 8 && controls * 20 > bytes.count
  }

  /// Whether text begins as a page or a part of one does.
  private static func isHTML(_ lowered: [UInt8]) -> Bool {
    var start = lowered.drop { Byte.isBlank($0) || $0 >= 0x80 }
    while start.starts(with: "<!--".utf8) {
      // a comment longer than what is told by: pages begin so
      guard let end = start.firstRange(of: "-->".utf8) else { return true }
      start = start[end.upperBound...].drop { Byte.isBlank($0) }
    }
    guard start.first == 0x3C else { return false }
    if ["<!doctype html", "<html", "<head", "<body"].contains(where: { start.starts(with: $0.utf8) }
    )
      || start.firstRange(of: "<html".utf8) != nil
    {
      return true
    }
    let name = start.dropFirst().prefix { Byte.isLetter($0) || Byte.isDigit($0) }
    let next = start.dropFirst(name.count + 1).first
    guard next.map({ Byte.isBlank($0) || $0 == 0x3E || $0 == 0x2F }) ?? false,
      parts.contains(String(decoding: name, as: UTF8.self))
    else { return false }
    // Markdown may begin with a tag, and goes on in its own way
    return !start.split(separator: Byte.newline).contains { line in
      line.starts(with: "# ".utf8) || line.starts(with: "## ".utf8) || line.first == 0x7C
    }
  }

  /// Elements with which a part of a page begins.
  private static let parts: Set<String> = [
    "div", "p", "table", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "ul", "ol",
    "span", "center", "font", "meta", "title", "link", "script", "style", "nav", "form", "b",
    "strong", "tr", "tbody", "thead", "blockquote", "figure", "aside", "br", "hr", "img", "a",
  ]

  /// Whether text begins with the head of a message in several parts.
  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let lowered = asciiLowered(bytes)
    let firstLine = lowered.drop { Byte.isBlank($0) }.prefix { $0 != Byte.newline }
    guard let colon = firstLine.firstIndex(of: 0x3A),
      firstLine[..<colon].allSatisfy({ Byte.isLetter($0) || $0 == 0x2D || Byte.isDigit($0) })
    else { return false }
    return lowered.firstRange(of: "\nmime-version:".utf8) != nil
      && lowered.firstRange(of: "\ncontent-type: multipart/".utf8) != nil
  }

  private static func asciiLowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
  }
}
