/// Somebody who states a figure.
public struct Speaker: Sendable, Hashable, Codable {
  /// The name as the document spells it.
  public var name: String
  /// The party's abbreviation as the document writes it (`S`, `FP`), if it is given.
  public var party: String?

  /// Makes a speaker.
  public init(name: String, party: String?) {
    self.name = name
    self.party = party
  }
}

/// Exactly where a statement was read, and who made it: its provenance.
public struct Source: Sendable, Hashable, Codable {
  /// The file's name.
  public var document: String
  /// The file's path as it was given, by which two files of one name are told apart.
  public var path: String?
  /// The SHA-256 of the file's bytes in hexadecimal digits, the same wherever the file lies.
  public var content: String?
  /// The number of the agenda item (§), `"8"`.
  public var item: String?
  /// The item's title.
  public var itemTitle: String?
  /// The diary number, `"AMN 2015-0013-01.02"`.
  public var reference: String?
  /// The part of the item.
  public var section: SectionKind?
  /// Who states it; empty for the committee and the administration.
  public var speakers: [Speaker]
  /// The document's own date, ISO 8601.
  public var date: String?
  /// The clause that carries the figure, white space folded to single spaces.
  public var quote: String
  /// `[start, end)` in bytes of the file as read from disk.
  public var range: Range<Int>
  /// The line on which the range begins, from 1.
  public var line: Int
  /// The page, from 1, for formats that have pages.
  public var page: Int?
  /// Where the quote stands on its pages, a rectangle for each line, for formats that say so.
  public var boxes: [PageBox]?

  /// Makes a source from its parts.
  @inlinable
  public init(
    document: String,
    path: String? = nil,
    content: String? = nil,
    item: String? = nil,
    itemTitle: String? = nil,
    reference: String? = nil,
    section: SectionKind? = nil,
    speakers: [Speaker] = [],
    date: String? = nil,
    quote: String,
    range: Range<Int>,
    line: Int,
    page: Int? = nil,
    boxes: [PageBox]? = nil
  ) {
    self.document = document
    self.path = path
    self.content = content
    self.item = item
    self.itemTitle = itemTitle
    self.reference = reference
    self.section = section
    self.speakers = speakers
    self.date = date
    self.quote = quote
    self.range = range
    self.line = line
    self.page = page
    self.boxes = boxes
  }
}
