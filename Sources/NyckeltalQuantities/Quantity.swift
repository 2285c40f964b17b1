public import NyckeltalModel

/// A figure, an age range or a period that a text states, with the bytes that say so.
///
/// Values are in the base unit of `FigureUnit`: kronor, percent as 24, weeks as
/// days. Hours, minutes and seconds are of unit `other`, in the unit that the text names.
///
/// ## Topics
/// ### Where
/// - ``range``
/// - ``numberRange``
/// - ``unitRange``
/// ### What
/// - ``form``
/// - ``value``
/// - ``unit``
/// - ``period``
public struct Quantity: Sendable, Hashable {
  /// What kind of expression it is.
  public enum Form: String, Sendable, CaseIterable {
    /// A number, with or without a unit.
    case cardinal
    /// A place in an order: "tredje", "3:e".
    case ordinal
    /// A part of a whole, as percent: "hälften", "två av tre".
    case fraction
    /// So many times as much: "fördubblats", "tre gånger så många".
    case multiple
    /// An age or a range of ages, which tells a group and is no figure.
    case ageRange
    /// A period or a date.
    case period
  }

  /// Which end of a change a figure is: "från 578 till 419".
  public enum ChangeRole: Sendable {
    /// What it was.
    case from
    /// What it became.
    case to
  }

  /// What a period does in its sentence.
  public enum PeriodRole: Sendable {
    /// It is the time of which the sentence speaks.
    case stated
    /// Something is compared with it: "jämfört med 2014", "än 2014".
    case comparison
    /// The time begins with it: "sedan starten 2008".
    case start
  }

  /// The two numbers of "12 av de 24".
  public struct Share: Sendable, Hashable {
    /// How many of the whole.
    public var part: Double
    /// The whole.
    public var whole: Double
  }

  /// What kind of expression it is.
  public var form: Form
  /// The whole expression in bytes of the text: qualifier, sign, number and unit.
  public var range: Range<Int>
  /// The digits or number words only.
  public var numberRange: Range<Int>
  /// The unit with the adjectives before it ("långtidsarbetslösa unga"), where it has one.
  public var unitRange: Range<Int>?
  /// The number in the base unit; `nil` for a range or a period.
  public var value: Double?
  /// The lower bound of a range.
  public var lower: Double?
  /// The upper bound of a range.
  public var upper: Double?
  /// How exactly it is stated.
  public var qualifier: Qualifier
  /// The unit; `nil` for a bare number.
  public var unit: FigureUnit?
  /// Which way a change goes: "944 färre", "minskat med 3 %".
  public var direction: Direction?
  /// The period of ``Form/period``; `nil` where the context does not resolve it.
  public var period: Period? {
    get { flatPeriod?.period }
    set { flatPeriod = newValue.map(FlatPeriod.init) }
  }
  private var flatPeriod: FlatPeriod?
  /// What the period does in its sentence.
  public var periodRole: PeriodRole
  /// Whether the period is a day as of which something is counted: "per den 31 augusti".
  public var isAsOf: Bool
  /// Which end of a change it is.
  public var change: ChangeRole?
  /// Whether it is part of a figure before it: "varav ca 150", "12 av de 24".
  public var isPartOf: Bool
  /// Whether it is a difference: "944 färre".
  public var isComparative: Bool
  /// Part and whole of a fraction that names both in figures.
  public var share: Share?
  /// The rules that read it, in order.
  package var rules: RuleList

  /// The names of the rules that read it, in order: `number.grouped`.
  public var ruleNames: [String] { rules.map(\.description) }

  /// Makes a quantity; all that is left out is absent.
  package init(
    form: Form,
    range: Range<Int>,
    numberRange: Range<Int>,
    unitRange: Range<Int>? = nil,
    value: Double? = nil,
    lower: Double? = nil,
    upper: Double? = nil,
    qualifier: Qualifier = .exact,
    unit: FigureUnit? = nil,
    period: Period? = nil,
    rules: RuleList = RuleList()
  ) {
    self.form = form
    self.range = range
    self.numberRange = numberRange
    self.unitRange = unitRange
    self.value = value
    self.lower = lower
    self.upper = upper
    self.qualifier = qualifier
    self.unit = unit
    self.direction = nil
    flatPeriod = period.map(FlatPeriod.init)
    self.periodRole = .stated
    self.isAsOf = false
    self.change = nil
    self.isPartOf = false
    self.isComparative = false
    self.share = nil
    self.rules = rules
  }

  /// The figure; `nil` for a period and an age range.
  public var measure: Measure? {
    if form == .period || form == .ageRange { return nil }
    return Measure(value: value, lower: lower, upper: upper, qualifier: qualifier, unit: unit)
  }
}
