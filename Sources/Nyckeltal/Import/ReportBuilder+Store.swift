public import NyckeltalReports
public import NyckeltalStore

extension ReportBuilder {
  /// Makes a report of what a store holds; what was rejected by hand is left out.
  ///
  /// - Throws: ``StoreError``, ``ReportDefinitionError``
  public func report(_ subject: ReportSubject, from store: ObservationStore) throws -> Report {
    try report(subject, from: store.observations(), documents: store.documentCount())
  }
}
