import Foundation
import NyckeltalDocuments
import NyckeltalModel
import NyckeltalText
import Testing

/// Documents that are broken, or made to break their reader: each ends within its limits with an
/// error of its own, or is read.
@Suite(.serialized)
struct HostileDocumentTests {
  private static let limits: DocumentLimits = {
    var limits = DocumentLimits()
    limits.seconds = 5
    limits.memory = 512 << 20
    limits.outputBytes = 64 << 20
    limits.partBytes = 4 << 20
    limits.archiveBytes = 8 << 20
    limits.archiveEntries = 500
    return limits
  }()

  private let reader = DocumentReader(limits: limits)

  /// The error's code; `nil` where the document is read.
  private func code(_ bytes: [UInt8], _ name: String = "x") -> DocumentError.Code? {
    do {
      let source = try reader.read(name: name, bytes: Data(bytes))
      #expect(!source.utf8.isEmpty)
      return nil
    } catch let error as DocumentError {
      #expect(!error.description.contains("\n"))
      return error.code
    } catch let error as any Failure {
      #expect(!error.description.isEmpty)
      return .unknownFormat
    } catch {
      Issue.record("an error without a remedy: \(error)")
      return nil
    }
  }

  private static let page = PDFFile.document(
    pages: [PDFFile.lines([(60, 780, "Antal unga 8 700"), (60, 760, "i sommarjobb.")])]
  )
  private static let word = WordFile.document(WordFile.paragraph("Antal unga 8 700"))

  // MARK: PDF

  @Test(arguments: 1..<25)
  func aPDFCutAnywhereEnds(_ part: Int) {
    let found = code(Array(Self.page.prefix(Self.page.count * part / 25)), "cut.pdf")
    #expect(found == nil || [.damaged, .scanned, .unknownFormat].contains(found))
  }

  @Test(arguments: 0..<12)
  func aPDFWithRandomBytesEnds(_ seed: UInt64) {
    var generator = Seeded(seed)
    var bytes = Self.page
    for _ in 0..<60 {
      bytes[Int.random(in: 8..<bytes.count, using: &generator)] = .random(
        in: 0...255,
        using: &generator
      )
    }
    let found = code(bytes, "random.pdf")
    #expect(
      found == nil
        || [.damaged, .scanned, .encrypted, .tooLarge, .timedOut].contains(found)
    )
  }

  @Test func anEncryptedPDFSaysSo() {
    let lock =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (\(String(repeating: "a", count: 32))) "
      + "/U (\(String(repeating: "b", count: 32))) >> /ID [(0123456789abcdef) (0123456789abcdef)]"
    #expect(code(PDFFile.document(pages: ["BT ET"], trailer: lock), "lock.pdf") == .encrypted)
  }

  @Test func aScannedPDFSaysSo() {
    #expect(code(PDFFile.document(pages: ["0 0 100 100 re f", ""]), "scan.pdf") == .scanned)
  }

  @Test func tenThousandPagesAreReadOrRefused() {
    let pages = (1...10_000).map { PDFFile.lines([(60, 780, "Sida \($0): 8 700 unga")]) }
    let found = code(PDFFile.document(pages: pages), "long.pdf")
    #expect(found == nil || found == .timedOut || found == .tooLarge)
  }

  @Test func oneHundredThousandNestedObjectsEnd() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let found = code(PDFFile.file(["<< /Type /Catalog /Pages 2 0 R >>", deep]), "deep.pdf")
    #expect([.damaged, .tooLarge, .timedOut].contains(found))
  }

  @Test func pagesThatHoldEachOtherEnd() {
    let found = code(
      PDFFile.file([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>",
      ]),
      "loop.pdf"
    )
    #expect(found != nil)
  }

  @Test func aBombOfFiltersEndsWithinItsLimits() throws {
    // 128 spaces of every four letters: run lengths, written in hexadecimal
    let packed = String(repeating: "8120", count: 2_000_000) + "80>"
    let file = PDFFile.document(
      pages: [packed],
      filter: "/Filter [/ASCIIHexDecode /RunLengthDecode]"
    )
    let start = Date()
    let found = code(file, "bomb.pdf")
    #expect(found != nil)
    #expect(Date().timeIntervalSince(start) < 15)
  }

  @Test func theReaderGoesOnAfterABadDocument() throws {
    #expect(code(Array("%PDF-1.4 nothing".utf8)) == .damaged)
    #expect(code(Self.page) == nil)
    #expect(code(Self.word) == nil)
  }

  @Test(arguments: [
    "a\nb.pdf", "  \u{81}a \\ ", "-opw.pdf", "å ä\tö.pdf", "$(touch x)`id`.pdf", "'\"\\0101.pdf",
    "fd:0",
  ])
  func namesAreNoCommands(_ name: String) throws {
    let folder = try TestFolder()
    let path = try folder.write(Self.page, name)
    let source = try reader.read(path)
    #expect(String(decoding: source.utf8, as: UTF8.self).contains("8 700"))
    #expect(source.name == name)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [name])
  }

  // MARK: Word

  @Test(arguments: 1..<20)
  func aWordDocumentCutAnywhereEnds(_ part: Int) {
    let found = code(Array(Self.word.prefix(Self.word.count * part / 20)), "cut.docx")
    #expect(found == nil || [.damaged, .unknownFormat].contains(found))
  }

  @Test func aPartBeyondItsCapIsRefused() {
    let long = WordFile.paragraph(String(repeating: "Antal unga. ", count: 400_000))
    #expect(code(WordFile.document(long)) == .tooLarge)
  }

  @Test func tooManyPartsAreRefused() {
    let entries = (0..<600).map { (name: "word/media/\($0)", bytes: [UInt8]()) }
    #expect(code(StoredZip.archive(entries)) == .tooLarge)
  }

  @Test func entitiesAreRefused() {
    var prolog = "<!DOCTYPE d [<!ENTITY a \"ha\">"
    for level in 1...20 {
      let inner = level == 1 ? "a" : "a\(level - 1)"
      prolog += "<!ENTITY a\(level) \"\(String(repeating: "&\(inner);", count: 10))\">"
    }
    prolog += "]>"
    let body = "<w:body>\(WordFile.paragraph("&a20;"))</w:body>"
    let bytes = StoredZip.archive([
      ("word/document.xml", WordFile.part("document", body, prolog: prolog))
    ])
    #expect(code(bytes) == .forbiddenDoctype)
  }

  @Test func entitiesFromFilesAreRefused() {
    let prolog = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
    let body = "<w:body>\(WordFile.paragraph("&a;"))</w:body>"
    let bytes = StoredZip.archive([
      ("word/document.xml", WordFile.part("document", body, prolog: prolog))
    ])
    #expect(code(bytes) == .forbiddenDoctype)
  }

  @Test(arguments: ["sdt", "tbl", "p", "r"])
  func oneHundredThousandNestedElementsEnd(_ name: String) {
    let deep =
      String(repeating: "<w:\(name)>", count: 100_000)
      + String(repeating: "</w:\(name)>", count: 100_000)
    #expect(code(WordFile.document(deep)) == .damaged)
  }

  @Test func anArchiveWithoutADocumentIsNoDocument() {
    #expect(code(StoredZip.archive([("xl/workbook.xml", [1])])) == .unknownFormat)
  }

  @Test func wideSpansAndWildNumbersEnd() {
    let cell =
      "<w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>\(WordFile.paragraph("5"))</w:tc>"
    #expect(code(WordFile.document("<w:tbl><w:tr>\(cell)\(cell)</w:tr></w:tbl>")) == nil)
    let item = "<w:numPr><w:ilvl w:val=\"-9\"/><w:numId w:val=\"99999999999999999999\"/></w:numPr>"
    #expect(code(WordFile.document(WordFile.paragraph("a", properties: item))) == nil)
  }

  // MARK: Web pages and other bytes

  @Test(arguments: ["div", "table", "b", "ul", "p", "td"])
  func deepPagesEnd(_ name: String) {
    let page =
      "<html>" + String(repeating: "<\(name)>", count: 100_000) + "8 700 unga"
      + String(repeating: "</\(name)>", count: 100_000)
    let found = code(Array(page.utf8), "deep.html")
    #expect(found == nil || [.damaged, .empty, .tooLarge].contains(found))
  }

  @Test func spansOfAPageEnd() {
    let row = "<tr><td colspan=999999999 rowspan=999999999>5"
    let page = "<html><table>" + String(repeating: row, count: 200)
    #expect([nil, .tooLarge].contains(code(Array(page.utf8))))
  }

  @Test(arguments: 0..<10)
  func randomBytesEnd(_ seed: UInt64) {
    var generator = Seeded(seed)
    let start: [[UInt8]] = [[], Array("<html>".utf8), [0x50, 0x4B, 3, 4], Array("%PDF-".utf8)]
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    _ = code(start[Int(seed % 4)] + bytes)
  }

  @Test(
    arguments: [
      ([], DocumentError.Code.empty), ([0x20, 0x0A], .empty),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldWord), (Array("{\\rtf1 x}".utf8), .unknownFormat),
      ([0x89, 0x50, 0x4E, 0x47, 0, 0], .unknownFormat), (Array("<html></html>".utf8), .empty),
      (Array("<?xml version=\"1.0\"?><a>1</a>".utf8), .unknownFormat),
    ] as [([UInt8], DocumentError.Code)]
  )
  func otherFilesAreNamed(_ bytes: [UInt8], _ wanted: DocumentError.Code) {
    #expect(code(bytes) == wanted)
  }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
