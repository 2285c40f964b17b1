/// A table of a report: typed columns, and rows in sections.
public struct ReportTable: Sendable, Hashable {
  /// A column of a table.
  public struct Column: Sendable, Hashable {
    /// What a column holds; it decides alignment and width.
    public enum Content: Sendable, Hashable {
      /// What a row is about.
      case label
      /// A word or a few.
      case word
      /// Running text, wrapped.
      case text
      /// A short remark, wrapped in a narrower column.
      case note
      /// Figures, right-aligned.
      case number
      /// A status with its colour.
      case status
      /// Numbers of statements.
      case references
    }

    /// Where a plain text puts the column.
    public enum TextPlacement: Sendable, Hashable {
      /// In the line of the row.
      case column
      /// After the label and a comma, unless the label says it already.
      case suffix
      /// On a line of its own under the row, after these words.
      case line(String)
      /// On a line of its own, after these words, where parties state the row.
      case spokenLine(String)
      /// At the end of the row, in brackets.
      case references
      /// Nowhere.
      case hidden
    }

    /// The name by which formulas refer to it.
    public var id: String
    /// The heading.
    public var title: String
    /// What it holds.
    public var content: Content
    /// Where a plain text puts it.
    public var placement: TextPlacement

    /// Makes a column.
    public init(id: String, title: String, content: Content, placement: TextPlacement) {
      self.id = id
      self.title = title
      self.content = content
      self.placement = placement
    }
  }

  /// A row of a table.
  public struct Row: Sendable, Hashable {
    /// The cells, one a column.
    public var cells: [ReportCell]
    /// How deep it stands under the row before ("varav …").
    public var level: Int
    /// Whether parties state it, not the administration.
    public var isSpoken: Bool
    /// The number of the statement that this row is the home of (in the table of sources).
    public var anchor: Int?

    /// Makes a row.
    public init(
      cells: [ReportCell],
      level: Int = 0,
      isSpoken: Bool = false,
      anchor: Int? = nil
    ) {
      self.cells = cells
      self.level = level
      self.isSpoken = isSpoken
      self.anchor = anchor
    }
  }

  /// Rows under a common title.
  public struct Section: Sendable, Hashable {
    /// The title; `nil` for a table of one untitled section.
    public var title: String?
    /// What to know before reading the rows.
    public var note: String?
    /// The rows.
    public var rows: [Row]
    /// What texts show of it; `nil` for all.
    var brief: Brief?

    /// Makes a section.
    public init(title: String? = nil, note: String? = nil, rows: [Row]) {
      self.title = title
      self.note = note
      self.rows = rows
    }
  }

  /// How a text shortens a section: only the lines of figures, and only the first of them.
  struct Brief: Sendable, Hashable {
    /// The number of rows that it shows.
    var most: Int
    /// What it says in place of the others.
    var further: @Sendable (Int) -> String

    static func == (left: Brief, right: Brief) -> Bool { left.most == right.most }

    func hash(into hasher: inout Hasher) { hasher.combine(most) }
  }

  /// The table's name, letters only, unique in the report.
  public var name: String
  /// The columns, in order.
  public var columns: [Column]
  /// The sections, in order.
  public var sections: [Section]
  /// Whether it is a long list to filter, not a table to print on a page.
  public var isList: Bool
  /// What stands in the table's place when it has no rows.
  public var emptyNote: String
  /// Whether texts name rows that are about the same only once.
  var isGrouped = false

  /// Makes a table.
  public init(
    name: String,
    columns: [Column],
    sections: [Section],
    isList: Bool = false,
    emptyNote: String
  ) {
    self.name = name
    self.columns = columns
    self.sections = sections
    self.isList = isList
    self.emptyNote = emptyNote
  }

  /// The number of rows in all sections.
  public var rowCount: Int { sections.reduce(0) { $0 + $1.rows.count } }
}
