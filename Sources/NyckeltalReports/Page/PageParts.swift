import NyckeltalModel

/// Writes key figures as cards, three beside each other.
struct PageCards {
  var language: ReportLanguage
  var places: PagePlaces

  private static let perRow = 3

  func add(_ figures: [KeyFigure], to page: inout PageText) {
    guard !figures.isEmpty else { return }
    page.open("table", [("role", "presentation"), ("style", PageStyle.table)])
    page.markup("\n<tbody>\n")
    var rest = figures[...]
    while !rest.isEmpty {
      page.markup("<tr>\n")
      for index in 0..<Self.perRow {
        let figure = rest.popFirst()
        let style = "width:33%;vertical-align:top;" + (figure == nil ? "" : PageStyle.card)
        page.open("td", [("style", style)])
        if let figure { add(figure, to: &page) }
        page.close("td")
        if index < Self.perRow - 1 { page.markup("<td style=\"width:2%\"></td>\n") }
      }
      page.markup("</tr>\n")
    }
    page.markup("</tbody>\n")
    page.close("table")
  }

  private func add(_ figure: KeyFigure, to page: inout PageText) {
    page.element("div", [("style", PageStyle.cardLabel)], figure.label)
    page.open("div", [("style", PageStyle.cardFigure)])
    let words: String =
      switch figure.cell.content {
      case .number(let value, let style): FigureText(language: language).number(value, style)
      case .text(let words), .missing(let words): words
      case .status(let status): status.text
      case .empty, .formula: ""
      }
    if case .source(let number)? = figure.cell.link, places.has(number) {
      page.open("a", [("href", "#k\(number)"), ("style", "color:#17506b;text-decoration:none")])
      page.text(words)
      page.markup("</a>")
    } else {
      page.text(words)
    }
    page.close("div")
    let color = PageStyle.color(figure.level)
    page.element("div", [("style", "font-size:12px;color:\(color)")], figure.comparison)
  }
}

/// Draws a chart as a table whose bars are coloured cells; the numbers stand beside them.
struct PageChart {
  var chart: ReportChart
  var language: ReportLanguage

  func add(to page: inout PageText) {
    let greatest = chart.series.flatMap(\.cells).compactMap(value).map(\.magnitude).max() ?? 0
    guard greatest > 0 else { return }
    page.element("h3", [("style", PageStyle.section)], chart.title)
    if chart.shape == .lines { PageDrawing(chart: chart, language: language).add(to: &page) }
    page.open("table", [("style", PageStyle.table), ("aria-label", chart.alternativeText)])
    page.markup("\n<thead>\n<tr>\n")
    for (title, width) in [(chart.categoryAxis, 34), (PageWords(language).series, 12)] {
      let style = PageStyle.head(false) + ";width:\(width)%"
      page.element("th", [("scope", "col"), ("style", style)], title)
    }
    page.element("th", [("scope", "col"), ("style", PageStyle.head(false))], chart.valueAxis)
    page.markup("</tr>\n</thead>\n<tbody>\n")
    for index in chart.categories.indices { add(category: index, greatest, to: &page) }
    page.markup("</tbody>\n")
    page.close("table")
  }

  private func add(category index: Int, _ greatest: Double, to page: inout PageText) {
    let drawn = chart.series.indices.filter {
      index < chart.series[$0].cells.count && value(chart.series[$0].cells[index]) != nil
    }
    for (place, series) in drawn.enumerated() {
      page.markup("<tr>\n")
      let border = place == drawn.count - 1 ? "border-bottom:1px solid #d9e0e5;" : ""
      let style = "padding:3px 8px;text-align:left;vertical-align:top;font-weight:normal;"
      if place == 0 {
        page.element(
          "th",
          [
            ("scope", "rowgroup"), ("rowspan", String(drawn.count)),
            ("style", style + "border-bottom:1px solid #d9e0e5;"),
          ],
          chart.categories[index]
        )
      }
      page.element("td", [("style", style + border)], chart.series[series].name)
      page.open("td", [("style", style + border)])
      bar(chart.series[series].cells[index], series, greatest, to: &page)
      page.close("td")
      page.markup("</tr>\n")
    }
  }

  /// A coloured cell as wide as its share of the greatest, and the number beside it.
  private func bar(
    _ cell: ReportCell,
    _ series: Int,
    _ greatest: Double,
    to page: inout PageText
  ) {
    guard case .number(let value, let style) = cell.content else { return }
    // The bars leave room for the longest number.
    let share = (value.magnitude / greatest * 72).rounded()
    let width = (1...72).contains(share) ? Int(share) : 1
    let shade = chart.series.count == 1 ? 1 : series
    let color = PageStyle.series[shade % PageStyle.series.count]
    page.open(
      "table",
      [
        ("role", "presentation"),
        ("style", "width:100%;border-collapse:collapse;font-size:13px"),
      ]
    )
    page.markup("<tbody><tr>")
    page.markup(
      "<td style=\"width:\(width)%;"
        + "background-color:\(color);font-size:1px;line-height:14px\">&nbsp;</td>"
    )
    page.open("td", [("style", "padding:0 0 0 6px;white-space:nowrap")])
    page.text(FigureText(language: language).number(value, style))
    page.markup("</td></tr></tbody>")
    page.close("table")
  }

  private func value(_ cell: ReportCell) -> Double? {
    if case .number(let value, _) = cell.content, value.isFinite { value } else { nil }
  }
}

/// Writes the statements of each item under a heading that says which it is.
struct PageSources {
  var report: Report
  var places: PagePlaces

  func add(to page: inout PageText) {
    let phrases = report.language.phrases
    let words = PageWords(report.language)
    var place: [String] = []
    for statement in report.statements {
      let source = statement.observation.source
      let here = [
        source.itemTitle, source.item.map(phrases.item), source.reference, source.date,
        source.document,
      ].compactMap(\.self)
      if here != place {
        place = here
        page.element("h3", [("style", PageStyle.place)], here.joined(separator: ", "))
      }
      var parts: [String] = []
      if let section = source.section {
        let speakers = Fact(statement.observation).speakers
        let part = phrases.section(section)
        parts.append(speakers.isEmpty ? part : "\(part) (\(phrases.list(speakers)))")
      }
      if let number = source.page { parts.append(phrases.page(number)) }
      parts.append(phrases.line(source.line))
      let number = statement.number
      page.open("p", [("style", PageStyle.source)])
      page.markup("<a id=\"k\(number)\" name=\"k\(number)\"></a><strong>[\(number)]</strong> ")
      page.text(phrases.quoted(source.quote))
      page.open("span", [("style", PageStyle.detail)])
      page.text(" (\(parts.joined(separator: ", ")))")
      page.markup("</span>")
      if places.isUsed(number) {
        page.markup(" ")
        page.open("a", [("href", "#u\(number)"), ("style", PageStyle.link)])
        page.text("↑ \(words.backToFigure)")
        page.markup("</a>")
      }
      page.close("p")
    }
  }
}
