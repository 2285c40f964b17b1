package import Foundation
package import NyckeltalMail

/// A real mail server on the loopback address, which ends with the test that started it.
package final class MailServer {
  /// What the server does; see `smtp_server.py`.
  package struct Options: Encodable {
    package var certificate: String?
    package var key: String?
    package var implicit: Bool?
    package var user: String?
    package var password: String?
    package var limit: Int?
    package var refuse: [String: String]
    package var notNow: NotNow?
    package var stall: String?

    package init(
      limit: Int? = nil,
      refuse: [String: String] = [:],
      notNow: NotNow? = nil,
      stall: String? = nil
    ) {
      self.limit = limit
      self.refuse = refuse
      self.notNow = notNow
      self.stall = stall
    }

    /// With a certificate, by which STARTTLS is offered.
    package static func encrypted() throws -> Options {
      let certificate = try TestCertificate.shared.get()
      var options = Options()
      options.certificate = certificate.certificate.path
      options.key = certificate.key.path
      return options
    }
  }

  /// A step that is refused for now some times.
  package struct NotNow: Encodable {
    package var step: String
    package var times: Int

    package init(step: String, times: Int) {
      self.step = step
      self.times = times
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(step)
      try container.encode(times)
    }
  }

  package struct Envelope: Decodable, Equatable {
    package var sender: String
    package var recipients: [String]

    package init(sender: String, recipients: [String]) {
      self.sender = sender
      self.recipients = recipients
    }
  }

  package let port: Int
  private let folder: URL
  private let process = Process()
  private let input = Pipe()

  package init(_ options: Options = Options()) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-server-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: try Peer.python.get())
    process.arguments = [
      Peer.script("smtp_server.py"), folder.path,
      String(decoding: try JSONEncoder().encode(options), as: UTF8.self),
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8),
      !byte.isEmpty
    {
      line.append(byte)
    }
    guard let port = Int(String(decoding: line, as: UTF8.self)) else {
      throw PeerFailure("smtp_server.py did not start")
    }
    self.port = port
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A client that trusts the server's certificate and does not wait long.
  package func client(
    scheme: String = "smtp",
    security: SMTPServer.Security? = nil
  ) throws -> SMTPClient {
    var server = try SMTPServer(url: "\(scheme)://127.0.0.1:\(port)")
    if let security { server.security = security }
    var client = SMTPClient(server: server)
    client.certificateAuthorities = try TestCertificate.shared.get().certificate
    client.timeouts = SMTPTimeouts(connect: 10, reply: 10, total: 20)
    client.retries = SMTPRetries(attempts: 3, delay: .milliseconds(10))
    return client
  }

  /// The messages that the server took, in order.
  package var messages: [Data] {
    get throws { try numbered("eml") }
  }

  /// Who each was from and for.
  package var envelopes: [Envelope] {
    get throws { try numbered("json").map { try JSONDecoder().decode(Envelope.self, from: $0) } }
  }

  /// Everything that clients put on the wire.
  package var wire: Data {
    (try? Data(contentsOf: folder.appendingPathComponent("wire"))) ?? Data()
  }

  /// The lines that clients put on the wire, where they are in clear.
  package var wireLines: [String] {
    String(decoding: wire, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  private func numbered(_ suffix: String) throws -> [Data] {
    let count = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".\(suffix)") }.count
    return try (0..<count).map {
      try Data(contentsOf: folder.appendingPathComponent("\($0 + 1).\(suffix)"))
    }
  }
}

/// A certificate for the loopback address that no one but these tests trusts.
package struct TestCertificate: Sendable {
  package var certificate: URL
  package var key: URL

  package static let shared = Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-certificate-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let made = TestCertificate(
      certificate: folder.appendingPathComponent("certificate.pem"),
      key: folder.appendingPathComponent("key.pem")
    )
    let outcome = try Peer.run([
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", made.key.path, "-out",
      made.certificate.path,
    ])
    guard outcome.status == 0 else {
      throw PeerFailure("openssl made no certificate; make test-setup installs it")
    }
    return made
  }
}
