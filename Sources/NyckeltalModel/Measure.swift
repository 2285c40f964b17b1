/// A figure as it was stated: a value or bounds, how exactly, and in what unit.
///
/// Values are in the base unit: kronor (not thousands or millions) and percent as 24, not 0.24.
public struct Measure: Sendable, Hashable, Codable {
  /// The stated value; `nil` where the text gives only a range.
  public var value: Double?
  /// The lower bound of a stated range.
  public var lower: Double?
  /// The upper bound of a stated range.
  public var upper: Double?
  /// How exactly the figure is stated.
  public var qualifier: Qualifier
  /// The unit; `nil` for a bare number.
  public var unit: FigureUnit?

  /// Makes a measure from its parts.
  public init(
    value: Double?,
    lower: Double? = nil,
    upper: Double? = nil,
    qualifier: Qualifier = .exact,
    unit: FigureUnit? = nil
  ) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.qualifier = qualifier
    self.unit = unit
  }
}
