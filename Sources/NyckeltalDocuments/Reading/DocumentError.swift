public import NyckeltalModel

/// Why a document could not be read.
public struct DocumentError: Failure, Equatable {
  /// What is wrong.
  public enum Code: String, Sendable, Hashable {
    /// The file cannot be opened.
    case unreadable
    /// The format is not one that is read.
    case unknownFormat
    /// A Word document of before 2007 (.doc), which is not read.
    case oldWord
    /// A message or a web page saved as one file, which holds others.
    case message
    /// A password is needed.
    case encrypted
    /// The file is broken or cut off.
    case damaged
    /// The pages are pictures.
    case scanned
    /// The fonts do not tell which letters they show.
    case unreadableLetters
    /// There is no text.
    case empty
    /// It takes more than the limits allow.
    case tooLarge
    /// It took longer than the limits allow.
    case timedOut
    /// The file declares entities, which documents of its kind never do.
    case forbiddenDoctype
    /// A program that reads the format is not installed.
    case toolMissing
    /// The process that reads it ended by itself, twice.
    case readerEnded
  }

  /// What is wrong.
  public let code: Code
  /// The document.
  public let document: String
  /// What was too large, or which part was damaged.
  public let detail: String?

  /// Makes an error.
  public init(_ code: Code, document: String, detail: String? = nil) {
    self.code = code
    self.document = document
    self.detail = detail
  }

  /// The document's name, its control characters shown.
  public var place: String? {
    String(
      document.unicodeScalars.flatMap { scalar in
        scalar.value < 32 || scalar.value == 127
          ? Array(scalar.escaped(asASCII: true))
          : [
            Character(scalar)
          ]
      }
    )
  }

  /// What was wrong.
  public var problem: String {
    let reason =
      switch code {
      case .unreadable: "cannot be read"
      case .unknownFormat: "is neither PDF, Word (.docx), a web page nor text"
      case .oldWord: "is a Word document in the format of before 2007"
      case .message: "is a message or a web page saved as one file (MIME)"
      case .encrypted: "is protected by a password"
      case .damaged: "is damaged or cut off"
      case .scanned: "holds pictures of pages and no text (scanned)"
      case .unreadableLetters: "has fonts that do not tell which letters they show"
      case .empty: "holds no text"
      case .tooLarge: "is larger than is read"
      case .timedOut: "took longer to read than the limit"
      case .forbiddenDoctype: "declares a document type, which Word documents never do"
      case .toolMissing: "is a PDF, and pdftotext is not installed"
      case .readerEnded: "could not be read: the process that reads it ended, twice"
      }
    return detail.map { "\(reason) (\($0))" } ?? reason
  }

  /// What to do about it.
  public var remedy: String {
    switch code {
    case .unreadable: "check that it exists and its permissions"
    case .unknownFormat: "save it in one of these formats"
    case .oldWord: "save it as .docx"
    case .message: "save the page as .html or PDF, or the attachment by itself"
    case .encrypted: "save a copy without the password"
    case .damaged: "download it again"
    case .scanned: "run character recognition on it, for example with ocrmypdf"
    case .unreadableLetters: "run character recognition on it, with ocrmypdf --force-ocr"
    case .empty: "check that the download is complete"
    case .tooLarge: "split it, or raise the limits"
    case .timedOut: "split it, or raise the limit"
    case .forbiddenDoctype: "save it anew from Word or LibreOffice"
    case .toolMissing: "install poppler-utils (apt) or poppler (Homebrew)"
    case .readerEnded: "save it in another format, and report the fault"
    }
  }
}
