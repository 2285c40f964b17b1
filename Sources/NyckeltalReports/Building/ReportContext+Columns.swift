import NyckeltalModel

extension ReportContext {
  /// Makes the columns of a table.
  func columns(
    _ columns: [ReportColumn],
    on purpose: ReportSheet.Purpose
  ) -> [ReportTable.Column] {
    columns.map { column in
      var title = phrases.column(column)
      if case .compare(let yearA, let yearB) = subject {
        if column == .yearA { title = String(yearA) }
        if column == .yearB { title = String(yearB) }
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

  private func placement(
    _ column: ReportColumn,
    on purpose: ReportSheet.Purpose
  ) -> ReportTable.Column.TextPlacement {
    switch column {
    case .indicator, .question: .column
    case .target, .outcome, .achievement, .tertial1, .tertial2, .tertial3, .yearA, .yearB,
      .change, .value, .forecast:
      .column
    // Beside an outcome the trend says it in a line of its own.
    case .difference: purpose == .followUp ? .hidden : .column
    case .previous: .hidden
    case .period: purpose == .requests ? .hidden : .column
    case .unit: .suffix
    case .kind: purpose == .facts ? .column : purpose == .comparison ? .suffix : .hidden
    case .source: .references
    case .assessment: .line(phrases.assessmentPrefix)
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
      .yearB, .previous, .difference, .change, .value, .lower, .upper, .confidence, .line:
      .number
    case .status, .assessment, .trend: .status
    case .source, .number: .references
    case .question, .quote: .text
    case .remark, .answer, .title, .voices, .asked, .speakers, .document, .correction: .note
    default: .word
    }
  }
}
