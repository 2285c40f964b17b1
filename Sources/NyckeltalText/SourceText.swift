public import NyckeltalModel

/// A document's bytes as they were read, as UTF-8, and the way back from the one to the other.
///
/// Positions in ``utf8`` are the coordinates of everything that reads the text; only what leaves the
/// library is mapped to the file with ``fileRange(of:)``.
///
/// ## Topics
/// - ``init(name:bytes:)``
/// - ``init(name:extracted:contentHash:)``
/// - ``fileRange(of:)``
/// - ``line(at:near:)``
public struct SourceText: Sendable {
  /// How the file's bytes encode its text.
  public enum Encoding: String, Sendable {
    /// UTF-8.
    case utf8 = "UTF-8"
    /// Windows-1252, of which Latin-1 is the part that text files use.
    case windows1252 = "Latin-1"
    /// UTF-16, the lower byte first.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, the higher byte first.
    case utf16BigEndian = "UTF-16BE"
  }

  /// The file's name, without folders.
  public let name: String
  /// The encoding that the bytes were read as.
  public let encoding: Encoding
  /// The text in UTF-8.
  public let utf8: [UInt8]
  /// A hash of the file's bytes, the same on every machine.
  public let contentHash: UInt64
  /// Running heads, footers and page numbers, as ranges of ``utf8``, where the format told them;
  /// `nil` for a text file, whose lines tell them by their shape.
  public internal(set) var furniture: [Range<Int>]?
  /// Where the words stand on their pages, for formats with pages.
  public internal(set) var layout: PageLayout?
  /// What the user should know about how the document was read.
  public internal(set) var notes: [String] = []
  /// From positions in ``utf8`` to positions in the file.
  private let toFile: OffsetMap
  private let lineStarts: [Int]

  /// Reads a file's bytes as text.
  ///
  /// UTF-16 is taken where the file begins with its mark, UTF-8 where the file as a whole is it: a
  /// stray byte in it becomes U+FFFD, and a note says so. All else is Windows-1252.
  ///
  /// - Parameters:
  ///   - name: The file's name, for provenance and errors.
  ///   - bytes: The file as read from disk.
  /// - Throws: ``SourceTextError`` when there is no text or the file is binary.
  public init(name: String, bytes: [UInt8]) throws(SourceTextError) {
    self.init(
      name: name,
      decoded: try TextDecoding.decode(bytes, name: name),
      contentHash: StableHash.of(bytes)
    )
  }

  init(name: String, decoded: TextDecoding.Decoded, contentHash: UInt64) {
    self.name = name
    self.contentHash = contentHash
    encoding = decoded.encoding
    utf8 = decoded.utf8
    toFile = decoded.map
    lineStarts = Self.lineStarts(of: decoded.utf8)
    if decoded.strayBytes > 0 {
      notes.append(
        "\(decoded.strayBytes) byte(s) are no UTF-8, the first on line \(decoded.firstStrayLine); "
          + "they are marked with \u{FFFD}"
      )
    }
  }

  /// Whether bytes are valid UTF-8.
  public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    UTF8Validation.isValid(bytes)
  }

  /// The range in the file's bytes that a range of ``utf8`` was read from.
  public func fileRange(of range: Range<Int>) -> Range<Int> {
    let start = toFile.original(range.lowerBound)
    return start..<max(start, toFile.original(range.upperBound))
  }

  /// The line, from 1, on which a position of ``utf8`` lies.
  ///
  /// The search begins near a line that was asked for last.
  public func line(at position: Int, near last: Int = 1) -> Int {
    lineStarts.firstIndex(above: position, near: last)
  }

  /// The position of ``utf8`` at which a line, counted from 1, begins; the end behind the last.
  public func start(ofLine line: Int) -> Int {
    line > lineStarts.count ? utf8.count : lineStarts[max(0, line - 1)]
  }

  private static func lineStarts(of utf8: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(utf8.count / 60)
    utf8.withUnsafeBufferPointer { bytes in
      var end = ByteSearch.first(Byte.newline, in: bytes, from: 0)
      while end < bytes.count {
        starts.append(end + 1)
        end = ByteSearch.first(Byte.newline, in: bytes, from: end + 1)
      }
    }
    return starts
  }
}

/// Why a file could not be read as text.
public struct SourceTextError: Failure, Equatable {
  /// What kind of file it is.
  public enum Code: String, Sendable {
    /// There is no text in it.
    case empty
    /// It is no text.
    case binary
    /// It is UTF-16 that is cut off or broken.
    case malformedUTF16
    /// JSON, or one JSON value a line.
    case json
    /// XML, YAML or another format for data.
    case data
    /// A table of cells with separators between them.
    case table
  }

  /// What is wrong.
  public let code: Code
  /// The file's name.
  public let document: String

  init(code: Code, document: String) {
    self.code = code
    self.document = document
  }

  /// Makes an error that another process has told of.
  package init(_ code: Code, document: String) { self.init(code: code, document: document) }

  /// The file's name.
  public var place: String? { document }
  /// What was wrong.
  public var problem: String {
    switch code {
    case .empty: "the file holds no text"
    case .binary: "the file is binary, not text"
    case .malformedUTF16: "the file begins as UTF-16 but is not valid UTF-16"
    case .json: "the file holds data (JSON), not text"
    case .data: "the file holds data, not text"
    case .table: "the file is a table of data, not text"
    }
  }
  /// What to do about it.
  public var remedy: String {
    switch code {
    case .empty: "check that the download is complete"
    case .binary: "save the document as plain text or Markdown and give that file"
    case .malformedUTF16: "save it as UTF-8"
    case .json: "what nyckeltal exported as .jsonl comes into a store with nyckeltal import"
    case .data: "give the document that the data is from"
    case .table: "figures in a table with the tool's columns come in with nyckeltal import FILE.csv"
    }
  }
}
