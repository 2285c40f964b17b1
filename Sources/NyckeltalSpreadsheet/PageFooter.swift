import NyckeltalReports

/// What stands at the edges of a printed page.
struct PageFooter: Sendable {
  private let language: ReportLanguage

  init(_ language: ReportLanguage) { self.language = language }

  /// The font of header and footer, as a command: Arial, 9 points, grey.
  static let font = "&\"\(CellStyle.font)\"&9&K6B7780"

  /// The footer: the sheet's name, and the page of how many.
  func text(_ name: SheetName) -> String {
    let page = language == .swedish ? "Sida &P av &N" : "Page &P of &N"
    return "&L\(Self.font)\(Self.text(name.string))&R\(Self.font)\(page)"
  }

  /// A text for header or footer, where & begins a command and 255 characters are all there is.
  static func text(_ text: String) -> String {
    CleanText(text, limit: 80).string.replacing("&", with: "&&")
  }
}
