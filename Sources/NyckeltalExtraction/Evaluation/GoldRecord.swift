import Foundation
public import NyckeltalModel

/// What a document states by an annotator's reading, to compare an extraction with.
///
/// A field that the record leaves out is not judged; a list of values names the readings that are
/// all right.
public struct GoldRecord: Sendable {
  /// The document's file name.
  public let document: String
  /// The evidence, as the annotator copied it.
  public let quote: String
  /// `[start, end)` in bytes of the file.
  public let range: Range<Int>
  /// What the statement is, where it is judged: the first of the readings that are right.
  public let kind: ObservationKind?
  /// All kinds that are right.
  let kinds: [ObservationKind]
  /// Whether finding it or not costs nothing.
  public let isOptional: Bool
  /// The judged numbers; `.some(nil)` must be absent.
  let numbers: [String: Double?]
  /// The judged fields with the readings that are right; `nil` among them is "absent".
  let readings: [String: [String?]]
  /// The judged parties.
  let parties: [String]?

  /// The fields that are compared, in the order in which they are reported.
  public static let fields = [
    "kind", "indicator", "unit", "qualifier", "period", "direction", "assessment", "item",
    "section", "parties",
  ]
  static let numberFields = ["value", "lower", "upper"]
}

/// What is wrong with a file of gold records.
public struct GoldError: Failure, Equatable {
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What was wrong.
  public let problem: String
  /// The file and line.
  public var place: String? { "\(file):\(line)" }
  /// What to do about it.
  public var remedy: String {
    "write one JSON object a line with document, quote, range and fields"
  }
}

extension GoldRecord {
  /// Reads records, one JSON object a line.
  ///
  /// - Throws: ``GoldError`` with the line of what is wrong.
  public static func read(_ bytes: [UInt8], file: String) throws(GoldError) -> [GoldRecord] {
    var records: [GoldRecord] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      else {
        throw GoldError(file: file, line: number + 1, problem: "not a JSON object")
      }
      guard let record = GoldRecord(object) else {
        throw GoldError(
          file: file,
          line: number + 1,
          problem: "document, quote, range or kind is missing or wrong"
        )
      }
      records.append(record)
    }
    return records
  }

  private init?(_ object: [String: Any]) {
    guard let document = object["document"] as? String, let quote = object["quote"] as? String,
      let bounds = object["range"] as? [Int], bounds.count == 2, bounds[0] <= bounds[1]
    else { return nil }
    self.document = document
    self.quote = quote
    range = bounds[0]..<bounds[1]
    isOptional = object["optional"] as? Bool ?? false
    let kinds = object["kind"] as? [String] ?? [object["kind"] as? String].compactMap(\.self)
    self.kinds = kinds.compactMap(ObservationKind.init(rawValue:))
    kind = self.kinds.first
    if kind == nil, !isOptional { return nil }
    var numbers: [String: Double?] = [:]
    for name in Self.numberFields {
      guard let value = object[name] else { continue }
      numbers[name] = .some((value as? NSNumber)?.doubleValue)
    }
    self.numbers = numbers
    var readings: [String: [String?]] = [:]
    for name in Self.fields + ["topic"] where name != "parties" {
      guard let value = object[name] else { continue }
      let choices = value as? [Any] ?? [value]
      readings[name] = choices.map { $0 as? String }
    }
    self.readings = readings
    parties = (object["parties"] as? [String])?.sorted()
  }
}
