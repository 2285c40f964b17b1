public import Foundation

/// A file that goes with a message.
public struct MailAttachment: Sendable, Hashable {
  /// The name that recipients see.
  public let name: AttachmentName
  /// What kind of file it is.
  public let type: MediaType
  /// The file's bytes, carried exactly.
  public let content: Data

  /// Makes an attachment.
  ///
  /// - Parameters:
  ///   - name: The name that recipients see.
  ///   - content: The file's bytes.
  ///   - type: What kind of file it is; by the name's suffix when left out, and for a text in
  ///     UTF-8 with its charset.
  public init(name: AttachmentName, content: Data, type: MediaType? = nil) {
    self.name = name
    self.content = content
    self.type =
      type
      ?? MediaType(of: name).describing(isUTF8: String(validating: content, as: UTF8.self) != nil)
  }

  /// Makes an attachment of the kind that its name says.
  ///
  /// - Throws: ``MailError`` when the name cannot be a file's.
  public init(name: String, content: Data) throws(MailError) {
    self.init(name: try AttachmentName(name), content: content)
  }
}
