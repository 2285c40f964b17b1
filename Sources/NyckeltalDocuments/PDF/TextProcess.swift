import Foundation

/// A process that reads PDFs one after the other: a shell under limits, without network and without
/// writing where `bwrap` can see to it, that runs `pdftotext` for each name it is given.
///
/// One shell for many documents, because setting up a sandbox takes longer than reading a document.
final class TextProcess {
  /// What came of a document.
  struct Output {
    /// What was printed.
    var bytes: [UInt8]
    /// The exit status.
    var status: Int
  }

  private let child: ChildProcess
  private let limits: DocumentLimits
  private var count = 0

  /// Starts a shell; `input` is a descriptor of the only document to read, where it has no name.
  init(limits: DocumentLimits, document: String, input: Int32?) throws {
    self.limits = limits
    let script = Self.script(limits)
    guard Self.hasTool else { throw DocumentError(.toolMissing, document: document) }
    if Self.canIsolate,
      let child = try? ChildProcess(Self.sandbox + ["/bin/sh", "-c", script], input: input)
    {
      self.child = child
      return
    }
    do {
      child = try ChildProcess(["/bin/sh", "-c", script], input: input)
    } catch {
      throw DocumentError(.unreadable, document: document, detail: "no process can be started")
    }
  }

  deinit { child.kill() }

  /// Ends the process.
  func kill() { child.kill() }

  /// Reads a document; without a path the one that the process was started with.
  ///
  /// - Throws: ``DocumentError`` when it takes too long or too much; the process is then of no use.
  func output(path: String?, document: String) throws -> Output {
    count += 1
    // what a document prints cannot look like its own end: it does not know this number
    let mark = String(UInt64.random(in: .min ... .max), radix: 16)
    let deadline = Date(timeIntervalSinceNow: limits.seconds)
    guard child.write(Array("\(mark) \(Self.escaped(path))\n".utf8)) else {
      throw DocumentError(.unreadable, document: document, detail: "the reading process ended")
    }
    let end = Array("\n\(mark) ".utf8)
    var bytes: [UInt8] = []
    while true {
      switch child.read(into: &bytes, until: deadline) {
      case .bytes:
        if let status = Self.status(bytes, end: end) {
          bytes.removeLast(bytes.count - status.start)
          return Output(bytes: bytes, status: status.value)
        }
        guard bytes.count <= limits.outputBytes else {
          throw DocumentError(.tooLarge, document: document, detail: "its words")
        }
      case .late: throw DocumentError(.timedOut, document: document)
      case .end:
        throw DocumentError(.damaged, document: document, detail: "the reading process ended")
      }
    }
  }

  /// Where the last line is the mark and a status: what the status is, and where the line starts.
  private static func status(_ bytes: [UInt8], end: [UInt8]) -> (value: Int, start: Int)? {
    let tail = bytes.suffix(end.count + 5)
    guard tail.last == 0x0A, let found = tail.firstRange(of: end) else { return nil }
    let digits = tail[found.upperBound..<(tail.endIndex - 1)]
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    return (value, found.lowerBound)
  }

  /// Reads "MARK NAME" lines.
  ///
  /// The name's bytes are escaped for printf, an empty one is the
  /// descriptor 3. `ulimit` binds each run: memory, processor time, no file writing, no core.
  private static func script(_ limits: DocumentLimits) -> String {
    """
    ulimit -c 0; ulimit -f 0; ulimit -v \(limits.memory >> 10); \
    ulimit -t \(Int(limits.seconds.rounded(.up)) + 1)
    while IFS=' ' read -r mark name; do
      if [ -n "$name" ]; then
        file=$(printf '%bx' "$name"); file=${file%x}
        pdftotext -q -bbox-layout "$file" - </dev/null 2>/dev/null
      else
        pdftotext -q -bbox-layout - - <&3 2>/dev/null
      fi
      printf '\\n%s %s\\n' "$mark" "$?"
    done
    """
  }

  /// The absolute path with every byte that is no letter or digit as `\0ooo`.
  private static func escaped(_ path: String?) -> String {
    guard let path else { return "" }
    let full = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    var text = ""
    for byte in full.utf8 {
      if (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == 0x2F {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let octal = String(byte, radix: 8)
        text += "\\0" + String(repeating: "0", count: 3 - octal.count) + octal
      }
    }
    return text
  }

  // MARK: Isolation

  private static let sandbox = [
    "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all",
    "--die-with-parent", "--new-session", "--cap-drop", "ALL",
  ]

  /// Whether `bwrap` is here and allowed to work: in some containers it is not.
  private static let canIsolate = succeeds(sandbox + ["/bin/sh", "-c", "exit 0"])
  private static let hasTool = succeeds(["/bin/sh", "-c", "command -v pdftotext >/dev/null"])

  private static func succeeds(_ command: [String]) -> Bool {
    guard let child = try? ChildProcess(command, input: nil) else { return false }
    return child.wait() == 0
  }
}
