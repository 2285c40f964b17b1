/// A language that reports are written in.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  /// Swedish, the language of the minutes.
  case swedish = "sv"
  /// English, for readers outside the administration.
  case english = "en"

  var phrases: Phrases {
    switch self {
    case .swedish: .swedish
    case .english: .english
    }
  }
}
