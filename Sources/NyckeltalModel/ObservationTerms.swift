/// What an observation states about its indicator.
public enum ObservationKind: String, Sendable, Codable, CaseIterable {
  /// What was reached or counted (utfall).
  case outcome
  /// What is to be reached (mål, målvärde).
  case target
  /// What is expected for a period that has not ended (prognos).
  case forecast
  /// A budgeted or granted amount.
  case budget
  /// An increase, cut or saving; its direction is in ``Observation/direction``.
  case change
  /// More or fewer, without a number.
  case trend
  /// A judgement of whether a target is met (bedömning).
  case assessment
  /// A question that asks for a figure.
  case request

  /// Whether observations of this kind carry a value or bounds.
  public var isFigure: Bool {
    switch self {
    case .outcome, .target, .forecast, .budget, .change: true
    case .trend, .assessment, .request: false
    }
  }
}

/// How exactly a figure is stated.
public enum Qualifier: String, Sendable, Codable, CaseIterable {
  /// Stated without reservation.
  case exact
  /// ca, cirka, omkring, ungefär.
  case about
  /// nästan, närmare, knappt, strax under.
  case almost
  /// över, drygt, mer än.
  case moreThan
  /// under, mindre än.
  case lessThan
  /// minst.
  case atLeast
  /// högst, max, upp till.
  case atMost
}

/// What a figure counts or measures, always in the base unit: kronor, whole percent.
public enum FigureUnit: String, Sendable, Codable, CaseIterable {
  /// People.
  case persons
  /// Households.
  case households
  /// Places, of a course or a job.
  case places
  /// Employments, jobs.
  case employments
  /// 24 percent is 24, not 0.24.
  case percent
  /// Percentage points, of a difference between shares.
  case percentagePoints
  /// Swedish kronor, not thousands or millions of them.
  case sek = "SEK"
  /// Years.
  case years
  /// Months.
  case months
  /// Days.
  case days
  /// Anything else that is counted.
  case other
}

/// Which way a change or a trend goes.
public enum Direction: String, Sendable, Codable, CaseIterable {
  /// More than before.
  case up
  /// Less than before.
  case down
  /// As before.
  case unchanged
}

/// How far a target is judged to be met.
public enum Assessment: String, Sendable, Codable, CaseIterable {
  /// It is met (uppnås).
  case met
  /// It is met for the most part (uppnås i huvudsak).
  case mostlyMet
  /// It is not fully met (uppnås inte helt).
  case notFullyMet
  /// It is not met (uppnås inte).
  case notMet
}

/// The field of a committee's work that a figure belongs to.
public enum Topic: String, Sendable, Codable, CaseIterable {
  /// Work training and work placements.
  case arbetstraning
  /// Summer jobs for the young.
  case sommarjobb
  /// Money: budgets, grants, outcomes, savings.
  case budget
  /// Income support.
  case forsorjningsstod
  /// Adult education.
  case vuxenutbildning
  /// Swedish for immigrants.
  case sfi
  /// Subsidised and temporary employment.
  case visstidsanstallning
  /// The young, and the responsibility of the municipality for them.
  case unga
  /// Unemployment.
  case arbetsloshet
  /// The municipality's own labour-market services.
  case jobbtorg
  /// Civic orientation for newly arrived people.
  case samhallsorientering
  /// The municipality's own staff.
  case personal
  /// Quality, and what users think.
  case kvalitet
  /// Targets as a whole.
  case maluppfyllelse
  /// None of the above; such figures are exported only on demand.
  case ovrigt
}

/// The part of an agenda item, or of a letter, in which something is said.
public enum SectionKind: String, Sendable, Codable, CaseIterable {
  /// The committee's decision (beslut).
  case decision
  /// The summary of the matter (ärendet).
  case matter
  /// A proposal for a decision (förslag till beslut).
  case proposal
  /// The course of the decision (beslutsgång).
  case procedure
  /// A reservation against the decision.
  case reservation
  /// A statement for the record by members (särskilt uttalande, särskilt yttrande).
  case specialStatement
  /// A statement for the record by a deputy (ersättaryttrande).
  case deputyStatement
  /// A skrivelse, motion or interpellation that stands alone.
  case letter
}
