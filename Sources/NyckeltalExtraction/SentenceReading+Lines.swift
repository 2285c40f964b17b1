import NyckeltalQuantities

extension SentenceReading {
  /// Reads a line that is no sentence of the text: a title, a column's heading.
  mutating func read(
    line: String,
    reader: QuantityReader,
    context: PeriodContext,
    matcher: inout CueMatcher
  ) {
    let bytes = Array(line.utf8)
    read(bytes, bytes.indices, reader: reader, context: context, matcher: &matcher)
  }
}
