import Foundation
public import NyckeltalModel

/// The shape of exported observations, for programs that read them: JSON Schema of a line of JSON,
/// and a Frictionless data package of the table.
///
/// ```swift
/// let schema = ObservationSchema.jsonSchema()
/// let package = ObservationSchema.dataPackage(csv: "observations.csv", style: CSVStyle())
/// ```
public enum ObservationSchema {
  /// The schema of one line of `.jsonl` (JSON Schema, draft 2020-12).
  public static func jsonSchema() -> [UInt8] {
    var correction: [String: Any] = [
      "type": ["object", "null"],
      "description": "What was corrected by hand, with what was read.",
      "required": ["note", "date", "rejected", "original"],
    ]
    correction["properties"] = [
      "note": ["type": "string"], "date": ["type": "string"], "rejected": ["type": "boolean"],
      "original": ["type": "object"],
    ]
    var properties: [String: Any] = ["correction": correction]
    for field in SchemaField.observation { properties[field.name] = field.jsonSchema }
    var source: [String: Any] = [:]
    for field in SchemaField.source { source[field.name] = field.jsonSchema }
    properties["source"] =
      [
        "type": "object", "properties": source, "additionalProperties": false,
        "required": SchemaField.source.filter(\.isAlwaysThere).map(\.name),
        "description": "Exactly where it was read, and who states it.",
      ] as [String: Any]
    return bytes([
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Observation",
      "description": "One statement in a document about one indicator or topic.",
      "type": "object", "properties": properties, "additionalProperties": false,
      "required": SchemaField.observation.filter(\.isAlwaysThere).map(\.name) + ["source"],
    ])
  }

  /// A data package (Frictionless, `datapackage.json`) of a table of observations.
  ///
  /// - Parameters:
  ///   - csv: The table's path, beside the package.
  ///   - style: How the table is written.
  /// - Returns: The package's description.
  public static func dataPackage(csv: String = "observations.csv", style: CSVStyle) -> [UInt8] {
    let known = SchemaField.observation + SchemaField.source + SchemaField.columns
    let fields = Observation.csvColumns.map { column -> [String: Any] in
      guard let field = known.first(where: { $0.name == column && $0.isInTable }) else {
        return ["name": column, "type": "string"]
      }
      return field.frictionless(hasDecimalComma: style.hasDecimalComma)
    }
    let separator =
      switch style.separator {
      case .comma: ","
      case .semicolon: ";"
      case .tab: "\t"
      }
    return bytes([
      "name": "nyckeltal-observations", "profile": "tabular-data-package",
      "resources": [
        [
          "name": "observations", "path": csv, "profile": "tabular-data-resource",
          "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
          "dialect": [
            "delimiter": separator, "doubleQuote": true, "header": true, "lineTerminator": "\n",
          ],
          "schema": ["fields": fields, "missingValues": [""]],
        ] as [String: Any]
      ],
    ])
  }

  private static func bytes(_ object: [String: Any]) -> [UInt8] {
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    // only texts, numbers and booleans are in it, which can always be written
    guard let data = try? JSONSerialization.data(withJSONObject: object, options: options) else {
      return []
    }
    return Array(data) + [0x0A]
  }
}
