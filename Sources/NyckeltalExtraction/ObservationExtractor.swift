public import NyckeltalMinutes
public import NyckeltalModel
import NyckeltalQuantities
public import NyckeltalText

/// Reads documents and finds what they state about indicators and topics.
///
/// ```swift
/// let extractor = ObservationExtractor(catalogue: try .builtIn())
/// let source = try SourceText(name: "minutes.txt", bytes: bytes)
/// for observation in extractor.observations(in: source) { print(observation.jsonLine) }
/// ```
public struct ObservationExtractor: Sendable {
  /// Raised with every change of the rules, so that stores know which extraction is the newer one.
  public static let revision = 5

  /// The catalogue that figures are matched with.
  public let catalogue: Catalogue
  /// Who decides between what the rules propose; `nil` where the rules decide alone.
  public let judge: Judge?
  /// Whether figures without any topic come out too, as topic `ovrigt`.
  public var includesOther: Bool

  private let table: CueTable
  private let reader: QuantityReader
  private let memories = ReadingMemories()

  /// Makes an extractor, which can be used for any number of documents and from several threads.
  ///
  /// - Parameters:
  ///   - catalogue: The indicators that figures are matched with.
  ///   - includesOther: Whether figures without any topic come out too.
  ///   - judge: Who decides between what the rules propose; `nil` where the rules decide alone.
  public init(catalogue: Catalogue, includesOther: Bool = false, judge: Judge? = .builtIn) {
    self.judge = judge
    self.catalogue = catalogue
    self.includesOther = includesOther
    table = CueTable(catalogue)
    reader = QuantityReader()
  }

  /// What a document states, in its order.
  public func observations(in source: SourceText) -> [Observation] {
    read(Minutes(source)).observations
  }

  /// Reads a document whose structure is known.
  ///
  /// With explanations the sentence and the cues of every observation are kept too.
  public func read(_ minutes: Minutes, explaining: Bool = false) -> Extraction {
    var whole = Extraction()
    read(minutes, explaining: explaining, parts: .max) { whole.append($0) }
    return whole
  }

  /// Reads a document and hands over what it states in parts, in the document's order, so that the
  /// statements of a very long one need not all be held at once.
  ///
  /// - Parameters:
  ///   - minutes: The document.
  ///   - explaining: Whether the sentence and the cues of every observation are kept too.
  ///   - size: About how many observations make a part.
  ///   - each: Takes a part; there is at least one, which may be empty.
  /// - Throws: What `each` throws.
  public func read(
    _ minutes: Minutes,
    explaining: Bool = false,
    parts size: Int,
    each: (Extraction) throws -> Void
  ) rethrows {
    var reading = reading(minutes, includesOther: includesOther)
    reading.explains = explaining
    reading.judge = judge
    try reading.run(parts: size, each: each)
    memories.put(reading.takeMemory())
  }

  private func reading(_ minutes: Minutes, includesOther: Bool) -> DocumentReading {
    DocumentReading(
      minutes,
      table: table,
      reader: reader,
      includesOther: includesOther,
      memory: memories.take(table)
    )
  }

  /// What a document offers for training.
  func record(_ minutes: Minutes) -> Recording {
    var reading = reading(minutes, includesOther: false)
    reading.recording = Recording()
    reading.run(parts: .max) { _ in }
    let recording = reading.recording ?? Recording()
    memories.put(reading.takeMemory())
    return recording
  }
}
