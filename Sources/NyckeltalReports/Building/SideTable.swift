import NyckeltalModel

/// Makes the table of several years or committees beside each other.
struct SideTable {
  var context: ReportContext
  var columns: [ReportColumn]
  var sides: SideBySide
  /// How many inhabitants each side has, where figures of them are known.
  var inhabitants: [Fact?]

  private var phrases: Phrases { context.phrases }

  /// The columns: one for each side in the place of the two years.
  func tableColumns(_ made: [ReportTable.Column]) -> [ReportTable.Column] {
    made.flatMap { column -> [ReportTable.Column] in
      switch column.id {
      case ReportColumn.yearA.rawValue:
        return sides.titles.enumerated().map { side, title in
          var own = column
          (own.id, own.title) = (Self.id(side), title)
          return own
        }
      case ReportColumn.yearB.rawValue: return []
      case ReportColumn.difference.rawValue, ReportColumn.change.rawValue:
        return hasDifference ? [column] : []
      default: return [column]
      }
    }
  }

  /// Between years the first and the last are held against each other, and two committees.
  private var hasDifference: Bool { sides.areYears || sides.count == 2 }

  private static func id(_ side: Int) -> String { "side\(side)" }

  /// What most sides have first, in the order of the catalogue; then what only one has.
  func sections(_ rows: [SideRow]) -> [ReportTable.Section] {
    let sorted = rows.enumerated().sorted { left, right in
      let (one, other) = (context.rank(left.element.line), context.rank(right.element.line))
      return one == other ? left.offset < right.offset : one < other
    }
    .map(\.element)
    let shared = sorted.filter { $0.filled > 1 }
    let single = sorted.filter { $0.filled == 1 }
    return [(ReportSection.shared, shared), (.single, single)].compactMap { section, rows in
      guard !rows.isEmpty else { return nil }
      return ReportTable.Section(
        title: context.language.sideWords.title(section, sides),
        rows: rows.flatMap { [row($0)] + perInhabitant($0) }
      )
    }
  }

  private func row(_ row: SideRow) -> ReportTable.Row {
    let facts = row.facts.compactMap(\.self)
    let cells = columns.flatMap { column -> [ReportCell] in
      switch column {
      case .indicator: return [ReportCell(.text(context.name(row.line, facts.first)))]
      case .topic: return [ReportCell(.text(phrases.topic(row.line.topic)))]
      case .kind: return [ReportCell(.text(phrases.kind(row.kind)))]
      case .unit: return [facts.first.map(context.unitCell) ?? .empty]
      case .yearA: return figures(row)
      case .yearB: return []
      case .difference: return hasDifference ? [difference(row)] : []
      case .change: return hasDifference ? [change(row)] : []
      case .remark:
        let words = remarks(row)
        return [words.isEmpty ? .empty : ReportCell(.text(words.joined(separator: "; ")))]
      case .source: return [context.sourceCell(context.sources(facts))]
      default: return [.empty]
      }
    }
    return ReportTable.Row(cells: cells)
  }

  private func figures(_ row: SideRow) -> [ReportCell] {
    let measures = row.facts.compactMap { $0?.measure }
    let style = measures.first.map {
      NumberStyle(unit: $0.unit, values: measures.compactMap(\.value))
    }
    return row.facts.enumerated().map { side, fact in
      guard let fact else {
        return ReportCell(.missing(row.several.contains(side) ? phrases.several : phrases.missing))
      }
      return context.figure(fact, style: style)
    }
  }

  private var ends: (ReportExpression, ReportExpression) {
    (.cell(Self.id(0)), .cell(Self.id(sides.count - 1)))
  }

  private func difference(_ row: SideRow) -> ReportCell {
    guard let (first, last) = row.ends, let before = first.measure, let after = last.measure,
      let difference = FigureDifference(from: before, to: after)
    else { return .empty }
    return ReportCell(
      .formula(.difference(ends.1, ends.0), context.style(difference, before, after))
    )
  }

  private func change(_ row: SideRow) -> ReportCell {
    guard let (first, last) = row.ends, let before = first.measure, let after = last.measure,
      let difference = FigureDifference(from: before, to: after),
      let relative = difference.relative
    else { return .empty }
    return ReportCell(
      .formula(
        .quotient(.difference(ends.1, ends.0), .absolute(ends.0)),
        context.relativeStyle(relative, qualifier: difference.qualifier)
      )
    )
  }

  private func remarks(_ row: SideRow) -> [String] {
    let words = context.language.sideWords
    var remarks: [String] = []
    if let period = row.period {
      if !sides.areYears {
        remarks.append(phrases.about(context.periods.words(period)))
      } else if !period.isWholeYear {
        remarks.append(words.samePart(context.part(of: period)))
      }
    }
    if !row.otherParts.isEmpty {
      remarks.append(words.otherParts(phrases.list(row.otherParts.map { sides.titles[$0] })))
    }
    if !row.several.isEmpty {
      remarks.append(phrases.severalFigures(phrases.list(row.several.map { sides.titles[$0] })))
    }
    let facts = row.facts.compactMap(\.self)
    let qualifiers = Set(facts.compactMap { $0.measure?.qualifier })
    if qualifiers.count > 1 { remarks.append(words.otherPrecision) }
    if hasDifference, row.ends == nil, row.facts.first != nil, let first = row.facts.first ?? nil,
      let last = row.facts.last ?? nil, !Fact.areOfOneMeasure(first, last)
    {
      remarks.append(context.language.reviewPhrases.otherMeasures)
    }
    return remarks
  }

  /// The same for each thousand inhabitants, or kronor for each of them.
  private func perInhabitant(_ row: SideRow) -> [ReportTable.Row] {
    guard row.filled > 0, row.line.group == nil,
      let unit = row.facts.lazy.compactMap({ $0?.measure?.unit }).first,
      unit.isCount || unit == .sek, !sides.areYears,
      row.line.indicator.map({ !Self.isOfInhabitants($0) }) ?? true
    else { return [] }
    let divisor = unit == .sek ? 1.0 : 1_000.0
    let values = row.facts.enumerated().map { side, fact -> Double? in
      guard let value = fact?.measure?.value, inhabitants.indices.contains(side),
        let people = inhabitants[side]?.measure?.value, people > 0,
        inhabitants[side]?.period?.lastYear == fact?.period?.lastYear
      else { return nil }
      return value / people * divisor
    }
    guard values.contains(where: { $0 != nil }) else { return [] }
    let words = context.language.sideWords
    let cells = columns.flatMap { column -> [ReportCell] in
      switch column {
      case .indicator:
        return [ReportCell(.text(unit == .sek ? words.perInhabitant : words.perThousand))]
      case .yearA:
        return values.enumerated().map { side, value in
          guard let value else { return ReportCell(.missing(phrases.missing)) }
          var style = NumberStyle(suffix: unit == .sek ? .kronor : .none, decimals: 1)
          style.qualifier = row.facts[side]?.measure?.qualifier ?? .exact
          return ReportCell(.number(value, style))
        }
      case .yearB: return []
      case .difference, .change: return hasDifference ? [.empty] : []
      case .source:
        return [context.sourceCell(context.sources(inhabitants.compactMap(\.self)))]
      default: return [.empty]
      }
    }
    return [ReportTable.Row(cells: cells, level: 1)]
  }

  /// Whether an indicator counts inhabitants: its id says so.
  private static func isOfInhabitants(_ indicator: String) -> Bool {
    indicator.hasSuffix("befolkning") || indicator.hasSuffix("invanare")
  }

  /// The latest number of inhabitants of each side: an indicator whose id says so.
  static func inhabitants(_ facts: [Fact], _ sides: SideBySide) -> [Fact?] {
    let known = facts.filter { fact in
      isOfInhabitants(fact.indicator ?? "") && fact.kind == .outcome && fact.group == nil
        && fact.about == nil
    }
    return (0..<sides.count).map { side in
      Fact.latest(known.filter { sides.side(of: $0) == side })
    }
  }
}
