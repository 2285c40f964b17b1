public import Foundation

/// Who logs in to a server.
public struct SMTPCredentials: Sendable {
  /// The user name.
  public let user: String
  /// The password.
  public let password: SMTPPassword

  /// Makes credentials.
  ///
  /// - Throws: ``MailError`` when the user name is empty or holds control characters.
  public init(user: String, password: SMTPPassword) throws(MailError) {
    try HeaderRules.checkCharacters(user, what: "the user name")
    if user.isEmpty {
      throw MailError(.badCredentials, "the user name is empty", remedy: "give one")
    }
    self.user = user
    self.password = password
  }

  /// The password as it may stand in what is said: as it is, and in Base64 alone (LOGIN) and with the
  /// user name (PLAIN, RFC 4616).
  var spoken: [String] {
    let secret = password.secret
    let plain = ["\0\(user)\0\(secret)", "\(user)\0\(user)\0\(secret)", secret]
    return plain.map { Data($0.utf8).base64EncodedString() } + [secret]
  }
}

/// A password; no description, dump or error of it shows what it is.
public struct SMTPPassword: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let secret: String

  /// Takes a password that the program has from elsewhere.
  ///
  /// - Throws: ``MailError`` when it is empty or holds control characters.
  public init(_ secret: String) throws(MailError) {
    guard !secret.isEmpty, secret.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{7F}" })
    else {
      throw MailError(
        .badCredentials,
        "the password is empty or holds control characters",
        remedy: "check where it comes from"
      )
    }
    self.secret = secret
  }

  /// The password in an environment variable.
  ///
  /// - Throws: ``MailError`` when the variable is not set or cannot be a password.
  public init(
    variable: String,
    of environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(MailError) {
    guard let secret = environment[variable] else {
      throw MailError(
        .badCredentials,
        "the environment variable \(variable) is not set",
        remedy: "set it to the password of the mail account, or name a file that holds it"
      )
    }
    do {
      try self.init(secret)
    } catch {
      throw error.at(variable)
    }
  }

  /// The password in a file: its first line.
  ///
  /// - Throws: ``MailError`` when the file cannot be read or its first line cannot be a password.
  public init(file: URL) throws(MailError) {
    guard let bytes = try? Data(contentsOf: file),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw MailError(
        .badCredentials,
        place: file.path,
        "the file with the password cannot be read",
        remedy: "check its path and permissions"
      )
    }
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first
    do {
      try self.init(String(line ?? ""))
    } catch {
      throw error.at(file.path)
    }
  }

  /// Whether others than its owner may read a file: it should not hold a password then.
  public static func isOpenToOthers(_ file: URL) -> Bool {
    var status = stat()
    return stat(file.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_mode & 0o077 != 0
  }

  /// Nothing of the password.
  public var description: String { "(password)" }
  /// Nothing of the password.
  public var debugDescription: String { description }
  /// Nothing of the password.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
