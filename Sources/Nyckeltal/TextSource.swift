public import NyckeltalText

/// How files become text: which files of a folder are documents, and what a document's text is.
///
/// ```swift
/// let reader = DocumentReader()  // of NyckeltalDocuments: PDF, Word, web pages
/// let source = TextSource(
///   recognizes: DocumentFormat.recognizes,
///   text: { path, bytes in try reader.read(path, bytes: bytes) })
/// ```
public struct TextSource: Sendable {
  /// Whether a file in a folder is a document.
  public let recognizes: @Sendable (_ path: String) -> Bool
  /// The most bytes of a file that are read, told from its first ones.
  public var limit: @Sendable (_ head: [UInt8]) -> Int = { _ in InputFiles.mostBytes }
  /// The text of a file, by its path (`-` for standard input) and its bytes.
  public let text: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> SourceText

  /// Makes a source of two functions, which are called from several threads.
  public init(
    recognizes: @escaping @Sendable (_ path: String) -> Bool,
    text: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> SourceText
  ) {
    self.recognizes = recognizes
    self.text = text
  }

  /// Plain text and Markdown.
  public static let plain = TextSource(
    recognizes: InputFiles.hasTextSuffix,
    text: { path, bytes in try SourceText(name: InputFiles.name(of: path), prose: bytes) }
  )
}
