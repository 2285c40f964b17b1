import Foundation
import NyckeltalMail
import Testing

/// A real mail server on the loopback address, which ends with the test that started it.
final class MailServer {
  /// What the server does; see `smtp_server.py`.
  struct Options: Encodable {
    var certificate: String?
    var key: String?
    var implicit: Bool?
    var user: String?
    var password: String?
    var limit: Int?
    var refuse: [String: String] = [:]
    var notNow: NotNow?
    var stall: String?

    static func encrypted() throws -> Options {
      let certificate = try TestCertificate.shared.get()
      return Options(certificate: certificate.certificate.path, key: certificate.key.path)
    }
  }

  /// A step that is refused for now some times.
  struct NotNow: Encodable {
    var step: String
    var times: Int

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(step)
      try container.encode(times)
    }
  }

  struct Envelope: Decodable, Equatable {
    var sender: String
    var recipients: [String]
  }

  let port: Int
  private let folder: URL
  private let process = Process()
  private let input = Pipe()

  init(_ options: Options = Options()) throws {
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
    port = try #require(Int(String(decoding: line, as: UTF8.self)))
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A client that trusts the server's certificate and does not wait long.
  func client(
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
  var messages: [Data] {
    get throws { try numbered("eml") }
  }

  /// Who each was from and for.
  var envelopes: [Envelope] {
    get throws { try numbered("json").map { try JSONDecoder().decode(Envelope.self, from: $0) } }
  }

  /// Everything that clients put on the wire.
  var wire: Data { (try? Data(contentsOf: folder.appendingPathComponent("wire"))) ?? Data() }

  /// The lines that clients put on the wire, where they are in clear.
  var wireLines: [String] {
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
struct TestCertificate {
  var certificate: URL
  var key: URL

  static let shared = Result {
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
    try #require(outcome.status == 0, "openssl made no certificate; make test-setup installs it")
    return made
  }
}
