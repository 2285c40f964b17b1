import NyckeltalQuantities
import Testing

/// Kronor in every spelling, and other currencies.
struct MoneyTests {
  @Test(arguments: corpus) func reads(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let corpus: [Example] = [
    Example(
      "10 SEK",
      [
        "⟦10 kr⟧", "⟦10kr⟧", "⟦10 kronor⟧", "⟦10kronor⟧", "⟦tio kronor⟧", "⟦10 SEK⟧", "⟦SEK 10⟧",
        "⟦10:-⟧", "⟦10,-⟧", "⟦10 kr⟧.", "kostar ⟦10 kronor⟧ styck", "⟦10,00 kr⟧", "⟦10 Kr⟧",
        "⟦10 svenska kronor⟧",
      ]
    ),
    Example("1 SEK", ["⟦en krona⟧", "⟦1 krona⟧", "⟦1 kr⟧"]),
    Example("0.1 SEK", ["⟦tio öre⟧", "⟦10 öre⟧"]),
    Example(
      "2.23 SEK",
      [
        "⟦2 kronor och 23 öre⟧", "⟦två kronor och 23 öre⟧", "⟦2,23 kronor⟧", "⟦2 kr 23 öre⟧",
        "⟦2:23 kr⟧",
      ]
    ),
    Example(
      "100000 SEK",
      [
        "⟦etthundratusen kronor⟧", "⟦100 tkr⟧", "⟦100 000 kr⟧", "⟦100 tusen kronor⟧", "⟦100 tsek⟧",
        "⟦100 kkr⟧", "⟦100 TSEK⟧", "⟦100 KSEK⟧", "⟦100tkr⟧", "⟦0,1 mnkr⟧", "⟦100.000 kronor⟧",
      ]
    ),
    Example(
      "12500000 SEK",
      [
        "⟦12,5 mnkr⟧", "⟦12,5 mkr⟧", "⟦12,5 Mkr⟧", "⟦12,5 MKR⟧", "⟦12,5 msek⟧", "⟦12,5 MSEK⟧",
        "⟦12,5 miljoner kronor⟧", "⟦12,5 miljoner kr⟧", "⟦12,5 mn kr⟧", "⟦12,5 milj kr⟧",
        "⟦12,5 milj. kr⟧", "⟦12 500 tkr⟧", "⟦12.5 mnkr⟧", "⟦12,5 miljoner SEK⟧", "⟦12 500 000 kr⟧",
        "⟦tolv och en halv miljon kronor⟧",
      ]
    ),
    Example(
      "1500000000 SEK",
      [
        "⟦1,5 mdkr⟧", "⟦1,5 miljarder kronor⟧", "⟦1,5 mdr kr⟧", "⟦1 500 mnkr⟧",
        "⟦en och en halv miljard kronor⟧",
      ]
    ),
    Example(
      "500000000 SEK",
      ["⟦en halv miljard kronor⟧", "⟦500 mnkr⟧", "⟦fem hundra miljoner kronor⟧"]
    ),
    Example(
      "-9073000 SEK",
      [
        "⟦-9 073 tkr⟧", "⟦−9 073 tkr⟧", "avvikelsen är ⟦-9 073 tkr⟧", "⟦minus 9 073 tkr⟧",
        "⟦–9 073 tkr⟧", "(⟦-9 073 tkr⟧)",
      ]
    ),
    Example("-3200000 SEK", ["Resultatet blev ⟦minus 3,2 mnkr⟧", "⟦-3,2 miljoner kronor⟧"]),
    Example(
      "84000000 SEK almost",
      [
        "Tilldelningen sänks till ⟦nästan 84 miljoner⟧", "anslag om ⟦nästan 84 miljoner⟧",
        "⟦nästan 84 miljoner⟧ ur budgeten", "⟦nästan 84 miljoner kronor⟧",
      ]
    ),
    Example(
      "40000000 SEK",
      [
        "Anslaget blir ⟦40 miljoner⟧", "en satsning på ⟦40 miljoner⟧",
        "⟦40 miljoner kronor⟧ till jobbtorgen", "nämndens ram är ⟦40 miljoner⟧",
      ]
    ),
    Example("84000000", ["⟦84 miljoner⟧", "⟦84 miljoner⟧ finns"]),
    Example(
      "3000000 SEK | 4000000 SEK",
      ["⟦3⟧ respektive ⟦4 miljoner kronor⟧", "⟦3⟧ och ⟦4 miljoner kronor⟧"]
    ),
    Example(
      "2000000..3000000 SEK",
      ["⟦2–3 miljoner kronor⟧", "⟦mellan 2 och 3 miljoner kronor⟧", "⟦2 till 3 mnkr⟧", "⟦2-3 mkr⟧"]
    ),
    Example("500 SEK about", ["⟦ca 500 kronor⟧", "⟦omkring 500 kr⟧", "⟦cirka femhundra kronor⟧"]),
    Example(
      "10 other",
      [
        "⟦$10⟧", "⟦10$⟧", "⟦tio dollar⟧", "⟦10 euro⟧", "⟦10 EUR⟧", "⟦EUR 10⟧", "⟦€10⟧", "⟦10€⟧",
        "⟦£10⟧", "⟦10 pund⟧", "⟦10 norska kronor⟧", "⟦10 nkr⟧", "⟦10 USD⟧",
      ]
    ),
    Example("10000 other", ["⟦$10.000⟧", "⟦$10k⟧", "⟦10 000 dollar⟧"]),
    Example(
      "12000 SEK down difference",
      ["Utfallet är ⟦12 tkr lägre⟧ än budget", "⟦12 000 kronor mindre⟧ än planerat"]
    ),
    Example(
      "3500000 SEK down",
      [
        "en besparing på ⟦3,5 miljoner⟧", "en neddragning med ⟦3,5 mnkr⟧",
        "minskar budgeten med ⟦3,5 miljoner kronor⟧",
      ]
    ),
    Example(
      "1500000 SEK up",
      ["en ökning med ⟦1,5 mnkr⟧", "anslaget höjs med ⟦1,5 miljoner kronor⟧"]
    ),
    Example("250 SEK", ["⟦250 kronor⟧ per dag", "⟦250 kr⟧/månad", "⟦tvåhundrafemtio kronor⟧"]),
    Example("12500 SEK", ["⟦12 500 kronor⟧ per hushåll", "⟦12.500 kr⟧", "⟦12'500 kr⟧"]),
  ]

  @Test(
    "Digits that were lost give nothing",
    arguments: [
      "tkr", "Vuxenutbildning tkr", "mnkr", "kronor", "belopp i tkr", "procent", "% av deltagarna",
      "miljonprogrammet", "kr/månad", "(tkr)", "Utfall mnkr Budget mnkr", "miljonbelopp",
    ]
  )
  func lost(_ text: String) {
    #expect(QuantityReader().read(text) == [])
  }
}
