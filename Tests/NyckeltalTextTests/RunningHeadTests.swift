import NyckeltalModel
import NyckeltalText
import Testing

/// Heads of pages that are known by the head of the first page.
struct RunningHeadTests {
  @Test("The first page's head is recognised on the one other page, and does not break a sentence")
  func twoPages() throws {
    let text = """
      LILLKÖPINGS STAD                      PROTOKOLL                1 (4)
      Fritidsnämnden
                                            Sammanträdesdag: 2016-03-04

      Badet är öppet som vanligt. Kön till simskolan var under våren ungefär

      LILLKÖPINGS STAD                      PROTOKOLL                2 (4)
      Fritidsnämnden                        2016-03-04

      34 dagar. Den blir kortare.
      """
    let blocks = try dump(text).split(separator: "\n")
    #expect(blocks.count == 4)
    #expect(
      blocks.last
        == "P Badet är öppet som vanligt. Kön till simskolan var under våren ungefär 34 dagar. Den blir kortare."
    )
  }

  @Test(
    "A sentence goes on with a number at a page's top only where it was broken there",
    arguments: [
      ("Kön till simskolan i badhuset var då", "34 dagar.", true),
      ("Kön till simskolan i badhuset var då", "1 034 dagar.", true),
      ("Kön till simskolan i badhuset var då", "34,5 %.", true),
      ("Kön till simskolan i badhuset var då.", "34 dagar.", false),
      ("Kön till simskolan i badhuset var då", "3 Ekonomi", false),
    ]
  )
  func numbers(_ before: String, _ behind: String, _ joined: Bool) throws {
    let text = """
      LILLKÖPINGS STAD       1 (2)

      Här står en mening som är lika lång. \(before)

      LILLKÖPINGS STAD       2 (2)

      \(behind)
      """
    let whole = "P Här står en mening som är lika lång. \(before) \(behind)"
    let blocks = try dump(text).split(separator: "\n").map(String.init)
    #expect((blocks.last == whole) == joined)
    #expect(!blocks.contains("T LILLKÖPINGS STAD       2 (2)"))
  }

  @Test("Rows that end in two numbers are no heads of pages")
  func rows() throws {
    let text = """
      Varslade personer      1 (64)
      Uppsagda personer      2 (64)
      Varslade företag       3 (12)
      """
    #expect(try dump(text).split(separator: "\n").count == 3)
  }
}
