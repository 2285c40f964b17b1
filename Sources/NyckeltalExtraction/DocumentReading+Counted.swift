import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

/// Whom a figure counts, by the noun of its unit.
enum CountedPersons {
  /// The committee's own: "två ledamöter får delta i konferensen" states nothing of the field.
  case members
  /// Those who work with the field's measures or visit them: words of other sentences, on whom the
  /// measures are for, do not tell what they are.
  case others
  case any
}

extension DocumentReading {
  /// Whom the noun behind or before a figure names.
  func counted(_ figure: Quantity) -> CountedPersons {
    guard figure.unit == .persons, let noun = figure.unitRange else { return .any }
    for place in sentence.token(at: noun.lowerBound)..<sentence.tokens.count {
      let token = sentence.tokens[place]
      guard Int(token.end) <= noun.upperBound else { break }
      if Self.members.contains(token.hash) { return .members }
      if Self.othersOfTheField.contains(token.hash) { return .others }
    }
    return .any
  }

  private static let members = WordSet([
    "ledamot", "ledamöter", "ledamöterna", "ersättare", "ersättarna", "justerare", "justerarna",
    "förtroendevalda", "politiker", "åhörare",
  ])
  private static let othersOfTheField = WordSet([
    "besökare", "besökarna", "handledare", "handledarna", "lärare", "lärarna", "coacher",
    "coacherna", "handläggare", "handläggarna", "chefer", "cheferna", "samordnare", "företagare",
    "arbetsgivare", "arbetsgivarna", "vägledare", "studievägledare", "språkombud", "volontärer",
    "instruktörer", "tolkar", "rektorer", "leverantörer", "utförare", "anordnare", "mentorer",
  ])
}
