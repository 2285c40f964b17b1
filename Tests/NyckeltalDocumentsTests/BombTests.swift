import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Small documents that unpack to gigabytes, nest without end or hold more than is read: each ends
/// within its limits with its own error, and the reader goes on.
@Suite(.serialized)
struct BombTests {
  private static let limits: DocumentLimits = {
    var limits = DocumentLimits()
    limits.seconds = 2
    limits.memory = 256 << 20
    limits.outputBytes = 8 << 20
    limits.partBytes = 1 << 20
    limits.archiveBytes = 2 << 20
    limits.archiveEntries = 1000
    return limits
  }()
  private static let good = PDFFile.document(
    pages: [PDFFile.lines([(60, 780, "Antal unga 8 700")])]
  )

  private let reader = DocumentReader(limits: limits)
  /// What is no bomb may take the time that a busy machine takes.
  private let patientReader: DocumentReader = {
    var limits = Self.limits
    limits.seconds = 60
    return DocumentReader(limits: limits)
  }()

  /// Reads a bomb and then a good document; the bomb's text where it is read.
  @discardableResult
  private func read(_ bytes: [UInt8], _ wanted: Set<DocumentError.Code>) throws -> String? {
    let start = Date()
    var text: String?
    do {
      let reader = wanted.isEmpty ? patientReader : reader
      text = String(decoding: try reader.read(name: "b", bytes: Data(bytes)).utf8, as: UTF8.self)
      #expect(wanted.isEmpty, "it was read")
    } catch let error as DocumentError {
      #expect(wanted.contains(error.code), "\(error.code)")
    }
    if !wanted.isEmpty { #expect(Date().timeIntervalSince(start) < Self.limits.seconds + 5) }
    let next = try reader.read(name: "good.pdf", bytes: Data(Self.good))
    #expect(String(decoding: next.utf8, as: UTF8.self).contains("8 700"))
    return text
  }

  // MARK: Flate

  /// With the usual limits: a busy machine needs more than a bomb is given.
  @Test func aSmallPackedPageIsRead() throws {
    let page = PDFBomb.page("BT /F 11 Tf 9 0 0 9 60 700 Tm (8 700)Tj ET ", length: 1)
    let source = try DocumentReader().read(name: "b", bytes: Data(page))
    #expect(String(decoding: source.utf8, as: UTF8.self).contains("8 700"))
  }

  @Test(arguments: [" ", "q ", "(8 700)Tj ", "BT /F 9 Tf (a)Tj ET "])
  func aPageThatInflatesToGigabytesEnds(_ content: String) throws {
    let file = PDFBomb.page(content, length: 4 << 30)
    #expect(file.count < 4 << 20)
    try read(file, [.timedOut, .tooLarge, .scanned])
  }

  @Test(arguments: ["[", "<<", "(", "q ", "BT ", "/F BMC ", "[<<"])
  func contentThatNestsEnds(_ opening: String) throws {
    let content = String(repeating: opening, count: 100_000)
    try read(PDFFile.document(pages: [content]), [.scanned, .damaged, .tooLarge, .timedOut])
  }

  @Test func aTreeOfPagesThatNestsEnds() throws {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    for number in 0..<100_000 {
      objects.append("<< /Type /Pages /Kids [\(number + 3) 0 R] /Count 1 >>")
    }
    objects.append("<< /Type /Page /MediaBox [0 0 595 842] >>")
    try read(PDFFile.file(objects), [.scanned, .damaged, .tooLarge, .timedOut])
  }

  // MARK: ZIP

  private static let opening =
    "<?xml version=\"1.0\"?><w:document xmlns:w="
    + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
  private static let closing = "</w:t></w:r></w:p></w:body></w:document>"

  /// A part of a Word document with one long word.
  private static func part(
    _ name: String,
    length: Int,
    isChecked: Bool = true,
    isStreamed: Bool = false
  ) -> StoredZip.Entry {
    let (start, end) = (Array(opening.utf8), Array(closing.utf8))
    let pattern = Array("å8".utf8)
    let packed = Deflate.stream(start: start, pattern: pattern, length: length, end: end)
    let plain =
      isChecked
      ? Deflate.inflated(start: start, pattern: pattern, length: length, end: end) : []
    return StoredZip.Entry(
      name: name,
      bytes: packed,
      isDeflated: true,
      length: isChecked ? plain.count : length,
      checksum: StoredZip.checksum(plain),
      isStreamed: isStreamed
    )
  }

  @Test func aSmallPackedPartIsRead() throws {
    let text = try read(StoredZip.archive([Self.part("word/document.xml", length: 5000)]), [])
    #expect(text?.hasPrefix("å8å8å8") == true)
    #expect((text?.utf8.count ?? 0) > 5000)
  }

  @Test(arguments: [false, true])
  func aPartThatInflatesToAGigabyteEnds(_ isStreamed: Bool) throws {
    let bomb = Self.part(
      "word/document.xml",
      length: 1 << 30,
      isChecked: false,
      isStreamed: isStreamed
    )
    #expect(bomb.bytes.count < 8 << 20)
    try read(StoredZip.archive([bomb]), [.tooLarge, .damaged])
  }

  /// What is passed over is not unpacked: not even where the archive has no directory to say how
  /// long it is.
  @Test(arguments: [false, true])
  func aPartThatIsNotReadIsNotUnpacked(_ hasDirectory: Bool) throws {
    let bomb = Self.part("word/a.bin", length: 4 << 30, isChecked: false, isStreamed: true)
    let start = Date()
    try read(StoredZip.archive([bomb], hasDirectory: hasDirectory), [.unknownFormat, .damaged])
    #expect(Date().timeIntervalSince(start) < 1.5)
  }

  @Test func partsThatAreTooMuchTogetherEnd() throws {
    let parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml"].map {
      Self.part($0, length: 900_000)
    }
    try read(StoredZip.archive(Array(parts.prefix(1))), [])
    try read(StoredZip.archive(parts), [.tooLarge])
  }

  @Test func tooManyPackedPartsEnd() throws {
    let empty = (0...1000).map {
      StoredZip.Entry(name: "m/\($0)", bytes: [3, 0], isDeflated: true, length: 0, checksum: 0)
    }
    let document = StoredZip.Entry.stored(
      "word/document.xml",
      Array((Self.opening + "a" + Self.closing).utf8)
    )
    try read(StoredZip.archive([document] + empty.prefix(999)), [])
    try read(StoredZip.archive([document] + empty), [.tooLarge])
  }

  // MARK: Entities

  private static let laughs: String = {
    var doctype = "<!DOCTYPE html [<!ENTITY a0 \"ha\">"
    for level in 1...20 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      doctype += "<!ENTITY a\(level) \"\(inner)\">"
    }
    return doctype + "]>"
  }()

  /// A page on the web has no entities of its own: they are text like any other.
  @Test func entitiesOfAPageAreNotPutIn() throws {
    let text = try read(
      Array("\(Self.laughs)<html><body><p>8 700 unga &a20;</p></body></html>".utf8),
      []
    )
    #expect(text?.contains("8 700 unga") == true)
    #expect((text?.utf8.count ?? .max) < 2 * Self.laughs.utf8.count)
  }

  /// Also behind a comment that is longer than what is looked at first.
  @Test(arguments: [0, 10_000])
  func entitiesOfAPartAreRefused(_ padding: Int) throws {
    let prolog = "<!--\(String(repeating: " ", count: padding))-->\(Self.laughs)"
    let body = "<w:body>\(WordFile.paragraph("&a20;"))</w:body>"
    let part = WordFile.part("document", body, prolog: prolog)
    try read(StoredZip.archive([("word/document.xml", part)]), [.forbiddenDoctype])
  }

  @Test func tenThousandPagesAreRead() throws {
    var limits = DocumentLimits()
    limits.seconds = 60
    let pages = (1...10_000).map { PDFFile.lines([(60, 780, "Antal: \($0) unga")]) }
    let source = try DocumentReader(limits: limits).read(
      name: "long.pdf",
      bytes: Data(PDFFile.document(pages: pages))
    )
    #expect(source.layout?.pageCount == 10_000)
    #expect(String(decoding: source.utf8, as: UTF8.self).contains("Antal: 10000 unga"))
  }
}
