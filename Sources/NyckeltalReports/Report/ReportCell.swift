public import NyckeltalModel

/// A cell of a table: what it shows, and the statements that it rests on.
public struct ReportCell: Sendable, Hashable {
  /// What a cell shows.
  public enum Content: Sendable, Hashable {
    /// Nothing.
    case empty
    /// Words.
    case text(String)
    /// A number.
    case number(Double, NumberStyle)
    /// A number that a workbook computes itself from other cells of the row.
    case formula(ReportExpression, NumberStyle)
    /// A status in words, with its colour.
    case status(ReportStatus)
    /// A figure that does not exist, in words: never 0.
    case missing(String)
  }

  /// Where a cell leads.
  public enum Link: Sendable, Hashable {
    /// To the row of a statement in the table of sources.
    case source(Int)
    /// Back to the first cell that rests on a statement.
    case use(Int)
  }

  /// What it shows.
  public var content: Content
  /// Numbers of the statements that it rests on.
  public var sources: [Int]
  /// Where it leads.
  public var link: Link?
  /// What to know about the figure: that it was corrected by hand, and why.
  public var note: String?

  /// Makes a cell; it leads to the first of its sources unless a link is given.
  public init(_ content: Content, sources: [Int] = [], link: Link? = nil, note: String? = nil) {
    self.note = note
    self.content = content
    self.sources = sources
    self.link = link ?? sources.first.map(Link.source)
  }

  /// A cell that shows nothing.
  public static let empty = ReportCell(.empty)
}

/// A state in words, with the colour that it is seen by.
public struct ReportStatus: Sendable, Hashable {
  /// What a state means for whoever follows it up, the most urgent first.
  public enum Level: Int, Sendable, Comparable, CaseIterable {
    /// Something is not reached.
    case bad
    /// Something is not quite reached, or uncertain.
    case attention
    /// Something that is needed to tell is missing.
    case missing
    /// Neither good nor bad.
    case neutral
    /// Something is reached.
    case good

    /// The more urgent level comes first.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The state in words.
  public var text: String
  /// What it means.
  public var level: Level
  /// What it follows from, where a workbook can work it out anew.
  public var rule: StatusRule?

  /// Makes a status.
  public init(_ text: String, _ level: Level, rule: StatusRule? = nil) {
    self.text = text
    self.level = level
    self.rule = rule
  }
}

/// How a status follows from two cells of its row: the figure, and what it is held against.
public struct StatusRule: Sendable, Hashable {
  /// The column of the figure.
  public var figure: String
  /// The column of the target.
  public var target: String
  /// Whether more is better.
  public var isAtLeast: Bool
  /// How much of the target may be missing where it is nearly reached.
  public var tolerance: Double
  /// What is said where the target is reached.
  public var reached: String
  /// What is said where it is nearly reached.
  public var near: String
  /// What is said where it is not.
  public var missed: String

  /// What the rule says of two numbers.
  public func text(figure: Double, target: Double) -> String {
    if isAtLeast ? figure >= target : figure <= target { return reached }
    let (part, whole) = isAtLeast ? (figure, target) : (target, figure)
    return part >= whole * (1 - tolerance) ? near : missed
  }
}

/// How a number is written: how exactly it is known, its unit, its decimals.
public struct NumberStyle: Sendable, Hashable {
  /// What follows the number.
  public enum Suffix: Sendable, Hashable {
    /// Nothing: a count.
    case none
    /// A percent sign; 24 is 24 %.
    case percent
    /// A percent sign; 0.24 is 24 %.
    case share
    /// Percentage points.
    case percentagePoints
    /// Kronor.
    case kronor
    /// Thousands of kronor; the value is in kronor.
    case thousandsOfKronor
    /// Millions of kronor; the value is in kronor.
    case millionsOfKronor
  }

  /// How exactly the number was stated.
  public var qualifier: Qualifier
  /// What follows it.
  public var suffix: Suffix
  /// The number of decimals.
  public var decimals: Int
  /// Whether a positive number has a plus sign.
  public var isSigned: Bool

  /// Makes a style.
  public init(
    qualifier: Qualifier = .exact,
    suffix: Suffix = .none,
    decimals: Int = 0,
    isSigned: Bool = false
  ) {
    self.qualifier = qualifier
    self.suffix = suffix
    self.decimals = decimals
    self.isSigned = isSigned
  }

  /// What a stored value is divided by before it is written.
  public var divisor: Double {
    switch suffix {
    case .thousandsOfKronor: 1_000
    case .millionsOfKronor: 1_000_000
    case .share: 0.01
    case .none, .percent, .percentagePoints, .kronor: 1
    }
  }
}
