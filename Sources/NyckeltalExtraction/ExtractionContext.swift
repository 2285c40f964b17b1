import NyckeltalMinutes
import NyckeltalModel

/// What the latest figure was, for words that refer back to it.
struct LatestFigure {
  var kind: ObservationKind
  var indicator: String?
  var unit: FigureUnit?
  var direction: Direction?
  var value: Double?
}

/// What surrounds a sentence: the item, the section, the heading, the paragraph so far.
struct ExtractionContext {
  var item = AgendaItem()
  var section: SectionKind?
  var speakers: [Speaker] = []
  /// The document's or the item's own date.
  var date: CalendarDate? {
    didSet { dateText = date?.description }
  }
  /// The date as observations give it.
  private(set) var dateText: String?
  /// The period in the item's title.
  var itemPeriod: Period?
  /// The period that a line at the head of a document names.
  var headTime: Period?
  /// The period in the heading above.
  var headingPeriod: Period?
  /// The nearest earlier period of the paragraph.
  var paragraphPeriod: Period?
  /// Whether that period was one that a sentence looked back to, "förra året", "sedan 2017".
  var paragraphIsPast = false
  /// The latest in time of the paragraph's periods.
  var latestPeriod: Period?
  /// The period that the latest sentence names, which is that of a table below it.
  var sentencePeriod: Period?
  /// The phrases of the item's title.
  var titlePhrases: [Int] = []
  /// How many of the item's statements so far belong to each topic, in order of the topics.
  private var topicCounts: [Int] = Array(repeating: 0, count: Topic.allCases.count)
  /// The topic that the item's title names and most of its statements so far belong to.
  private(set) var commonTopic: Topic?
  /// The field of the latest statement under the same heading.
  var lastTopic: Topic?
  /// The topics of the item's title.
  var titleTopics: [Topic] = []
  /// The phrases of the heading above.
  var headingPhrases: [Int] = []
  /// The phrases of the sentence before, or of a list's introduction.
  var paragraphPhrases: [Int] = []
  /// The phrases of the paragraph's sentences before that, the nearest last.
  var earlierPhrases: [Int] = []
  /// The latest figure's observation in the paragraph.
  var lastFigure: LatestFigure?
  /// What the latest figure of the paragraph that counts anything counted, whatever stood between.
  var lastCount: FigureUnit?
  /// Whether the latest figure of the paragraph with a unit that has decimals was money, a share or a
  /// time.
  var lastMeasure: FigureUnit?
  /// The latest amount of the paragraph.
  var lastAmount: Double?
  /// What the sentence before a list says of all its items.
  var listAssessment: Assessment?
  /// What the sentence before a list says that its figures are: "följande årsmål:".
  var listKind: ObservationKind?
  /// Whether the sentence before a list tells what is proposed: "Därför föreslår vi".
  var listWishes = false
  /// Whether the sentence before a list asks for answers.
  var listAsks = false

  /// The document's date as a period.
  var day: Period? { date.map { .day($0.day, month: $0.month, year: $0.year) } }

  /// The day from which the text looks back: the document's date; without one, the end of the period
  /// that its head names ("Månadsrapport, oktober 2015").
  var today: Period? {
    if let day { return day }
    guard let last = headTime?.lastDay else { return nil }
    return .day(last % 100, month: last / 100 % 100, year: last / 10_000)
  }

  /// Counts a statement's topic.
  mutating func count(_ topic: Topic) {
    topicCounts[topic.index] += 1
    let total = topicCounts.reduce(0, +)
    if total >= 4, topicCounts[topic.index] * 2 > total, titleTopics.contains(topic) {
      commonTopic = topic
    }
  }

  /// Makes what a sentence names that of the sentence before the next one.
  mutating func endSentence(_ hits: [CueHit]) {
    if earlierPhrases.count > 60 { earlierPhrases.removeFirst(earlierPhrases.count - 60) }
    for phrase in paragraphPhrases.reversed() { earlierPhrases.append(phrase) }
    paragraphPhrases.removeAll(keepingCapacity: true)
    for hit in hits { paragraphPhrases.append(hit.phrase) }
  }

  mutating func beginParagraph(keepingIntroduction: Bool) {
    lastFigure = nil
    lastCount = nil
    lastMeasure = nil
    lastAmount = nil
    sentencePeriod = nil
    latestPeriod = nil
    if !keepingIntroduction {
      paragraphPeriod = nil
      paragraphIsPast = false
      paragraphPhrases.removeAll(keepingCapacity: true)
      earlierPhrases.removeAll(keepingCapacity: true)
      listAssessment = nil
      listAsks = false
      listKind = nil
      listWishes = false
    }
  }
}
