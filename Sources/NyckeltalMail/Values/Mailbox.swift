/// A person or office with an address: `Åsa Öberg <asa@example.se>` (RFC 5322, 3.4 "mailbox").
public struct Mailbox: Sendable, Hashable, CustomStringConvertible {
  /// The name that readers see.
  public let name: DisplayName?
  /// The address.
  public let address: EmailAddress

  /// Makes a mailbox from its parts.
  public init(_ address: EmailAddress, name: DisplayName? = nil) {
    self.name = name
    self.address = address
  }

  /// Reads one mailbox: `asa@example.se`, `Åsa Öberg <asa@example.se>` or, where the name holds
  /// punctuation, `"Öberg, Åsa" <asa@example.se>`.
  ///
  /// - Throws: ``MailError`` when it is none, or more than one.
  public init(_ text: String) throws(MailError) {
    try HeaderRules.checkCharacters(text, what: "the address")
    guard text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") else {
      self.init(try EmailAddress(text))
      return
    }
    let inside = text[text.index(after: bracket)...].dropLast()
    var end = bracket
    while end > text.startIndex, text[text.index(before: end)] == " " {
      end = text.index(before: end)
    }
    let phrase = String(text[..<end])
    let name = try phrase.isEmpty ? nil : DisplayName(Self.name(phrase, of: text))
    self.init(try EmailAddress(String(inside)), name: name)
  }

  /// Name and address.
  public var description: String {
    name.map { "\($0) <\(address)>" } ?? address.description
  }

  /// RFC 5322, 3.2.4 and 3.2.5: what a phrase says, without its quotes.
  private static func name(_ phrase: String, of text: String) throws(MailError) -> String {
    guard phrase.hasPrefix("\"") else {
      if phrase.contains(where: { "()<>[]:;@\\,\"".contains($0) }) {
        throw MailError(
          .badAddress,
          "\(HeaderRules.quoted(text)) is not one name and one address",
          remedy: "give each address by itself, and put a name with punctuation in quotes: "
            + "\"Öberg, Åsa\" <asa@example.se>"
        )
      }
      return phrase
    }
    var name = ""
    var isEscaped = false
    var rest = phrase.dropFirst()
    while let character = rest.popFirst() {
      if isEscaped {
        name.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"", rest.isEmpty {
        return name
      } else if character == "\"" {
        break
      } else {
        name.append(character)
      }
    }
    throw MailError(
      .badAddress,
      "\(HeaderRules.quoted(text)) has a quote that does not end before its address",
      remedy: "write it as \"Öberg, Åsa\" <asa@example.se>"
    )
  }
}
