#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The calls to the system that a child process takes, with what differs between systems.
enum System {
  /// Why a call failed.
  struct CallError: Error {
    let status: Int32
  }

  /// Two ends of a stream: ours, and the child's.
  struct Channel {
    let ours: Int32
    let theirs: Int32

    func close() {
      System.close(ours)
      System.close(theirs)
    }
  }

  /// A stream that no other child inherits.
  ///
  /// A socket, not a pipe, so that writing to a child that
  /// is gone is an error and not a signal.
  static func channel() throws -> Channel {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
    guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { throw CallError(status: errno) }
    var on: Int32 = 1
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = setsockopt(
        end,
        SOL_SOCKET,
        SO_NOSIGPIPE,
        &on,
        socklen_t(MemoryLayout<Int32>.size)
      )
    }
    #else
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw CallError(status: errno) }
    #endif
    return Channel(ours: ends[0], theirs: ends[1])
  }

  /// Starts a command in a group of its own, with these descriptors and no error output.
  static func spawn(_ command: [String], descriptors: [(Int32, Int32)]) throws -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    try check(posix_spawn_file_actions_init(&actions))
    defer { posix_spawn_file_actions_destroy(&actions) }
    try check(posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    for (source, target) in descriptors {
      try check(posix_spawn_file_actions_adddup2(&actions, source, target))
    }
    try check(posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0))
    try check(posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)))
    try check(posix_spawnattr_setpgroup(&attributes, 0))
    let arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    guard arguments.allSatisfy({ $0 != nil }), let name = command.first else {
      throw CallError(status: ENOMEM)
    }
    var identifier: pid_t = 0
    try check(
      posix_spawnp(&identifier, name, &actions, &attributes, arguments + [nil], environ)
    )
    return identifier
  }

  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, room.baseAddress, room.count)
    #else
    Glibc.read(descriptor, room.baseAddress, room.count)
    #endif
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
    _ = Darwin.close(descriptor)
    #else
    _ = Glibc.close(descriptor)
    #endif
  }

  static func kill(_ identifier: pid_t, _ signal: Int32) -> Int32 {
    #if canImport(Darwin)
    Darwin.kill(identifier, signal)
    #else
    Glibc.kill(identifier, signal)
    #endif
  }

  private static func check(_ status: Int32) throws {
    guard status == 0 else { throw CallError(status: status) }
  }
}
