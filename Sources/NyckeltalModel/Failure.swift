/// An error that a user can act on: where it happened, what was wrong, and what to do.
///
/// Every module's errors conform to it, so that a program prints them all in one way.
public protocol Failure: Error, CustomStringConvertible {
  /// The file, and the line in it where one is known: `minutes.txt`, `catalogue.yaml:12`.
  var place: String? { get }
  /// What was wrong.
  var problem: String { get }
  /// What the user can do about it.
  var remedy: String { get }
}

extension Failure {
  /// Place, problem and remedy on one line.
  public var description: String {
    let start = place.map { "\($0): " } ?? ""
    return "\(start)\(problem); \(remedy)"
  }
}
