import Foundation

/// Variables of the environment that hold passwords, taken out of it before anything is started: the
/// programs that read documents need none.
enum PasswordVariable {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var kept: [String: String] = [:]

  /// The one that is used when no other is named.
  static let usual = "NYCKELTAL_SMTP_PASSWORD"

  /// Takes a variable out of the environment.
  static func take(_ name: String) {
    guard let value = getenv(name).map({ String(cString: $0) }) else { return }
    lock.withLock { kept[name] = value }
    unsetenv(name)
  }

  /// What a variable held, as an environment of its own; empty when it was not set.
  static func taken(_ name: String) -> [String: String] {
    lock.withLock { kept[name].map { [name: $0] } ?? [:] }
  }
}
