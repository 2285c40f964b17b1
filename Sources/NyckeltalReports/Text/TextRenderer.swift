import NyckeltalModel

/// Writes a report as plain text of fixed pitch, fit for the body of an email.
public struct TextRenderer: Sendable {
  /// The greatest number of positions in a line.
  public var width: Int

  /// Makes a renderer; 72 positions is what email quotes without breaking.
  public init(width: Int = 72) {
    self.width = max(width, 40)
  }

  /// The report as text, its lines ended by a line feed.
  ///
  /// Numbers are grouped with ordinary spaces, so that they can be searched for and pasted; no
  /// number is broken over two lines.
  public func text(_ report: Report) -> String {
    let phrases = report.language.phrases
    var title = report.title.uppercased()
    if let subtitle = report.subtitle { title += " (\(subtitle))" }
    var lines = TextLayout.wrap(title, width: width)
    let introduction = (report.basis + [report.legend]).filter { !$0.isEmpty }
    if !introduction.isEmpty {
      lines += TextLayout.wrap(introduction.joined(separator: " "), width: width)
    }
    for sheet in report.sheets where sheet.purpose != .sources && sheet.purpose != .data {
      for block in sheet.blocks { lines += self.lines(block, of: sheet, report.language) }
    }
    if !report.statements.isEmpty {
      lines += ["", phrases.sourcesHeading.uppercased()]
      lines += sources(report.statements, phrases)
    }
    // Copied quotes may hold anything that ends a line or moves the cursor.
    let clean = lines.map { line in
      String(
        line.unicodeScalars.map { scalar in
          scalar == "\u{A0}" || scalar.properties.generalCategory == .control
            ? " " : Character(scalar)
        }
      )
    }
    return clean.map { String($0.trimmingEnd()) }.joined(separator: "\n") + "\n"
  }

  private func lines(
    _ block: ReportBlock,
    of sheet: ReportSheet,
    _ language: ReportLanguage
  ) -> [String] {
    switch block {
    case .lines(let heading, let sentences):
      return [""] + TextLayout.wrap(heading.uppercased(), width: width)
        + sentences.flatMap { sentence in
          TextLayout.wrap(
            ([sentence.text] + [references(sentence.sources)]).filter { !$0.isEmpty }
              .joined(separator: " "),
            width: width,
            first: "  ",
            rest: "    "
          )
        }
    case .table(let table):
      guard table.rowCount > 0 else {
        return [""] + TextLayout.wrap(sheet.title.uppercased(), width: width)
          + TextLayout.wrap(table.emptyNote, width: width, first: "  ", rest: "  ")
      }
      return table.sections.flatMap { section in
        TextTable(table: table, section: section, language: language, width: width)
          .lines(heading: section.title ?? sheet.title)
      }
    case .keyFigures, .chart:
      // The sentences beside them say the same.
      return []
    }
  }

  /// The statements of each item under a line that says which it is.
  private func sources(_ statements: [Statement], _ phrases: Phrases) -> [String] {
    var lines: [String] = []
    var place: [String] = []
    for statement in statements {
      let source = statement.observation.source
      let here = [
        source.itemTitle, source.item.map(phrases.item), source.reference, source.date,
        source.document,
      ].compactMap(\.self)
      if here != place {
        place = here
        lines += TextLayout.wrap(
          here.joined(separator: ", "),
          width: width,
          first: "  ",
          rest: "    "
        )
      }
      lines += self.source(statement, phrases)
    }
    return lines
  }

  private func source(_ statement: Statement, _ phrases: Phrases) -> [String] {
    let source = statement.observation.source
    var parts: [String] = []
    if let section = source.section {
      let speakers = Fact(statement.observation).speakers
      let words = phrases.section(section)
      parts.append(speakers.isEmpty ? words : "\(words) (\(phrases.list(speakers)))")
    }
    if let page = source.page { parts.append(phrases.page(page)) }
    parts.append(phrases.line(source.line))
    let mark = TextLayout.right("[\(statement.number)]", 8) + " "
    let indent = String(repeating: " ", count: 9)
    return TextLayout.wrap(
      "\(phrases.quoted(source.quote)) (\(parts.joined(separator: ", ")))",
      width: width,
      first: mark,
      rest: indent
    )
  }

  /// The numbers in brackets: "[4][5]".
  private func references(_ numbers: [Int]) -> String {
    numbers.map { "[\($0)]" }.joined()
  }
}

extension String {
  /// Without the spaces at its end.
  fileprivate func trimmingEnd() -> Substring {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return self[...last]
  }
}
