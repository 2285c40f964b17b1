import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A child process in a group of its own, written to and read from over pipes; killed with all that
/// it started, and waited for, when its owner lets go of it.
final class ChildProcess {
  enum Reading {
    case bytes
    /// The child has closed its output.
    case end
    /// The deadline has passed.
    case late
  }

  private let identifier: pid_t
  private let input: Int32
  private let output: Int32
  private var isOver = false

  /// Starts a command that is looked up in PATH; `input` becomes its descriptor 3.
  init(_ command: [String], input document: Int32?) throws {
    let toChild = try System.channel()
    let fromChild: System.Channel
    do { fromChild = try System.channel() } catch {
      toChild.close()
      throw error
    }
    var descriptors = [(toChild.theirs, Int32(0)), (fromChild.theirs, 1)]
    if let document { descriptors.append((document, 3)) }
    do {
      identifier = try System.spawn(command, descriptors: descriptors)
    } catch {
      toChild.close()
      fromChild.close()
      throw error
    }
    close(toChild.theirs)
    close(fromChild.theirs)
    input = toChild.ours
    output = fromChild.ours
  }

  deinit { kill() }

  /// Writes bytes; false when the child no longer reads.
  func write(_ bytes: [UInt8]) -> Bool {
    guard !isOver else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { System.write(input, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Appends what the child has printed, waiting for it until a deadline.
  func read(into bytes: inout [UInt8], until deadline: Date) -> Reading {
    guard !isOver else { return .end }
    while true {
      let left = deadline.timeIntervalSinceNow * 1000
      guard left > 0 else { return .late }
      var state = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let ready = poll(&state, 1, Int32(min(left.rounded(.up), 3_600_000)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return .late }
      let start = bytes.count
      let room = 1 << 16
      bytes.reserveCapacity(start + room)
      let count = withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { chunk in
        let count = System.read(output, chunk)
        if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count])) }
        return count
      }
      if count < 0, errno == EINTR { continue }
      return count > 0 ? .bytes : .end
    }
  }

  /// Waits for the child to end by itself and gives its exit status, -1 when a signal ended it.
  func wait() -> Int {
    guard !isOver else { return -1 }
    isOver = true
    close(input)
    defer { close(output) }
    return Self.reap(identifier)
  }

  /// Ends the child and all that it started.
  func kill() {
    guard !isOver else { return }
    isOver = true
    close(input)
    close(output)
    // the group is the child's own: it was started with one
    _ = System.kill(-identifier, SIGKILL)
    _ = Self.reap(identifier)
  }

  private static func reap(_ identifier: pid_t) -> Int {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -1
  }
}
