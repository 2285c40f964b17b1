internal import CCurl

/// What a failed attempt means, and what can be done about it.
struct SMTPFailure {
  let server: SMTPServer
  let delivery: MailDelivery
  let result: SMTPTransfer.Result

  private var step: SMTPStep { result.conversation.step }
  /// The answer that ended the attempt, when one did.
  private var refusal: SMTPReply? {
    result.conversation.lastReply.flatMap { $0.isRefusal ? $0 : nil }
  }

  var error: MailError {
    switch result.code {
    case CURLE_OPERATION_TIMEDOUT: timedOut
    case CURLE_PEER_FAILED_VERIFICATION:
      make(
        .untrustedCertificate,
        "the server's certificate is not trusted (\(result.detail)); nothing was sent",
        remedy:
          "check the host's name, or name the file of the authority that signed it (--ca-file)",
        step: .encrypt
      )
    case CURLE_SSL_CACERT_BADFILE:
      make(
        .untrustedCertificate,
        "the file of certificate authorities cannot be used (\(result.detail)); nothing was sent",
        remedy: "name a file of certificates in PEM",
        step: .encrypt
      )
    case CURLE_USE_SSL_FAILED:
      make(
        .noStartTLS,
        "the server \(refusal.map { "refused STARTTLS (\($0))" } ?? "does not offer STARTTLS"); "
          + "nothing was sent, since it would have gone in clear",
        remedy: "use the port for submission (587), or smtps:// where the server has it"
          + (server.security == .startTLSWhenOffered
            ? "; --smtp-clear-login sends a password in clear to this machine" : ""),
        step: .encrypt
      )
    case CURLE_ABORTED_BY_CALLBACK:
      make(
        .loginRefused,
        "the server offers no login, and a user name is given; the message was not sent",
        remedy: "use the port for submission (587), or leave the user name out",
        step: .logIn
      )
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT:
      make(
        .unreachable,
        "the server cannot be reached (\(result.detail))",
        remedy: "check the host, the port and the network"
      )
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
      make(
        .noEncryption,
        "no encrypted connection could be made (\(result.detail)); nothing was sent",
        remedy: "check whether the port takes smtp:// (STARTTLS) or smtps://",
        step: .encrypt
      )
    default: refusal.map(refused) ?? other
    }
  }

  private func refused(_ reply: SMTPReply) -> MailError {
    if step == .logIn, !reply.isTemporary { return loginRefused("\(reply)") }
    // RFC 1870, 6, and RFC 3463, 3.4: 552 is also a full mailbox, but not at these steps.
    let isAboutSize = reply.code == 552 || reply.text.hasPrefix("5.3.4")
    if isAboutSize, [.sender, .data, .message].contains(step) {
      return make(
        .messageTooLarge,
        "the message is larger than the server takes: \(reply)",
        remedy: "send fewer or smaller attachments"
      )
    }
    if step == .recipient { return recipientsRefused }
    let advice =
      reply.isTemporary
      ? "try again later"
      : step == .sender ? "check the sender's address" : "ask who runs the server"
    return make(.refused, "the server refused \(step.name): \(reply)", remedy: advice)
  }

  private var recipientsRefused: MailError {
    let each = delivery.refused.map { "\($0.address) (\($0.reply))" }
    let areTemporary = delivery.refused.allSatisfy(\.reply.isTemporary)
    return make(
      .recipientsRefused,
      "the server refused every recipient: \(each.joined(separator: ", "))",
      remedy: areTemporary ? "try again later" : "check the addresses"
    )
  }

  private var timedOut: MailError {
    let isUncertain = step == .message
    return make(
      .timedOut,
      "the server did not answer in time, at \(step.name)"
        + (isUncertain ? "; it may have taken the message" : "; the message was not sent"),
      remedy: isUncertain ? "ask a recipient before it is sent again" : "try again later"
    )
  }

  private var other: MailError {
    if result.code == CURLE_LOGIN_DENIED { return loginRefused(result.detail) }
    return make(
      .connectionLost,
      "the connection broke at \(step.name) (\(result.detail))",
      remedy: step == .message ? "ask a recipient before it is sent again" : "try again later"
    )
  }

  private func loginRefused(_ reason: String) -> MailError {
    make(
      .loginRefused,
      "the server refused the user name or password (\(reason)); the message was not sent",
      remedy: "check both; some servers want a password of their own for programs",
      step: .logIn
    )
  }

  private func make(
    _ code: MailError.Code,
    _ problem: String,
    remedy: String,
    step: SMTPStep? = nil
  ) -> MailError {
    MailError(
      code,
      place: "\(server)",
      problem,
      remedy: remedy,
      step: step ?? self.step,
      reply: refusal
    )
  }
}
