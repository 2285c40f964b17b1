extension LexiconBuilder {
  /// Words that hold figures together, and words that end the search for a unit.
  mutating func addStructure() {
    add("av", .of, .function)
    add("de dem dom", .the, .function)
    add("den det", .the, .function)
    add("denna detta dessa", .this, .function)
    add("och samt", .and, .function)
    add("eller", .or, .function)
    add("till", .to, .function)
    add("mellan", .between, .function)
    add("från", .from, .function)
    add("i inom", .within, .function)
    add("på", .upon, .function)
    add("per", .per, .function)
    add("under", .under, .function)
    add("över", .over, .function)
    add("för", .forWord, .function)
    add("om", .about, .function)
    add("med", .with, .function)
    add("än", .than, .function)
    add("mot gentemot", .against, .function)
    add("vid", .at, .function)
    add("sedan sen alltsedan", .since, .function)
    add("efter", .after, .function)
    add("före innan dessförinnan", .before, .function)
    add("inför", .ahead, .function)
    add("senast", .latest, .function)
    add("respektive resp", .respectively, .function)
    add("varav därav", .partOf, .function)
    add("varje", .each, .function)
    add("så", .so, .function)
    add("fler flera", .more, [.up])
    add("mer mera", .more, [.up])
    add("högre större längre bättre äldre", .higher, [.up])
    add("färre", .fewer, [.down])
    add("mindre", .lower, [.down])
    add("lägre kortare sämre", .lower, [.down])
    add("äldre", .older)
    add("yngre", .younger)
    add("uppåt", .upwards)
    add("antal antalet antalen", .count)
    add("andel andelen andelar", .share)
    add("endast bara blott enbart allenast enda", .only)
    add("alla samtliga bägge båda totalt", .allOf)
    add("är var blev blir utgör utgjorde utgjordes vara varit", .isWord, .function)
    add("var", .each)
    add("har hade haft", .has, .function)
    add("inte ej icke aldrig", .notWord, .function)
    add("som att där när då hur vad vilka vilken vilket", .that, .function)
    add("också även dock redan nu ännu inte bara", .also, .function)
    add("endast bara", .only, .function)
    add("genom delat dividerat", .divided, .function)
    add("st stycken", .pieces)
    add("kr krona kronor kronorna kronan", .krona)
    add("öre", .ore)
    add("procent procenten pct", .percent)
    add("trekvart", .threeQuarters, .trigger)
    add("procentenhet procentenheter procentenheterna", .percentUnit)
    add("sek eur usd nok dkk gbp inr rs", .currencyBefore, .trigger)
    add("k", .kilo)
    add("m", .mega)
    add("g", .giga)
    add("mn milj", .mega)
    add("http https www mailto", .http, .trigger)
    add("vice", .deputy, .function)
    add("norska danska isländska svenska amerikanska", .estimate)
    add("hand", .idiomHand)
    add("a sta", .unitWordA)
    add("e dje de nde te", .unitWordE)
    add("de", .the)
    add(
      "åldern åldrarna ålder åldersgruppen åldersspannet ålders åldersgrupp åldersintervallet",
      .age
    )
    add("klockan kl klockslaget", .clock, .clock)
    add("inget inga ingen", .nothing, .function)
    add(
      "hos utan trots cirka ca bland utanför utöver via enligt kring runt mellan medan eftersom"
        + " men fast ty utan ska skall kan kunde skulle bör måste får fick vill ville blir blivit"
        + " finns fanns ges gavs vi ni jag han hon dem sig sin sitt sina man ingår ingick deltar"
        + " deltog gäller gällde hittills idag igår år ökade ökar minskade minskar uppgick uppgår"
        + " totalt sammanlagt därutöver därav dit hit här bara vidare kvar"
        + " nästan drygt knappt mot inklusive exklusive",
      .none,
      .function
    )
    add("nya nytt ny ytterligare olika", .newWord)
    add("procentig procentiga procentigt", .percentSuffix)
    add("årig åriga årigt", .agedSuffix)
    add("åring åringar åringarna åringen åringars", .agedNoun)
    add("tal", .tal)
    add("talet talets", .decadeSuffix)
    add("gången gångerna året plats delen steget etappen omgången fasen raden punkten", .turn)
    add("perioden terminen mötet meningen stycket dagen veckan månaden bilden", .turn)
    add("frågan uppgiften platsen personen gruppen versionen upplagan boken raderna", .turn)
  }

  /// Words after which a number is a name.
  mutating func addReferences() {
    add("kap kapitel kapitlet", .kapitel)
    add(
      "punkt punkten punkterna punkter bilaga bilagan bilagor bilagorna bil paragraf paragrafen"
        + " paragraferna artikel artikeln artiklarna rum rummet sal kap kapitel kapitlet tabell"
        + " tabellen figur figuren diagram diagrammet avsnitt avsnittet version versionen nr nummer"
        + " numret no våning våningen åk årskurs årskurserna ärende ärendet moment mom linje buss"
        + " riksväg länsväg väg kod koden sid sida sidan sidorna sidor blad fotnot not notens stycke"
        + " stycket rad raden spalt ruta vecka v veckor trappa lgh lägenhet prop proposition"
        + " sfs lag lagen förordning förordningen skr sou ds rskr bet covid lex paragraph page"
        + " yrkande yrkandet attsats attsatsen hållplats port portkod uppgång trappor dnr diarienr"
        + " diarienummer id ref referens referensnummer ärendenummer ärendenr objekt fastighet"
        + " kvarter iso ipad iphone etapp klass",
      .none,
      .reference
    )
    add("lägenhet veckor klass v", .none, [.weakReference])
    add(
      "plan planet mål steg steget fas fasen nivå spår spåret hus huset indikator"
        + " indikatorn alternativ alternativet fråga frågan frågor del delen grupp zon område kurs"
        + " kursen dag modul studieväg studievägen insats uppdrag strategi prioritet delmål inriktningsmål nämndmål omgång"
        + " lott hall entré team distrikt krets punkt alt position",
      .none,
      .weakReference
    )
    add(
      "tel telefon tfn tele mobil mobilnummer telefonnummer fax växel växeln postnr postnummer box"
        + " orgnr organisationsnummer org personnummer personnr bankgiro plusgiro bg pg konto"
        + " kontonummer kontonr dnr diarienr diarienummer kundnummer fakturanummer ocr isbn issn"
        + " sms swish besöksadress",
      .none,
      [.longCode, .reference]
    )
    add(
      "windows office agenda vision horisont europa ios android excel word microsoft java",
      .none,
      .name
    )
  }

  /// Words of rise, fall and money.
  mutating func addChanges() {
    add(
      "ökat ökade ökar öka ökning ökningen ökningar ökad stigit steg stiger växt växte växer höjt"
        + " höjdes höjs höja höjning höjningen uppgång uppgången tillskott förstärkning förstärks"
        + " förstärktes förbättrats förbättring stärks utökas utökades utökats utökning"
        + " utökningen tillkommit tillkom ökas ökades ökats upp",
      .none,
      .up
    )
    add(
      "minskat minskade minskar minska minskning minskningen minskningar minskad sjunkit sjönk"
        + " sjunker sänkt sänktes sänks sänka sänkning sänkningen nedgång nedgången fallit föll"
        + " reducerats reducerades reducering reducera reducerat besparing besparingar besparingen"
        + " neddragning neddragningar neddragningen skurits skars skär ned ner"
        + " minskas minskades minskats försämrats försämring avvecklats avvecklades sparas spara"
        + " bantats bantas tappat tappade",
      .none,
      .down
    )
    add(
      "tilldelning tilldelningen tilldelats tilldelas tilldelade anslag anslaget anslagen anslås"
        + " budget budgeten budgeterat budgeterade budgeteras budgetram budgetramen kostnad kostnaden"
        + " kostnader kostnaderna kostar kostade kostat kosta besparing besparingar besparingen"
        + " besparingskrav besparingskravet medel medlen bidrag bidraget statsbidrag statsbidraget"
        + " statsbidragen intäkt intäkter intäkterna intäkten avvikelse avvikelsen underskott"
        + " underskottet överskott överskottet nettokostnad nettokostnaden nettokostnader ram ramen"
        + " satsning satsningen satsningar satsar satsas satsat investering investeringar investerar"
        + " finansiering finansieringen finansieras finansierat pengar pengarna skattemedel utgift"
        + " utgifter utgifterna omsättning omsättningen omslutning resultat förlust vinst ersättning"
        + " ersättningen ersättningar hyra hyran hyror lönekostnad lönekostnader merkostnad"
        + " merkostnader prislapp prislappen försörjningsstöd försörjningsstödet summa summan belopp"
        + " beloppet avsatt avsätter avsätts avsattes skjuter tillskjuts tillskott tillskottet"
        + " effektivisering effektiviseringar effektiviseringskrav ekonomisk ekonomiska ekonomin"
        + " resurstillskott nedskärning nedskärningar neddragning neddragningar neddragningen fonder"
        + " kommunbidrag kommunbidraget driftbudget",
      .none,
      .money
    )
  }
}
