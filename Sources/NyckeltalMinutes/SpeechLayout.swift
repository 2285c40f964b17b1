import NyckeltalModel
import NyckeltalText

/// Which blocks give somebody the floor in a debate that numbers no speeches: a name and a party on
/// a line of its own above the speech, or before a colon.
///
/// ```
/// Eva Ek (S)
///
/// Herr ordförande! I fjol fick 210 unga sommarjobb.
/// ```
struct SpeechLayout {
  /// For each such block, where its name ends.
  private var ends: [Int: Int] = [:]

  /// Where the name of who gets the floor ends in a block; `nil` where none does.
  func end(_ place: Int) -> Int? { ends.isEmpty ? nil : ends[place] }

  /// Reads a document without numbered items.
  init(_ text: CleanText) {
    var found: [(place: Int, end: Int, names: [String])] = []
    for (place, block) in text.blocks.enumerated() {
      if block.range.count <= 260, ItemHeading.mayBegin(text, block.range),
        ItemHeading(text.folded(block.range), isMarked: false) != nil
      {
        return
      }
      guard block.kind == .paragraph || block.kind == .heading,
        let close = text.bytes[block.range.prefix(70)].firstIndex(of: 0x29)
      else { continue }
      let name = text.folded(block.range.lowerBound..<close + 1)
      guard let speaker = Self.opener(name) else { continue }
      let rest = text.folded(close + 1..<block.range.upperBound)
      if rest.allSatisfy({ ":;".contains($0) }) {
        guard place + 1 < text.blocks.count, text.blocks[place + 1].range.count >= 60 else {
          continue
        }
        found.append((place, block.range.upperBound, [speaker.name]))
      } else if rest.first == ":", rest.utf8.count >= 40 {
        found.append((place, close + 2, [speaker.name]))
      }
    }
    let isDebate = text.blocks.prefix(8).contains {
      text.caseless.holds(
        anyOf: ["debatt", "anförande", "protokoll", "frågestund", "överläggning"],
        in: $0.range
      )
    }
    guard Set(found.flatMap(\.names)).count >= 2, isDebate || found.count >= 4 else { return }
    for speech in found { ends[speech.place] = speech.end }
  }

  /// The member whose name and party are all that a line holds, an office before them.
  private static func opener(_ line: String) -> Speaker? {
    let speakers = Speakers.named(in: line)
    guard speakers.count == 1, let only = speakers.first, only.name != only.party,
      let name = line.firstRange(of: only.name) ?? line.uppercased().firstRange(of: only.name)
    else {
      // "EVA EK (S)"
      guard speakers.count == 1, let only = speakers.first, only.name != only.party,
        line.uppercased().hasPrefix(only.name.uppercased())
      else { return nil }
      return only
    }
    let before = line[..<name.lowerBound].split(separator: " ")
    return before.count <= 2 && !before.contains { $0.hasSuffix(":") || $0.lowercased() == "av" }
      ? only : nil
  }
}
