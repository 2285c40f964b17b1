import NyckeltalQuantities
import Testing

/// Numbers, ordinals, shares, amounts and lengths of time alone on their line, in the spellings
/// that are usual in Swedish text.
struct UsualSpellingsTests {
  @Test(arguments: cardinals) func readsCardinals(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: ordinals) func readsOrdinals(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: fractions) func readsFractions(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: percent) func readsPercent(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: money) func readsMoney(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: durations) func readsDurations(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let cardinals: [Example] = [
    Example("0", ["⟦noll⟧", "⟦0⟧"]),
    Example("1", ["⟦ett⟧", "⟦en⟧", "⟦1⟧"]),
    Example("2", ["⟦två⟧", "⟦2⟧"]),
    Example("7", ["⟦sju⟧", "⟦7⟧", "⟦7,0⟧"]),
    Example("14", ["⟦fjorton⟧", "⟦14⟧"]),
    Example("17", ["⟦sjutton⟧"]),
    Example("18", ["⟦arton⟧", "⟦aderton⟧"]),
    Example("20", ["⟦tjugo⟧", "⟦20⟧", "⟦tjugu⟧"]),
    Example("21", ["⟦tjugo ett⟧", "⟦tjugoett⟧", "⟦tjugoen⟧", "⟦tjugo en⟧", "⟦21⟧"]),
    Example("33", ["⟦trettiotre⟧", "⟦trettio tre⟧", "⟦33⟧", "⟦0033⟧"]),
    Example("40", ["⟦fyrtio⟧", "⟦förtio⟧"]),
    Example("70", ["⟦sjuttio⟧", "⟦sjutti⟧"]),
    Example("99", ["⟦nittionio⟧", "⟦nittio nio⟧"]),
    Example("100", ["⟦hundra⟧", "⟦ett hundra⟧", "⟦etthundra⟧", "⟦100⟧"]),
    Example(
      "120",
      ["⟦hundra tjugo⟧", "⟦etthundratjugo⟧", "⟦ett hundra tjugo⟧", "⟦hundratjugo⟧", "⟦120⟧"]
    ),
    Example("101", ["⟦hundraett⟧", "⟦ett hundra ett⟧", "⟦etthundraen⟧", "⟦ett hundra och ett⟧"]),
    Example("250", ["⟦tvåhundrafemtio⟧", "⟦två hundra femtio⟧", "⟦två hundra och femtio⟧"]),
    Example("999", ["⟦niohundranittionio⟧", "⟦nio hundra nittio nio⟧"]),
    Example(
      "1000",
      ["⟦tusen⟧", "⟦ett tusen⟧", "⟦ettusen⟧", "⟦etttusen⟧", "⟦1000⟧", "⟦1 000⟧", "⟦1.000⟧"]
    ),
    Example(
      "1500",
      [
        "⟦femton hundra⟧", "⟦femtonhundra⟧", "⟦ett tusen fem hundra⟧", "⟦ettusenfemhundra⟧",
        "⟦1 500⟧",
      ]
    ),
    Example("1984", ["⟦nittonhundraåttiofyra⟧", "⟦ettusen niohundraåttiofyra⟧"]),
    Example("2015", ["⟦tvåtusenfemton⟧", "⟦två tusen femton⟧", "⟦tjugohundrafemton⟧"]),
    Example("3000", ["⟦3K⟧", "⟦3k⟧", "⟦3 000⟧", "⟦tre tusen⟧", "⟦tretusen⟧"]),
    Example(
      "100000",
      [
        "⟦100 000⟧", "⟦hundratusen⟧", "⟦hundra tusen⟧", "⟦etthundratusen⟧", "⟦100K⟧", "⟦100k⟧",
        "⟦ett hundra tusen⟧",
      ]
    ),
    Example("123456", ["⟦etthundratjugotre tusen fyrahundrafemtiosex⟧", "⟦123 456⟧"]),
    Example("300000", ["⟦300 000⟧", "⟦trehundratusen⟧", "⟦tre hundra tusen⟧", "⟦300K⟧"]),
    Example("1000000", ["⟦1 000 000⟧", "⟦en miljon⟧", "⟦1 miljon⟧", "⟦1.000.000⟧", "⟦1000000⟧"]),
    Example(
      "1500000",
      [
        "⟦1,5 miljoner⟧", "⟦en och en halv miljon⟧", "⟦1 500 000⟧", "⟦en komma fem miljoner⟧",
        "⟦1½ miljon⟧",
      ]
    ),
    Example("3000000", ["⟦3M⟧", "⟦3 miljoner⟧", "⟦tre miljoner⟧", "⟦3 000 000⟧", "⟦3000K⟧"]),
    Example("1200000", ["⟦1,2 miljoner⟧", "⟦1 200 000⟧", "⟦1200000⟧", "⟦1200K⟧"]),
    Example("5000000", ["⟦fem miljoner⟧", "⟦femmiljoner⟧"]),
    Example("1000000000", ["⟦en miljard⟧", "⟦1 miljard⟧", "⟦tusen miljoner⟧", "⟦1 000 000 000⟧"]),
    Example(
      "2500000000",
      ["⟦2,5 miljarder⟧", "⟦två och en halv miljard⟧", "⟦två komma fem miljarder⟧"]
    ),
    Example("1000000000000", ["⟦en biljon⟧", "⟦1 biljon⟧"]),
    Example(
      "1.5",
      [
        "⟦1,5⟧", "⟦en komma fem⟧", "⟦ett komma fem⟧", "⟦en och en halv⟧", "⟦ett och ett halvt⟧",
        "⟦1.5⟧", "⟦halvannan⟧", "⟦halvtannat⟧", "⟦1 1/2⟧", "⟦1½⟧",
      ]
    ),
    Example(
      "2.5",
      ["⟦2 1/2⟧", "⟦två och en halv⟧", "⟦2,5⟧", "⟦två och ett halvt⟧", "⟦2½⟧", "⟦två komma fem⟧"]
    ),
    Example("3.5", ["⟦3 och en halv⟧", "⟦tre och en halv⟧", "⟦3 ½⟧", "⟦tre och ett halvt⟧"]),
    Example("0.5", ["⟦0,5⟧", "⟦noll komma fem⟧", "⟦0.5⟧"]),
    Example("1.1", ["⟦1,1⟧", "⟦en komma ett⟧", "⟦1.1⟧", "⟦1,10⟧"]),
    Example("0.77", ["⟦0,77⟧", "⟦noll komma sjuttiosju⟧", "⟦0.77⟧", "⟦noll komma sju sju⟧"]),
    Example("3.14", ["⟦tre komma fjorton⟧", "⟦3,14⟧", "⟦tre komma ett fyra⟧"]),
    Example("-3", ["⟦minus tre⟧", "⟦-3⟧", "⟦−3⟧", "⟦minus 3⟧"]),
    Example(
      "-1200000",
      ["⟦-1,2 miljoner⟧", "⟦minus 1 200 000⟧", "⟦-1 200 000⟧", "⟦minus en komma två miljoner⟧"]
    ),
    Example("12", ["⟦ett dussin⟧"]),
    Example("24", ["⟦två dussin⟧"]),
    Example("20", ["⟦ett tjog⟧"]),
  ]

  static let ordinals: [Example] = [
    Example("ordinal 1", ["⟦första⟧", "⟦förste⟧", "⟦1:a⟧", "⟦1:e⟧", "⟦1:sta⟧"]),
    Example("ordinal 2", ["⟦andra⟧", "⟦andre⟧", "⟦2:a⟧", "⟦2:e⟧"]),
    Example("ordinal 3", ["⟦tredje⟧", "⟦3:e⟧", "⟦3:dje⟧"]),
    Example("ordinal 4", ["⟦fjärde⟧", "⟦4:e⟧", "⟦4:de⟧"]),
    Example("ordinal 7", ["⟦sjunde⟧", "⟦7:e⟧"]),
    Example("ordinal 8", ["⟦åttonde⟧", "⟦8:e⟧"]),
    Example("ordinal 12", ["⟦tolfte⟧", "⟦12:e⟧"]),
    Example("ordinal 15", ["⟦15:e⟧", "⟦femtonde⟧"]),
    Example("ordinal 21", ["⟦tjugoförsta⟧", "⟦21:a⟧", "⟦tjugo första⟧", "⟦21:sta⟧"]),
    Example("ordinal 22", ["⟦tjugoandra⟧", "⟦22:a⟧"]),
    Example("ordinal 25", ["⟦tjugofemte⟧", "⟦25:e⟧", "⟦tjugo femte⟧"]),
    Example("ordinal 31", ["⟦31:a⟧", "⟦trettioförsta⟧"]),
    Example("ordinal 100", ["⟦hundrade⟧", "⟦100:e⟧"]),
    Example("ordinal 1000", ["⟦tusende⟧", "⟦1000:e⟧"]),
  ]

  static let fractions: [Example] = [
    Example("fraction 50 percent", ["⟦hälften⟧", "⟦halva⟧"]),
    Example("fraction 75 percent", ["⟦tre fjärdedelar⟧", "⟦3/4⟧"]),
    Example("fraction 33.333333 percent", ["⟦en tredjedel⟧", "⟦1/3⟧", "⟦var tredje⟧"]),
  ]

  static let percent: [Example] = [
    Example(
      "10 percent",
      ["⟦tio procent⟧", "⟦10 pct⟧", "⟦10 %⟧", "⟦10%⟧", "⟦10 procent⟧", "⟦10 proc⟧"]
    ),
    Example("0.5 percent", ["⟦fem promille⟧", "⟦5 promille⟧", "⟦0,5 procent⟧"]),
    Example("5 percent", ["⟦5%⟧", "⟦fem procent⟧", "⟦5 %⟧", "⟦5.0 %⟧", "⟦5,0 procent⟧"]),
    Example("33 percent", ["⟦33%⟧", "⟦trettiotre procent⟧", "⟦33 procent⟧"]),
    Example(
      "12.5 percent",
      ["⟦12,5%⟧", "⟦tolv och en halv procent⟧", "⟦tolv komma fem procent⟧", "⟦12,5 procent⟧"]
    ),
    Example("100 percent", ["⟦100%⟧", "⟦hundra procent⟧", "⟦100 procent⟧"]),
    Example("-5 percent", ["⟦-5%⟧", "⟦minus fem procent⟧"]),
    Example(
      "20 percent about",
      ["⟦cirka 20 %⟧", "⟦ungefär tjugo procent⟧", "⟦c:a 20 procent⟧", "⟦ca 20%⟧"]
    ),
  ]

  static let money: [Example] = [
    Example(
      "10 SEK",
      [
        "⟦10 kr⟧", "⟦10 kronor⟧", "⟦tio kronor⟧", "⟦SEK 10⟧", "⟦10 SEK⟧", "⟦10kr⟧", "⟦10:-⟧",
        "⟦10 sek⟧",
      ]
    ),
    Example("15 SEK", ["⟦15 kr⟧", "⟦15:-⟧", "⟦15 kronor⟧", "⟦femton kronor⟧", "⟦15,00 kr⟧"]),
    Example("20 SEK", ["⟦tjugo kronor⟧", "⟦20 kr⟧", "⟦20,-⟧", "⟦20 spänn⟧"]),
    Example("0.2 SEK", ["⟦20 öre⟧", "⟦tjugo öre⟧"]),
    Example("1 SEK", ["⟦en krona⟧", "⟦1 kr⟧", "⟦1 krona⟧"]),
    Example(
      "1.5 SEK",
      [
        "⟦1,50 kr⟧", "⟦1 krona och 50 öre⟧", "⟦en krona och femtio öre⟧", "⟦1:50 kr⟧",
        "⟦1,5 kronor⟧", "⟦en och en halv krona⟧",
      ]
    ),
    Example(
      "1000 SEK",
      [
        "⟦tusen kronor⟧", "⟦1 000 kr⟧", "⟦1 tkr⟧", "⟦1000 kronor⟧", "⟦ett tusen kronor⟧",
        "⟦1 000:-⟧",
      ]
    ),
    Example(
      "20000 SEK",
      ["⟦20 000 kr⟧", "⟦tjugotusen kronor⟧", "⟦20 tkr⟧", "⟦20 tusen kronor⟧", "⟦20 000 SEK⟧"]
    ),
    Example(
      "3000000 SEK",
      [
        "⟦3 miljoner kronor⟧", "⟦3 mkr⟧", "⟦3 mnkr⟧", "⟦tre miljoner kronor⟧", "⟦3 Mkr⟧",
        "⟦3 milj. kronor⟧",
      ]
    ),
    Example(
      "2000000000 SEK",
      ["⟦2 miljarder kronor⟧", "⟦två miljarder kronor⟧", "⟦2 mdkr⟧", "⟦2 mdr kronor⟧"]
    ),
    Example("100 SEK about", ["⟦cirka 100 kr⟧", "⟦ungefär hundra kronor⟧", "⟦runt 100 kronor⟧"]),
    Example("100 SEK atLeast", ["⟦minst 100 kr⟧", "⟦minst hundra kronor⟧"]),
    Example("100 SEK atMost", ["⟦högst 100 kr⟧", "⟦max 100 kronor⟧", "⟦upp till 100 kr⟧"]),
    Example(
      "10..20 SEK",
      [
        "⟦10–20 kr⟧", "⟦10-20 kronor⟧", "⟦mellan 10 och 20 kronor⟧",
        "⟦mellan tio och tjugo kronor⟧", "⟦10 till 20 kr⟧",
      ]
    ),
  ]

  static let durations: [Example] = [
    Example("1 days", ["⟦en dag⟧", "⟦1 dag⟧", "⟦ett dygn⟧", "⟦1 dygn⟧"]),
    Example("2 days", ["⟦två dagar⟧", "⟦2 dagar⟧", "⟦2 dygn⟧"]),
    Example("7 days", ["⟦en vecka⟧", "⟦1 vecka⟧", "⟦sju dagar⟧"]),
    Example("14 days", ["⟦två veckor⟧", "⟦14 dagar⟧", "⟦2 veckor⟧", "⟦fjorton dagar⟧"]),
    Example("21 days", ["⟦tre veckor⟧", "⟦3 veckor⟧"]),
    Example("1 months", ["⟦en månad⟧", "⟦1 månad⟧", "⟦1 mån⟧"]),
    Example("3 months", ["⟦3 månader⟧", "⟦tre månader⟧", "⟦ett kvartal⟧", "⟦3 mån⟧"]),
    Example("6 months", ["⟦ett halvår⟧", "⟦sex månader⟧", "⟦6 månader⟧"]),
    Example("18 months", ["⟦18 månader⟧", "⟦arton månader⟧"]),
    Example("1 years", ["⟦ett år⟧", "⟦1 år⟧"]),
    Example(
      "1.5 years",
      ["⟦ett och ett halvt år⟧", "⟦1,5 år⟧", "⟦halvtannat år⟧", "⟦1½ år⟧", "⟦1 1/2 år⟧"]
    ),
    Example("2 years", ["⟦två år⟧", "⟦2 år⟧"]),
    Example("2.5 years", ["⟦två och ett halvt år⟧", "⟦2,5 år⟧"]),
    Example("10 years", ["⟦tio år⟧", "⟦ett decennium⟧", "⟦10 år⟧", "⟦ett årtionde⟧"]),
    Example("100 years", ["⟦hundra år⟧", "⟦ett sekel⟧", "⟦ett århundrade⟧"]),
    Example("1 other", ["⟦en timme⟧", "⟦1 timme⟧", "⟦1 h⟧", "⟦1 tim⟧"]),
    Example("0.5 other", ["⟦en halvtimme⟧", "⟦en halv timme⟧", "⟦0,5 timmar⟧"]),
    Example(
      "1.5 other",
      ["⟦en och en halv timme⟧", "⟦1,5 timmar⟧", "⟦halvannan timme⟧", "⟦1 timme och 30 minuter⟧"]
    ),
    Example("15 other", ["⟦15 minuter⟧", "⟦femton minuter⟧", "⟦15 min⟧", "⟦en kvart⟧"]),
    Example("45 other", ["⟦trekvart⟧", "⟦45 minuter⟧", "⟦tre kvart⟧"]),
    Example("30 other", ["⟦30 sekunder⟧", "⟦trettio sekunder⟧"]),
    Example("0.5 days", ["⟦en halv dag⟧"]),
    Example("27 months", ["⟦två år och tre månader⟧", "⟦2 år och 3 månader⟧"]),
    Example("3..5 days", ["⟦3–5 dagar⟧", "⟦tre till fem dagar⟧", "⟦mellan 3 och 5 dagar⟧"]),
    Example("2 days about", ["⟦cirka två dagar⟧", "⟦ungefär 2 dagar⟧"]),
  ]
}
