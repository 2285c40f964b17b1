public import NyckeltalReports
public import NyckeltalStore

extension ReportBuilder {
  /// Makes a report of what a store holds; what was rejected by hand is left out.
  ///
  /// - Parameters:
  ///   - subject: What the report is about.
  ///   - store: The store.
  ///   - filter: Which observations it is made of: only verified ones, say.
  /// - Returns: The report.
  /// - Throws: ``StoreError``, ``ReportDefinitionError``
  public func report(
    _ subject: ReportSubject,
    from store: ObservationStore,
    _ filter: ObservationFilter = ObservationFilter()
  ) throws -> Report {
    try report(subject, from: store.observations(filter), documents: store.documentCount())
  }
}
