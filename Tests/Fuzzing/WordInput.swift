/// Word documents from fuzzed bytes.
///
/// The input is what stands within the parts' root elements, `<w:document>` and so on, one part
/// behind the other. It is made well-formed, so that what is found lies behind the XML parser; an
/// input that begins with an exclamation mark is taken as it stands.
enum WordInput {
  private static let roots = ["document", "numbering", "styles", "footnotes", "endnotes"]

  static func archive(_ input: [UInt8], repeated length: Int) -> [UInt8] {
    if input.first == 0x21 {
      return StoredZip.archive([("word/document.xml", Array(input.dropFirst()))])
    }
    let parts = parts(String(decoding: input, as: UTF8.self))
    return StoredZip.archive(
      parts.map { root, inner in
        let inner = String(decoding: repeated(WellFormed.markup(inner), to: length), as: UTF8.self)
        return (name: "word/\(root).xml", bytes: WordFile.part(root, inner))
      }
    )
  }

  /// The parts in the order in which they stand.
  private static func parts(_ input: String) -> [(root: String, inner: Substring)] {
    let starts = roots.flatMap { root in
      input.ranges(of: "<w:\(root)>").map { (root: root, range: $0) }
    }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let first = starts.first else { return [("document", input[...])] }
    var parts = [(root: "document", inner: input[..<first.range.lowerBound])]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : input.endIndex
      parts.append((start.root, input[start.range.upperBound..<end]))
    }
    return parts.filter { !$0.inner.isEmpty }
  }
}

/// Makes well-formed XML of what is not: closes what is open, leaves out ends without a beginning,
/// writes attributes and signs as they must be.
enum WellFormed {
  static func markup(_ text: Substring) -> [UInt8] {
    var output = ""
    var open: [Substring] = []
    var rest = text
    while let start = rest.firstIndex(of: "<") {
      output += escaped(rest[..<start])
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ">") else { break }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.first == "/" {
        let name = name(tag.dropFirst())
        guard open.contains(name) else { continue }
        while let last = open.popLast() {
          output += "</\(last)>"
          if last == name { break }
        }
      } else {
        let name = name(tag)
        guard name.first?.isLetter == true else {
          output += escaped(tag)
          continue
        }
        output += "<\(name)\(attributes(tag.dropFirst(name.count)))"
        output += tag.last == "/" ? "/>" : ">"
        if tag.last != "/" { open.append(name) }
      }
    }
    output += escaped(rest)
    for name in open.reversed() { output += "</\(name)>" }
    return Array(output.utf8)
  }

  private static func name(_ tag: Substring) -> Substring {
    tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") }
  }

  private static func attributes(_ text: Substring) -> String {
    var output = ""
    var seen: Set<Substring> = []
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let before = rest[..<equals]
      rest = rest[equals...].dropFirst()
      guard rest.first == "\"" else { continue }
      rest = rest.dropFirst()
      let value = rest.prefix { $0 != "\"" }
      rest = rest[value.endIndex...].dropFirst()
      let name = before.drop { !$0.isASCII || !$0.isLetter }
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == ":") }),
        seen.insert(name).inserted
      else { continue }
      output += " \(name)=\"\(escaped(value))\""
    }
    return output
  }

  /// Signs that mean something to a parser as entities, characters that XML does not have as "?".
  private static func escaped(_ text: Substring) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": output += "?"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
