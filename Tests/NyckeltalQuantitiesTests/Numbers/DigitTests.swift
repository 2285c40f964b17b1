import NyckeltalQuantities
import Testing

/// Numbers in digits: grouping, decimals, signs, scales.
struct DigitTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "15900",
      [
        "⟦15900⟧", "⟦15 900⟧", "⟦15\u{A0}900⟧", "⟦15\u{202F}900⟧", "⟦15\u{2009}900⟧", "⟦15.900⟧",
        "⟦15'900⟧", "⟦15’900⟧", "siffran ⟦15 900⟧ nämndes", "(⟦15 900⟧)", "⟦15 900⟧.", "”⟦15 900⟧”",
        "⟦15 900⟧,", "**⟦15 900⟧**", "⟦15,9 tusen⟧", "⟦15,9K⟧", "⟦15 tusen 900⟧",
      ]
    ),
    Example(
      "1234567.89",
      ["⟦1 234 567,89⟧", "⟦1234567,89⟧", "⟦1.234.567,89⟧", "⟦1\u{A0}234\u{A0}567,89⟧"]
    ),
    Example("1234567", ["⟦1 234 567⟧", "⟦1.234.567⟧", "⟦1,234,567⟧", "⟦1'234'567⟧"]),
    Example("5483", ["⟦5483⟧", "⟦5 483⟧", "totalt ⟦5483⟧"]),
    Example("0.077", ["⟦0,077⟧", "⟦0.077⟧"]),
    Example("60.6", ["⟦60,6⟧", "⟦60.6⟧", "⟦60,60⟧", "indexet är ⟦60,6⟧ nu"]),
    Example("2.5", ["⟦2,5⟧", "⟦2.5⟧", "⟦2½⟧", "⟦2 ½⟧", "⟦2 1/2⟧", "⟦02,50⟧"]),
    Example("0.77", ["⟦0,77⟧", "⟦,77⟧"]),
    Example("4.8", ["⟦4,800⟧", "⟦4,8⟧"]),
    Example("20", ["⟦20,000⟧", "⟦20⟧", "⟦20,0⟧", "⟦20⟧."]),
    Example("100000", ["⟦100.000⟧", "⟦100000⟧", "⟦100 000⟧", "⟦100K⟧", "⟦100k⟧", "⟦100 tusen⟧"]),
    Example(
      "3000000",
      ["⟦3M⟧", "⟦3000K⟧", "⟦3000000⟧", "⟦3.000.000⟧", "⟦3 000 000⟧", "⟦3 miljoner⟧"]
    ),
    Example("1200000", ["⟦1.200.000⟧", "⟦1200000⟧", "⟦1,2M⟧", "⟦1200K⟧", "⟦1,2 miljoner⟧"]),
    Example(
      "-1200000",
      [
        "⟦- 1.200.000⟧", "⟦-1200000⟧", "⟦minus 1.200.000⟧", "⟦negativ 1200000⟧", "⟦-1,2M⟧",
        "⟦-1200K⟧", "⟦−1 200 000⟧",
      ]
    ),
    Example("-1.2", ["⟦-1,2⟧", "⟦-1.2⟧", "⟦−1,2⟧", "⟦–1,2⟧", "⟦minus 1,2⟧", "resultat: ⟦-1,2⟧"]),
    Example("-1.8", ["⟦- 1 4/5⟧", "⟦-1,8⟧", "⟦minus 1,8⟧"]),
    Example("12", ["⟦+12⟧", "⟦plus 12⟧", "⟦12⟧", "⟦12,00⟧"]),
    Example("0", ["⟦0⟧", "⟦+-0⟧", "⟦±0⟧", "⟦-0⟧", "⟦0,0⟧"]),
    Example("32200", ["⟦322 hundra⟧", "⟦32 200⟧"]),
    Example("4321", ["⟦4 tusen 3 hundra 21⟧", "⟦4 321⟧", "⟦4.321⟧"]),
    Example(
      "3200000",
      ["⟦3 miljoner 200 tusen⟧", "⟦3 miljoner tvåhundratusen⟧", "⟦3,2 miljoner⟧"]
    ),
    Example("2300000", ["⟦2,3 miljoner⟧", "⟦2,3 mn⟧", "⟦2,3 milj⟧"]),
    Example("4100000000", ["⟦4,1 miljarder⟧", "⟦4,1 mdr⟧", "⟦4 100 miljoner⟧"]),
    Example("1000000000000", ["⟦1 biljon⟧", "⟦1 000 miljarder⟧", "⟦tusen miljarder⟧"]),
    Example("1e+18", ["⟦1 triljon⟧", "⟦en triljon⟧"]),
    Example("36", ["⟦3 dussin⟧", "⟦tre dussin⟧", "⟦36⟧"]),
    Example("10000000000", ["⟦10G⟧", "⟦10 miljarder⟧", "⟦10 000 000 000⟧"]),
    Example("123456789101231", ["⟦123456789101231⟧"]),
    Example("1414021100", ["siffran är ⟦1 414 021 100⟧."]),
    Example("40000 | 40000", ["⟦40 000⟧ är samma som ⟦40 000⟧"]),
    Example("5 | 5", ["skriv ⟦5.00⟧ eller ⟦5,00⟧."]),
    Example("423 | 0", ["⟦423⟧ ⟦0000⟧"]),
    Example("578 | 419", ["utfall: ⟦578⟧ | ⟦419⟧", "⟦578⟧; ⟦419⟧", "⟦578⟧\t⟦419⟧"]),
    Example("1 | 234 | 567", ["⟦1⟧, ⟦234⟧, ⟦567⟧"]),
    Example("300 | 200", ["⟦3 hundra⟧ och ⟦2 hundra⟧"]),
    Example("7", ["⟦7⟧", "svaret blev ⟦7⟧", "⟦7⟧!", "⟦7⟧?"]),
    Example("3.75", ["⟦3 ¾⟧", "⟦3¾⟧", "⟦3,75⟧", "⟦3 3/4⟧"]),
    Example("15900 persons", ["⟦15,900 personer⟧", "⟦15.900 personer⟧", "⟦15 900 personer⟧"]),
  ]
}
