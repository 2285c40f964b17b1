internal import CGMime
import Foundation

/// Composes a message with GMime.
struct MessageComposer {
  let message: MailMessage

  func compose() throws(MailError) -> Data {
    GMimeLibrary.start()
    let root = try made(g_mime_message_new(0))
    defer { g_object_unref(root) }
    try addAddresses(to: root)
    g_mime_message_set_subject(root, message.subject.text, "utf-8")
    try setDate(of: root)
    g_mime_message_set_message_id(root, message.messageID.text)
    let content = try content()
    defer { g_object_unref(content) }
    g_mime_message_set_mime_part(root, content)
    let bytes = try written(object(root))
    try MessageFormat.check(bytes)
    return bytes
  }

  // MARK: Headers

  private func addAddresses(to root: UnsafeMutablePointer<GMimeMessage>) throws(MailError) {
    let lists = [
      (g_mime_message_get_from(root), [message.from]),
      (g_mime_message_get_reply_to(root), message.replyTo),
      (g_mime_message_get_to(root), message.to),
      (g_mime_message_get_cc(root), message.cc),
    ]
    for (list, mailboxes) in lists {
      for mailbox in mailboxes {
        let address = try made(
          internet_address_mailbox_new(mailbox.name?.text, mailbox.address.description)
        )
        defer { g_object_unref(address) }
        internet_address_set_charset(address, "utf-8")
        internet_address_list_add(list, address)
      }
    }
  }

  private func setDate(of root: UnsafeMutablePointer<GMimeMessage>) throws(MailError) {
    let seconds = message.date.timeIntervalSince1970.rounded(.down)
    // RFC 5322, 3.3: four digits of a year, from 1900.
    guard seconds >= -2_208_988_800, seconds < 253_402_300_800,
      let date = g_date_time_new_from_unix_utc(gint64(seconds))
    else {
      throw MailError(
        .badDate,
        "the message's date is not between 1900 and 9999",
        remedy: "give another date"
      )
    }
    g_mime_message_set_date(root, date)
    g_date_time_unref(date)
  }

  // MARK: Parts

  private func content() throws(MailError) -> MIMEObject {
    let body = try body()
    if message.attachments.isEmpty { return body }
    defer { g_object_unref(body) }
    let mixed = try multipart("mixed", boundary: message.boundary.mixed)
    g_mime_multipart_add(mixed, body)
    for attachment in message.attachments {
      let part = try part(attachment)
      g_mime_multipart_add(mixed, part)
      g_object_unref(part)
    }
    return object(mixed)
  }

  private func body() throws(MailError) -> MIMEObject {
    let plain = try text(message.text, subtype: "plain")
    guard let html = message.html else { return plain }
    defer { g_object_unref(plain) }
    let page = try text(html, subtype: "html")
    defer { g_object_unref(page) }
    let alternative = try multipart("alternative", boundary: message.boundary.alternative)
    g_mime_multipart_add(alternative, plain)
    g_mime_multipart_add(alternative, page)
    return object(alternative)
  }

  private func multipart(
    _ subtype: String,
    boundary: String
  ) throws(MailError) -> UnsafeMutablePointer<GMimeMultipart> {
    let multipart = try made(g_mime_multipart_new_with_subtype(subtype))
    g_mime_multipart_set_boundary(multipart, boundary)
    return multipart
  }

  /// A text whose line breaks are line breaks (RFC 2045, 6.7).
  ///
  /// GMime's own part for text turns it into Latin-1, so a part of any kind carries it. It also ends
  /// a message of one part with a line break; where the text has none there, base64 keeps it so.
  private func text(_ text: String, subtype: String) throws(MailError) -> MIMEObject {
    if text.utf8.contains(0) {
      throw MailError(
        .refusedCharacter,
        "the message's text/\(subtype) holds a NUL character (U+0000)",
        remedy: "write it without that character"
      )
    }
    let part = try made(g_mime_part_new_with_type("text", subtype))
    g_mime_object_set_content_type_parameter(object(part), "charset", "utf-8")
    let lines = text.unicodeScalars.contains("\r") ? text.replacing("\r\n", with: "\n") : text
    let isAlone = message.html == nil && message.attachments.isEmpty
    if isAlone, lines.utf8.last != UInt8(ascii: "\n") {
      let canonical = lines.replacing("\n", with: "\r\n")
      try set(Data(canonical.utf8), encoding: GMIME_CONTENT_ENCODING_BASE64, of: part)
    } else {
      // GMime counts a line from one LF to the next.
      try set(Data(lines.utf8), encoding: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, of: part)
    }
    return object(part)
  }

  private func part(_ attachment: MailAttachment) throws(MailError) -> MIMEObject {
    let type = attachment.type
    let part = try made(g_mime_part_new_with_type(type.type, type.subtype))
    g_mime_object_set_disposition(object(part), "attachment")
    let headers = g_mime_object_get_header_list(object(part))
    let name = attachment.name.text
    let values = [
      ("Content-Type", "\(type);\n\t\(MIMEParameter.text("name", name))"),
      ("Content-Disposition", "attachment;\n\t\(MIMEParameter.text("filename", name))"),
    ]
    for (header, value) in values {
      g_mime_header_set_raw_value(
        g_mime_header_list_get_header(headers, header),
        " \(value)\n"
      )
    }
    try set(attachment.content, encoding: GMIME_CONTENT_ENCODING_BASE64, of: part)
    return object(part)
  }

  private func set(
    _ content: Data,
    encoding: GMimeContentEncoding,
    of part: UnsafeMutablePointer<GMimePart>
  ) throws(MailError) {
    let copy = content.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return g_mime_stream_mem_new() }
      return g_mime_stream_mem_new_with_buffer(start, bytes.count)
    }
    let stream = try made(copy)
    defer { g_object_unref(stream) }
    let wrapper = try made(
      g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
    )
    defer { g_object_unref(wrapper) }
    g_mime_part_set_content(part, wrapper)
    g_mime_part_set_content_encoding(part, encoding)
  }

  // MARK: Bytes

  private func written(_ root: MIMEObject) throws(MailError) -> Data {
    let format = g_mime_format_options_new()
    defer { g_mime_format_options_free(format) }
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS)
    g_mime_format_options_set_param_encoding_method(
      format,
      GMIME_PARAM_ENCODING_METHOD_RFC2231
    )
    let stream = try made(g_mime_stream_mem_new())
    defer { g_object_unref(stream) }
    let memory = UnsafeMutableRawPointer(stream).assumingMemoryBound(to: GMimeStreamMem.self)
    let count = g_mime_object_write_to_stream(root, format, stream)
    guard count >= 0, let array = g_mime_stream_mem_get_byte_array(memory),
      let start = array.pointee.data
    else {
      throw MailError(
        .notComposed,
        "GMime did not write the message",
        remedy: "check the memory left"
      )
    }
    return Data(bytes: start, count: Int(array.pointee.len))
  }
}
