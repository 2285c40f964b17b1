import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A child process in a group of its own that answers requests, one after the other; killed with all
/// that it started, and waited for, when its owner lets go of it.
///
/// It reads requests from descriptor 0, prints answers to 1 and says on 4 that an answer is whole.
final class ChildProcess {
  /// How an answer ended.
  enum Ending {
    /// With a status.
    case status(Int)
    /// The child has ended.
    case gone
    /// The deadline has passed.
    case late
    /// There was more than was to be read.
    case tooLong
  }

  private let identifier: pid_t
  private let requests: Int32
  private let answers: Int32
  private let statuses: Int32
  private var isOver = false
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// Starts a command that is looked up in PATH; its descriptor 3 is a document, or empty.
  ///
  /// The environment is this process's own, with some values put in.
  init(
    _ command: [String],
    input document: Int32?,
    environment: [String: String] = [:]
  ) throws {
    var channels: [System.Channel] = []
    do {
      channels = [try System.channel()]
      channels.append(try System.channel(room: 1 << 20))
      channels.append(try System.channel())
      var descriptors = zip(channels, [Int32(0), 1, 4]).map { ($0.theirs, $1) }
      if let document { descriptors.append((document, 3)) }
      let given = descriptors
      identifier = try SpawnThread.shared.perform {
        try System.spawn(
          command,
          descriptors: given,
          empty: document == nil ? [2, 3] : [2],
          environment: environment
        )
      }
    } catch {
      for channel in channels { channel.close() }
      room.deallocate()
      throw error
    }
    for channel in channels { System.close(channel.theirs) }
    (requests, answers, statuses) = (channels[0].ours, channels[1].ours, channels[2].ours)
  }

  deinit {
    kill()
    room.deallocate()
  }

  /// Writes a request; false when the child no longer reads.
  func write(_ bytes: some ContiguousBytes) -> Bool {
    guard !isOver else { return false }
    return bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let count = System.write(requests, UnsafeRawBufferPointer(rebasing: all[start...]))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        start += count
      }
      return true
    }
  }

  /// Waits for an answer and appends it to bytes.
  ///
  /// Only its end wakes this thread: to read each piece as it comes would take the processor from the
  /// child a dozen times for a document. A long answer is fetched at times, so that the child can go
  /// on.
  func answer(into bytes: inout [UInt8], limit: Int, until deadline: Date) -> Ending {
    var wait = 10.0
    while !isOver {
      let left = deadline.timeIntervalSinceNow * 1000
      guard left > 0 else { return .late }
      var state = pollfd(fd: statuses, events: Int16(POLLIN), revents: 0)
      let ready = poll(&state, 1, Int32(min(left, wait).rounded(.up)))
      if ready < 0, errno != EINTR { return .gone }
      let count = bytes.count
      guard drain(into: &bytes, limit: limit) else { return .tooLong }
      if ready > 0 { return status() }
      // as long as it prints much, it waits for us rather than we for it
      wait = bytes.count - count >= room.count / 2 ? 1 : 10
    }
    return .gone
  }

  /// Reads what the child has printed; false where that is too much.
  private func drain(into bytes: inout [UInt8], limit: Int) -> Bool {
    while bytes.count <= limit {
      let count = System.read(answers, room)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return true }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    return false
  }

  /// The number on the line that ends an answer.
  private func status() -> Ending {
    var value: Int?
    while true {
      let count = System.read(statuses, UnsafeMutableRawBufferPointer(rebasing: room[..<16]))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .gone }
      for byte in room[..<count] {
        if byte == 0x0A { return value.map { .status($0) } ?? .gone }
        guard byte &- 48 < 10, value ?? 0 < 1000 else { return .gone }
        value = (value ?? 0) * 10 + Int(byte - 48)
      }
    }
  }

  /// Waits for the child to end by itself and gives its exit status, -1 when a signal ended it.
  func wait() -> Int {
    guard !isOver else { return -1 }
    isOver = true
    System.close(requests)
    defer { for descriptor in [answers, statuses] { System.close(descriptor) } }
    return Self.reap(identifier)
  }

  /// Ends the child and all that it started.
  func kill() {
    guard !isOver else { return }
    isOver = true
    for descriptor in [requests, answers, statuses] { System.close(descriptor) }
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
