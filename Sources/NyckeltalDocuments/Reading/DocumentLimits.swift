/// What reading one document may take.
public struct DocumentLimits: Sendable, Hashable {
  /// Seconds of wall time for a PDF.
  public var seconds: Double = 30
  /// Bytes of memory for the process that reads a PDF.
  public var memory = 1 << 30
  /// Bytes of a file in a format other than text that are read at all.
  public var fileBytes = 512 << 20
  /// Bytes of a text file that are read at all; reading takes some four times as much memory.
  public var textBytes = 4 << 30
  /// Bytes that a PDF's words and their places may take.
  public var outputBytes = 256 << 20
  /// Bytes that one part of a Word document may unpack to.
  public var partBytes = 64 << 20
  /// Bytes that the parts of a Word document may unpack to together.
  public var archiveBytes = 128 << 20
  /// Parts that a Word document may have.
  public var archiveEntries = 10_000

  /// Bytes of a file that is not read, of which only is told what it is.
  private static let unreadBytes = 64 << 20

  /// The limits that documents as they are published keep by far.
  public init() {}

  /// The most bytes of a file that are read, told from its first ones; of a format that is not read
  /// no more than it takes to tell what it is.
  ///
  /// - Parameter head: The file's first bytes, ``DocumentFormat/headLength`` of them.
  /// - Returns: How many bytes that are.
  public func bytes(head: some Collection<UInt8>) -> Int {
    switch DocumentFormat(head: head) {
    case .text: textBytes
    case .oldWord, .message, nil: min(fileBytes, Self.unreadBytes)
    default: fileBytes
    }
  }
}
