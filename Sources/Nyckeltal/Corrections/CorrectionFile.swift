import Foundation
public import NyckeltalExtraction
import NyckeltalModel
public import NyckeltalStore

/// Corrections in a file, one JSON object a line.
///
/// A line has `id`, `note`, and any of `value`, `indicator`, `period`, `kind`, `reject` and the
/// further fields (`unit`, `group`, `qualifier`, `speaker` …); `null` takes a claim away. With
/// `state`, as the review page writes them, somebody has checked the figure: `accepted`, `changed`,
/// `rejected` or `added`.
///
/// ```json
/// {"id":"0f3a…","value":6900,"note":"enligt bilagan, sidan 3"}
/// {"id":"77b1…","state":"accepted"}
/// ```
public enum CorrectionFile {
  /// The corrections in a file's bytes, every one of them checked.
  ///
  /// - Throws: ``CorrectionError`` with the line of the first that cannot be.
  public static func drafts(
    _ bytes: [UInt8],
    file: String,
    catalogue: Catalogue
  ) throws(CorrectionError) -> [CorrectionDraft] {
    var drafts: [CorrectionDraft] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
      if isBlank { continue }
      let place = "\(file):\(index + 1)"
      let request: CorrectionRequest
      do {
        request = try JSONDecoder().decode(CorrectionRequest.self, from: Data(line))
      } catch {
        throw CorrectionError(
          place: place,
          problem: problem(error),
          remedy: "write an object with \(CorrectionRequest.Key.list)"
        )
      }
      drafts.append(try request.draft(catalogue, place: place))
    }
    if drafts.isEmpty {
      throw CorrectionError(
        place: file,
        problem: "the file holds no corrections",
        remedy: "write one object a line, with \(CorrectionRequest.Key.list)"
      )
    }
    return drafts
  }

  private static func problem(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      if let key = context.codingPath.last {
        "\(key.stringValue) has a value of the wrong type"
      } else {
        "the line is no JSON object"
      }
    case let error as UnknownKey: "there is no key \(error.name)"
    default: "the line is no JSON object"
    }
  }
}

private struct UnknownKey: Error {
  var name: String
}

extension CorrectionRequest: Decodable {
  enum Key: String, CodingKey, CaseIterable {
    case id, note, value, indicator, period, kind, reject
    case topic, unit, lower, upper, qualifier, comparedWith, direction, assessment, group, label
    case about, speaker, state, content, document, source, at

    static let list = allCases.map(\.rawValue).joined(separator: ", ")
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads an object with `id`, `note`, `value`, `indicator`, `period`, `kind` and `reject`.
  ///
  /// - Throws: `DecodingError`, and an error of its own for a key that there is not.
  public init(from decoder: any Decoder) throws {
    for key in try decoder.container(keyedBy: AnyKey.self).allKeys
    where Key(rawValue: key.stringValue) == nil {
      throw UnknownKey(name: key.stringValue)
    }
    let values = try decoder.container(keyedBy: Key.self)
    id = try values.decode(String.self, forKey: .id)
    state = try values.decodeIfPresent(State.self, forKey: .state)
    note =
      try state == nil
      ? values.decode(String.self, forKey: .note)
      : values.decodeIfPresent(String.self, forKey: .note) ?? ""
    content = try values.decodeIfPresent(String.self, forKey: .content)
    source = try values.decodeIfPresent(Source.self, forKey: .source)
    for claim in [FurtherChanges.Claim.value, .indicator, .period] where state != nil {
      guard let key = Key(rawValue: claim.rawValue), values.contains(key) else { continue }
      if try values.decodeNil(forKey: key) { cleared.insert(claim) }
    }
    value = try values.decodeIfPresent(Double.self, forKey: .value)
    indicator = try values.decodeIfPresent(String.self, forKey: .indicator)
    period = try values.decodeIfPresent(String.self, forKey: .period)
    kind = try values.decodeIfPresent(String.self, forKey: .kind)
    isRejected = try values.decodeIfPresent(Bool.self, forKey: .reject) ?? false
    for field in Field.allCases {
      guard let key = Key(rawValue: field.rawValue), values.contains(key) else { continue }
      switch field {
      case .lower, .upper:
        let number = try values.decodeIfPresent(Double.self, forKey: key)
        fields[field] = number.map { String($0) } ?? ""
      default: fields[field] = try values.decodeIfPresent(String.self, forKey: key) ?? ""
      }
    }
  }
}
