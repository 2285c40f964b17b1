import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// A reader that breaks costs the document that broke it, and no other.
struct IsolationTests {
  /// What the build puts beside the test bundle.
  private static var brokenReader: String {
    get throws {
      let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      let tool = folder.appendingPathComponent("BrokenReader").path
      try #require(FileManager.default.isExecutableFile(atPath: tool))
      return tool
    }
  }

  private static let page = Data("<html><body><p>Det var 612 hushåll i maj.</p></body></html>".utf8)
  private static let word = Data(WordFile.document(WordFile.paragraph("Det var 612 unga i maj.")))
  private static let pdf = Data(
    PDFFile.document(pages: [PDFFile.lines([(60, 780, "Det var 612 unga i maj.")])])
  )

  private func reader(seconds: Double = 30) throws -> DocumentReader {
    var limits = DocumentLimits()
    limits.seconds = seconds
    return DocumentReader(limits: limits, isolation: .process(try Self.brokenReader))
  }

  @Test(
    "A reader that traps or is killed is an error of that document",
    arguments: ["trap", "killed"],
    [("html", page), ("docx", word), ("pdf", pdf)]
  )
  func trap(_ fault: String, _ document: (suffix: String, bytes: Data)) throws {
    let reader = try reader()
    for _ in 0..<2 {
      let good = try reader.read(name: "good.\(document.suffix)", bytes: document.bytes)
      #expect(String(decoding: good.utf8, as: UTF8.self).contains("612"))
      let error = #expect(throws: DocumentError.self) {
        try reader.read(name: "\(fault).\(document.suffix)", bytes: document.bytes)
      }
      #expect(error?.code == .readerEnded)
    }
  }

  @Test("A reader that does not end is stopped")
  func endless() throws {
    let reader = try reader(seconds: 1)
    let error = #expect(throws: DocumentError.self) {
      try reader.read(name: "endless.html", bytes: Self.page)
    }
    #expect(error?.code == .timedOut)
  }

  @Test("A program that is no worker ends both times; one that is not there is done without")
  func noWorker() throws {
    let ends = DocumentReader(isolation: .process("/bin/false"))
    let error = #expect(throws: DocumentError.self) {
      try ends.read(name: "a.html", bytes: Self.page)
    }
    #expect(error?.code == .readerEnded)
    let missing = DocumentReader(isolation: .process("/nowhere/to/be/found"))
    #expect(try !missing.read(name: "a.html", bytes: Self.page).utf8.isEmpty)
  }

  @Test("What a worker reads is what is read here", arguments: [page, word, pdf])
  func same(_ document: Data) throws {
    let here = try DocumentReader().read(name: "a", bytes: document)
    let there = try reader().read(name: "a", bytes: document)
    #expect(here.utf8 == there.utf8)
    #expect(here.contentHash == there.contentHash)
    #expect(here.furniture == there.furniture)
    let whole = 0..<here.utf8.count
    #expect(here.layout?.boxes(of: whole) == there.layout?.boxes(of: whole))
  }

  @Test("Errors come through as they are")
  func errors() throws {
    let reader = try reader()
    let broken = Data("PK\u{3}\u{4} and nothing more".utf8)
    let blank = Data("<html><body><p> </p></body></html>".utf8)
    for bytes in [broken, blank, Data("%PDF-1.4 cut".utf8)] {
      let here = #expect(throws: DocumentError.self) {
        try DocumentReader().read(name: "a", bytes: bytes)
      }
      let there = #expect(throws: DocumentError.self) { try reader.read(name: "a", bytes: bytes) }
      #expect(here == there)
    }
  }

  /// Processes that were started for one thread serve others after it has ended.
  @Test("One reader reads a folder five times, by threads that end, with pauses")
  func threadsThatEnd() throws {
    let folder = try TestFolder()
    let files = try (0..<6).map { try folder.write(Self.pdf, "\($0).pdf") }
    let reader = try reader()
    for round in 0..<5 {
      let failures = Failures()
      let group = DispatchGroup()
      for half in 0..<2 {
        group.enter()
        let thread = Thread {
          for file in stride(from: half, to: files.count, by: 2) {
            do { _ = try reader.read(files[file]) } catch { failures.add("\(error)") }
          }
          group.leave()
        }
        thread.start()
      }
      group.wait()
      #expect(failures.all == [], "in round \(round)")
      // long enough for the threads to be gone, and what would go with them
      usleep(300_000)
    }
  }

  private final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []
    var all: [String] { lock.withLock { texts } }
    func add(_ text: String) { lock.withLock { texts.append(text) } }
  }
}
