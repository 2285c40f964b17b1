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
  /// - Returns: What was printed; `nil` where the process has ended.
  /// - Throws: ``DocumentError`` when it takes too long or too much; the process is then of no use.
  func output(path: String?, document: String) throws -> Output? {
    let deadline = Date(timeIntervalSinceNow: limits.seconds)
    guard child.write(Self.request(path)) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 16)
    switch child.answer(into: &bytes, limit: limits.outputBytes, until: deadline) {
    case .status(let status): return Output(bytes: bytes, status: status)
    case .late: throw DocumentError(.timedOut, document: document)
    case .tooLong: throw DocumentError(.tooLarge, document: document, detail: "its words")
    case .gone: return nil
    }
  }

  /// Reads names, one on a line, and answers each with the words of that document and a status.
  ///
  /// A name is absolute; one that holds a line feed comes escaped for printf, at the price of a
  /// process; an empty one is the descriptor 3. Statuses go where no document can write. `ulimit`
  /// binds each run: memory, processor time, no file writing, no core.
  private static func script(_ limits: DocumentLimits) -> String {
    """
    ulimit -c 0; ulimit -f 0; ulimit -v \(limits.memory >> 10); \
    ulimit -t \(Int(limits.seconds.rounded(.up)) + 1)
    while IFS= read -r name; do
      case $name in
      '') name=- ;;
      /*) ;;
      *) name=$(printf '%bx' "$name"); name=${name%x} ;;
      esac
      pdftotext -q -bbox-layout "$name" - <&3 3<&- 4>&-
      printf '%s\\n' "$?" >&4
    done
    """
  }

  /// The line that asks for a file by its absolute path.
  private static func request(_ path: String?) -> [UInt8] {
    guard let path else { return [0x0A] }
    let full = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    if !full.utf8.contains(0x0A) { return Array(full.utf8) + [0x0A] }
    var line: [UInt8] = []
    for byte in full.utf8 {
      line += [0x5C, 0x30, 0x30 | byte >> 6, 0x30 | byte >> 3 & 7, 0x30 | byte & 7]
    }
    return line + [0x0A]
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
