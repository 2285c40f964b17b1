import NyckeltalModel

/// Makes the table of two years side by side.
struct ComparisonTable {
  var context: ReportContext
  var columns: [ReportColumn]
  var yearA: Int
  var yearB: Int

  private var phrases: Phrases { context.phrases }

  /// The sections, topics in which both years have something first.
  func sections(
    _ comparisons: [YearComparison],
    statements: [Fact],
    wanted: [ReportSection]
  ) -> [ReportTable.Section] {
    let inA = Set(comparisons.filter { $0.first != nil }.map(\.line.topic))
    let inB = Set(comparisons.filter { $0.second != nil }.map(\.line.topic))
    let changed = context.byChange(comparisons.filter(\.isComparable))
    let rest = comparisons.filter { !$0.isComparable }.sorted { left, right in
      let (completeLeft, completeRight) = (completeness(left), completeness(right))
      let (rankLeft, rankRight) = (context.rank(left.line), context.rank(right.line))
      if completeLeft != completeRight { return completeLeft < completeRight }
      return rankLeft < rankRight
    }
    let sorted = changed + rest
    return wanted.compactMap { section in
      if section == .statements {
        let spoken = statements.enumerated()
          .sorted { left, right in
            let (one, other) = (
              context.rank(FollowedLine(left.element)), context.rank(FollowedLine(right.element))
            )
            return one == other ? left.offset < right.offset : one < other
          }
          .map { row($0.element) }
        guard !spoken.isEmpty else { return nil }
        return ReportTable.Section(title: phrases.sectionTitle(section), rows: spoken)
      }
      let isShared = section == .shared
      let rows = sorted.filter {
        (inA.contains($0.line.topic) && inB.contains($0.line.topic)) == isShared
      }
      guard !rows.isEmpty else { return nil }
      return ReportTable.Section(title: phrases.sectionTitle(section), rows: rows.map(row))
    }
  }

  private func completeness(_ comparison: YearComparison) -> Int {
    if comparison.isComparable { return 0 }
    return comparison.first != nil && comparison.second != nil ? 1 : 2
  }

  private func row(_ comparison: YearComparison) -> ReportTable.Row {
    let facts = [comparison.first, comparison.second].compactMap(\.self)
    return ReportTable.Row(
      cells: columns.map { cell($0, comparison, facts) },
      isSpoken: facts.allSatisfy(\.isSpoken)
    )
  }

  /// What a party states, in the column of its year, compared with nothing.
  private func row(_ fact: Fact) -> ReportTable.Row {
    let cells = columns.map { column -> ReportCell in
      switch column {
      case .indicator: return ReportCell(.text(context.name(fact)))
      case .topic: return ReportCell(.text(phrases.topic(fact.topic)))
      case .kind: return ReportCell(.text(context.kind(fact)))
      case .unit: return context.unitCell(fact)
      case .yearA: return fact.period?.lastYear == yearA ? context.figure(fact) : .empty
      case .yearB: return fact.period?.lastYear == yearB ? context.figure(fact) : .empty
      case .remark:
        let period = fact.period.flatMap { $0.isWholeYear ? nil : context.periods.words($0) }
        let words = [phrases.by(context.voices(fact)), period.map(phrases.about)]
        return ReportCell(.text(words.compactMap(\.self).joined(separator: ", ")))
      case .source: return context.sourceCell(fact)
      default: return .empty
      }
    }
    return ReportTable.Row(cells: cells, isSpoken: true)
  }

  private func cell(
    _ column: ReportColumn,
    _ comparison: YearComparison,
    _ facts: [Fact]
  ) -> ReportCell {
    switch column {
    case .indicator:
      return ReportCell(.text(context.name(comparison.line, facts.first)))
    case .topic:
      return ReportCell(.text(phrases.topic(comparison.line.topic)))
    case .kind:
      let isChange = comparison.kind == .change
      let direction = facts.first?.first.direction
      return ReportCell(
        .text(isChange ? phrases.change(direction) : phrases.kind(comparison.kind))
      )
    case .unit:
      let word = context.unitWord(facts.first?.measure?.unit)
      return word.isEmpty ? .empty : ReportCell(.text(word))
    case .yearA: return figure(comparison.first, comparison)
    case .yearB: return figure(comparison.second, comparison)
    case .difference: return difference(comparison)
    case .change: return change(comparison)
    case .remark:
      let words = remarks(comparison)
      return words.isEmpty ? .empty : ReportCell(.text(words.joined(separator: "; ")))
    case .source:
      let numbers = context.sources(facts + comparison.others)
      return ReportCell(
        .text(numbers.map(String.init).joined(separator: ", ")),
        sources: numbers
      )
    default: return .empty
    }
  }

  private func figure(_ fact: Fact?, _ comparison: YearComparison) -> ReportCell {
    guard let fact else { return ReportCell(.missing(phrases.missing)) }
    if let status = context.assessment(fact) {
      return ReportCell(.status(status), sources: context.sources(fact))
    }
    let values = [comparison.first, comparison.second].compactMap { $0?.measure?.value }
    let style = fact.measure.map { NumberStyle(unit: $0.unit, values: values) }
    return context.figure(fact, style: style)
  }

  private func difference(_ comparison: YearComparison) -> ReportCell {
    guard comparison.isComparable, let before = comparison.first?.measure,
      let after = comparison.second?.measure,
      let difference = FigureDifference(from: before, to: after)
    else { return .empty }
    let style = context.style(difference, before, after)
    return ReportCell(.formula(.difference(cell(.yearB), cell(.yearA)), style))
  }

  private func change(_ comparison: YearComparison) -> ReportCell {
    guard comparison.isComparable, let before = comparison.first?.measure,
      let after = comparison.second?.measure,
      let difference = FigureDifference(from: before, to: after),
      let relative = difference.relative
    else { return .empty }
    return ReportCell(
      .formula(
        .quotient(.difference(cell(.yearB), cell(.yearA)), .absolute(cell(.yearA))),
        context.relativeStyle(relative, qualifier: difference.qualifier)
      )
    )
  }

  private func cell(_ column: ReportColumn) -> ReportExpression { .cell(column.rawValue) }

  private func remarks(_ comparison: YearComparison) -> [String] {
    var remarks: [String] = []
    let years = [(yearA, comparison.first), (yearB, comparison.second)]
    for remark in comparison.remarks {
      switch remark {
      case .onlyFirst, .onlySecond: continue  // "saknas" says it
      case .differentPeriods:
        guard comparison.kind.isFigure else { continue }
        let words = years.map { $1?.period.map(context.periods.words) ?? phrases.withoutPeriod }
        remarks.append(phrases.differentPeriods(words[0], words[1]))
      case .differentMeasures: remarks.append(context.language.reviewPhrases.otherMeasures)
      case .severalInFirst, .severalInSecond: continue
      case .samePart:
        remarks.append(phrases.samePartOfYear(context.part(of: comparison.first?.period)))
      case .differentQualifiers:
        let words = years.map { phrases.qualifier($1?.measure?.qualifier ?? .exact) }
        remarks.append(phrases.differentQualifiers(words[0], words[1]))
      }
    }
    let several = [
      comparison.remarks.contains(.severalInFirst) ? String(yearA) : nil,
      comparison.remarks.contains(.severalInSecond) ? String(yearB) : nil,
    ].compactMap(\.self)
    if !several.isEmpty { remarks.append(phrases.severalFigures(phrases.list(several))) }
    let isExplained =
      comparison.remarks.contains(.differentPeriods) && comparison.kind.isFigure
      || comparison.remarks.contains(.samePart)
    // With one year only, the year need not be named.
    let isAlone = comparison.first == nil || comparison.second == nil
    for (year, fact) in years {
      guard let fact else { continue }
      var words: [String] = []
      if !isExplained, let period = fact.period, !period.isWholeYear {
        words.append(phrases.about(context.periods.words(period)))
      }
      if fact.isSpoken { words.append(phrases.by(context.voices(fact))) }
      guard !words.isEmpty else { continue }
      let remark = words.joined(separator: ", ")
      remarks.append(isAlone ? remark : "\(year): \(remark)")
    }
    for (year, fact) in years {
      guard let correction = fact.flatMap(context.correction) else { continue }
      remarks.append("\(year): \(correction)")
    }
    for other in comparison.others {
      remarks.append(phrases.alsoStated(context.words(other), context.voices(other)))
    }
    return remarks
  }
}
