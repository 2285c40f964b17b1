import NyckeltalModel

/// Draws lines over time as a picture within the page (SVG); what cannot show it has the table of the
/// same values below.
struct PageDrawing {
  var chart: ReportChart
  var language: ReportLanguage

  private static let size = (width: 720.0, height: 230.0)
  private static let margin = (left: 16.0, right: 56.0, top: 34.0, bottom: 30.0)

  func add(to page: inout PageText) {
    let figures = chart.series.map { $0.cells.map(Self.value) }
    let values = figures.flatMap { $0.compactMap(\.self) }
    guard let greatest = values.max(), let least = values.min(), chart.categories.count > 1 else {
      return
    }
    let (low, high) = (min(0, least), max(0, greatest))
    guard high > low else { return }
    page.open(
      "svg",
      [
        ("viewBox", "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))"), ("role", "img"),
        ("aria-label", chart.alternativeText), ("xmlns", "http://www.w3.org/2000/svg"),
        ("style", "width:100%;height:auto;max-width:720px;font:12px Arial,Helvetica,sans-serif"),
      ]
    )
    page.markup("\n")
    addAxis(low, high, to: &page)
    for (number, series) in figures.enumerated() {
      add(series, number, low, high, to: &page)
    }
    page.close("svg")
  }

  private func x(_ index: Int) -> Double {
    let width = Self.size.width - Self.margin.left - Self.margin.right - 40
    return Self.margin.left + 20 + width * Double(index)
      / Double(max(1, chart.categories.count - 1))
  }

  private func y(_ value: Double, _ low: Double, _ high: Double) -> Double {
    let height = Self.size.height - Self.margin.top - Self.margin.bottom
    return Self.margin.top + height * (1 - (value - low) / (high - low))
  }

  private func addAxis(_ low: Double, _ high: Double, to page: inout PageText) {
    let zero = Self.text(y(0, low, high))
    page.markup(
      "<line x1=\"\(Self.text(Self.margin.left))\" "
        + "x2=\"\(Self.text(Self.size.width - Self.margin.right))\" y1=\"\(zero)\" y2=\"\(zero)\" "
        + "stroke=\"currentColor\" stroke-opacity=\"0.4\"/>\n"
    )
    // No more names than there is room for.
    let step = max(1, (chart.categories.count + 9) / 10)
    for (index, category) in chart.categories.enumerated()
    where index.isMultiple(of: step) || index == chart.categories.count - 1 {
      add(category, x(index), Self.size.height - 10, anchor: "middle", to: &page)
    }
  }

  private func add(
    _ series: [Double?],
    _ number: Int,
    _ low: Double,
    _ high: Double,
    to page: inout PageText
  ) {
    let shade = chart.series.count == 1 ? 1 : number
    let color = PageStyle.series[shade % PageStyle.series.count]
    // A gap in the figures is a gap in the line.
    var line: [String] = []
    func end() {
      if line.count > 1 {
        page.markup(
          "<polyline points=\"\(line.joined(separator: " "))\" fill=\"none\" "
            + "stroke=\"\(color)\" stroke-width=\"2.5\"/>\n"
        )
      }
      line = []
    }
    for (index, value) in series.enumerated() {
      guard let value else {
        end()
        continue
      }
      line.append("\(Self.text(x(index))),\(Self.text(y(value, low, high)))")
    }
    end()
    for (index, value) in series.enumerated() {
      guard let value, case .number(_, let style) = chart.series[number].cells[index].content else {
        continue
      }
      let (across, down) = (x(index), y(value, low, high))
      page.markup(
        "<circle cx=\"\(Self.text(across))\" cy=\"\(Self.text(down))\" r=\"3.5\" "
          + "fill=\"\(color)\"/>\n"
      )
      let words = FigureText(language: language).number(value, style)
      add(words, across, down - 8, anchor: "middle", to: &page)
    }
    guard chart.series.count > 1 else { return }
    let place = Self.margin.left + Double(number) * Self.size.width / Double(chart.series.count)
    page.markup(
      "<rect x=\"\(Self.text(place))\" y=\"4\" width=\"10\" height=\"10\" fill=\"\(color)\"/>\n"
    )
    let room = Int(Self.size.width / Double(chart.series.count) / 7)
    let name = chart.series[number].name
    let short = name.count > room ? name.prefix(max(4, room - 1)) + "…" : name[...]
    add(String(short), place + 15, 14, anchor: "start", to: &page)
  }

  private func add(
    _ words: String,
    _ x: Double,
    _ y: Double,
    anchor: String,
    to page: inout PageText
  ) {
    page.open(
      "text",
      [
        ("x", Self.text(x)), ("y", Self.text(y)), ("text-anchor", anchor),
        ("fill", "currentColor"),
      ]
    )
    page.text(words)
    page.markup("</text>\n")
  }

  private static func value(_ cell: ReportCell) -> Double? {
    if case .number(let value, _) = cell.content, value.isFinite { return value }
    return nil
  }

  /// A length with one decimal, whatever the locale.
  private static func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
