public import NyckeltalModel

/// What is known about the time of a text before it is read.
///
/// Periods that do not say everything ("första tertialen", "föregående år") are completed from it:
/// a year that is left out is that of ``previous``, else of ``itemPeriod``, else of
/// ``documentDate``; "this year" and "last year" are those of ``itemPeriod``, unless it lies ahead of
/// the document, else of ``documentDate``.
public struct PeriodContext: Sendable, Hashable {
  /// The document's own date, or its year.
  public var documentDate: Period?
  /// The period in the title of the agenda item.
  public var itemPeriod: Period?
  /// The nearest earlier period of the paragraph.
  public var previous: Period?

  /// Makes a context; without arguments nothing is known.
  public init(documentDate: Period? = nil, itemPeriod: Period? = nil, previous: Period? = nil) {
    self.documentDate = documentDate
    self.itemPeriod = itemPeriod
    self.previous = previous
  }

  /// The year that "i år" means.
  var currentYear: Int? {
    // a budget for the coming year is written in this one
    if let item = itemPeriod, let date = documentDate, item.firstYear > date.lastYear {
      return date.lastYear
    }
    return itemPeriod?.lastYear ?? documentDate?.lastYear ?? previous?.lastYear
  }

  /// The year of a period that does not name one.
  var impliedYear: Int? {
    previous?.lastYear ?? itemPeriod?.lastYear ?? documentDate?.lastYear
  }

  /// The period up to the document: what "since 2008" ends with.
  var end: Period? { currentYear.map { .year($0) } }
}
