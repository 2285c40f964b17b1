import Foundation
import Nyckeltal
import Testing

extension BrowserTests {
  /// What would run, break the page or be lost, if it were taken for anything but text.
  static let hostile: [String] = {
    let scripts = [
      "<script>window.hit = 1</script>", "</script><script>window.hit = 1</script>",
      "<!--<script>", "--><script>window.hit=1</script>", "]]><svg onload=\"window.hit=1\">",
      "<img src=x onerror=window.hit=1>", "\"><b onmouseover=window.hit=1>",
      "javascript:window.hit=1",
      "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>", "{{constructor}}",
      "${window.hit=1}",
      "<style>*{display:none}</style>", "</style><p>", "</title><h1>", "<base href=//example.se>",
      "<meta http-equiv=refresh content=0>", "<link rel=import href=x>", "&lt;script&gt;",
      "&#60;b&#62;",
      "<a href=\"javascript:hit=1\">x</a>", "__proto__", "constructor", "\\u003cscript\\u003e",
      "';window.hit=1;'", "`;window.hit=1;`", "\\\"};window.hit=1;//",
      "<math><mi xlink:href=data:x>",
      "<object data=x></object>", "<form action=//x><button>", "<textarea>", "<plaintext>",
    ]
    let signs = [
      "\u{202E}omvänt\u{202C}", "\u{2066}isolerat\u{2069}", "\u{200F}höger",
      "\u{2028}rad\u{2029}stycke",
      "\u{FEFF}märke", "\u{200D}\u{200B}osynligt", "e\u{301}\u{302}\u{303}", "👩‍👩‍👧‍👦 25 familjer",
      "𝟙𝟚𝟛 siffror", "\u{FFFD}", "\u{1}\u{7F}styrtecken", "\u{85}nästa rad", "ÅÄÖ åäö",
      "a\u{A0}b\u{202F}c",
    ]
    let shapes = [
      "%s%n%x", "../../etc/passwd", "C:\\nul", "nyckel\\", "\"", "'", "\\", "{\"id\":1}", "[1,2]",
      "null",
      "true", "0", "-1", "1e999", "NaN",
    ]
    return scripts + signs + shapes
  }()

  @Test("Nothing that stands in a text, a name or a catalogue runs or is lost")
  func hostileTexts() async throws {
    let long = String(repeating: "ett mycket långt stycke 12 ", count: 40_000)
    #expect(Self.hostile.count >= 60 && long.utf8.count > 1_000_000)
    var documents = [try ReviewFixtures.document([long], name: "lång.txt")]
    for (number, text) in Self.hostile.enumerated() {
      var document = try ReviewFixtures.document(["före \(text) efter"], name: "\(text).txt")
      document.content = "c\(number)"
      document.body = text
      document.items[0].observation.id = text
      document.items[0].observation.group = text
      document.items[0].observation.label = text
      document.items[0].observation.rules = [text]
      document.items[0].observation.source.itemTitle = text
      document.items[0].observation.source.speakers = [Speaker(name: text, party: text)]
      document.items[0].sentence = text + "."
      document.items[0].cues = [text]
      documents.append(document)
    }
    let indicators = Self.hostile.map {
      Indicator(id: $0, topic: .sfi, swedishName: $0, englishName: $0)
    }
    let rules = Dictionary(Self.hostile.map { ($0, $0) }) { first, _ in first }
    let page = ReviewPage(indicators: indicators, rules: rules).bytes(documents)
    try await Browser.run { browser in
      try await browser.open(page, as: "<img src=x onerror=hit=1>.html")
      // by the bytes: Foundation drops a byte order mark in an answer that it decodes
      let names = try await browser.run(
        "return data.documents.map((one) => [...new TextEncoder().encode(one.name)].join())"
      )
      let bytes = documents.map { Array($0.name.utf8).map(String.init).joined(separator: ",") }
      #expect(names as? [String] == bytes)
      // every document is shown, every figure decided on, edited and searched for
      let wrong = try await browser.run(
        """
        whyIsOpen = true;
        const wrong = [];
        for (const item of [...items]) {
          select(item);
          const shown = document.getElementById("text").textContent;
          if (!item.text.text.split("\\n").every((line) => shown.includes(line))) wrong.push(item.text.name);
          const details = document.getElementById("details").textContent;
          for (const one of [item.read.source.quote, item.read.group ?? "", item.sentence ?? ""]) {
            if (!details.includes(one)) wrong.push(one);
          }
          edit();
          closeForm();
        }
        filter.text = "script"; renderList();
        clearFilters();
        switchLanguage();
        for (const item of [...items]) { current = item; reject(); }
        const kept = corrections();
        if (kept.split("\\n").length !== items.length + 1) wrong.push(kept);
        decisions.clear();
        takeIn(kept);
        if (corrections() !== kept) wrong.push("read back");
        return wrong.map((one) => one.slice(0, 200));
        """
      )
      #expect((wrong as? [String])?.isEmpty == true, "\(wrong)")
      #expect(try await browser.text("return String(window.hit)") == "undefined")
      #expect(try await browser.console().isEmpty)
      // the policy holds: a script that comes in from elsewhere does not run
      try await browser.run(
        """
        const script = document.createElement("script");
        script.textContent = "window.hit = 2";
        document.body.append(script);
        """
      )
      #expect(try await browser.text("return String(window.hit)") == "undefined")
    }
  }

  @Test("Twenty documents make a page under three megabytes that holds no address")
  func sizeAndAddresses() throws {
    let output = try ReviewFixtures.output()
    var documents: [ReviewDocument] = []
    let folder = ReviewFixtures.root.appendingPathComponent("Examples/minutes").path
    output.documents(at: InputFiles([folder]).files) { result, _ in
      if case .success(let document) = result { documents.append(document) }
    }
    let page = try output.page().bytes(documents)
    #expect(documents.count == 20 && page.count < 3_000_000)
    #expect(try output.page().bytes(documents) == page)
    let text = String(decoding: page, as: UTF8.self)
    for word in ["http://", "https://", "@import", "url(", "src="] { #expect(!text.contains(word)) }
    #expect(text.contains("default-src 'none'; script-src 'sha256-"))
  }
}
