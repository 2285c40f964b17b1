import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// What surrounds a figure, as features: its words, the signals in its sentence, the section.
extension DocumentReading {
  func features(of view: FigureView, named: Bool) -> FeatureList {
    var list = FeatureList(named: named)
    list.add(.bias)
    addWords(view, to: &list)
    addFigure(view, to: &list)
    addSignals(view, to: &list)
    addSurroundings(view, to: &list)
    return list
  }

  private func addWords(_ view: FigureView, to list: inout FeatureList) {
    let tokens = view.sentence.tokens.count
    let stems = view.stems
    func stem(_ token: Int) -> FeatureValue {
      token >= 0 && token < tokens ? stems[token] : .edge
    }
    let first = view.tokens.lowerBound
    let end = view.tokens.upperBound
    list.add(.before1, stem(first - 1))
    list.add(.before2, stem(first - 2))
    list.add(.before3, stem(first - 3))
    list.add(.beforeTwo, stem(first - 2), stem(first - 1))
    list.add(.after1, stem(end))
    list.add(.after2, stem(end + 1))
    list.add(.afterTwo, stem(end), stem(end + 1))
    for token in max(0, first - 14)..<min(tokens, end + 12) {
      guard view.sentence.tokens[token].kind == .word else { continue }
      switch view.side(of: token) {
      case .before: list.add(.clauseBefore, stems[token])
      case .after: list.add(.clauseAfter, stems[token])
      case .beyond, .earlier, .later: list.add(.elsewhere, stems[token])
      case .within: list.add(.within, stems[token])
      }
    }
    if let opening = view.sentence.opening(view.clause) {
      list.add(.opening, stems[opening.token])
    }
    list.add(.sentenceOpening, stem(0), stem(1))
    list.add(.sentenceWord, stem(0))
    if let noun = view.noun { list.add(.noun, noun) }
  }

  private func addFigure(_ view: FigureView, to list: inout FeatureList) {
    let figure = view.figure
    let unit = figure.unit?.rawValue ?? "none"
    list.add(.unit, unit)
    list.add(.form, figure.form.rawValue, unit)
    list.add(.qualifier, figure.qualifier.rawValue)
    if let change = figure.change { list.add(.change, change == .from ? "from" : "to") }
    if let direction = figure.direction { list.add(.direction, direction.rawValue) }
    if figure.isComparative { list.add(.comparative) }
    if figure.isPartOf { list.add(.part) }
    if let value = figure.value {
      list.add(.size, String(Self.magnitude(value)), unit)
      if value != value.rounded() { list.add(.decimal) }
      if value < 0 { list.add(.negative) }
    } else {
      list.add(.range)
    }
    list.add(.order, view.order)
    if opensParenthesis(view.index) { list.add(.parenthesis, "opens") }
    if view.sentence.isParenthesis(view.clause) { list.add(.parenthesis, "inside") }
  }

  static func magnitude(_ value: Double) -> Int {
    var size = 0
    var rest = abs(value)
    while rest >= 1, size < 12 {
      rest /= 10
      size += 1
    }
    return size
  }

  private func addSignals(_ view: FigureView, to list: inout FeatureList) {
    for hit in view.sentence.hits {
      var found = table.signs[hit.phrase].signals
      let isGroup = table.signs[hit.phrase].isGroup
      guard found != 0 || isGroup else { continue }
      let side = view.side(of: hit.token).feature
      if isGroup { list.add(.group, side) }
      while found != 0 {
        let signal = FeatureValue.signals[found.trailingZeroBitCount]
        found &= found - 1
        list.add(.signal, signal, side)
        if view.distance(of: hit.token).count == 1 { list.add(.nearSignal, signal, side) }
      }
    }
    if view.sentence.isQuestion { list.add(.question) }
  }

  private func addSurroundings(_ view: FigureView, to list: inout FeatureList) {
    list.add(.section, context.section?.rawValue ?? "none")
    list.add(.genre, minutes.genre.rawValue)
    list.add(.speaker, context.speakers.isEmpty ? "none" : "some")
    if context.listWishes { list.add(.list, "wishes") }
    if context.listAsks { list.add(.list, "asks") }
    if let kind = context.listKind { list.add(.list, kind.rawValue) }
    if context.listAssessment != nil { list.add(.list, "assessment") }
    list.add(.previousKind, sentenceKind?.kind.rawValue ?? "none")
    list.add(.latestKind, context.lastFigure?.kind.rawValue ?? "none")
    if let year = context.date?.year {
      for quantity in view.sentence.quantities where quantity.form == .period {
        guard let period = quantity.period else { continue }
        let time = period.firstYear > year ? "ahead" : period.lastYear < year ? "past" : "now"
        list.add(.times, time)
      }
    }
  }
}

extension FeatureValue {
  static let edge = FeatureValue("edge", named: true)
  /// The signals, in the order of their numbers.
  static let signals = Signal.allCases.map { FeatureValue("\($0)", named: true) }
}

extension FeatureTemplate {
  static let bias = FeatureTemplate("bias")
  static let before1 = FeatureTemplate("before1")
  static let before2 = FeatureTemplate("before2")
  static let before3 = FeatureTemplate("before3")
  static let beforeTwo = FeatureTemplate("before12")
  static let after1 = FeatureTemplate("after1")
  static let after2 = FeatureTemplate("after2")
  static let afterTwo = FeatureTemplate("after12")
  static let clauseBefore = FeatureTemplate("clauseBefore")
  static let clauseAfter = FeatureTemplate("clauseAfter")
  static let elsewhere = FeatureTemplate("elsewhere")
  static let within = FeatureTemplate("within")
  static let opening = FeatureTemplate("opening")
  static let sentenceOpening = FeatureTemplate("sentenceOpening")
  static let sentenceWord = FeatureTemplate("sentenceWord")
  static let noun = FeatureTemplate("noun")
  static let unit = FeatureTemplate("unit")
  static let form = FeatureTemplate("form")
  static let qualifier = FeatureTemplate("qualifier")
  static let change = FeatureTemplate("change")
  static let direction = FeatureTemplate("direction")
  static let comparative = FeatureTemplate("comparative")
  static let part = FeatureTemplate("part")
  static let size = FeatureTemplate("size")
  static let decimal = FeatureTemplate("decimal")
  static let negative = FeatureTemplate("negative")
  static let range = FeatureTemplate("range")
  static let order = FeatureTemplate("order")
  static let parenthesis = FeatureTemplate("parenthesis")
  static let group = FeatureTemplate("group")
  static let signal = FeatureTemplate("signal")
  static let nearSignal = FeatureTemplate("nearSignal")
  static let question = FeatureTemplate("question")
  static let section = FeatureTemplate("section")
  static let genre = FeatureTemplate("genre")
  static let speaker = FeatureTemplate("speaker")
  static let list = FeatureTemplate("list")
  static let previousKind = FeatureTemplate("previousKind")
  static let latestKind = FeatureTemplate("latestKind")
  static let times = FeatureTemplate("times")
  static let ruleKind = FeatureTemplate("ruleKind")
  static let rule = FeatureTemplate("rule")
}
