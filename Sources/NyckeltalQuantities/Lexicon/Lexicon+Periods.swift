extension LexiconBuilder {
  mutating func addPeriods() {
    let months = [
      "januari jan", "februari feb febr", "mars mar", "april apr", "maj", "juni jun", "juli jul",
      "augusti aug", "september sept sep", "oktober okt", "november nov", "december dec",
    ]
    for (index, words) in months.enumerated() {
      add(words, .month, [.trigger, .month, .function], small: UInt8(index + 1))
    }
    let season: Roles = [.trigger, .season]
    add("våren vårens", .season, season, small: 1)
    add("sommaren sommarens", .season, season, small: 2)
    add("hösten höstens", .season, season, small: 3)
    add("vintern vinterns", .season, season, small: 4)
    add("vårterminen vårterminens vårtermin vt", .season, season, small: 5)
    add("höstterminen höstterminens hösttermin ht", .season, season, small: 6)
    add("sommar", .season, [.trigger, .pastSeason], small: 12)
    add("höst", .season, [.trigger, .pastSeason], small: 13)
    for (index, word) in ["våras", "somras", "höstas", "vintras"].enumerated() {
      add(word, .season, [.trigger, .pastSeason], small: UInt8(index + 1))
    }
    let noun: Roles = [.periodNoun]
    add(
      "tertial tertialen tertialet tertialens tertialets",
      .tertial,
      noun.union(.trigger),
      small: 3
    )
    add(
      "tertialrapport tertialrapporten tertialbokslut tertialbokslutet tertialuppföljning"
        + " tertialuppföljningen tertialrapportens",
      .tertialReport,
      .trigger,
      small: 3
    )
    add(
      "delårsrapport delårsrapporten delårsbokslut delårsbokslutet delår delåret",
      .tertialReport,
      .trigger,
      small: 3
    )
    add("kvartal kvartalet kvartalets kv", .quarter, noun.union(.trigger), small: 4)
    add("kvartalsrapport kvartalsrapporten", .tertialReport, .trigger, small: 4)
    add("halvår halvåret halvårets", .halfYear, noun.union(.trigger), small: 2)
    add("t", .letterT, .trigger, small: 3)
    add("q", .letterQ, .trigger, small: 4)
    add("h", .letterH, .trigger, small: 2)
    add("vt", .springTerm)
    add("ht", .autumnTerm)
    add("år", .year, .trigger)
    add("året årets", .theYear, .trigger)
    add("åren", .theYears, .trigger)
    add("års", .yearOf)
    add(
      "helår helåret helårets kalenderåret budgetåret verksamhetsåret räkenskapsåret",
      .whole,
      .trigger
    )
    add("hela", .whole, .trigger)
    add("läsåret läsår läsårets", .schoolYear, .trigger)
    add(
      "mandatperioden mandatperiod mandatperiodens treårsperioden femårsperioden",
      .mandate,
      .trigger
    )
    add("perioden period tidsperioden tid tidpunkt tidpunkten tertial", .period)
    add("tertial", .tertial)
    add("samma", .same, .trigger)
    add("motsvarande", .corresponding, .trigger)
    add("föregående förra förrförra fjolårets", .previous, .trigger)
    add("förrförra", .previous, .trigger, small: 2)
    add("senaste", .recent, .trigger)
    add("gångna", .recent, .trigger)
    add("hittills", .soFar, .trigger)
    add("fjol ifjol fjolåret fjolårets", .lastYearIdiom, .trigger)
    add("innevarande", .thisYear, .trigger)
    add("nästa kommande nästkommande", .next, .trigger)
    add("start starten startades startade startår startåret begynnelsen uppstarten", .start)
    add("årsskiftet årsskiften", .endWord, .trigger)
    add("halvårsskiftet", .middle, .trigger)
    add("jämfört jämförelse jämföra jämförs jämföras jämförd jmf jfr jämf jämförelser", .compared)
    add("relation förhållande", .relation)
    add("början inledningen", .beginning)
    add("slutet utgången", .endWord)
    add("början", .beginning)
    add("årsskiftet", .endWord)
    for word in [
      "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen",
    ] {
      add(word + " " + word.dropLast(2), .weekday, .function)
    }
    add("inklusive", .inclusive)
  }
}
