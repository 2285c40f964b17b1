public import NyckeltalModel
public import NyckeltalText

/// A document with the structure of committee minutes, or of what is dealt with in them.
///
/// ## Topics
/// - ``init(_:)``
/// - ``items``
/// - ``date``
/// - ``body``
public struct Minutes: Sendable {
  /// What sort of document it is.
  public enum Genre: String, Sendable {
    /// Minutes with numbered items.
    case minutes
    /// What the administration writes: tjänsteutlåtande, tertialrapport, verksamhetsberättelse.
    case report
    /// A skrivelse, motion or interpellation that stands alone.
    case letter
    /// A text for the press, which quotes people.
    case press
    /// What members say one after the other, as it was taken down.
    case debate
  }

  /// Where the document's date was found.
  public enum DateOrigin: String, Sendable {
    /// In the document itself.
    case text
    /// In the name of its file, as the text has none.
    case fileName
  }

  /// The document as read.
  public let source: SourceText
  /// Its running text.
  public let text: CleanText
  /// What sort of document it is.
  public internal(set) var genre: Genre = .report
  /// The document's own date: of the meeting, else of the letter or report itself.
  public internal(set) var date: CalendarDate?
  /// Where the date was found; `nil` without a date.
  public internal(set) var dateOrigin: DateOrigin?
  /// The committee and the municipality whose document it is, as its head names them
  /// ("Arbetsmarknadsnämnden, Ekviks kommun"); `nil` where it names none, and for what members write.
  public internal(set) var body: String?
  /// What became of each block of ``CleanText/blocks``, in their order.
  public internal(set) var blockRoles: [BlockRole] = []
  /// Lines of the web page around the text that a block begins with; they are left out.
  public internal(set) var pageLines: [Range<Int>] = []
  /// The items in order; a document without § is one item without a number.
  public internal(set) var items: [AgendaItem] = []

  /// Reads the structure of a document.
  public init(_ source: SourceText) {
    let text = CleanText(source)
    self.source = source
    self.text = text
    var parser = MinutesParser(source: source, text: text)
    parser.run()
    genre = parser.genre
    date = parser.date
    dateOrigin = parser.dateOrigin
    blockRoles = parser.roles
    pageLines = parser.pageLines
    body = parser.body
    items = parser.items
  }
}

/// A numbered matter (§), or a document that is one matter.
public struct AgendaItem: Sendable, Hashable {
  /// The number after §, as a string: `"8"`.
  public var number: String?
  /// The title.
  public var title: String?
  /// The diary number.
  public var reference: String?
  /// The date of the administration's report on the matter (tjänsteutlåtande).
  public var reportDate: CalendarDate?
  /// The members who raised the matter: who wrote the skrivelse, motion or interpellation.
  public var authors: [Speaker] = []
  /// The parts, in order.
  public var sections: [MinutesSection] = []
  /// Whether the reference stood on a line of its own, or alone on the item's.
  var hasOwnReference = false
  /// Whether a bullet or a heading without a number has opened it.
  var isOpened = false

  /// Makes an item without content.
  public init(number: String? = nil) { self.number = number }
}

/// A part of an item: the decision, the matter, a statement of some members.
public struct MinutesSection: Sendable, Hashable {
  /// Which part it is; `nil` before the first heading that says so.
  public var kind: SectionKind?
  /// The members who make the statement, in the order in which it names them.
  public var speakers: [Speaker] = []
  /// What it holds, in order.
  public var passages: [Passage] = []
  /// Whether it is somebody's speech in a debate.
  var isSpeech = false
  /// How far the words of those who took the floor in it reach.
  var floor: Floor?
  /// The kind of the section that goes on behind a statement of one paragraph.
  var outer: SectionKind?
  /// Whether those who speak move something in it.
  var isMoved = false
  /// Whether it is an answer to what stands before it.
  var isAnswer = false

  /// How far somebody's words reach who took the floor.
  enum Floor: Hashable {
    /// To the end of the paragraph.
    case paragraph
    /// Until another one takes the floor or the minutes go on.
    case announced
  }

  /// Makes an empty section.
  public init(kind: SectionKind?) { self.kind = kind }
}

/// A piece of a section; ranges are of ``CleanText/bytes``.
public enum Passage: Sendable, Hashable {
  /// A heading within the section.
  case heading(Range<Int>)
  /// A paragraph.
  case paragraph(Range<Int>)
  /// An item of a list, with its number if it has one.
  case listItem(Range<Int>, number: Int?)
  /// A table.
  case table(MinutesTable)
}

/// A day of the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The month, 1–12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// Makes a date; `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2099).contains(year), (1...12).contains(month),
      (1...Period.days(inMonth: month, year: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601: `2015-05-07`.
  public var description: String { Period.day(day, month: month, year: year).description }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
