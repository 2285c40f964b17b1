import Foundation
import Nyckeltal
import Testing

extension BrowserTests {
  private static let minutes = """
    Arbetsmarknadsnämnden
    Sammanträde 2015-05-21

    § 4
    Tertialrapport 1 2015

    Under första tertialen sökte 15 900 unga sommarjobb. Av dem fick 7 000 unga ett sommarjobb.

    Målet för året är att 6 800 unga får sommarjobb. Sjukfrånvaron var 6,8 procent.

    Nämnden delade ut 37 cyklar till verksamheten.
    """

  private static let escape = "\u{E00C}"
  private static let enter = "\u{E007}"

  @Test("From the page into the store and the report, with the keyboard alone")
  func flow() async throws {
    try await ReviewFixtures.inFolder { folder in
      let file = folder.appendingPathComponent("protokoll.txt")
      try Data(Self.minutes.utf8).write(to: file)
      let store = try ObservationStore(at: folder.appendingPathComponent("s.sqlite").path)
      let output = try ReviewFixtures.output()
      try StoreImport(store: store, extractor: output.extractor).run([file.path])
      let before = try store.observations()
      try #require(before.count == 4)
      let page = try output.page().bytes([output.document(file.path).document])
      let corrections = try await Browser.run { browser in
        try await browser.open(page)
        return try await review(browser, page: page)
      }
      try take(corrections, into: store, output: output, before: before)
      // the page of the store shows what was decided
      let documents = try output.documents(
        of: store,
        ObservationFilter(),
        texts: [file.path],
        fail: { Issue.record("\($0)") }
      )
      let states = try await Browser.run { browser in
        try await browser.open(try output.page(.english).bytes(documents))
        return try await browser.text("return items.map(stateOf).join()")
      }
      #expect(states.hasPrefix("accepted,accepted,accepted,accepted"))
    }
  }

  /// Checks four figures: accepts one, mends one, rejects one (and another, which is undone), adds
  /// one; gives the file of corrections.
  private func review(_ browser: Browser, page: [UInt8]) async throws -> [UInt8] {
    func state() async throws -> String {
      try await browser.text("return items.map(stateOf).join()")
    }
    func progress() async throws -> String {
      try await browser.text("return document.getElementById('progress').textContent")
    }
    // in the document's order, by the filter's own controls
    try await browser.run(
      """
      filter.order = "inOrder"; renderFilters(); renderList(); select(shown[0]);
      """
    )
    #expect(try await progress() == "0 av 4 kontrollerade")
    try await browser.type("a")
    #expect(try await state().hasPrefix("accepted,unchecked,unchecked,unchecked"))
    #expect(try await browser.text("return document.activeElement.id") == "list")
    #expect(
      try await browser.text("return document.getElementById('live').textContent")
        .contains("1 av 4")
    )
    // mends the second: first what cannot be, then what can
    try await browser.type("e")
    try await browser.run("document.getElementById('field-period').value = 'i våras'")
    try await browser.type("7 012" + Self.enter)
    #expect(try await browser.text("return document.activeElement.id") == "field-period")
    try await browser.run("document.getElementById('field-period').value = ''")
    try await browser.type("2015-T1" + Self.enter)
    #expect(try await state().hasPrefix("accepted,changed,unchecked,unchecked"))
    #expect(
      try await browser.text("return figureText(claimsOf(items[1]))").hasPrefix("7\u{A0}012")
    )
    // rejects two, takes the second back
    try await browser.type("xx")
    #expect(try await progress() == "4 av 4 kontrollerade")
    try await browser.type("u")
    #expect(try await state().hasPrefix("accepted,changed,rejected,unchecked"))
    #expect(try await browser.text("return current === items[3]") == "1")
    // one key to the fields that are mended most
    for (key, field) in [("i", "field-indicator"), ("p", "field-period")] {
      try await browser.type(key)
      #expect(try await browser.text("return document.activeElement.id") == field)
      try await browser.type(Self.escape)
    }
    try await browser.type("a")
    try await add(browser)
    try await filters(browser)
    // it is all there when the page is opened anew
    let kept = try await browser.text("return corrections()")
    try await browser.open(page)
    #expect(try await browser.text("return corrections()") == kept)
    #expect(try await progress() == "5 av 5 kontrollerade")
    try await browser.type("s")
    let exported = try await browser.download("corrections.jsonl")
    #expect(String(decoding: exported, as: UTF8.self) == kept)
    try await readBack(browser, kept: kept)
    #expect(try await browser.console().isEmpty)
    return exported
  }

  /// Adds the bicycles, which no topic has: the next number without an observation.
  private func add(_ browser: Browser) async throws {
    try await browser.run(
      "missedAt = { text: shownText, position: shownText.text.indexOf('Nämnden delade') }"
    )
    try await browser.type("mn")
    #expect(try await browser.text("return document.activeElement.id") == "field-value")
    #expect(try await browser.text("return document.activeElement.value") == "37")
    try await browser.type(Self.escape)
    #expect(try await browser.text("return items.filter((one) => one.isAdded).length") == "0")
    // the selection was given up with the form
    try await browser.run(
      """
      const start = shownText.text.indexOf("Nämnden delade");
      const range = domRange(start, shownText.text.indexOf("cyklar") + 6);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      """
    )
    try await browser.type("n")
    try await browser.run(
      """
      const topic = document.getElementById("field-topic");
      topic.value = "kvalitet";
      topic.focus();
      """
    )
    try await browser.type(Self.enter)
    #expect(
      try await browser.text("return current.read.source.quote") == "Nämnden delade ut 37 cyklar"
    )
    #expect(try await browser.text("return stateOf(current)") == "added")
    #expect(
      try await browser.text("return marks.get(current.key).map((one) => one.textContent).join('')")
        == "Nämnden delade ut 37 cyklar"
    )
  }

  private func filters(_ browser: Browser) async throws {
    try await browser.run("document.getElementById('list').focus()")
    try await browser.type("/")
    try await browser.type("sjukfrånvaron")
    #expect(
      try await browser.text("return shown.map((one) => one.read.source.quote).join()")
        .contains("6,8 procent")
    )
    #expect(try await browser.text("return shown.length") == "1")
    try await browser.type(Self.escape)
    try await browser.run("clearFilters()")
    // how sure the reading is is its own affair
    let low = try await browser.text(
      "return items.filter((one) => !one.isLeftOut && one.read.confidence < 0.5).length"
    )
    for (name, value, count) in [
      ("state", "rejected", "1"), ("state", "added", "1"), ("kind", "target", "1"),
      ("topic", "kvalitet", "1"), ("period", "none", "0"), ("period", "2015", "5"),
      ("confidence", "low", low), ("document", "0", "5"), ("state", "leftOut", "0"),
    ] {
      try await browser.run(
        """
        const box = document.getElementById("filter-" + arguments[0]);
        box.value = arguments[1];
        box.dispatchEvent(new Event("change"));
        """,
        [name, value]
      )
      // what is left out depends on what the reading leaves out
      if value != "leftOut" {
        let shown = try await browser.text("return shown.filter((one) => !one.isLeftOut).length")
        #expect(shown == count || name == "topic", "\(name) \(value)")
      }
      try await browser.run("clearFilters()")
    }
  }

  /// A file of corrections is read into a page that knows nothing of them.
  private func readBack(_ browser: Browser, kept: String) async throws {
    let file = browser.folder.appendingPathComponent("corrections.jsonl")
    try await browser.run("localStorage.clear()")
    try await browser.open(browser.folder.appendingPathComponent("review.html"))
    #expect(try await browser.text("return decisions.size") == "0")
    try await browser.type(file.path, into: "#import")
    try await browser.wait("return decisions.size === 5")
    #expect(try await browser.text("return corrections()") == kept)
    let broken = browser.folder.appendingPathComponent("broken.jsonl")
    try Data((kept + "{nothing\n").utf8).write(to: broken)
    try await browser.type(broken.path, into: "#import")
    try await browser.wait("return document.getElementById('notice').textContent.includes('Rad 6')")
  }

  private func take(
    _ corrections: [UInt8],
    into store: ObservationStore,
    output: ReviewOutput,
    before: [Observation]
  ) throws {
    let drafts = try CorrectionFile.drafts(
      corrections,
      file: "corrections.jsonl",
      catalogue: output.extractor.catalogue
    )
    try store.correct(drafts, on: "2015-06-01")
    // once more: nothing is new
    try store.correct(drafts, on: "2015-06-02")
    #expect(try store.corrections().count == 5)
    let after = try store.observations()
    #expect(after.count == 4 && after.allSatisfy { $0.verified == "2015-06-01" })
    #expect(after[0].correction == nil && after[0].id == before[0].id)
    #expect(after[1].value == 7_012 && after[1].period == .tertial(1, year: 2015))
    let added = try #require(after.last)
    #expect(added.value == 37 && added.source.item == "4" && added.source.line == 11)
    let bytes = Array(Self.minutes.utf8)[added.source.range]
    #expect(String(decoding: bytes, as: UTF8.self) == "Nämnden delade ut 37 cyklar")
    // what was verified is gold
    let gold = GoldFile.lines([try store.observations()])
    let records = try GoldRecord.read(gold, file: "gold.jsonl")
    #expect(records.count == 4 && records.allSatisfy { !$0.isOptional })
    var only = ObservationFilter()
    only.verified = .only
    #expect(try store.observations(only) == after)
  }
}
