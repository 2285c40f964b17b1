/// ZIP archives made by hand so that they can lie.
enum StoredZip {
  /// A part of an archive, as it stands there and as the archive says that it is.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    var isDeflated = false
    /// The length that it unpacks to.
    var length: Int
    var checksum: UInt32
    /// Its length stands behind it, as in archives that are written to a stream.
    var isStreamed = false

    static func stored(_ name: String, _ bytes: [UInt8]) -> Entry {
      Entry(name: name, bytes: bytes, length: bytes.count, checksum: StoredZip.checksum(bytes))
    }
  }

  static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    archive(entries.map { Entry.stored($0.name, $0.bytes) })
  }

  static func archive(_ entries: [Entry], hasDirectory: Bool = true) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let (name, bytes) = (entry.name, entry.bytes)
      let offset = archive.count
      let lengths = [Int(entry.checksum), bytes.count, entry.length].flatMap {
        little(entry.isStreamed ? 0 : $0, 4)
      }
      let common =
        little(20, 2) + little(entry.isStreamed ? 0x0808 : 0x0800, 2)
        + little(entry.isDeflated ? 8 : 0, 2) + little(0, 4) + lengths
        + little(name.utf8.count, 2) + little(0, 2)
      archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
      directory += Array(name.utf8)
    }
    guard hasDirectory else { return archive }
    let start = archive.count
    archive += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
    archive += little(entries.count & 0xFFFF, 2) + little(entries.count & 0xFFFF, 2)
    archive += little(directory.count, 4) + little(start, 4) + little(0, 2)
    return archive
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}

/// Word documents from the inner XML of their parts.
enum WordFile {
  private static let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static func document(
    _ body: String,
    numbering: String? = nil,
    styles: String? = nil,
    footnotes: String? = nil,
    header: String? = nil,
    footer: String? = nil
  ) -> [UInt8] {
    var entries = [("word/document.xml", part("document", "<w:body>\(body)</w:body>"))]
    if let numbering { entries.append(("word/numbering.xml", part("numbering", numbering))) }
    if let styles { entries.append(("word/styles.xml", part("styles", styles))) }
    if let footnotes { entries.append(("word/footnotes.xml", part("footnotes", footnotes))) }
    if let header { entries.append(("word/header1.xml", part("hdr", header))) }
    if let footer { entries.append(("word/footer1.xml", part("ftr", footer))) }
    return StoredZip.archive(entries.map { (name: $0.0, bytes: $0.1) })
  }

  static func part(_ root: String, _ inner: String, prolog: String = "") -> [UInt8] {
    Array(
      "<?xml version=\"1.0\"?>\(prolog)<w:\(root) xmlns:w=\"\(name)\">\(inner)</w:\(root)>".utf8
    )
  }

  static func paragraph(_ text: String, properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }
}
