import NyckeltalModel

/// Words that say how exactly a figure is meant, before it or behind it.
struct QualifierPhrase: Sendable {
  var qualifier: Qualifier
  /// The hashes of its words and signs.
  var hashes: [UInt64]

  init(_ text: String, _ qualifier: Qualifier) {
    self.qualifier = qualifier
    hashes = Tokenizer.bare(text).map(\.hash)
  }

  /// The rule that a qualifier is read by.
  static func rule(_ qualifier: Qualifier) -> RuleName {
    switch qualifier {
    case .exact: .qualifierExact
    case .about: .qualifierAbout
    case .almost: .qualifierAlmost
    case .moreThan: .qualifierMoreThan
    case .lessThan: .qualifierLessThan
    case .atLeast: .qualifierAtLeast
    case .atMost: .qualifierAtMost
    }
  }

  private static func phrases(_ qualifier: Qualifier, _ texts: String) -> [QualifierPhrase] {
    texts.split(separator: "|").map { QualifierPhrase(String($0), qualifier) }
  }

  /// Before a figure.
  static let before: [QualifierPhrase] =
    phrases(
      .about,
      "ca|cirka|circa|c:a|omkring|ungefär|ungefärligen|runt|kring|uppskattningsvis|approximativt"
        + "|i runda tal|i runda slängar|i storleksordningen|i storleksordning|någonstans runt"
        + "|någonstans kring|någonstans omkring|runt omkring|så där|sådär|~|≈|uppskattat till"
        + "|i trakten av|i närheten av|grovt räknat|plus minus|plus/minus|säg|bedömt till cirka"
    )
    + phrases(
      .almost,
      "nästan|närmare|knappt|knappa|knapp|strax under|bortåt|uppemot|upp emot|upp mot|nära"
        + "|i det närmaste|inte fullt|inte riktigt|uppåt|så gott som|närapå|nästintill|näst intill"
        + "|en bit under|precis under|nätt och jämnt|inte helt|strax före|just under|snudd på"
        + "|inemot|inåt"
    )
    + phrases(
      .moreThan,
      "över|drygt|dryga|dryg|mer än|mera än|fler än|flera än|strax över|lite mer än|lite över"
        + "|en bit över|något över|något mer än|högre än|större än|överstiger|överstigande"
        + "|överstigit|översteg|överstiga|passerat|passerade|precis över|gott och väl|väl över"
        + "|en god bit över|långt över"
        + "|betydligt mer än|betydligt fler än|längre än|långt fler än|>|uppgår till över"
    )
    + phrases(
      .lessThan,
      "under|mindre än|färre än|lägre än|inte ens|understiger|understigande|understigit|understeg"
        + "|understiga|kortare än|långt under|betydligt färre än|betydligt mindre än|ej fullt|<"
        + "|klart under|väl under"
    )
    + phrases(
      .atLeast,
      "minst|åtminstone|lägst|som minst|allra minst|inte under|inte mindre än|inte färre än"
        + "|inte lägre än|ej under|ej mindre än|ej färre än|som lägst|inte understiga|ej understiga|inte understiger|till minst|från minst|≥|minimum"
        + "|i vart fall|i alla fall|minimalt|på minst|om minst|lägst till"
    )
    + phrases(
      .atMost,
      "inte överstiga|ej överstiga|inte överstiger|högst|max|maximalt|maximum|upp till|som mest|som högst|inte mer än|inte fler än|inte över"
        + "|inte högre än|ej mer än|ej fler än|ej över|allra högst|på sin höjd|≤|ända upp till"
        + "|inte mera än|inte flera än|maximerat till|maximerad till|uppgående till högst|till högst"
    )
    + phrases(
      .exact,
      "exakt|precis|exakta|jämnt|prick|på pricken"
    )

  /// Behind a figure.
  static let behind: [QualifierPhrase] =
    phrases(
      .atLeast,
      "eller fler|eller mer|eller mera|eller flera|och uppåt|och mer|och fler|eller högre"
        + "|eller därutöver|som minst|som lägst|eller längre|i minsta laget|och däröver|eller däröver"
    )
    + phrases(
      .atMost,
      "eller färre|eller mindre|och färre|och nedåt|eller lägre|eller därunder|som mest|som högst"
        + "|eller kortare|och därunder"
    )
    + phrases(.moreThan, "och drygt det|drygt|med råge|och lite till")
    + phrases(
      .about,
      "eller så|ungefär|cirka|i runda tal|eller däromkring|uppskattningsvis|sådär|grovt räknat"
    )
    + phrases(.exact, "exakt|prick")
    + phrases(.almost, "knappt")
}
