import NyckeltalModel
import NyckeltalText
import Testing

@testable import NyckeltalExtraction

/// Bare numbers that share the unit of those around them.
struct EllipsisTests {
  private func figures(_ text: String) throws -> [String] {
    let source = try SourceText(name: "prov.txt", bytes: Array(text.utf8))
    return try SentenceRuleTests.extractor.get().observations(in: source)
      .filter { $0.value != nil }
      .map { "\(JSONText.digits($0.value ?? 0)) \($0.unit?.rawValue ?? "–")" }
  }

  @Test(
    "A share after a share",
    arguments: [
      (
        "I mars var arbetslösheten 7,9 procent. I länet var den 7,1, i riket 6,8.",
        ["7.9 percent", "7.1 percent", "6.8 percent"]
      ),
      (
        "På sfi klarade 61 procent kursen. Rikets siffra är 57.", ["61 percent", "57 percent"]
      ),
      ("På sfi är kvinnorna nöjdare, 94 mot 88 procent.", ["94 percent", "88 percent"]),
      ("Arbetslösheten faller till 8,5.", ["8.5 percent"]),
    ]
  )
  func shares(_ text: String, _ expected: [String]) throws {
    #expect(try figures("Rapport 2022\n\n\(text)\n") == expected)
  }

  @Test(
    "A count after a count",
    arguments: [
      (
        "Jobbtorget tog emot 240 deltagare. Vid årets slut hade 188 slutat och 40 stod i kö.",
        ["240 persons", "188 persons", "40 persons"]
      ),
      (
        "Till sommarjobben sökte 300 unga. 210 antogs, 180 påbörjade och 12 avbröt.",
        ["300 persons", "210 persons", "180 persons", "12 persons"]
      ),
      ("I sommar ordnas feriejobb, 315 stycken.", ["315 places"]),
    ]
  )
  func counts(_ text: String, _ expected: [String]) throws {
    #expect(try figures("Rapport 2022\n\n\(text)\n") == expected)
  }

  @Test(
    "An amount after an amount",
    arguments: [
      (
        "Försörjningsstödet kostade 12,4 mnkr. Efter tre månader har 3,9 gått åt.",
        ["12400000 SEK", "3900000 SEK"]
      ),
      (
        "Kostnaden för försörjningsstöd har fallit från 62 till 53 miljoner kronor.",
        ["62000000 SEK", "53000000 SEK"]
      ),
      (
        "Försörjningsstödet har legat på 46,1, 47,8 och nu 45,5 miljoner kronor.",
        ["46100000 SEK", "47800000 SEK", "45500000 SEK"]
      ),
    ]
  )
  func amounts(_ text: String, _ expected: [String]) throws {
    #expect(try figures("Rapport 2022\n\n\(text)\n") == expected)
  }

  @Test(
    "A number that counts something else has no unit of others",
    arguments: [
      ("Jobbtorget tog emot 240 deltagare fördelade på 41 grupper.", ["240 persons"]),
      ("Jobbtorget tog emot 240 deltagare. Se sida 12.", ["240 persons"]),
      ("Sommarjobben nådde 240 unga i årskurs 9.", ["240 persons"]),
      ("Jobbtorget tog emot 240 deltagare. Nämnden röstade med 19 ja.", ["240 persons"]),
      ("Sommarjobben tog emot 240 unga. De var där i tre veckor.", ["240 persons"]),
    ]
  )
  func others(_ text: String, _ expected: [String]) throws {
    #expect(try figures("Rapport 2022\n\n\(text)\n") == expected)
  }

  @Test(
    "How long people wait and get help",
    arguments: [
      (
        "Hushållen får försörjningsstöd i 6,1 månader i genomsnitt.", ["6.1 months"]
      ),
      ("Av hushållen har 40 procent haft försörjningsstöd i minst tio månader.", ["40 percent"]),
    ]
  )
  func times(_ text: String, _ expected: [String]) throws {
    #expect(try figures("Rapport 2022\n\n\(text)\n") == expected)
  }
}
