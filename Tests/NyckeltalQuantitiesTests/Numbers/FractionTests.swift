import NyckeltalQuantities
import Testing

/// Shares, parts and multiples.
struct FractionTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "fraction 50 percent",
      ["⟦hälften⟧", "⟦½⟧", "⟦1/2⟧", "⟦en halv⟧", "⟦varannan⟧ elev", "⟦Hälften⟧ av dem kom"]
    ),
    Example(
      "fraction 50 percent moreThan",
      ["⟦mer än hälften⟧ av gruppen", "⟦drygt hälften⟧", "⟦över hälften⟧"]
    ),
    Example("fraction 50 percent almost", ["⟦nästan hälften⟧", "⟦knappt hälften⟧"]),
    Example("fraction 50 percent about", ["⟦cirka hälften⟧", "⟦ungefär hälften⟧ slutade"]),
    Example("fraction 75 percent", ["⟦3/4⟧", "⟦tre fjärdedelar⟧", "⟦¾⟧"]),
    Example("fraction 25 percent", ["⟦en fjärdedel⟧", "⟦1/4⟧", "⟦var fjärde⟧ sökande", "⟦¼⟧"]),
    Example(
      "fraction 33.333333 percent",
      ["⟦en tredjedel⟧", "⟦1/3⟧", "⟦var tredje⟧ kvinna", "⟦⅓⟧"]
    ),
    Example("fraction 66.666667 percent", ["⟦två tredjedelar⟧", "⟦2/3⟧", "⟦⅔⟧"]),
    Example(
      "fraction 33.333333 percent almost",
      ["⟦knappt en tredjedel⟧", "⟦en knapp tredjedel⟧"]
    ),
    Example(
      "fraction 33.333333 percent moreThan",
      ["⟦drygt en tredjedel⟧", "⟦en dryg tredjedel⟧"]
    ),
    Example("fraction 20 percent", ["⟦en femtedel⟧", "⟦var femte⟧ ungdom", "⟦1/5⟧"]),
    Example("fraction 12.5 percent", ["⟦en åttondel⟧", "⟦en åttondedel⟧", "⟦1/8⟧"]),
    Example(
      "fraction 10 percent",
      ["⟦en tiondel⟧", "⟦var tionde⟧ deltagare", "⟦1/10⟧", "⟦var 10:e⟧ elev"]
    ),
    Example("fraction 60 percent", ["⟦tre femtedelar⟧", "⟦3/5⟧"]),
    Example("fraction 62.5 percent", ["⟦fem åttondelar⟧", "⟦5/8⟧"]),
    Example("fraction 1 percent", ["⟦en hundradel⟧", "⟦en hundradedel⟧"]),
    Example("fraction 5 percent", ["⟦en tjugondel⟧", "⟦1/20⟧"]),
    Example("fraction 4.761905 percent", ["⟦en tjugoförstedel⟧"]),
    Example("fraction 0.1 percent", ["⟦en tusendel⟧"]),
    Example("fraction 400 percent", ["⟦tjugo femtedelar⟧"]),
    Example("fraction 420 percent", ["⟦tjugoen femtedelar⟧"]),
    Example("fraction 2600 percent", ["⟦etthundratrettio femtedelar⟧"]),
    Example("fraction -80 percent", ["⟦-4/5⟧"]),
    Example(
      "fraction 80 percent part",
      ["⟦åtta av tio⟧", "⟦8 av 10⟧", "⟦åtta av de tio⟧", "⟦8 av totalt 10⟧"]
    ),

    Example(
      "fraction 50 percent part",
      [
        "⟦12 av de 24⟧", "⟦12 av 24⟧", "⟦12 av de 24 deltagarna⟧ fick arbete",
        "⟦6 av totalt 12 kurser⟧", "⟦tre av sex⟧",
      ]
    ),
    Example("fraction 25 percent part", ["⟦en av fyra⟧ kom", "⟦1 av 4⟧", "⟦en av de fyra⟧"]),
    Example("fraction 33.333333 percent part", ["⟦en av tre⟧", "⟦1 av 3⟧", "⟦en av tre elever⟧"]),
    Example(
      "fraction 66.666667 percent part",
      ["⟦två av tre⟧", "⟦2 av 3⟧", "⟦två av tre ungdomar⟧"]
    ),
    Example("fraction 4.761905 percent part", ["⟦1 av tjugo ett⟧", "⟦en av 21⟧"]),
    Example(
      "multiple 2 up",
      [
        "⟦fördubblats⟧", "⟦fördubblades⟧", "antalet har ⟦fördubblats⟧ sedan dess", "⟦fördubbling⟧",
        "en ⟦fördubbling⟧ av stödet", "⟦dubblerats⟧",
      ]
    ),
    Example("multiple 0.5 down", ["⟦halverats⟧", "⟦halverades⟧", "⟦halvering⟧", "kön ⟦halveras⟧"]),
    Example("multiple 3 up", ["⟦tredubblats⟧", "⟦tredubblades⟧", "en ⟦tredubbling⟧"]),
    Example("multiple 4 up", ["⟦fyrdubblats⟧", "⟦fyrdubbla⟧"]),
    Example("multiple 10 up", ["⟦tiodubblats⟧"]),
    Example("multiple 2 almost up", ["⟦nästan fördubblats⟧"]),
    Example("multiple 2 moreThan up", ["⟦mer än fördubblats⟧"]),
    Example(
      "multiple 3",
      [
        "⟦tre gånger så många⟧ sökande", "⟦3 gånger så högt⟧", "⟦tre gånger fler⟧",
        "⟦tredubbelt så många⟧",
      ]
    ),
    Example("multiple 2", ["⟦dubbelt så många⟧ platser", "⟦två gånger så stor⟧"]),
    Example("multiple 0.5", ["⟦hälften så många⟧"]),
    Example("3 other", ["⟦tre gånger⟧", "möttes ⟦tre gånger⟧"]),
  ]

  @Test(
    "How often is no share",
    arguments: [
      "vartannat år", "varannan vecka", "var tredje månad", "vart fjärde år", "var femte minut",
      "var och en", "dubbelt arbete", "halva gruppen", "flera gånger", "någon gång",
    ]
  )
  func frequency(_ text: String) {
    #expect(QuantityReader().read(text) == [])
  }
}
