import NyckeltalModel
import NyckeltalQuantities
import Testing

/// A text with the spans that a reader must find between ⟦ and ⟧.
struct MarkedText {
  /// The text without marks.
  var text = ""
  /// The marked spans in bytes of the text.
  var spans: [Range<Int>] = []

  init(_ marked: String) {
    var starts: [Int] = []
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": starts.append(text.utf8.count)
      case "⟧": if let start = starts.popLast() { spans.append(start..<text.utf8.count) }
      default: text.unicodeScalars.append(character)
      }
    }
  }
}

/// One expected reading and the many ways to write it.
struct Example: Sendable, CustomTestStringConvertible {
  /// What is expected of each marked span, in ``notation(_:)``, parted by " | ".
  var expected: String
  /// Texts with marked spans.
  var texts: [String]
  var context = PeriodContext()

  init(_ expected: String, in context: PeriodContext = PeriodContext(), _ texts: [String]) {
    self.expected = expected
    self.texts = texts
    self.context = context
  }

  var testDescription: String { expected }

  /// What is wrong with the reading of each text; empty when all is right.
  func faults(_ reader: QuantityReader) -> [String] {
    texts.compactMap { marked in
      let text = MarkedText(marked)
      let found = reader.read(text.text, context: context)
      let read = found.map(Self.notation).joined(separator: " | ")
      if read == expected, found.map(\.range) == text.spans { return nil }
      let bytes = Array(text.text.utf8)
      let spans = found.map { "⟦\(String(decoding: bytes[$0.range], as: UTF8.self))⟧" }
      return "\(marked): \(spans.joined()) \(read)"
    }
  }

  /// A reading in short: `400 persons about`, `115..120 places`, `period 2015-T1 comparison`.
  static func notation(_ quantity: Quantity) -> String {
    var words: [String] = []
    if quantity.form != .cardinal { words.append(quantity.form.rawValue) }
    if quantity.lower != nil || quantity.upper != nil {
      words.append("\(number(quantity.lower))..\(number(quantity.upper))")
    } else if quantity.value != nil {
      words.append(number(quantity.value))
    }
    if let unit = quantity.unit { words.append(unit.rawValue) }
    if quantity.qualifier != .exact { words.append(quantity.qualifier.rawValue) }
    if let direction = quantity.direction { words.append(direction.rawValue) }
    if let period = quantity.period { words.append(period.description) }
    if quantity.periodRole != .stated { words.append("\(quantity.periodRole)") }
    if quantity.isAsOf { words.append("asOf") }
    if let change = quantity.change { words.append("\(change)") }
    if quantity.isPartOf { words.append("part") }
    if quantity.isComparative { words.append("difference") }
    return words.joined(separator: " ")
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return JSONText.digits((value * 1e6).rounded() / 1e6)
  }
}
