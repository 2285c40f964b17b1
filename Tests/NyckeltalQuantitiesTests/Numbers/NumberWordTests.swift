import NyckeltalQuantities
import Testing

/// Numbers in words, in every spelling that is met with.
struct NumberWordTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example("0", ["⟦noll⟧", "⟦Noll⟧"]),
    Example("1", ["⟦en⟧", "⟦ett⟧", "⟦Ett⟧", "⟦ETT⟧"]),
    Example("-1", ["Svaret är ⟦minus ett⟧", "⟦negativt ett⟧"]),
    Example("2", ["⟦två⟧", "⟦Två⟧", "⟦TVÅ⟧", "⟦tva\u{30A}⟧", "blev ⟦två⟧ till slut"]),
    Example("5", ["⟦fem⟧", "⟦fem⟧ kom"]),
    Example("8", ["⟦åtta⟧", "⟦ÅTTA⟧"]),
    Example("11 | 12 | 13", ["⟦elva⟧, ⟦tolv⟧, ⟦tretton⟧"]),
    Example("14", ["⟦fjorton⟧", "⟦Fjorton⟧"]),
    Example("18", ["⟦arton⟧", "⟦aderton⟧"]),
    Example("20", ["⟦tjugo⟧", "⟦tjugu⟧", "⟦tjuge⟧"]),
    Example("21", ["⟦tjugoen⟧", "⟦tjugoett⟧", "⟦tjugo en⟧", "⟦tjugo ett⟧", "⟦tjugo\u{AD}ett⟧"]),
    Example("25", ["⟦tjugofem⟧", "⟦tjugo fem⟧", "⟦tjugo\u{AD}fem⟧", "⟦tjugo-fem⟧"]),
    Example("52", ["⟦femtiotvå⟧", "⟦femtio - två⟧", "⟦femtio   två⟧", "⟦femtio-två⟧"]),
    Example("40", ["⟦fyrtio⟧", "⟦förtio⟧", "⟦fyrti⟧"]),
    Example("99", ["⟦nittionio⟧", "⟦nitti nio⟧", "⟦nittinio⟧"]),
    Example("70", ["⟦sjuttio⟧", "⟦sjutti⟧"]),
    Example("16 | 17", ["⟦sexton⟧; ⟦sjutton⟧"]),
    Example("100", ["⟦hundra⟧", "⟦etthundra⟧", "⟦ett hundra⟧", "⟦ett\u{AD}hundra⟧"]),
    Example("101", ["⟦etthundraen⟧", "⟦hundraett⟧", "⟦ett hundra ett⟧"]),
    Example(
      "150",
      ["⟦etthundrafemtio⟧", "⟦ett hundra femtio⟧", "⟦hundrafemtio⟧", "⟦hundra femtio⟧"]
    ),
    Example("116", ["⟦etthundrasexton⟧", "⟦hundrasexton⟧"]),
    Example("161", ["⟦etthundrasextioen⟧", "⟦etthundrasextioett⟧"]),
    Example("106", ["⟦etthundrasex⟧"]),
    Example("331", ["⟦Tre hundra  trettio en⟧", "⟦trehundratrettioett⟧"]),
    Example("200", ["⟦tvåhundra⟧", "⟦två hundra⟧"]),
    Example(
      "1000",
      ["⟦tusen⟧", "⟦ettusen⟧", "⟦etttusen⟧", "⟦ett tusen⟧", "⟦et\u{AD}tusen⟧", "⟦entusen⟧"]
    ),
    Example(
      "1500",
      ["⟦femtonhundra⟧", "⟦ettusen femhundra⟧", "⟦tusenfemhundra⟧", "⟦femton hundra⟧"]
    ),
    Example("5000", ["⟦5 tusen⟧", "⟦fem tusen⟧", "⟦femtusen⟧"]),
    Example(
      "15900",
      [
        "⟦femtontusen niohundra⟧", "⟦femton tusen nio hundra⟧", "⟦femtontusenniohundra⟧",
        "⟦femton\u{AD}tusen nio\u{AD}hundra⟧",
      ]
    ),
    Example(
      "21000",
      ["⟦tjugoettusen⟧", "⟦tjugoentusen⟧", "⟦tjugo\u{AD}et\u{AD}tusen⟧", "⟦tjugoett tusen⟧"]
    ),
    Example("100000", ["⟦hundratusen⟧", "⟦etthundratusen⟧", "⟦ett hundra tusen⟧"]),
    Example("123456", ["⟦etthundratjugotretusen fyrahundrafemtiosex⟧"]),
    Example("1000000", ["⟦en miljon⟧", "⟦miljon⟧", "⟦enmiljon⟧", "⟦1 miljon⟧"]),
    Example("2000000", ["⟦två miljoner⟧", "⟦tvåmiljoner⟧", "⟦2 miljoner⟧"]),
    Example(
      "3500000",
      [
        "⟦tre miljoner femhundratusen⟧", "⟦tre och en halv miljon⟧", "⟦tre och en halv miljoner⟧",
        "⟦3,5 miljoner⟧", "⟦tre komma fem miljoner⟧",
      ]
    ),
    Example(
      "1500000",
      ["⟦en och en halv miljon⟧", "⟦halvannan miljon⟧", "⟦1,5 miljoner⟧", "⟦anderthalv miljon⟧"]
    ),
    Example("500000", ["⟦en halv miljon⟧", "⟦halv miljon⟧", "⟦femhundratusen⟧", "⟦½ miljon⟧"]),
    Example("250000", ["⟦en kvarts miljon⟧", "⟦tvåhundrafemtiotusen⟧"]),
    Example("500000000", ["⟦en halv miljard⟧", "⟦500 miljoner⟧", "⟦fem hundra miljoner⟧"]),
    Example("999000000000", ["⟦niohundranittionio miljarder⟧", "⟦999 miljarder⟧"]),
    Example("2500000000", ["⟦två miljarder femhundra miljoner⟧", "⟦två och en halv miljard⟧"]),
    Example(
      "1.5",
      ["⟦en och en halv⟧", "⟦ett och ett halvt⟧", "⟦ett komma fem⟧", "⟦halvannan⟧", "⟦anderthalv⟧"]
    ),
    Example(
      "2.5",
      ["⟦två och en halv⟧", "⟦två och ett halvt⟧", "⟦två komma fem⟧", "⟦2 och en halv⟧"]
    ),
    Example("-5.5", ["Svaret är ⟦minus fem komma fem⟧"]),
    Example("0.05", ["⟦noll komma noll fem⟧"]),
    Example("3.14", ["⟦tre komma fjorton⟧", "⟦tre komma ett fyra⟧"]),
    Example("3.2", ["⟦tre och en femtedel⟧"]),
    Example("1.25", ["⟦en och en fjärdedel⟧", "⟦en och en kvarts⟧"]),
    Example("20.6", ["⟦tjugo och tre femtedelar⟧"]),
    Example("100.75", ["⟦etthundra och tre kvarts⟧"]),
    Example("-20", ["⟦minus tjugo⟧", "⟦negativ tjugo⟧"]),
    Example("12", ["⟦ett dussin⟧", "⟦tolv⟧"]),
    Example("6", ["⟦ett halvt dussin⟧", "Jag köpte ⟦ett halvt dussin⟧"]),
    Example("24", ["⟦två dussin⟧", "⟦tjugofyra⟧"]),
    Example("20", ["⟦ett tjog⟧"]),
    Example("10 about", ["⟦ett tiotal⟧"]),
    Example("100 about", ["⟦ett hundratal⟧", "⟦ungefär hundra⟧"]),
    Example("12 about", ["⟦ett dussintal⟧"]),
    Example("50 about", ["⟦ett 50-tal⟧", "⟦ett femtiotal⟧"]),
    Example("1000 about", ["⟦ett tusental⟧"]),
    Example("1000000 moreThan", ["⟦en dryg miljon⟧", "⟦drygt en miljon⟧"]),
    Example("1995", ["⟦nittonhundranittiofem⟧"]),
    Example("26 persons", ["⟦Tjugosex människor⟧ kom"]),
    Example("10 | 15", ["⟦tio⟧ ⟦femton⟧"]),
    Example("5 | 3", ["⟦fem⟧ ⟦tre⟧"]),
    Example("123 | 7", ["⟦hundratjugotre⟧, ⟦sju⟧"]),
  ]

  @Test(
    "Words that only begin like numbers are none",
    arguments: [
      "enda", "ensam", "enhet", "ettan", "tvåa", "treenighet", "fyrkant", "femma", "sexualitet",
      "sjuk", "sjukfrånvaro", "åttan", "nian", "tiotals", "hundralapp", "tusenkonstnär", "femkamp",
      "tolvtonsmusik", "entusiasm", "trettiofemtre", "tretioio", "halvlek",
      "miljonär", "femtiofemtio", "tvåtre", "enenen", "hundrahundra", "tusentusen",
    ]
  )
  func lookAlikes(_ text: String) {
    #expect(QuantityReader().read(text) == [])
  }
}
