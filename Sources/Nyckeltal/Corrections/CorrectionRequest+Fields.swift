import NyckeltalModel
import NyckeltalStore

extension CorrectionRequest {
  /// Adds the further fields to a draft, each checked.
  func add(to draft: inout CorrectionDraft, _ place: String?) throws(CorrectionError) {
    for field in Field.allCases {
      guard let text = fields[field] else { continue }
      if text.isEmpty {
        guard let claim = FurtherChanges.Claim(rawValue: field.rawValue) else {
          throw CorrectionError(
            place: place,
            problem: "\(field.rawValue) cannot be empty",
            remedy: "give another value, or reject the observation"
          )
        }
        draft.further.cleared.insert(claim)
        continue
      }
      switch field {
      case .topic: draft.topic = try term(text, field, place)
      case .unit: draft.further.unit = try term(text, field, place)
      case .lower: draft.further.lower = try number(text, field, place)
      case .upper: draft.further.upper = try number(text, field, place)
      case .qualifier: draft.further.qualifier = try term(text, field, place)
      case .direction: draft.further.direction = try term(text, field, place)
      case .assessment: draft.further.assessment = try term(text, field, place)
      case .group: draft.further.group = text
      case .label: draft.further.label = text
      case .about: draft.further.about = text
      case .speaker: draft.further.speakers = Self.speakers(text)
      case .comparedWith:
        guard let period = Period(text) else {
          throw CorrectionError(
            place: place,
            problem: "\"\(text)\" is not a period",
            remedy: "write 2015, 2015-T1, 2015-Q2, 2015-H1, 2015-04, 2015-04-30 or 2018/2019"
          )
        }
        draft.further.comparedWith = period
      }
    }
  }

  /// Speakers as a text: "Åsa Ek (S); Bo Ö"; "-" for the committee and the administration.
  private static func speakers(_ text: String) -> [Speaker] {
    text.split(separator: ";").compactMap { part in
      let name = part.drop { $0 == " " }
      guard !name.isEmpty, name != "-" else { return nil }
      guard let open = name.lastIndex(of: "("), name.last == ")" else {
        return Speaker(name: String(name), party: nil)
      }
      let party = name[name.index(after: open)...].dropLast()
      let bare = name[..<open].reversed().drop { $0 == " " }.reversed()
      return Speaker(name: bare.isEmpty ? String(party) : String(bare), party: String(party))
    }
  }

  private func number(
    _ text: String,
    _ field: Field,
    _ place: String?
  ) throws(CorrectionError) -> Double {
    guard let number = Double(text), number.isFinite else {
      throw CorrectionError(
        place: place,
        problem: "\(field.rawValue) \(text) is not a number",
        remedy: "give a number in the base unit, with a decimal point"
      )
    }
    return number
  }

  private func term<Term: RawRepresentable<String> & CaseIterable>(
    _ text: String,
    _ field: Field,
    _ place: String?
  ) throws(CorrectionError) -> Term {
    guard let term = Term(rawValue: text) else {
      throw CorrectionError(
        place: place,
        problem: "there is no \(field.rawValue) \(text)",
        remedy: "use one of \(Term.allCases.map(\.rawValue).joined(separator: ", "))"
      )
    }
    return term
  }
}
