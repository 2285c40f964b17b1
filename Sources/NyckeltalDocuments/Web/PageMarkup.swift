import NyckeltalText

/// The markup of a web page without what it does not show.
///
/// What is not shown is cut out before the page is parsed: browsers end such an element at its end
/// tag, and the parser would put the rest of the page in it where a `div` is left open there.
struct PageMarkup {
  private(set) var utf8: [UInt8] = []
  /// The classes that the page's own style sheet raises above the line.
  private(set) var raisedClasses: Set<String> = []
  /// The classes that it hides wherever they stand.
  private(set) var hiddenClasses: Set<String> = []

  init(_ page: [UInt8], document: String) throws(DocumentError) {
    var cuts: [Range<Int>] = []
    var styles: [Range<Int>] = []
    let crowded = page.withUnsafeBufferPointer { bytes in
      var tags = MarkupTags(bytes, isHTML: true)
      var open: [String: [Int]] = [:]
      while let tag = tags.next() {
        if tag.attributes > MarkupLimits.mostAttributes { return true }
        if tag.name == "style", let text = tags.rawText { styles.append(text) }
        guard Self.unseen.contains(tag.name) else { continue }
        if !tag.isEnd {
          if !tag.isClosed { open[tag.name, default: []].append(tag.range.lowerBound) }
        } else if let start = open[tag.name]?.popLast() {
          while let last = cuts.last, last.lowerBound >= start { cuts.removeLast() }
          if cuts.last.map({ $0.upperBound <= start }) ?? true {
            cuts.append(start..<tag.range.upperBound)
          }
        }
      }
      return false
    }
    if crowded {
      throw DocumentError(
        .tooLarge,
        document: document,
        detail: "an element with more than \(MarkupLimits.mostAttributes) attributes"
      )
    }
    for style in styles {
      addRaisedClasses(page[style])
      addHiddenClasses(page[style])
    }
    var start = 0
    for cut in cuts {
      utf8 += page[start..<cut.lowerBound]
      // what stood around it does not become one word
      utf8.append(Byte.space)
      start = cut.upperBound
    }
    utf8 += page[start...]
  }

  /// Elements that browsers show nothing of, or that hold no text of the page.
  private static let unseen: Set<String> = [
    "nav", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "select",
    "button",
  ]

  /// ".note { vertical-align: super }": the last class of each selector.
  private mutating func addRaisedClasses(_ sheet: ArraySlice<UInt8>) {
    for rule in sheet.split(separator: 0x7D) {
      let parts = rule.split(separator: 0x7B, maxSplits: 1)
      guard parts.count == 2, Self.isRaised(parts[1]) else { continue }
      for selector in parts[0].split(separator: 0x2C) {
        let last = selector.split { Byte.isBlank($0) || $0 == 0x3E }.last ?? []
        guard let dot = last.lastIndex(of: 0x2E), raisedClasses.count < 1000 else { continue }
        raisedClasses.insert(String(decoding: last[(dot + 1)...], as: UTF8.self))
      }
    }
  }

  /// ".h { display: none }" or "td.h { … }": not what is hidden only on some media or below others.
  private mutating func addHiddenClasses(_ sheet: ArraySlice<UInt8>) {
    var depth = 0
    var start = sheet.startIndex
    var selectors: ArraySlice<UInt8> = []
    for index in sheet.indices {
      switch sheet[index] {
      case 0x7B:
        if depth == 0 { selectors = sheet[start..<index] }
        depth += 1
        start = index + 1
      case 0x7D:
        depth = max(0, depth - 1)
        if depth == 0 { addHidden(selectors, sheet[start..<index]) }
        start = index + 1
      default: break
      }
    }
  }

  private mutating func addHidden(_ selectors: ArraySlice<UInt8>, _ style: ArraySlice<UInt8>) {
    let words = style.filter { !Byte.isBlank($0) }.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
    guard words.firstRange(of: "display:".utf8) != nil else { return }
    let hides = words.firstRange(of: "display:none".utf8) != nil
    for selector in selectors.split(separator: 0x2C) {
      let parts = selector.split { Byte.isBlank($0) }
      guard parts.count == 1, let dot = parts[0].firstIndex(of: 0x2E) else { continue }
      let name = parts[0][(dot + 1)...]
      let isPlain = name.allSatisfy {
        Byte.isLetter($0) || Byte.isDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 >= 0x80
      }
      guard isPlain, hiddenClasses.count < 1000 else { continue }
      let text = String(decoding: name, as: UTF8.self)
      // a later rule may show it again
      if hides { hiddenClasses.insert(text) } else { hiddenClasses.remove(text) }
    }
  }

  /// Whether declarations of a style raise text: "vertical-align:super", "position:relative;top:-4px".
  static func isRaised(_ style: some Collection<UInt8>) -> Bool {
    let words = style.filter { !Byte.isBlank($0) }.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
    return words.firstRange(of: "vertical-align:super".utf8) != nil
      || words.firstRange(of: "vertical-align:text-top".utf8) != nil
      || words.firstRange(of: "position:relative".utf8) != nil
        && words.firstRange(of: ";top:-".utf8) != nil
  }
}
