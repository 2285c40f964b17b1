import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Text in columns with headings and tables between.
struct PDFColumnTests {
  private typealias Line = (x: Int, y: Int, text: String)

  private func text(_ page: String) throws -> String {
    let file = PDFFile.document(pages: [page])
    let source = try DocumentReader().read(name: "a.pdf", bytes: Data(file))
    return String(decoding: source.utf8, as: UTF8.self)
  }

  private static let left = [
    "Antalet unga med ett jobb i somras var 345,", "fler än i fjol. De arbetade i parker, skolor",
    "och på äldreboenden under tre veckor och", "fick handledning av vuxna på plats som kan",
    "arbetet sedan flera år. Målet var 400 unga.",
  ]
  private static let right = [
    "Stödet till hushåll kostade 48 900 tkr till", "och med augusti, mindre än vad som står i",
    "budget. I snitt fick 612 hushåll stöd, något", "färre än året innan, då det var 640 hushåll.",
    "Kostnaden väntas minska även nästa år.",
  ]

  private static func columns(from y: Int, _ count: Int, moving x: Int = 320) -> [Line] {
    func encoded(_ text: String) -> String {
      text.replacing("å", with: "\\345").replacing("ä", with: "\\344").replacing("ö", with: "\\366")
    }
    return (0..<count).flatMap { row in
      [(60, y - row * 14, encoded(left[row])), (x, y - row * 14, encoded(right[row]))]
    }
  }

  /// Some rows, a larger heading in one column, the rest: each column is read by itself.
  @Test(arguments: [(rows: 1, x: 60), (2, 60), (3, 60), (2, 320)])
  func aHeadingBetweenTheLines(_ heading: (rows: Int, x: Int)) throws {
    let top = PDFFile.lines(Self.columns(from: 760, heading.rows))
    let bottom = PDFFile.lines(Self.columns(from: 700 - heading.rows * 14, 5))
    let between = "BT /F 17 Tf 1 0 0 1 \(heading.x) \(735 - heading.rows * 14) Tm (Arbete) Tj ET"
    let found = try text("\(top)\n\(between)\n\(bottom)")
    for part in ["var 345, fler än", "kostade 48 900 tkr till och med", "## Arbete"] {
      #expect(found.contains(part), "\(found)")
    }
  }

  /// Rows of label and figure, a heading, then text in columns that leave the same gap.
  @Test(arguments: [2, 3, 4])
  func aTableAboveColumns(_ rows: Int) throws {
    var lines: [Line] = []
    for row in 0..<rows {
      lines += [(60, 780 - row * 16, "Antal platser \(row)"), (320, 780 - row * 16, "61\(row)")]
    }
    let heading = "BT /F 17 Tf 1 0 0 1 60 \(755 - rows * 16) Tm (Ekonomi) Tj ET"
    let below = PDFFile.lines(Self.columns(from: 720 - rows * 16, 5))
    let found = try text("\(PDFFile.lines(lines))\n\(heading)\n\(below)")
    for row in 0..<rows { #expect(found.contains("| Antal platser \(row) | 61\(row) |")) }
    #expect(found.contains("var 345, fler än i fjol"))
    #expect(found.contains("I snitt fick 612 hushåll stöd, något färre"))
  }
}
