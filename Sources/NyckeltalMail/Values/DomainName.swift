internal import CGMime
import Foundation

/// The name of a host, in the form that servers know (RFC 5321, 2.3.5; RFC 5890).
enum DomainName {
  /// A domain in ASCII; the text that it stands in is for the error.
  static func ascii(_ name: String, of text: String) throws(MailError) -> String {
    if name.hasPrefix("[") {
      throw MailError(
        .unsupportedAddress,
        "\(HeaderRules.quoted(text)) names a host by its number",
        remedy: "name it by its domain"
      )
    }
    let domain = name.utf8.allSatisfy { $0 < 0x80 } ? name : international(name)
    guard isHostName(domain) else {
      throw EmailAddress.bad(text, "has a domain that is not one (RFC 5321, 2.3.5)")
    }
    return domain
  }

  /// Letters, digits and hyphens in labels of at most 63 bytes; the last is not a number.
  static func isHostName(_ name: String) -> Bool {
    guard name.utf8.count <= 253 else { return false }
    let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areLabels = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
    let isNumber =
      labels.last?.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
    return areLabels && !isNumber
  }

  /// RFC 5891, 5: composed and in lower case, then as Punycode; as it was when it has no such form.
  private static func international(_ name: String) -> String {
    GMimeLibrary.start()
    let composed = name.lowercased().precomposedStringWithCanonicalMapping
    guard let address = internet_address_mailbox_new(nil, "x@\(composed)") else { return name }
    defer { g_object_unref(address) }
    let mailbox = UnsafeMutableRawPointer(address)
      .assumingMemoryBound(to: InternetAddressMailbox.self)
    guard let ascii = internet_address_mailbox_get_idn_addr(mailbox) else { return name }
    let domain = String(cString: ascii).dropFirst(2)
    // A full stop of another script would make labels that the address does not show.
    let isSplitAlike =
      domain.utf8.count { $0 == UInt8(ascii: ".") }
      == name.utf8.count { $0 == UInt8(ascii: ".") }
    return isSplitAlike ? String(domain) : name
  }
}
