import NyckeltalText

/// What became of a block of the text.
public enum BlockRole: Sendable, Hashable {
  /// It says the number, the title or the reference of an item.
  case item
  /// It opens a section: its heading, or the words that say who speaks.
  case section
  /// It is a passage of a section.
  case passage
  /// It belongs to a table.
  case table
  /// It is no part of what the document states.
  case leftOut(OmissionReason)
}

/// Why a part of a document is left out.
public enum OmissionReason: String, Sendable, Hashable, CaseIterable {
  /// "Bilagor": the names of what is attached.
  case appendices = "list of appendices"
  /// "Beslutsunderlag", "Handlingar i ärendet".
  case documents = "list of documents"
  /// "Beslutet skickas till", "Sändlista".
  case recipients = "list of recipients"
  /// "Närvarande", "Beslutande".
  case attendance = "list of those present"
  /// "Vid protokollet", "Justeras".
  case signatures = "list of signatures"
  /// "Hoppa över navigering", breadcrumbs, what a page says of cookies.
  case navigation = "navigation of the web page"
  /// Running heads, footers and page numbers.
  case furniture = "head or foot of a page"
  /// Lines that are drawn.
  case rule = "drawn line"
}

/// A list of what is attached, of who was there or who gets the decision, by its heading.
struct ListHeading {
  var reason: OmissionReason

  /// Reads a line in lower case without signs behind it; `nil` when it heads no such list.
  ///
  /// "Bilaga 3" stands above the appendix itself, which states figures like any other text.
  init?(_ text: ArraySlice<UInt8>) {
    for (reason, beginnings) in Self.beginnings {
      for beginning in beginnings where text.starts(with: beginning) {
        let rest = text.dropFirst(beginning.count)
        guard let next = rest.first else {
          self.reason = reason
          return
        }
        // "Handlingarna visar" is no "Handlingar"
        if Byte.isLetter(next) || next >= 0x80 { continue }
        let first = rest.first { !Byte.isBlank($0) }
        if reason == .appendices, first.map(Byte.isDigit) ?? false { continue }
        self.reason = reason
        return
      }
    }
    return nil
  }

  private static let beginnings: [(OmissionReason, [[UInt8]])] = names.map { reason, names in
    (reason, names.map { Array($0.utf8) })
  }

  static let names: [(OmissionReason, [String])] = [
    (.appendices, ["bilagor", "bilaga", "bilagda handlingar", "bifogas", "bifogade handlingar"]),
    (
      .documents,
      [
        "beslutsunderlag", "underlag för beslut", "underlag till beslut", "handlingar",
        "ärendets handlingar", "tidigare beslut i ärendet",
      ]
    ),
    (
      .recipients,
      [
        "beslutet skickas", "beslutet ska skickas", "beslut skickas", "beslutet expedieras",
        "beslutet delges", "beslutet sänds", "beslutet meddelas", "beslutsexpediering",
        "skickas till", "skickas för kännedom", "expedieras", "expediering", "expedieringslista",
        "delges", "kopia till", "kopior till", "kopia skickas", "sändlista", "utdrag till",
        "protokollsutdrag", "paragrafen skickas", "mottagare",
      ]
    ),
    (
      .attendance,
      [
        "närvarande", "frånvarande", "övriga närvarande", "ej närvarande", "beslutande",
        "övriga deltagare", "övriga deltagande", "tjänstgörande ersättare",
        "ej tjänstgörande ersättare", "ordinarie ledamöter", "närvaro", "närvarolista",
      ]
    ),
    (
      .signatures,
      ["underskrift", "underskrifter", "vid protokollet", "justeras", "justerat", "justerare"]
    ),
  ]
}

/// Lines of a web page around the text.
enum PageNavigation {
  /// Whether a short line belongs to the page, not to what stands on it.
  static func isNavigation(_ line: String) -> Bool {
    let lower = line.lowercased()
    if whole.contains(lower.trimmingPrefix { $0 == " " }.description) { return true }
    if beginnings.contains(where: { lower.hasPrefix($0) }) { return true }
    if lower.holds("cookie") || lower.holds("kakor"), lower.holds("använder") || lower.holds("webb")
    {
      return true
    }
    return isTrail(line)
  }

  /// "Hem > Politik > Nämnder", "Start / Kommun / Protokoll".
  private static func isTrail(_ line: String) -> Bool {
    for sign in [" > ", " » ", " › ", " / "] where line.holds(sign) {
      let parts = line.split(separator: sign.trimmed)
      if parts.count >= 3, parts.allSatisfy({ $0.utf8.count <= 60 && !isFigure($0) }),
        line.last != "."
      {
        return true
      }
    }
    return false
  }

  /// "2015 / 611 / 51,9 mkr": a row of figures.
  private static func isFigure(_ part: Substring) -> Bool {
    part.first { $0 != " " }?.isNumber ?? false
  }

  static func mayBe(_ text: CleanText, _ range: Range<Int>) -> Bool {
    guard range.count <= 200, let first = range.first else { return false }
    let byte = text.bytes[first]
    return initials.contains(byte | 0x20) || byte >= 0x80
      || text.bytes[range].contains { $0 == 0x3E || $0 == 0x2F || $0 == 0xBB }
      || text.caseless.holds(anyOf: ["cookie", "kakor"], in: range)
  }

  private static let initials = Set((whole + beginnings).compactMap { $0.utf8.first })

  private static let whole = [
    "meny", "huvudmeny", "sök", "sök på webbplatsen", "lyssna", "skriv ut", "dela", "till toppen",
    "kontakta oss", "facebook", "twitter", "facebook twitter email", "kopiera länk", "annonser",
    "till startsidan", "logga in", "tillbaka", "stäng", "dela sidan", "skriv ut sidan", "annons",
    "om webbplatsen", "relaterat innehåll", "kom igång", "designa en webbplats som denna",
  ]
  private static let beginnings = [
    "hoppa över navigering", "hoppa till ", "hoppa direkt till ", "gå till innehåll",
    "gå direkt till ", "till sidans huvudinnehåll", "till innehåll", "till innehållet",
    "till huvudinnehåll",
    "din position:", "du är här:", "dela på ", "dela den här sidan", "läs dokument (", "följ oss",
    "sidan uppdaterades", "sidan senast uppdaterad", "sidan publicerades", "© ",
  ]
}
