import NyckeltalExtraction
import NyckeltalModel

extension Catalogue {
  /// What to do about an indicator that there is not.
  func remedy(_ id: String) -> String {
    NearestName.remedy(
      id,
      among: indicators.lazy.map(\.id),
      otherwise: "look it up with nyckeltal catalogue, or add it with --catalogue FILE"
    )
  }
}
