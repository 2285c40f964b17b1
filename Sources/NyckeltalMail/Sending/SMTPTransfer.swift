internal import CCurl
import Foundation

/// One attempt to hand a message to a server, through libcurl.
struct SMTPTransfer {
  let client: SMTPClient
  let sender: EmailAddress
  let recipients: [EmailAddress]
  let bytes: Data

  /// What came of an attempt.
  struct Result {
    let code: CURLcode
    let detail: String
    let conversation: SMTPConversation

    /// Whether the server took the message, for one recipient at least.
    var isTaken: Bool { code == CURLE_OK }
    /// Whether the server itself said yes or no.
    var isAnswered: Bool {
      let answers = [
        CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED,
        CURLE_LOGIN_DENIED,
      ]
      return isTaken
        || (answers.contains(code) && conversation.lastReply?.isRefusal == true)
    }
  }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  func run() throws(MailError) -> Result {
    let conversation = SMTPConversation(secrets: client.credentials?.spoken ?? [])
    let upload = Upload(bytes)
    // libcurl goes on without a login where the server offers none
    if client.credentials != nil { upload.mayBegin = { conversation.isLoggedIn } }
    // libcurl holds both until the connection is closed.
    return try withExtendedLifetime((conversation, upload)) { () throws(MailError) in
      try perform(conversation, upload)
    }
  }

  private func perform(
    _ conversation: SMTPConversation,
    _ upload: Upload
  ) throws(MailError) -> Result {
    let detail = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    detail.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    defer { detail.deallocate() }
    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    for recipient in recipients {
      guard let longer = curl_slist_append(list, recipient.description) else {
        throw Self.setUp("there is no memory for the recipients")
      }
      list = longer
    }
    guard Self.isReady, let curl = curl_easy_init() else {
      throw Self.setUp("libcurl did not start")
    }
    defer { curl_easy_cleanup(curl) }
    try check(nyckeltal_curl_set_error_buffer(curl, detail), "the error buffer")
    try setAddresses(of: curl, list)
    try setSecurity(of: curl)
    try setLimits(of: curl)
    try listen(curl, conversation, upload)
    let code = curl_easy_perform(curl)
    return Result(code: code, detail: String(cString: detail), conversation: conversation)
  }

  private func setAddresses(
    of curl: UnsafeMutableRawPointer,
    _ list: UnsafeMutablePointer<curl_slist>?
  ) throws(MailError) {
    try set(curl, CURLOPT_URL, client.server.description)
    try set(curl, CURLOPT_MAIL_FROM, sender.description)
    try check(nyckeltal_curl_set_list(curl, CURLOPT_MAIL_RCPT, list), "the recipients")
    try check(nyckeltal_curl_allow_refused_recipients(curl), "the recipients")
    try set(curl, CURLOPT_UPLOAD, 1)
    try check(
      nyckeltal_curl_set_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)),
      "the size"
    )
    // A proxy of the environment would hear what is meant for the loopback address.
    try set(curl, CURLOPT_NOPROXY, "*")
    if let credentials = client.credentials {
      try set(curl, CURLOPT_USERNAME, credentials.user)
      try set(curl, CURLOPT_PASSWORD, credentials.password.secret)
    }
  }

  private func setSecurity(of curl: UnsafeMutableRawPointer) throws(MailError) {
    // a password goes in clear to nobody, this machine included, unless that is asked for
    let isClear =
      client.server.security == .startTLSWhenOffered
      && (client.credentials == nil || client.allowsClearLogin)
    let level = isClear ? CURLUSESSL_TRY : CURLUSESSL_ALL
    try set(curl, CURLOPT_USE_SSL, Int(level.rawValue))
    try set(curl, CURLOPT_SSL_VERIFYPEER, 1)
    try set(curl, CURLOPT_SSL_VERIFYHOST, 2)
    // RFC 8996: nothing older than TLS 1.2.
    try set(curl, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = client.certificateAuthorities { try set(curl, CURLOPT_CAINFO, file.path) }
  }

  private func setLimits(of curl: UnsafeMutableRawPointer) throws(MailError) {
    try set(curl, CURLOPT_NOSIGNAL, 1)
    try set(curl, CURLOPT_CONNECTTIMEOUT, client.timeouts.connect)
    try set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, client.timeouts.reply)
    try set(curl, CURLOPT_TIMEOUT, client.timeouts.total)
    // A server that stops reading the message.
    try set(curl, CURLOPT_LOW_SPEED_LIMIT, 1)
    try set(curl, CURLOPT_LOW_SPEED_TIME, client.timeouts.reply)
  }

  private func listen(
    _ curl: UnsafeMutableRawPointer,
    _ conversation: SMTPConversation,
    _ upload: Upload
  ) throws(MailError) {
    let listener: nyckeltal_curl_listener = { _, type, text, count, context in
      guard let text, let context else { return 0 }
      let isSpoken = type == CURLINFO_HEADER_IN || type == CURLINFO_HEADER_OUT
      if isSpoken {
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        Unmanaged<SMTPConversation>.fromOpaque(context).takeUnretainedValue()
          .hear(type, String(decoding: bytes, as: UTF8.self))
      }
      return 0
    }
    let reader: nyckeltal_curl_reader = { buffer, size, count, context in
      guard let buffer, let context else { return 0 }
      return Unmanaged<Upload>.fromOpaque(context).takeUnretainedValue()
        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
    }
    try check(
      nyckeltal_curl_set_listener(
        curl,
        listener,
        Unmanaged.passUnretained(conversation).toOpaque()
      ),
      "the listener"
    )
    try check(
      nyckeltal_curl_set_reader(curl, reader, Unmanaged.passUnretained(upload).toOpaque()),
      "the reader"
    )
  }

  // MARK: Options

  private func set(
    _ curl: UnsafeMutableRawPointer,
    _ option: CURLoption,
    _ value: String
  ) throws(MailError) {
    try check(nyckeltal_curl_set_text(curl, option, value), "option \(option.rawValue)")
  }

  private func set(
    _ curl: UnsafeMutableRawPointer,
    _ option: CURLoption,
    _ value: Int
  ) throws(MailError) {
    try check(nyckeltal_curl_set_number(curl, option, value), "option \(option.rawValue)")
  }

  private func check(_ code: CURLcode, _ what: String) throws(MailError) {
    if code != CURLE_OK {
      throw Self.setUp(
        "libcurl does not take \(what): \(String(cString: curl_easy_strerror(code)))"
      )
    }
  }

  private static func setUp(_ problem: String) -> MailError {
    MailError(
      .library,
      problem,
      remedy: "check that libcurl is 7.69 or later, built with TLS and SMTP"
    )
  }
}

/// The bytes on their way out.
private final class Upload {
  /// Whether the message may be sent, asked before its first byte.
  var mayBegin: () -> Bool = { true }
  private let bytes: Data
  private var position = 0

  init(_ bytes: Data) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if position == 0, !mayBegin() { return Int(CURL_READFUNC_ABORT) }
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    let start = bytes.startIndex + position
    buffer.copyBytes(from: bytes[start..<start + count])
    position += count
    return count
  }
}
