import ArgumentParser
import Nyckeltal

extension Catalogue {
  /// Checks that indicators that are named on the command line are there.
  ///
  /// - Parameters:
  ///   - names: What is named.
  ///   - store: A store that may hold indicators of another catalogue.
  /// - Throws: `ValidationError` with the nearest name for the first that is not there.
  func check(_ names: some Sequence<String>, in store: ObservationStore? = nil) throws {
    for name in names where indicator(name) == nil {
      if let store {
        var filter = ObservationFilter()
        filter.indicators = [name]
        filter.rejected = .with
        if try !store.observations(filter).isEmpty { continue }
      }
      let remedy = NearestName.remedy(
        name,
        among: indicators.lazy.map(\.id),
        otherwise: "nyckeltal catalogue lists them all"
      )
      throw ValidationError("there is no indicator \(name); \(remedy)")
    }
  }
}
