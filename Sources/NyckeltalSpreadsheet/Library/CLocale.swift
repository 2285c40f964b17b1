internal import CXlsxWriter

/// Runs a body with this thread in the "C" locale, whatever the program's own.
///
/// libxlsxwriter prints numbers by the current locale, and a decimal comma breaks the file.
func withCLocale<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  var previous: UnsafeMutableRawPointer?
  let locale = nyckeltal_c_locale_begin(&previous)
  defer { if let locale { nyckeltal_c_locale_end(locale, previous) } }
  return try body()
}
