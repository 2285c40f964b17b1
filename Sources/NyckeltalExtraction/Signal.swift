/// Words that tell what a statement is, whatever it is about.
///
/// The patterns are written as in the catalogue: `*` for any letters, `_` between words.
enum Signal: Int, CaseIterable, Sendable {
  case target
  case forecast
  case budget
  case outcome
  case granted
  case deficit
  case surplus
  case saving
  case cut
  case up
  case down
  case unchanged
  case intention
  case achieve
  case fail
  case negation
  case fully
  case partly
  case mostly
  case judgement
  case howMany
  case asksFor
  case refersBack
  case than
  case each
  case average
  case says
  case goals
  case indicatorWord
  case notYet
  case corresponds
  case counted
  case datesAll
  case plans
  /// A verb in the present, by which a sentence leaves an earlier year that was spoken of.
  case present
  case now
  /// "har fått", by which a sentence goes on about the time since then.
  case perfect
  /// A wish, as against what is possible.
  case wish
  /// What is done to places and posts that are wished for.
  case creates
  case countsPersons
  case countsHouseholds
  case countsPlaces
  case countsCases
  case indexWord
  case signed

  /// The signals for which a sentence without a figure is looked at, as bits: it may ask, judge or
  /// tell of a development.
  static let telling = [
    achieve, fail, up, down, unchanged, howMany, asksFor, judgement, forecast,
  ].reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue) }

  var patterns: [String] {
    switch self {
    case .target:
      [
        "mål", "målet", "målen", "målvärde*", "årsmål*", "målsättning*", "målnivå*", "måltal*",
        "ambitionen", "ambition", "årets_mål", "målvärdet", "riktvärde*", "målbild*",
        "får_inte_överstiga", "ska_inte_överstiga", "får_inte_understiga", "får_högst",
        "godtagbar_nivå", "godtagbara_nivå", "måltalet", "etappmål*", "delmål*", "resultatmål*",
        "volymmål*", "effektmål*", "helårsmål*", "fullmäktigemål*", "lovade", "utlovade", "lovat",
      ]
    case .forecast:
      [
        "prognos*", "helårsprognos*", "beräknas", "förväntas", "väntas", "förutses", "beräknar",
        "räknar_med", "räknar_förvaltningen_med", "räknar_nämnden_med", "bedöms_bli",
        "bedöms_uppgå",
        "uppskattas", "kommer_att", "räknar_man_med", "förutspås", "tros", "spås", "pekar_mot",
        "befaras", "helårsbedömning*", "årsprognos*", "bedöms_landa", "väntar_sig",
        "går_mot_ett_underskott", "går_mot_ett_överskott", "går_mot_ett_minus", "går_mot_ett_plus",
        "ser_ut_att", "bedöms_hamna",
      ]
    case .budget:
      [
        "budget*", "*anslag*", "kommunbidrag*", "ram", "ramen", "tilldelning*", "nettobudget*",
        "investeringsbudget*", "investeringsram*", "driftbudget*", "driftsbudget*", "driftram*",
        "periodbudget*", "helårsbudget*", "årsbudget*", "internbudget*", "detaljbudget*",
        "nettoram*", "nettoanslag*", "totalbudget*", "grundbudget*", "volymbudget*",
      ]
    case .granted:
      [
        "anslås", "anslagit", "anslår", "tilldel*", "avsätt*", "avsatt*", "avsatte", "bevilja*",
        "satsar", "satsas", "satsning*", "disponerar",
        "ombudgeter*", "budgetjuster*", "tillskott*", "tillför*", "avsättning*", "begär",
        "anslog", "satsat", "satsade", "satsats", "öronmärk*", "reserverat", "reserverats",
        "reserveras", "avsattes", "äskar", "äskas", "anvisas_medel", "satt_av", "sätter_av",
        "sätta_av", "sätts_av", "sattes_av", "anvisa", "anvisar", "anvisade",
      ]
    case .outcome:
      ["utfall*", "uppgick", "uppnådde", "blev", "redovisade", "faktiska", "utfallet"]
    case .deficit:
      [
        "underskott*", "minusresultat*", "budgetunderskott*", "negativ_avvikelse",
        "negativa_avvikelsen", "negativ_budgetavvikelse", "negativa_budgetavvikelsen",
        "negativ_prognos", "negativt_utfall", "negativ_resultatavvikelse", "förlust*",
        "prognosunderskott*", "helårsunderskott*", "back", "budgetöverskrid*", "gå_back",
        "går_back", "gick_back", "back_med", "negativt_resultat",
        "överdrag*", "överskrid*", "minus",
      ]
    case .surplus:
      [
        "överskott*", "plusresultat*", "positiv_avvikelse", "positivt_resultat",
        "positiva_avvikelsen", "positiv_budgetavvikelse", "positiva_budgetavvikelsen",
        "positivt_utfall", "positiv_prognos", "budgetöverskott*",
      ]
    case .saving:
      [
        "bespar*", "spara", "sparar", "sparat", "sparas", "sparkrav*", "effektivisering*",
        "effektiviseringskrav*", "åtgärdsplan*", "ramminskning*", "sparbeting*", "rationalisering*",
      ]
    case .cut:
      ["neddrag*", "nedskär*", "skurits_ned", "skurits_ner", "skär_ned", "skär_ner", "dra_ned"]
    case .up:
      [
        "öka", "ökar", "ökat", "ökade", "ökas", "ökats", "ökning*", "ökningen", "stiger", "stigit",
        "steg", "stegring*", "höjs", "höjts", "höjdes", "höjer", "höjning*", "högre", "fler",
        "flera", "växer", "vuxit", "växte", "växande", "höjde", "utökats", "utökas", "utökades",
        "uppgång*",
        "uppräkning*", "gått_upp", "gick_upp", "fördubbl*", "tredubbl*", "förbättr*", "upp",
        "större", "längre", "uppåt", "går_upp", "utökat", "utökad", "utökade", "utökar",
        "förlängts", "förlängdes", "förlängt",
      ]
    case .down:
      [
        "minska", "minskar", "minskat", "minskade", "minskas", "minskats", "minskning*", "sjunker",
        "sjunkit", "sjönk", "sjunka", "sänks", "sänkt", "sänkts", "sänktes", "sänkning*", "sänker",
        "sänkte", "lägre",
        "färre", "gått_ner", "gått_ned", "gick_ner", "gick_ned", "nedgång*", "neddrag*", "nedskär*",
        "halver*", "fallit", "föll", "tappat", "tappade", "krymp*", "dragits_ned", "dragits_ner",
        "skurits_ned", "skurits_ner", "kortare", "nedåt", "förkortats", "förkortades", "förkortat",
        "kortats", "kortades", "går_ner", "går_ned",
      ]
    case .unchanged:
      [
        "oförändrat", "oförändrad", "oförändrade", "samma_nivå", "lika_många", "står_still",
        "ligger_kvar", "i_stort_sett_samma", "planat_ut", "inte_förändrats", "inte_ändrats",
      ]
    case .intention:
      [
        "ska", "skall", "bör", "vill", "behöver", "måste", "kan", "kunna", "skulle", "önskar",
        "föreslår", "yrkar", "för_att", "riskerar", "syftar", "syfte", "syftet", "om_fler", "vore",
        "ges_möjlighet", "hoppas", "kräver", "krävs", "behövs", "strävar", "verka_för", "bidrar",
        "bidra", "så_att",
      ]
    case .achieve:
      [
        "nås", "nå", "nått", "nåtts", "nådde", "nåddes", "når", "uppnås", "uppnå", "uppnått",
        "uppnåtts", "uppnåddes", "uppnår", "uppfylls", "uppfylla", "uppfyllas", "uppfyllt",
        "uppfyllts", "uppfylldes", "uppfyller", "uppfyllda", "infrias", "infriats", "infriades",
        "klaras", "klarades", "klarats", "överträffas", "överträffade", "överträffades",
        "överträffats",
        "överträffar",
      ]
    case .fail: ["missas", "missades", "missat", "missar"]
    case .negation: ["inte", "ej", "icke", "inget", "inga", "ingen", "knappast"]
    case .fully: ["helt", "fullt", "fullt_ut", "till_fullo"]
    case .partly: ["delvis", "endast_delvis", "till_viss_del"]
    case .mostly:
      [
        "i_huvudsak", "till_stor_del", "i_stort", "i_stort_sett", "nästan_alla",
        "till_övervägande_del",
      ]
    case .judgement:
      ["bedöm*", "bedömning*", "prognostiser*", "prognos*", "räknar", "pekar", "visar"]
    case .howMany:
      [
        "hur_många", "hur_stor", "hur_stora", "hur_mycket", "hur_stort", "vilken_andel",
        "vad_kostar", "vad_varje", "vilken_är_kostnaden", "vad_är_kostnaden", "hur_hög_är",
        "vad_kostade", "hur_hög", "hur_lång", "hur_länge", "hur_långa", "vilket_antal",
        "hur_ser_fördelningen", "hur_fördelar", "hur_fördelades", "hur_fördelas",
        "hur_är_fördelningen", "hur_ser_könsfördelningen", "vilken_är_andelen",
        "vad_är_genomsnitt*", "hur_högt", "hur_låg", "vad_har_kostnad*",
        "vad_blev_kostnad*", "vad_det_kostar", "vad_det_kostat", "vad_kostnaden",
        "vad_blir_kostnad*", "hur_ofta", "vilka_är_siffrorna", "vad_är_antalet",
        "hur_har_antalet", "hur_har_andelen", "hur_har_*frånvaron", "hur_har_kostnad*",
        "hur_har_utvecklingen", "hur_ser_utvecklingen", "hur_ser_statistiken",
      ]
    case .asksFor:
      [
        "redovis*", "utred*", "begär*", "svar_på", "frågor", "uppgift_om", "svara_på", "fråga*",
        "frågar",
        "veta", "undrar", "vill_se", "efterfrågar", "uppgifter", "statistik", "besvara*",
        "sammanställning*", "återkomma", "klargör*", "kartlägg*", "följa_upp", "följ_upp",
      ]
    case .refersBack:
      [
        "detta", "det", "vilket", "denna", "siffran", "motsvar*", "motsvarade", "dessa", "dem",
        "var_de", "är_de", "de_var", "de_är", "de_blev", "blev_de", "de_bli", "andelen", "antalet",
        "nivån", "summan", "av_dem",
        "därav",
      ]
    case .than:
      ["än", "jämfört", "jämföra", "jämföras", "jämförs", "jämförelse", "mot", "jämförbart"]
    case .each: ["per", "vardera", "varje", "var"]
    case .average: ["genomsnitt*", "snitt*", "medel*"]
    case .says:
      ["säger", "menar", "anser", "hävdar", "konstaterar", "uppger", "kommenterar", "förklarar"]
    case .goals:
      ["målen", "inriktningsmål*", "verksamhetsmål*", "nämndmål*", "årsmålen", "måluppfyllelse*"]
    case .indicatorWord: ["indikator*", "nyckeltal*"]
    case .corresponds: ["motsvarar", "motsvarade", "motsvarande", "innebär", "utgör", "innebar"]
    case .datesAll:
      [
        "siffrorna_avser", "uppgifterna_avser", "värdena_avser", "statistiken_avser",
        "siffrorna_gäller", "uppgifterna_gäller", "tabellen_avser", "data_avser",
      ]
    case .counted:
      ["antal", "antalet", "andel", "andelen", "gruppen", "skaran", "köerna", "kön"]
    case .plans:
      [
        "ska", "skall", "planerar", "planeras", "siktar", "sikte", "målbilden", "inrättas",
        "inrättar", "inrätta", "tillskapas", "återinrättas", "garanteras",
      ]
    case .present:
      [
        "är", "finns", "ligger", "uppgår", "utgör", "kostar", "saknar", "deltar", "står", "har_i",
        "erbjuder", "omfattar", "består", "kommer", "arbetar", "studerar", "läser", "väntar",
        "pågår", "bor", "får", "ger", "driver", "går", "visar", "har_nu", "återstår", "tar",
      ]
    case .perfect: ["har"]
    case .now:
      [
        "nu", "idag", "i_dag", "dagens", "i_dagsläget", "för_närvarande", "just_nu", "numera",
        "i_nuläget", "nuvarande",
      ]
    case .wish: ["vill", "yrkar", "föreslår", "föreslås", "bör", "önskar", "kräver", "att_kunna"]
    case .creates:
      [
        "erbjuda", "anordna", "ordna", "skapa", "inrätta", "anställa", "starta", "utbilda", "ge",
        "anordnar", "skapar", "ordnar", "anställer", "bereda", "ta_fram",
      ]
    case .countsPersons:
      [
        "deltagare", "deltagarna", "personer", "elever", "studerande", "ungdomar", "sökande",
        "inskrivna", "individer", "kvinnor", "män", "flickor", "pojkar", "medarbetare",
        "anställda", "aspiranter", "biståndsmottagare", "kursdeltagare", "praktikanter",
        "bidragstagare", "vuxna", "barn", "invånare", "varslade", "arbetslösa", "arbetssökande",
        "visstidsanställda", "tillsvidareanställda", "feriearbetare",
      ]
    case .countsHouseholds: ["hushåll", "hushållen", "barnfamiljer", "biståndshushåll"]
    case .countsPlaces: ["platser", "*platser", "platserna"]
    case .countsCases:
      [
        "ärenden", "nybesök", "ansökningar", "*ansökningar", "anvisningar", "beslut", "avslut",
        "klagomål", "företag", "varsel", "arbetsgivare", "besök", "*ärenden", "remisser",
        "nyansökningar", "avbrott", "betyg", "ärendena", "*ansökningarna", "nybesöken",
        "anvisningarna", "varslen", "avsluten", "avbrotten", "remisserna", "hembesök",
      ]
    case .indexWord: ["*index", "*indexet", "nki", "hme", "ami", "nöjdhetsindex", "betygsindex"]
    case .signed: ["plus", "minus"]
    case .notYet: ["ännu_inte", "saknas", "mäts_inte", "redovisas_inte"]
    }
  }
}
