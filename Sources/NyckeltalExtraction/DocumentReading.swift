import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// One pass over a document: keeps the context and gathers observations.
struct DocumentReading {
  let minutes: Minutes
  let table: CueTable
  let reader: QuantityReader
  let includesOther: Bool
  var matcher: CueMatcher
  var evidence: Evidence
  var sentence: SentenceReading
  /// The sentences of the paragraph.
  private var sentences: [Range<Int>] = []
  /// The reading of a table's cell, beside that of its row's label.
  var cellReading: SentenceReading
  var context = ExtractionContext()
  /// Who was said to speak next, in a text for the press.
  var announced: [Speaker] = []
  /// Whether figures in parentheses are those of others, once it was asked.
  var parenthesesAreElsewhere: Bool?
  /// Who has been quoted with their parties.
  var quoted: [Speaker] = []
  /// Who has been named with their parties in a text for the press.
  var introduced: [Speaker] = []
  /// What the sentence's last figure was.
  var sentenceKind: KindReading?
  /// Whether the sentence is a table that was run into a line.
  var sentenceIsTable = false
  /// What the document has stated so far.
  var statements = Statements()
  /// Where the latest statement was found in the source: its place in the map of offsets, its line.
  var lastOffset = 0
  var lastLine = 1
  /// Whether the sentence and the cues of every observation are kept.
  var explains = false
  /// The indicators of the item's figures so far, for later mentions of the same figure.
  var knownFigures: [KnownFigure: String] = [:]
  /// What is kept for training, where it was asked for.
  var recording: Recording?
  /// The stems of the words of a sentence of the text, for all its figures.
  var sentenceStems: (range: Range<Int>, stems: [FeatureValue])?
  /// Who decides between what the rules propose; `nil` where the rules do.
  var judge: Judge?
  /// The indicator of the item's latest figure that has one.
  var itemIndicator: String?
  /// The period of the item's latest figure.
  var itemTime: Period?
  /// The first period that the item names.
  var firstTime: Period?
  /// The year that the document names most often, and the latest that it names more than once.
  var commonYear: Int?
  var latestYear: Int?
  /// The first year that the document names, and the latest of all.
  var firstYear: Int?
  var lastYear: Int?

  init(
    _ minutes: Minutes,
    table: CueTable,
    reader: QuantityReader,
    includesOther: Bool,
    memory: consuming ReadingMemory
  ) {
    self.minutes = minutes
    self.table = table
    self.reader = reader
    self.includesOther = includesOther
    matcher = memory.matcher
    evidence = memory.evidence
    sentence = memory.sentence
    cellReading = memory.cell
  }

  /// What the next document can use again.
  consuming func takeMemory() -> ReadingMemory {
    ReadingMemory(matcher: matcher, evidence: evidence, sentence: sentence, cell: cellReading)
  }

  /// Reads the document and hands over what it states, in parts of about so many observations.
  mutating func run(parts size: Int, each: (Extraction) throws -> Void) rethrows {
    if judge != nil || recording != nil { countYears() }
    for item in minutes.items {
      begin(item)
      for section in item.sections {
        begin(section)
        for index in section.passages.indices {
          read(index, of: section)
          if statements.count >= size { try each(statements.take()) }
        }
      }
    }
    try each(statements.take())
  }

  private mutating func begin(_ item: AgendaItem) {
    context = ExtractionContext()
    context.item = item
    context.date = minutes.date ?? item.reportDate
    itemIndicator = nil
    itemTime = nil
    firstTime = nil
    knownFigures = [:]
    context.headTime = item.number == nil ? headTime(item) : nil
    if item.number == nil, let first = item.sections.first { readHead(first) }
    defer {
      if context.itemPeriod == nil, item.number == nil { context.itemPeriod = headPeriod(item) }
    }
    context.titleTopics = topics(of: context.titlePhrases)
    guard let title = item.title else { return }
    readLine(title)
    context.titlePhrases += sentence.hits.map(\.phrase)
    context.itemPeriod = titlePeriod()
    context.titleTopics = topics(of: context.titlePhrases)
  }

  func isDay(_ quantity: Quantity) -> Bool {
    if case .day = quantity.period { true } else { false }
  }

  /// The tertial that a day ends; other periods as they are.
  func closingTertial(_ period: Period) -> Period {
    guard case .day(let day, let month, let year) = period, month % 4 == 0,
      day == Period.days(inMonth: month, year: year)
    else { return period }
    return .tertial(month / 4, year: year)
  }

  private mutating func begin(_ section: Section) {
    context.section = section.kind
    context.speakers = section.speakers
    announced = []
    if !answers(section) {
      context.headingPeriod = nil
      context.headingPhrases = []
    }
    context.lastTopic = nil
    context.beginParagraph(keepingIntroduction: false)
  }

  /// Whether a section is somebody's answer, which stands under the heading of the question.
  private func answers(_ section: Section) -> Bool {
    guard case .heading(let range) = section.passages.first, range.count > 5 else { return false }
    return minutes.text.bytes[range].starts(with: "Svar ".utf8)
  }

  private mutating func read(_ index: Int, of section: Section) {
    switch section.passages[index] {
    case .heading(let range): readHeading(range, opensList: opensList(index, section))
    case .paragraph(let range): readParagraph(range, opensList: opensList(index, section))
    case .listItem(let range, _):
      context.beginParagraph(keepingIntroduction: true)
      readListItem(range)
    case .table(let table): readTable(table)
    }
  }

  private func opensList(_ index: Int, _ section: Section) -> Bool {
    guard index + 1 < section.passages.count, case .listItem = section.passages[index + 1] else {
      return false
    }
    return true
  }

  private mutating func readHeading(_ range: Range<Int>, opensList: Bool) {
    context.beginParagraph(keepingIntroduction: false)
    announced = announcedSpeakers(range)
    readSentence(range)
    // "Följande indikatorer når inte årets mål" over a list judges its items
    if opensList {
      observeAssessment(opensList: true)
      readListIntroduction()
    }
    // "Svar från kommunalrådet" stands under the heading of the question
    if sentence.hits.isEmpty, sentence.tokens.count > 0, sentence.tokens[0].hash == Self.answer {
      return
    }
    context.headingPhrases = sentence.hits.map(\.phrase)
    context.lastTopic = nil
    context.headingPeriod = titlePeriod()
  }

  private static let answer = WordHash("svar").value

  private mutating func readParagraph(_ range: Range<Int>, opensList: Bool) {
    context.beginParagraph(keepingIntroduction: false)
    let outer = context.speakers
    if let quoted = quotedSpeakers(range) { context.speakers = quoted }
    announced = announcedSpeakers(range)
    readSentences(of: range, opensList: opensList)
    // "Eva Ek (M) yrkar följande:" moves what the list says
    if opensList, outer.isEmpty, announced.isEmpty { announced = context.speakers }
    context.speakers = outer
  }

  private mutating func readListItem(_ range: Range<Int>) {
    let introduction = context.paragraphPhrases
    let earlier = context.earlierPhrases
    let period = context.paragraphPeriod
    let outer = context.speakers
    let isTheirs = !announced.isEmpty && !(minutes.genre == .press && namesItsSpeaker(range))
    if let quoted = quotedSpeakers(range) ?? (isTheirs ? announced : nil) {
      context.speakers = quoted
    }
    readSentences(of: range, opensList: false)
    context.paragraphPhrases = introduction
    context.earlierPhrases = earlier
    context.paragraphPeriod = period
    context.speakers = outer
  }

  private mutating func readSentences(of range: Range<Int>, opensList: Bool) {
    Sentences.split(minutes.text.bytes, range, into: &sentences)
    let outer = context.speakers
    for index in sentences.indices {
      beginSentence(sentences[index], of: range, outer: outer)
      let isOfList = context.listAsks || context.listAssessment != nil
      readSentence(sentences[index], isPassing: !isOfList)
      let opens = opensList && index == sentences.count - 1
      if isOfList || opens || !sentence.isPassing { observe(opensList: opens) }
      closeSentence()
    }
  }

  mutating func readSentence(_ range: Range<Int>, isPassing: Bool = false) {
    sentence.read(
      minutes.text.bytes,
      range,
      reader: reader,
      context: periodContext,
      matcher: &matcher,
      isPassing: isPassing
    )
  }

  private mutating func closeSentence() {
    context.sentencePeriod = nil
    if firstTime == nil {
      firstTime = sentence.quantities.first { $0.form == .period && $0.period != nil }?.period
    }
    for index in sentence.quantities.indices where sentence.quantities[index].form == .period {
      let quantity = sentence.quantities[index]
      // what is compared with does not become the time of what follows
      guard let period = quantity.period, !isCompared(index),
        !sentence.isParenthesis(sentence.clause(of: sentence.places[index]))
      else { continue }
      // "Siffrorna avser 2019" dates all that has no time of its own
      if sentence.has(.datesAll), context.itemPeriod == nil { context.itemPeriod = period }
      context.sentencePeriod = period
      if !goesOn(quantity, period) || isOfRelative(sentence.places[index], behind: -1) { continue }
      context.paragraphPeriod = period
      context.paragraphIsPast = looksBack(quantity, period)
      if context.latestPeriod.map({ $0.lastDay < period.lastDay }) ?? true {
        context.latestPeriod = period
      }
    }
    context.endSentence(sentence.hits)
  }
}
