import NyckeltalQuantities
import Testing

/// Percent, percentage points and lengths of time.
struct PercentAndDurationTests {
  @Test(arguments: percent) func readsPercent(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  @Test(arguments: durations) func readsDuration(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let percent: [Example] = [
    Example(
      "70 percent",
      [
        "⟦70%⟧", "⟦70 %⟧", "⟦70 procent⟧", "⟦sjuttio procent⟧", "⟦70\u{A0}%⟧", "⟦70procent⟧",
        "⟦70 Procent⟧", "andelen är ⟦70 procent⟧.", "(⟦70 %⟧)", "⟦70,0 %⟧",
      ]
    ),
    Example(
      "2.5 percent",
      [
        "⟦2,5 %⟧", "⟦2.5 %⟧", "⟦2,5 procent⟧", "⟦två och en halv procent⟧",
        "⟦två komma fem procent⟧", "⟦2½ procent⟧",
      ]
    ),
    Example("100 percent", ["⟦100%⟧", "⟦etthundra procent⟧", "⟦hundra procent⟧"]),
    Example("240 percent", ["⟦240 procent⟧", "⟦tvåhundrafyrtio procent⟧"]),
    Example("-5 percent", ["behöver bara ⟦minus fem procent⟧", "⟦-5 %⟧", "⟦−5 procent⟧"]),
    Example("1 percent", ["⟦en procent⟧", "⟦1 %⟧"]),
    Example("0.5 percent", ["⟦5 promille⟧", "⟦0,5 %⟧", "⟦5 ‰⟧", "⟦en halv procent⟧"]),
    Example("60.6 percent", ["⟦60,6 procent⟧ av aspiranterna"]),
    Example(
      "50 percent",
      ["⟦50-procentig⟧ tjänst", "⟦femtioprocentig⟧ tjänst", "⟦50 procents⟧ deltid"]
    ),
    Example(
      "10 percent almost",
      ["⟦nästan tio procent⟧", "⟦närmare 10 %⟧", "⟦knappt 10 procent⟧"]
    ),
    Example(
      "10..15 percent",
      [
        "⟦10–15 procent⟧", "⟦10-15 %⟧", "⟦10 till 15 procent⟧", "⟦mellan 10 och 15 procent⟧",
        "⟦10 % – 15 %⟧", "⟦tio till femton procent⟧",
      ]
    ),
    Example(
      "3 percentagePoints",
      [
        "⟦3 procentenheter⟧", "⟦tre procentenheter⟧", "⟦3 %-enheter⟧",
        "⟦3 procentenheters⟧ skillnad", "⟦3 procent-enheter⟧", "⟦3 procent enheter⟧",
      ]
    ),
    Example("1 percentagePoints", ["⟦en procentenhet⟧", "⟦1 procentenhet⟧"]),
    Example(
      "5 percentagePoints up | 45 percent to",
      ["ökade med ⟦5 procentenheter⟧ till ⟦45 procent⟧"]
    ),
    Example(
      "3 percent down",
      [
        "minskat med ⟦3 %⟧", "en minskning med ⟦3 procent⟧", "sjunkit med ⟦tre procent⟧",
        "gått ner med ⟦3 procent⟧",
      ]
    ),
    Example(
      "12 percent up",
      ["ökat med ⟦12 procent⟧", "en ökning med ⟦12 %⟧", "en uppgång på ⟦12 procent⟧"]
    ),
    Example(
      "2 percentagePoints up difference",
      ["⟦2 procentenheter högre⟧ än målet", "⟦två procentenheter mer⟧"]
    ),
    Example("44 percent | 56 percent", ["⟦44 %⟧ kvinnor och ⟦56 %⟧ män"]),
    Example("10 percent | 20 percent | 30 percent", ["⟦10⟧, ⟦20⟧ och ⟦30 procent⟧"]),
    Example("28 persons | 70 percent", ["⟦28 personer⟧ (⟦70 procent⟧)", "⟦28 elever⟧ (⟦70 %⟧)"]),
  ]

  static let durations: [Example] = [
    Example(
      "14 days",
      [
        "⟦två veckor⟧", "⟦2 veckor⟧", "⟦14 dagar⟧", "⟦fjorton dagar⟧", "⟦14 dygn⟧",
        "⟦två veckors⟧ kurs",
      ]
    ),
    Example("7 days", ["⟦en vecka⟧", "⟦1 vecka⟧", "⟦sju dagar⟧"]),
    Example("1 days", ["⟦en dag⟧", "⟦ett dygn⟧", "⟦1 dag⟧"]),
    Example("3 days", ["⟦tre dagar⟧", "⟦3 arbetsdagar⟧", "⟦tre dygn⟧"]),
    Example("17 days", ["⟦2 veckor och 3 dagar⟧", "⟦17 dagar⟧"]),
    Example(
      "18 months",
      [
        "⟦18 månader⟧", "⟦arton månader⟧", "⟦18 månaders⟧ anställning", "⟦1 år och 6 månader⟧",
        "⟦18 mån⟧", "⟦ett år och sex månader⟧", "⟦1 år 6 månader⟧",
      ]
    ),
    Example("27 months", ["⟦två år och tre månader⟧"]),
    Example("1 months", ["⟦en månad⟧", "⟦1 månad⟧"]),
    Example("6 months", ["⟦ett halvår⟧", "⟦sex månader⟧", "⟦6 månader⟧"]),
    Example("9 months", ["⟦tre kvartal⟧", "⟦nio månader⟧"]),
    Example("1 years", ["⟦ett år⟧", "⟦1 år⟧"]),
    Example("1.5 years", ["⟦ett och ett halvt år⟧", "⟦1,5 år⟧", "⟦1½ år⟧", "⟦halvannat år⟧"]),
    Example("5 years", ["⟦5 år⟧", "⟦fem år⟧", "⟦5 års⟧ erfarenhet", "under ⟦fem år⟧"]),
    Example(
      "5 years about",
      [
        "⟦omkring fem år⟧", "⟦cirka fem år⟧", "⟦ca. 5 år⟧", "⟦c:a fem år⟧", "⟦runt fem år⟧",
        "⟦ungefär 5 år⟧",
      ]
    ),
    Example("3 years", ["en ⟦treårig⟧ utbildning", "en ⟦3-årig⟧ utbildning", "⟦tre år⟧"]),
    Example("2..3 years", ["⟦2–3 år⟧", "⟦två till tre år⟧", "om ⟦2-3 år⟧"]),
    Example("7..14 days", ["⟦en–två veckor⟧", "⟦en till två veckor⟧", "⟦1-2 veckor⟧"]),
    Example("2 other", ["⟦2 timmar⟧", "⟦två timmar⟧", "⟦2 h⟧", "⟦2 tim⟧"]),
    Example(
      "0.5 other",
      ["⟦en halvtimme⟧", "⟦en halv timme⟧", "⟦1/2 timme⟧", "⟦0,5 timmar⟧", "⟦½ timme⟧"]
    ),
    Example(
      "8.5 other",
      ["⟦8 timmar och 30 minuter⟧", "⟦8,5 timmar⟧", "⟦åtta och en halv timme⟧"]
    ),
    Example("30 other", ["⟦30 minuter⟧", "⟦trettio min⟧", "⟦30 minuterna⟧", "⟦trettio sekunder⟧"]),
    Example("1 other", ["⟦1 sekund⟧", "⟦en minut⟧", "⟦ett sek⟧", "⟦en timme⟧"]),
    Example("40 other", ["⟦40 timmar⟧ i veckan"]),
    Example("2 years down", ["minskades med ⟦två år⟧"]),
    Example("1 years moreThan", ["⟦ett drygt år⟧", "⟦drygt ett år⟧", "⟦mer än 1 år⟧"]),
    Example("3 months lessThan", ["⟦mindre än 3 månader⟧", "⟦kortare än tre månader⟧"]),
    Example("6 months atLeast", ["⟦minst sex månader⟧", "⟦6 månader eller längre⟧"]),
  ]
}
