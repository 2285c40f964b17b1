extension LexiconBuilder {
  mutating func addNumbers() {
    let cardinal: Roles = [.trigger, .cardinal]
    add("noll", number: 0, roles: cardinal)
    add("en ett", .one, cardinal, number: 1)
    let units = [
      "två tvenne tva", "tre trenne", "fyra fyr", "fem", "sex", "sju", "åtta", "nio nie", "tio tie",
      "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton aderton",
      "nitton",
    ]
    for (index, words) in units.enumerated() {
      add(words, number: Double(index + 2), roles: cardinal)
    }
    let tens = [
      "tjugo tjugu tjuge", "trettio tretti", "fyrtio fyrti förtio förti", "femtio femti",
      "sextio sexti", "sjuttio sjutti", "åttio åtti", "nittio nitti",
    ]
    for (index, words) in tens.enumerated() {
      add(words, number: Double(index * 10 + 20), roles: cardinal)
    }
    let scale: Roles = [.trigger, .scale]
    add("hundra", number: 100, roles: scale)
    add("tusen ettusen", number: 1_000, roles: scale)
    add("miljon miljoner miljonen miljonerna milj mn miljoners", number: 1e6, roles: scale)
    add("miljard miljarder miljarden miljarderna mdr mld miljarders", number: 1e9, roles: scale)
    add("biljon biljoner", number: 1e12, roles: scale)
    add("biljard biljarder", number: 1e15, roles: scale)
    add("triljon triljoner", number: 1e18, roles: scale)
    add("halv halvt halva", .half, [.trigger])
    add("halvannan halvtannat halvannat anderthalv", .half, [.trigger, .cardinal], number: 1.5)
    add("komma", .comma, .function)
    add("minus negativ negativt", .minus)
    add("plus", .plus)
    addOrdinals()
  }

  private mutating func addOrdinals() {
    let roles: Roles = [.trigger, .ordinal]
    add("första förste", .first, roles, number: 1)
    add("andra", .second, roles, number: 2)
    let words = [
      "andre", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde nioende",
      "tionde tioende", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde",
      "sjuttonde", "artonde adertonde", "nittonde", "tjugonde",
    ]
    for (index, spelling) in words.enumerated() {
      add(spelling, number: Double(index + 2), roles: roles)
    }
    let tens = [
      "trettionde", "fyrtionde", "femtionde", "sextionde", "sjuttionde", "åttionde", "nittionde",
      "hundrade",
    ]
    for (index, spelling) in tens.enumerated() {
      add(spelling, number: Double(index * 10 + 30), roles: roles)
    }
    add("tusende", number: 1_000, roles: roles)
    add("miljonte miljonde", number: 1e6, roles: roles)
    add("sista siste", .last, [])
  }

  mutating func addFractionsAndMultiples() {
    add("hälften", number: 50, roles: [.trigger, .halfShare])
    let parts = [
      "tredjedel", "fjärdedel", "femtedel", "sjättedel", "sjundedel", "åttondel", "niondel",
      "tiondel",
    ]
    for (index, stem) in parts.enumerated() {
      for ending in ["", "ar", "en", "arna", "s"] {
        add(stem + ending, number: Double(index + 3), roles: [.trigger, .parts])
      }
    }
    add("sjundel sjundelar", number: 7, roles: [.trigger, .parts])
    add("tiondelar hundradelar", roles: [.trigger, .parts])
    for ending in ["", "ar", "en", "arna", "s"] {
      add("hundradel\(ending) hundrandel\(ending)", number: 100, roles: [.trigger, .parts])
      add("tusendel\(ending) tusendedel\(ending)", number: 1_000, roles: [.trigger, .parts])
      add("miljondel\(ending) miljontedel\(ending)", number: 1e6, roles: [.trigger, .parts])
      add("miljarddel\(ending) miljarddedel\(ending)", number: 1e9, roles: [.trigger, .parts])
      add("triljondel\(ending) triljontedel\(ending)", number: 1e18, roles: [.trigger, .parts])
      add("kvartsdel\(ending)", number: 4, roles: [.trigger, .parts])
    }
    add("kvarts kvart", .quarterHour, [.trigger])
    add("var", .each, [.trigger, .function])
    add("vart", .each, [.trigger, .function])
    add("varannan vartannat", .everySecond, [.trigger])
    let multiples = [
      ("dubbl", 2.0), ("tredubbl", 3), ("fyrdubbl", 4), ("femdubbl", 5), ("sexdubbl", 6),
      ("sjudubbl", 7), ("åttadubbl", 8), ("niodubbl", 9), ("tiodubbl", 10), ("hundradubbl", 100),
      ("fördubbl", 2),
    ]
    for (stem, value) in multiples {
      for ending in ["as", "a", "at", "ats", "ade", "ades", "ad", "ing", "ingen", "ar"] {
        add(stem + ending, number: value, roles: [.trigger, .multiple, .up])
      }
    }
    for ending in ["a", "as", "at", "ats", "ade", "ades", "ar", "ad", "ing", "ingen"] {
      add("dubbler\(ending)", number: 2, roles: [.trigger, .multiple, .up])
      add("halver\(ending)", number: 0.5, roles: [.trigger, .multiple, .down])
    }
    for (stem, value) in multiples.dropLast() {
      add(stem.dropLast(1) + "elt", .doubled, .trigger, number: value)
    }
    for (stem, value) in [("tre", 3.0), ("fyr", 4), ("fem", 5), ("tio", 10), ("hundra", 100)] {
      for ending in ["t", "s", "ts", "de", "des"] {
        add("\(stem)faldiga\(ending)", number: value, roles: [.trigger, .multiple, .up])
      }
    }
    add("gånger", .times)
    for (words, value) in [
      ("tiotal tiotalet", 10.0), ("femtontal", 15), ("tjugotal", 20), ("trettiotal", 30),
      ("fyrtiotal", 40), ("femtiotal", 50), ("sextiotal", 60), ("sjuttiotal", 70),
      ("åttiotal", 80), ("nittiotal", 90), ("hundratal", 100), ("femhundratal", 500),
      ("tusental", 1_000), ("dussintal", 12), ("tjogtal", 20), ("trehundratal", 300),
      ("fyrahundratal", 400), ("tvåhundratal", 200), ("miljontal", 1e6),
    ] {
      add(words, .talk, [.trigger, .collective], number: value)
    }
    add("dussin", .dozen, [.trigger, .collective], number: 12)
    add("tjog", .dozen, [.trigger, .collective], number: 20)
    add("gross", .dozen, [.collective], number: 144)
    add("par", .pair)
  }

  /// Adds spellings of a number.
  private mutating func add(_ spellings: String, number: Double, roles: Roles) {
    add(spellings, .none, roles, number: number)
  }

  private mutating func add(_ spellings: String, roles: Roles) {
    add(spellings, .none, roles)
  }
}
