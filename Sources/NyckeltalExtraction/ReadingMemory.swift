import Foundation

/// What reading a document needs beside the document and can be used again for the next one: the
/// words met so far with the cues that they fit, and places for weights.
struct ReadingMemory {
  var matcher: CueMatcher
  var evidence: Evidence
  var sentence = SentenceReading()
  var cell = SentenceReading()
}

extension ReadingMemory {
  init(_ table: CueTable) {
    matcher = CueMatcher(table)
    evidence = Evidence(lines: table.lines.count, width: table.lines.map(\.count).max() ?? 1)
  }
}

/// Memories that wait for the next document, no more of them than documents are read at once.
///
/// What a memory holds from one document changes nothing in the reading of another: it remembers
/// words and the patterns that they fit, which are the same everywhere.
final class ReadingMemories: @unchecked Sendable {
  // a lock that the thread sanitizer knows: what a Mutex orders on Linux it takes for a race
  private let lock = NSLock()
  private var waiting: [ReadingMemory] = []

  /// Takes a memory out, or makes one.
  func take(_ table: CueTable) -> ReadingMemory {
    lock.withLock { waiting.popLast() } ?? ReadingMemory(table)
  }

  /// Puts a memory back.
  func put(_ memory: consuming ReadingMemory) {
    let memory = memory
    lock.withLock { waiting.append(memory) }
  }
}
