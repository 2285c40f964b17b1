import NyckeltalModel

/// How near to a figure the words that tell its indicator and topic stand.
enum Nearness {
  /// In the figure's own clause.
  static let clause = 4.0
  /// In its sentence.
  static let sentence = 2.8
  /// In an earlier sentence of the paragraph, or in the sentence that introduces a list.
  static let paragraph = 2.0
  /// In a sentence before that.
  static let earlier = 1.6
  /// In the heading above.
  static let heading = 1.9
  /// What weighs more stands in the sentence itself.
  static let outside = 2.2
  /// What most of the item's figures so far are about, where its title says so too.
  static let common = 2.1
  /// What the latest statement under the heading is about.
  static let latest = 0.9
  /// In the item's title.
  static let title = 1.2

  /// How much better a general indicator must fit than one of the field that is spoken of.
  static let yielding = 1.5

  /// What a further word adds to a line of cues.
  static func bonus(_ weight: Double) -> Double {
    if weight >= clause { return 2 }
    if weight > sentence { return 0.7 }
    return weight >= paragraph ? 1.1 : 0.6
  }
}

/// The weights of what has been found around a figure, for each line of cues and each topic.
struct Evidence {
  private var terms: [Double]
  private var stamps: [Int]
  private var stamp = 0
  private(set) var topics: [Double]
  /// The topics' weights from what surrounds the sentence.
  private(set) var outerTopics: [Double]
  /// Whether a topic was found by more than a weak word.
  private(set) var isStrong: [Bool]
  /// Whether words for one of the fields themselves were found, not only for money, staff or goals.
  private(set) var namesField = false
  /// The topics' weights from the figure's own sentence alone.
  private(set) var ownTopics: [Double]
  private let width: Int
  private var touched: [Int] = []
  private var isTouched: [Int]

  init(lines: Int, width: Int) {
    self.width = max(1, width)
    terms = Array(repeating: 0, count: lines * self.width)
    stamps = Array(repeating: 0, count: lines * self.width)
    isTouched = Array(repeating: 0, count: lines)
    topics = Array(repeating: 0, count: Topic.allCases.count)
    ownTopics = topics
    outerTopics = topics
    isStrong = Array(repeating: false, count: topics.count)
  }

  mutating func begin() {
    stamp += 1
    namesField = false
    touched.removeAll(keepingCapacity: true)
    for index in topics.indices {
      topics[index] = 0
      ownTopics[index] = 0
      outerTopics[index] = 0
      isStrong[index] = false
    }
  }

  mutating func add(line: Int, term: Int, weight: Double) {
    let slot = line * width + term
    if stamps[slot] != stamp {
      stamps[slot] = stamp
      terms[slot] = weight
    } else if terms[slot] < weight {
      terms[slot] = weight
    }
    if isTouched[line] != stamp {
      isTouched[line] = stamp
      touched.append(line)
    }
  }

  mutating func add(topic index: Int, weight: Double, isOwn: Bool, isWeak: Bool, isOuter: Bool) {
    topics[index] = max(topics[index], weight)
    if !isWeak {
      isStrong[index] = true
      if Self.fields >> UInt64(index) & 1 == 1 { namesField = true }
    }
    if isOuter { outerTopics[index] = max(outerTopics[index], weight) }
    if isOwn { ownTopics[index] = max(ownTopics[index], weight) }
  }

  private static let fields = Topic.allCases.filter(\.isField)
    .reduce(UInt64(0)) { $0 | 1 << UInt64($1.index) }

  /// The lines of which at least one term was found.
  var lines: [Int] { touched }

  func weight(line: Int, term: Int) -> Double {
    let slot = line * width + term
    return stamps[slot] == stamp ? terms[slot] : 0
  }
}

extension Topic {
  /// Whether it is a field of work, not money, staff, quality or a part of the population.
  var isField: Bool {
    switch self {
    case .arbetstraning, .sommarjobb, .forsorjningsstod, .vuxenutbildning, .sfi,
      .visstidsanstallning, .samhallsorientering, .jobbtorg:
      true
    case .budget, .unga, .arbetsloshet, .personal, .kvalitet, .maluppfyllelse, .ovrigt: false
    }
  }

  /// Its place among all topics.
  var index: Int {
    switch self {
    case .arbetstraning: 0
    case .sommarjobb: 1
    case .budget: 2
    case .forsorjningsstod: 3
    case .vuxenutbildning: 4
    case .sfi: 5
    case .visstidsanstallning: 6
    case .unga: 7
    case .arbetsloshet: 8
    case .jobbtorg: 9
    case .samhallsorientering: 10
    case .personal: 11
    case .kvalitet: 12
    case .maluppfyllelse: 13
    case .ovrigt: 14
    }
  }
}
