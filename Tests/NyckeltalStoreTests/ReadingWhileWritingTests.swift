import Foundation
import NyckeltalModel
import NyckeltalStore
import Testing

/// A store is read while it is written, and gives what stood there when the reading began.
struct ReadingWhileWritingTests {
  @Test func oneThreadWritesWhileAnotherReads() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try store.save(
      Examples.document("a.txt"),
      observations: [Examples.observation("1"), Examples.observation("2")]
    )
    let done = DispatchSemaphore(value: 0)
    var seen: [String] = []
    try store.enumerate { observation in
      seen.append(observation.id)
      guard seen.count == 1 else { return }
      Thread.detachNewThread {
        _ = try? store.save(
          Examples.document("b.txt"),
          observations: [Examples.observation("3")]
        )
        done.signal()
      }
      #expect(done.wait(timeout: .now() + 30) == .success)
    }
    #expect(seen == ["1", "2"])
    #expect(try store.observations().map(\.id) == ["1", "2", "3"])
  }

  /// Another program's file is not changed by being refused.
  @Test func aFileOfAnotherProgramStaysAsItWas() throws {
    let place = try TemporaryStore()
    let other = place.path + ".other"
    do {
      let store = try ObservationStore(at: other)
      try store.save(Examples.document("a.txt"), observations: [])
    }
    // the mark of our stores is at bytes 68 to 71 of the file
    var bytes = try Data(contentsOf: URL(fileURLWithPath: other))
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    try bytes.write(to: URL(fileURLWithPath: other))
    #expect(throws: StoreError.self) { try ObservationStore(at: other) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == bytes)
  }
}
