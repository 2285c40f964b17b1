public import NyckeltalModel

/// Why a workbook could not be made.
public struct SpreadsheetError: Failure, Hashable {
  /// What went wrong.
  public enum Code: Sendable, Hashable {
    /// The file cannot be created, written or put in place.
    case cannotWrite
    /// A sheet's name is not allowed or is used twice.
    case badSheetName
    /// A defined name is not allowed.
    case badDefinedName
    /// A number is not finite.
    case notFinite
    /// The workbook is larger than the format allows.
    case tooLarge
    /// libxlsxwriter refused something.
    case library
  }

  /// What went wrong.
  public var code: Code
  /// The file, or the sheet and cell.
  public var place: String?
  /// What was wrong.
  public var problem: String
  /// What can be done about it.
  public var remedy: String

  init(code: Code, place: String? = nil, problem: String, remedy: String) {
    self.code = code
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  /// The error with another place.
  func at(_ place: String?) -> SpreadsheetError {
    var error = self
    error.place = place
    return error
  }
}
