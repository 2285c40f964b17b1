import Foundation
import Testing

/// The page in a real browser; one after the other, so that the machine has one browser at a time.
///
/// They run where `NYCKELTAL_BROWSER_TESTS` is set: a browser that does not answer must not hold up
/// all other tests.
@Suite(
  .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["NYCKELTAL_BROWSER_TESTS"] != nil)
)
struct BrowserTests {}
