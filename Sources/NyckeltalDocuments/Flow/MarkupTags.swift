import NyckeltalText

/// The tags of HTML or XML, found in one pass without a parser: what must be known before one reads it.
struct MarkupTags {
  /// A tag: "<p class=a>", "</p>", "<br/>".
  struct Tag {
    /// Its bytes, with the brackets.
    var range: Range<Int>
    /// Its name in lower case, without a prefix; empty for one of another alphabet.
    var name: String
    var isEnd: Bool
    /// It has no end: "<br/>".
    var isClosed: Bool
    /// The number of words between its name and its end.
    var attributes: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// The ends of raw texts and of comments of which none follows.
  private var endless: Set<String> = []
  /// The raw text between the last tag and its end, of scripts and styles.
  private(set) var rawText: Range<Int>?

  /// Whether scripts and styles hold text that looks like tags and is none.
  private let isHTML: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool) {
    self.bytes = bytes
    self.isHTML = isHTML
  }

  /// The next tag; `nil` where no more follow.
  mutating func next() -> Tag? {
    rawText = nil
    while index < bytes.count {
      index = first(0x3C, from: index)
      guard index + 1 < bytes.count else { return nil }
      let first = bytes[index + 1]
      if first == 0x21 {
        passDeclaration()
      } else if Byte.isLetter(first) || first >= 0x80 || first == 0x2F {
        let tag = readTag()
        if isHTML, !tag.isEnd, Self.raw.contains(tag.name) { passRawText(tag.name) }
        return tag
      } else {
        index += 1
      }
    }
    return nil
  }

  private static let raw: Set<String> = ["script", "style", "textarea", "title", "xmp"]

  /// "<!-- … -->", "<![CDATA[ … ]]>", "<!DOCTYPE html>".
  private mutating func passDeclaration() {
    let rest = UnsafeBufferPointer(rebasing: bytes[index...])
    let end =
      rest.starts(with: "<!--".utf8) ? "-->" : rest.starts(with: "<![CDATA[".utf8) ? "]]>" : ">"
    index += 2
    guard !endless.contains(end) else { return }
    if let found = place(of: Array(end.utf8), from: index) {
      index = found + end.utf8.count
    } else {
      endless.insert(end)
    }
  }

  private func first(_ byte: UInt8, from start: Int) -> Int {
    bytes[min(start, bytes.count)...].firstIndex(of: byte) ?? bytes.count
  }

  private func place(of wanted: [UInt8], from start: Int) -> Int? {
    guard let last = wanted.last else { return nil }
    var place = first(last, from: start)
    while place < bytes.count {
      let begin = place - wanted.count + 1
      if begin >= start, bytes[begin...place].elementsEqual(wanted) { return begin }
      place = first(last, from: place + 1)
    }
    return nil
  }

  private mutating func readTag() -> Tag {
    let start = index
    let isEnd = bytes[index + 1] == 0x2F
    index += isEnd ? 2 : 1
    let nameStart = index
    while index < bytes.count, !Byte.isBlank(bytes[index]), bytes[index] != 0x3E,
      bytes[index] != 0x2F
    {
      index += 1
    }
    let lower = bytes[nameStart..<min(index, nameStart + 40)].map { $0 &- 65 < 26 ? $0 | 32 : $0 }
    let name = String(decoding: lower, as: UTF8.self)
    var attributes = 0
    var quote: UInt8 = 0
    var last: UInt8 = Byte.space
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      if byte == 0x3E { break }
      if byte == 0x22 || byte == 0x27, last == 0x3D {
        quote = byte
      } else if !Byte.isBlank(byte) {
        if Byte.isBlank(bytes[index - 2]), last != 0x3D, byte != 0x3D { attributes += 1 }
      }
      if !Byte.isBlank(byte) { last = byte }
    }
    return Tag(
      range: start..<index,
      name: name,
      isEnd: isEnd,
      isClosed: last == 0x2F,
      attributes: attributes
    )
  }

  /// Goes to the end tag of an element of raw text; where none follows it is read as any other.
  private mutating func passRawText(_ name: String) {
    guard !endless.contains(name) else { return }
    let start = index
    var place = index
    while place < bytes.count {
      place = first(0x3C, from: place)
      let end = place + 2 + name.utf8.count
      if end <= bytes.count, bytes[place + 1] == 0x2F,
        zip(bytes[(place + 2)..<end], name.utf8).allSatisfy({ $0 | 32 == $1 })
      {
        index = place
        rawText = start..<place
        return
      }
      place += 1
    }
    endless.insert(name)
  }
}

/// What markup may have that is parsed: parsers compare each attribute of an element with all before
/// it.
enum MarkupLimits {
  /// More attributes than an element of a document has.
  static let mostAttributes = 500

  /// Refuses what would take a parser without end.
  static func check(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isHTML: Bool,
    document: String,
    part: String
  ) throws(DocumentError) {
    var tags = MarkupTags(bytes, isHTML: isHTML)
    while let tag = tags.next() {
      if tag.attributes > mostAttributes {
        throw DocumentError(
          .tooLarge,
          document: document,
          detail: "\(part): an element with more than \(mostAttributes) attributes"
        )
      }
    }
  }
}
