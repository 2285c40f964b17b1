import Foundation
package import NyckeltalText

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A process that reads documents for another one, so that a fault in a reader ends it alone.
///
/// A program that reads with ``DocumentReader/Isolation/ownProcess`` is started again, as a worker,
/// by the reader; it says so as its first act:
///
/// ```swift
/// @main struct Program {
///   static func main() {
///     DocumentWorker.serveIfAsked()
///     let reader = DocumentReader(isolation: .ownProcess)
///     …
///   }
/// }
/// ```
public enum DocumentWorker {
  /// The argument that makes a program a worker.
  static let argument = "--nyckeltal-document-worker"

  /// Reads the documents that the process that started this one asks for, and ends with it.
  ///
  /// Returns at once where this program was started for something else.
  public static func serveIfAsked() { serveIfAsked { try $0.text() } }

  /// Does so with a reader of one's own, which may be a broken one.
  package static func serveIfAsked(reading: (TextRequest) throws -> ExtractedText) {
    guard CommandLine.arguments.dropFirst().elementsEqual([argument]) else { return }
    limit()
    Thread.detachNewThread(endWithOwner)
    while let request = TextRequest(from: read) {
      let answer: TextAnswer
      do { answer = .text(try reading(request)) } catch { answer = .failure(error) }
      guard write(answer.encoded, 1), write(Array("0\n".utf8), 4) else { break }
    }
    exit(0)
  }

  /// Ends this process, at work or not, when the one that asks it is gone: what it asks comes through
  /// a socket that hangs up then.
  ///
  /// To die with a parent (`PR_SET_PDEATHSIG`) would be to die with the parent's *thread*.
  @Sendable private static func endWithOwner() {
    var requests = pollfd(fd: 0, events: 0, revents: 0)
    while poll(&requests, 1, -1) < 0 {
      guard errno == EINTR || errno == EAGAIN else { return }
    }
    _exit(1)
  }

  /// It writes no files, and leaves no picture of its memory.
  private static func limit() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Darwin)
    setrlimit(RLIMIT_CORE, &none)
    setrlimit(RLIMIT_FSIZE, &none)
    #else
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &none)
    #endif
  }

  /// So many bytes of what is asked; `nil` at the end.
  private static func read(_ count: Int) -> [UInt8]? {
    guard count >= 0 else { return nil }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      while filled < count {
        let piece = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: room[filled...])
        )
        let length = System.wait(forBytesOf: 0, piece)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else {
          isWhole = false
          return
        }
        filled += length
      }
    }
    return isWhole ? bytes : nil
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let piece = UnsafeRawBufferPointer(rebasing: all[start...])
        let length = System.write(descriptor, piece)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else { return false }
        start += length
      }
      return true
    }
  }
}
