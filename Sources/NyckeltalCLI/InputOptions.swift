import ArgumentParser
import Foundation
import Nyckeltal

/// Which documents are read, and how many at once.
struct InputOptions: ParsableArguments {
  @OptionGroup var list: PathListOptions

  @Option(help: "How many documents are read at once; one for each processor if left out.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs takes 1 to 1024")
    }
  }
}

/// Which documents are read beside those that are named.
struct PathListOptions: ParsableArguments {
  @Option(help: "A file that names further paths, one a line; - for standard input.")
  var filesFrom: String?

  @Flag(
    name: [.customShort("0"), .customLong("null")],
    help: "In --files-from a NUL stands after each path, as find -print0 writes it."
  )
  var isNullSeparated = false

  func validate() throws {
    if isNullSeparated, filesFrom == nil { throw ValidationError("-0 goes with --files-from FILE") }
  }

  /// Checks that something is named to be read.
  func check(_ paths: [String]) throws {
    if paths.isEmpty, filesFrom == nil {
      throw ValidationError("give PATH... or --files-from FILE")
    }
    if filesFrom == InputFiles.standardInput, paths.contains(InputFiles.standardInput) {
      throw ValidationError("standard input is either a document or the list of them")
    }
  }

  /// The paths that are named, and those of the file after them.
  ///
  /// - Throws: ``InputError`` when the file cannot be read, ``PathListError`` when it names nothing
  ///   or what is no text.
  func paths(_ named: [String]) throws -> [String] {
    guard let filesFrom else { return named }
    let bytes = try InputFiles.read(filesFrom)
    var listed: [String] = []
    for (index, line) in bytes.split(
      separator: isNullSeparated ? 0 : 0x0A,
      omittingEmptySubsequences: false
    ).enumerated() {
      let path = !isNullSeparated && line.last == 0x0D ? line.dropLast() : line
      if path.isEmpty { continue }
      guard let text = String(validating: path, as: UTF8.self), !path.contains(0) else {
        throw PathListError(
          place: "\(filesFrom):\(index + 1)",
          problem: "the path is no text (UTF-8)",
          remedy: path.contains(0) ? "give -0 if a NUL stands after each" : "rename the file"
        )
      }
      listed.append(text)
    }
    if listed.isEmpty, named.isEmpty {
      throw PathListError(
        place: filesFrom,
        problem: "names no files",
        remedy: "write one path on each line"
      )
    }
    return named + listed
  }
}

/// Why a list of paths cannot be used.
struct PathListError: Failure {
  let place: String?
  let problem: String
  let remedy: String
}
