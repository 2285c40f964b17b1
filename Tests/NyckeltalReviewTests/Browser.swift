import Foundation

/// A headless Chromium, driven through chromedriver as WebDriver (W3C) has it.
final class Browser {
  private let driver: Process
  private let port: Int
  private var session = ""
  /// Where downloads go; removed at the end.
  let folder: URL

  /// Starts a browser for a piece of work and ends it afterwards.
  static func run<Value>(_ body: (Browser) async throws -> Value) async throws -> Value {
    let browser = try await Browser()
    do {
      let value = try await body(browser)
      await browser.quit()
      return value
    } catch {
      await browser.quit()
      throw error
    }
  }

  private init() async throws {
    let inPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/chromedriver" }
    guard
      let program = (["/usr/bin/chromedriver"] + inPath)
        .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { throw BrowserFailure("no chromedriver is here; make test-setup installs it") }
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    driver = Process()
    driver.executableURL = URL(fileURLWithPath: program)
    driver.arguments = ["--port=0", "--log-level=SEVERE"]
    let output = folder.appendingPathComponent("driver.txt")
    try Data().write(to: output)
    driver.standardOutput = try FileHandle(forWritingTo: output)
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    guard let port = try await Self.port(in: output) else {
      await Self.end(driver)
      throw BrowserFailure("chromedriver does not start")
    }
    self.port = port
    do {
      session = try await start()
    } catch {
      await quit()
      throw error
    }
  }

  /// The port that the driver says it listens on.
  private static func port(in file: URL) async throws -> Int? {
    for _ in 0..<1_200 {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      if let place = text.range(of: "successfully on port ") {
        let digits = text[place.upperBound...].prefix { $0.isNumber }
        if let port = Int(digits), text[place.upperBound...].count > digits.count { return port }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    return nil
  }

  private func start() async throws -> String {
    var arguments = [
      "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1300,900",
      "--disable-background-networking", "--no-first-run",
    ]
    // as root, as in containers, there is no sandbox to be had
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    let options: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": ["args": arguments],
      "goog:loggingPrefs": ["browser": "ALL"],
      "timeouts": ["script": 120_000, "pageLoad": 120_000],
    ]
    let answer = try await ask(
      "POST",
      "/session",
      ["capabilities": ["alwaysMatch": options]]
    )
    guard let id = (answer as? [String: Any])?["sessionId"] as? String else {
      throw BrowserFailure("no session")
    }
    session = id
    try await develop(
      "Browser.setDownloadBehavior",
      ["behavior": "allow", "downloadPath": folder.path]
    )
    return id
  }

  private func quit() async {
    if !session.isEmpty { _ = try? await ask("DELETE", "/session/\(session)", nil) }
    await Self.end(driver)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Ends the driver.
  ///
  /// It is killed, since a program started from a worker thread may have SIGTERM blocked, and looked
  /// after in steps, since `waitUntilExit` may never return.
  private static func end(_ driver: Process) async {
    kill(driver.processIdentifier, SIGKILL)
    for _ in 0..<200 where driver.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
  }

  // MARK: What it is asked

  /// Opens a page that lies in its folder.
  func open(_ page: [UInt8], as name: String = "review.html") async throws {
    let file = folder.appendingPathComponent(name)
    try Data(page).write(to: file)
    try await open(file)
  }

  /// Opens a file.
  func open(_ file: URL) async throws {
    _ = try await ask("POST", "/session/\(session)/url", ["url": file.absoluteString])
  }

  /// Runs a function's body in the page and gives what it returns.
  @discardableResult
  func run(_ script: String, _ arguments: [Any] = []) async throws -> Any {
    try await ask(
      "POST",
      "/session/\(session)/execute/sync",
      ["script": script, "args": arguments]
    )
  }

  /// What a function's body returns, as text.
  func text(_ script: String, _ arguments: [Any] = []) async throws -> String {
    let value = try await run(script, arguments)
    return value as? String ?? "\(value)"
  }

  /// Types keys where the focus is.
  func type(_ keys: String) async throws {
    let active = try await ask("GET", "/session/\(session)/element/active", nil)
    try await type(keys, into: active)
  }

  /// Types into the element that a selector names; for a choice of files, their paths.
  func type(_ keys: String, into selector: String) async throws {
    try await type(keys, into: try await find(selector))
  }

  private func type(_ keys: String, into element: Any) async throws {
    guard let id = (element as? [String: Any])?.values.first else {
      throw BrowserFailure("no element has the focus")
    }
    _ = try await ask("POST", "/session/\(session)/element/\(id)/value", ["text": keys])
  }

  /// Clicks the element that a selector names.
  func click(_ selector: String) async throws {
    let element = try await find(selector)
    guard let id = (element as? [String: Any])?.values.first else { return }
    _ = try await ask("POST", "/session/\(session)/element/\(id)/click", [:])
  }

  private func find(_ selector: String) async throws -> Any {
    try await ask(
      "POST",
      "/session/\(session)/element",
      ["using": "css selector", "value": selector]
    )
  }

  /// What stands in the console since it was asked last.
  func console() async throws -> [String] {
    let log = try await ask("POST", "/session/\(session)/se/log", ["type": "browser"])
    return (log as? [[String: Any]] ?? []).map { "\($0["level"] ?? ""): \($0["message"] ?? "")" }
  }

  /// Gives the browser's window a size, and the scheme of its colours.
  func develop(_ command: String, _ parameters: [String: Any]) async throws {
    _ = try await ask(
      "POST",
      "/session/\(session)/goog/cdp/execute",
      ["cmd": command, "params": parameters]
    )
  }

  /// Waits for a download to be there whole.
  func download(_ name: String) async throws -> [UInt8] {
    let file = folder.appendingPathComponent(name)
    for _ in 0..<1_200 {
      if let data = try? Data(contentsOf: file), !data.isEmpty { return Array(data) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserFailure("\(name) was not downloaded")
  }

  /// Waits until a function's body returns true.
  func wait(_ condition: String) async throws {
    for _ in 0..<600 {
      if try await run(condition) as? Bool == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserFailure("not so: \(condition)")
  }

  private func ask(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
    let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json\r
      Content-Length: \(content.count)\r
      Connection: close\r
      \r

      """
    let data = try Self.exchange(Array(head.utf8) + content, port: port)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let value = answer?["value"] ?? NSNull()
    if let failure = value as? [String: Any], let error = failure["error"] as? String {
      throw BrowserFailure("\(path): \(error): \(failure["message"] ?? "")")
    }
    return value
  }

  /// Sends a request to this machine and gives the body of the answer.
  private static func exchange(_ request: [UInt8], port: Int) throws -> Data {
    #if os(Linux)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    let connection = socket(AF_INET, kind, 0)
    guard connection >= 0 else { throw BrowserFailure("no socket") }
    defer { close(connection) }
    var limit = timeval(tv_sec: 180, tv_usec: 0)
    setsockopt(
      connection,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &limit,
      socklen_t(MemoryLayout<timeval>.size)
    )
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isOpen = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isOpen else { throw BrowserFailure("the driver does not answer") }
    var sent = 0
    while sent < request.count {
      let count = request[sent...].withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BrowserFailure("the request was not sent") }
      sent += count
    }
    var answer = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(connection, &buffer, buffer.count)
      guard count >= 0 else { throw BrowserFailure("no answer in time") }
      if count > 0 { answer += buffer[..<count] }
      if let body = try body(of: answer, isWhole: count == 0) { return body }
    }
  }

  /// The body of an answer; `nil` while more of it is to come.
  private static func body(of answer: Data, isWhole: Bool) throws -> Data? {
    guard let gap = answer.range(of: Data("\r\n\r\n".utf8)) else {
      if isWhole { throw BrowserFailure("the answer is cut off") }
      return nil
    }
    let body = answer[gap.upperBound...]
    let head = String(decoding: answer[..<gap.lowerBound], as: UTF8.self).lowercased()
    if let line = head.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length:") }),
      let length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces))
    {
      return body.count >= length || isWhole ? Data(body) : nil
    }
    return isWhole ? Data(body) : nil
  }
}
