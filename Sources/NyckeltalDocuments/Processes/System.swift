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
  /// is gone is an error and not a signal. We read from it what is there, without waiting; so many
  /// bytes wait in it, as far as the system allows.
  static func channel(room: Int32? = nil) throws -> Channel {
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
    let channel = Channel(ours: ends[0], theirs: ends[1])
    if var room {
      let size = socklen_t(MemoryLayout<Int32>.size)
      _ = setsockopt(channel.theirs, SOL_SOCKET, SO_SNDBUF, &room, size)
      _ = setsockopt(channel.ours, SOL_SOCKET, SO_RCVBUF, &room, size)
    }
    return channel
  }

  /// Starts a command in a group of its own, with these descriptors, and others that are empty.
  static func spawn(
    _ command: [String],
    descriptors: [(Int32, Int32)],
    empty: [Int32],
    environment: [String: String]
  ) throws -> pid_t {
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
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    for (source, target) in descriptors {
      // out of the way of the descriptors that are put in place one after the other
      let copy = fcntl(source, F_DUPFD_CLOEXEC, 16)
      guard copy >= 0 else { throw CallError(status: errno) }
      copies.append(copy)
      try check(posix_spawn_file_actions_adddup2(&actions, copy, target))
    }
    for descriptor in empty {
      try check(posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0))
    }
    try check(posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP)))
    try check(posix_spawnattr_setpgroup(&attributes, 0))
    let arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    guard arguments.allSatisfy({ $0 != nil }), let name = command.first else {
      throw CallError(status: ENOMEM)
    }
    let values = merged(environment)
    defer { for value in values { free(value) } }
    var identifier: pid_t = 0
    try check(
      posix_spawnp(&identifier, name, &actions, &attributes, arguments + [nil], values + [nil])
    )
    return identifier
  }

  /// This process's environment with some values put in; the strings are the caller's to free.
  private static func merged(_ more: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var values: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let entry = next.pointee {
      let name = String(cString: entry).prefix { $0 != "=" }
      if more[String(name)] == nil { values.append(strdup(entry)) }
      next += 1
    }
    return values + more.map { strdup("\($0.key)=\($0.value)") }
  }

  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  /// Reads what is there from a channel.
  static func read(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
    recv(descriptor, room.baseAddress, room.count, MSG_DONTWAIT)
    #else
    recv(descriptor, room.baseAddress, room.count, Int32(MSG_DONTWAIT))
    #endif
  }

  /// Reads from a descriptor, and waits until there is something.
  static func wait(forBytesOf descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
    Darwin.read(descriptor, room.baseAddress, room.count)
    #else
    Glibc.read(descriptor, room.baseAddress, room.count)
    #endif
  }

  /// The program that this process runs, also after its file was replaced.
  static var ownProgram: String {
    #if canImport(Darwin)
    CommandLine.arguments[0]
    #else
    "/proc/self/exe"
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
