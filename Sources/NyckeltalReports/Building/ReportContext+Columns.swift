import NyckeltalModel

extension ReportContext {
  /// Makes the columns of a table.
  func columns(
    _ columns: [ReportColumn],
    on purpose: ReportSheet.Purpose
  ) -> [ReportTable.Column] {
    columns.filter { !isAlwaysEmpty($0) }.map { column in
      var title = phrases.column(column)
      if case .compare(let yearA, let yearB) = subject {
        if column == .yearA { title = String(yearA) }
        if column == .yearB { title = String(yearB) }
      }
      if column == .outcome, let number = subject.tertial, number > 1, columns.contains(.soFar) {
        title = "T\(number)"
      }
      if column == .previous, let before = subject.periodBefore { title = periods.short(before) }
      return ReportTable.Column(
        id: column.rawValue,
        title: title,
        content: column.content,
        placement: placement(column, on: purpose)
      )
    }
  }

  /// Whether a column has nothing in any report of the subject: tertials that are not before it.
  func isAlwaysEmpty(_ column: ReportColumn) -> Bool {
    guard let number = subject.tertial else { return false }
    switch column {
    case .tertial1: return number < 2
    case .tertial2: return number < 3
    case .tertial3: return true
    case .soFar: return number < 2
    default: return false
    }
  }

  private func placement(
    _ column: ReportColumn,
    on purpose: ReportSheet.Purpose
  ) -> ReportTable.Column.TextPlacement {
    switch column {
    case .indicator, .question: .column
    case .target, .outcome, .achievement, .tertial1, .tertial2, .tertial3, .yearA, .yearB,
      .change, .value, .forecast, .soFar:
      .column
    // Beside an outcome the trend says it in a line of its own.
    case .difference: purpose == .followUp ? .hidden : .column
    case .previous: .hidden
    case .period where purpose == .series: .column
    case .count: .hidden
    case .mean, .perYear, .index, .best, .worst: .column
    case .period: purpose == .requests ? .hidden : .column
    case .quote: purpose == .review ? .line("") : .hidden
    // The most probable come first in any case.
    case .confidence: .column
    case .unit: .suffix
    case .kind:
      purpose == .facts || purpose == .review ? .column : purpose == .comparison ? .suffix : .hidden
    case .source: .references
    case .assessment: .line(phrases.assessmentPrefix)
    case .comment: .line("")
    case .voices: .spokenLine(phrases.statedBy)
    case .asked: .line(phrases.askedBy)
    case .trend, .status, .answer: .line("")
    case .remark: .line("")
    default: .hidden
    }
  }
}

extension ReportColumn {
  /// What a column holds; it decides alignment and width.
  var content: ReportTable.Column.Content {
    switch self {
    case .indicator: .label
    case .target, .outcome, .forecast, .achievement, .tertial1, .tertial2, .tertial3, .yearA,
      .yearB, .previous, .difference, .change, .value, .soFar,
      .count, .mean, .perYear, .index, .lower, .upper, .confidence, .line:
      .number
    case .status, .assessment, .trend: .status
    case .source, .number: .references
    case .question, .quote: .text
    case .remark, .comment, .answer, .title, .voices, .asked, .speakers, .document, .correction:
      .note
    default: .word
    }
  }
}
