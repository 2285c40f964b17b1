extension MorphemeTrie {
  mutating func addCardinals() {
    let units = [
      "en ett", "två", "tre", "fyra fyr", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
      "tretton", "fjorton", "femton", "sexton", "sjutton", "arton aderton", "nitton",
    ]
    for (index, words) in units.enumerated() { add(words, .unit, Double(index + 1)) }
    let tens = [
      "tjugo tjugu tjuge tju", "trettio tretti", "fyrtio fyrti förtio förti", "femtio femti",
      "sextio sexti", "sjuttio sjutti", "åttio åtti", "nittio nitti",
    ]
    for (index, words) in tens.enumerated() { add(words, .unit, Double(index * 10 + 20)) }
    add("hundra", .hundred, 100)
    add("tusen", .scale, 1_000)
    add("ettusen", .oneThousand)
    add("miljon miljoner", .scale, 1e6)
    add("miljard miljarder", .scale, 1e9)
    add("biljon biljoner", .scale, 1e12)
  }

  mutating func addTails() {
    let ordinals = [
      "första förste", "andra andre", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde",
      "nionde nioende", "tionde tioende", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde",
      "sextonde", "sjuttonde", "artonde adertonde", "nittonde", "tjugonde",
    ]
    let parts = [
      "förstedel", "andradel andredel", "tredjedel", "fjärdedel", "femtedel", "sjättedel",
      "sjundedel sjundel", "åttondel åttondedel", "niondel niondedel", "tiondel tiondedel",
      "elftedel", "tolftedel", "trettondel trettondedel", "fjortondel fjortondedel",
      "femtondel femtondedel", "sextondel sextondedel", "sjuttondel sjuttondedel",
      "artondel artondedel", "nittondel nittondedel", "tjugondel tjugondedel",
    ]
    for (index, words) in ordinals.enumerated() { add(words, .ordinal, Double(index + 1)) }
    for (index, words) in parts.enumerated() { add(words, .parts, Double(index + 1)) }
    let tens = ["trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
    for (index, stem) in tens.enumerated() {
      let value = Double(index * 10 + 30)
      add("\(stem)nde", .ordinal, value)
      add("\(stem)ndel \(stem)ndedel", .parts, value)
    }
    add("hundrade", .ordinalHundred)
    add("tusende", .ordinalScale, 1_000)
    add("miljonte miljonde", .ordinalScale, 1e6)
    add("miljardte miljarde", .ordinalScale, 1e9)
    add("hundradel hundradedel hundrandel", .partsHundred)
    add("tusendel tusendedel", .partsScale, 1_000)
    add("miljondel miljontedel", .partsScale, 1e6)
    add("årig åriga årigt årigs", .years)
    add("åring åringar åringarna åringen åringars åringarnas", .aged)
    add("procentig procentiga procentigt", .percent)
  }
}
