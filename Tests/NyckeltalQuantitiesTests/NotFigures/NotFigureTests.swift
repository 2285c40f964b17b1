import NyckeltalQuantities
import Testing

/// Numbers that are no figures, and words that count nothing.
struct NotFigureTests {
  @Test(arguments: references + codes + contacts + times + marks + articles + vague)
  func nothing(_ text: String) {
    #expect(QuantityReader().read(text).map(Example.notation) == [])
  }

  @Test("Figures beside them are read", arguments: beside)
  func readsBeside(_ example: Example) {
    #expect(example.faults(QuantityReader()) == [])
  }

  static let references = [
    "§ 8", "§8", "§§ 3, 4 och 5", "§§ 1–12", "8 §", "## § 14",
    "enligt 4 kap. 1 § socialtjänstlagen",
    "4 kap 1 §", "bilaga 2", "Bilaga 1, 2 och 3", "punkt 4", "punkterna 4–6", "punkterna 1 och 2",
    "artikel 15", "avsnitt 3.2", "tabell 3", "Tabell 12", "figur 4", "diagram 2", "kapitel 7",
    "sida 4 av 9", "sid 3", "Sid 3 (12)", "sidan 7", "sidorna 3–5", "sid. 12", "3 (12)",
    "Sida 1(4)",
    "12(14)", "rum 205", "Rum 12", "plan 3", "våning 4", "version 2.1", "nr 12", "Nr 4", "nummer 7",
    "åk 7-9", "årskurs 9", "linje 14", "buss 4", "väg 73", "riksväg 40", "vecka 23", "v. 12",
    "v 23-25", "moment 3", "mom 2", "ärende 5", "ärende 12", "fråga 3", "Fråga 1:", "mål 3",
    "indikator 4", "alternativ 2", "nivå 3", "steg 2", "fas 1", "etapp 2", "spår 2", "sfi spår 3",
    "delmål 4", "yrkande 2", "attsats 3", "kod 4711", "hus 5", "omgång 2", "zon 3",
    "gymnasiet åk 2", "kurs 3", "modul 4", "uppgång 3", "hållplats 6", "not 4", "fotnot 12",
    "Tabell 3: Utfall", "paragraf 12", "prioritet 1", "klass 3",
  ]

  static let codes = [
    "AMN 2019-0438-1.6", "AMN 2015-0013-01.02", "KS 2020/405", "Dnr 1.6.2-123/2018", "Dnr 2019/12",
    "dnr AMN 2016-0123-1.1", "Diarienr: 2018/00123", "diarienummer 1.1-345/2017", "(2001:453)",
    "socialtjänstlagen (2001:453)", "SFS 2010:800", "lag (1993:387)", "2017:725",
    "prop. 2015/16:134",
    "Prop. 2019/20:1", "SOU 2018:12", "bet. 2015/16:AU2", "covid-19", "COVID-19", "B2", "E4", "E20",
    "A4", "5G", "H2O", "lokal C3", "212000-0142", "org.nr 212000-0142", "850101-1234",
    "19850101-1234",
    "personnummer 850101-1234", "ISO 9001", "Windows 10", "Office 365", "Agenda 2030",
    "Vision 2040",
    "Horisont 2020", "Europa 2020", "version 3.1.4", "192.168.1.2", "1.6.2", "12b", "3G",
    "4a-klass",
    "X2000-tåg", "24/7", "2019-0438", "KS2015-0123", "Storgatan 12B", "nr A12", "RFC2119", "rev2",
    "3-partssamtal", "20-talsspråk", "24-timmarsmyndighet", "Web2", "MP3",
  ]

  static let contacts = [
    "08-508 35 500", "070-123 45 67", "0771-11 22 33", "08/508 35 500", "+46 8 508 35 500",
    "Tel 508 35 500", "tel. 08-508 35 500", "Telefon: 08-508 35 500", "Växel 508 35 000",
    "fax 08 508 35 501", "mobil 0701234567", "104 22 Stockholm", "104 22  STOCKHOLM",
    "Box 12345", "postnummer 104 22", "info@2020.se", "anna2@stad.se", "karin.b3@stad.se",
    "http://www.stad.se/2015/12345", "https://stad.se/a?b=30%25", "www.stad.se/1234",
    "bankgiro 123-4567", "plusgiro 12 34 56-7", "ocr 1234567", "+46(0)8 508 35 500",
  ]

  static let times = [
    "kl. 15.00", "kl 15", "kl. 9–12", "klockan 13", "kl 16:30–18:05", "16:30", "16:30–18:05",
    "09.15",
    "15.00–16.30", "Tid: 13:00-15:45", "kl. 17.30", "klockan 8.00", "Kl 15.00–17.00", "08:00",
  ]

  static let marks = [
    "1. Nämnden beslutade", "2. Godkänna rapporten", "12) Godkänna", "1) Inledning",
    "- 3. Text här",
    "1.2 Bakgrund", "3.1.4 Resultat", "**1.** Förslag", "10. Övrigt", "4. Ärendets beredning",
    "arbetslösa1", "ökade.3 Det", "resultatet² visar", "enligt källa [3]", "se [12]", "rapporten¹",
    "Stockholm2", "2. Att avslå", "  1. Förslag till beslut", "#12", "a) först b) sedan",
  ]

  static let articles = [
    "en person som söker", "ett förslag", "en ny enhet", "ett annat sätt", "En kvinna talade",
    "i ett sammanhang", "på ett bra sätt", "för en elev", "ett antal", "en grupp unga",
    "en av deltagarna", "en del", "ett beslut om en insats", "under en period", "en gång",
    "det ena och det andra", "en sådan insats", "i en lokal", "med ett resultat", "en stor andel",
    "ett jobbtorg", "en majoritet", "en ökning av antalet", "ett halvhjärtat försök",
  ]

  static let vague = [
    "flera", "några", "många", "hundratals personer", "tusentals kronor", "flera hundra personer",
    "några tusen", "ett par hundra", "tiotals", "några få", "allt fler", "färre platser",
    "fler deltagare", "inget fast antal", "åtskilliga tusen", "många miljoner",
    "flera miljoner kronor",
    "å ena sidan", "i första hand", "för det första", "tkr", "procent", "miljontals människor",
    "ett flertal", "ingen", "inga platser", "samtliga", "båda", "mångdubblats", "10 000-tals",
    "1 000-tals", "i vår verksamhet", "(L)", "(S)",
    "(KD)",
    "Anna Ek (M)", "m.fl. (FP)", "i fjärran", "Tremorer", "Sextant",
  ]

  static let beside: [Example] = [
    Example(
      "12 persons",
      [
        "§ 8: ⟦12 personer⟧ deltog", "Enligt bilaga 2 kom ⟦12 elever⟧", "1. ⟦12 deltagare⟧ antogs",
        "- ⟦12 personer⟧", "(S) och ⟦12 elever⟧", "Dnr 2019/12 gäller ⟦12 unga⟧",
      ]
    ),
    Example("400 places", ["mål ⟦400 platser⟧", "Mål: ⟦400 platser⟧", "plan ⟦400 platser⟧"]),
    Example(
      "5 persons",
      ["* ⟦5 personer⟧", "1) ⟦5 elever⟧", "kl. 15.00 kom ⟦5 deltagare⟧", "se tabell 3: ⟦5 elever⟧"]
    ),
    Example(
      "period 2015-05-07",
      ["§ 14 den ⟦7 maj 2015⟧", "AMN 2015-0013, ⟦2015-05-07⟧", "kl. 16:30 den ⟦7 maj 2015⟧"]
    ),
  ]
}
