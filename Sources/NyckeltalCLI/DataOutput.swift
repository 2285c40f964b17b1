import Foundation
import Nyckeltal

/// Where data goes: to standard output, or to a file that appears whole or not at all.
final class DataOutput {
  private let path: String
  private let file: WholeFile?

  /// Begins an output.
  ///
  /// - Parameter path: The file; standard output for `-` and without one.
  /// - Throws: ``OutputError`` when nothing can be written there.
  init(_ path: String? = nil) throws(OutputError) {
    self.path = path ?? InputFiles.standardInput
    guard let path, path != InputFiles.standardInput else {
      file = nil
      return
    }
    do throws(WholeFile.Fault) {
      file = try WholeFile(path)
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error.problem)")
    }
  }

  /// Writes further bytes.
  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBufferPointer { try write($0) } }

  /// Writes further bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let file else { return try Terminal.write(bytes) }
    do throws(WholeFile.Fault) {
      try file.write(Array(bytes))
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error.problem)")
    }
  }

  /// Gives a file its name; until then there is none.
  func finish(quiet: Bool) throws {
    guard let file else { return }
    do throws(WholeFile.Fault) {
      try file.putInPlace()
    } catch {
      throw OutputError(path: path, problem: "cannot be written: \(error.problem)")
    }
    if !quiet { Terminal.print(error: "wrote \(path)") }
  }

  /// Writes all of an output at once.
  static func write(_ bytes: [UInt8], to path: String) throws {
    if path == InputFiles.standardInput {
      try Terminal.write(bytes)
    } else {
      try OutputFile.write(bytes, to: path)
    }
  }
}
