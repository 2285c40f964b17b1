import Foundation
import NyckeltalModel

/// A field of exported observations: what it is called, holds and means.
struct SchemaField {
  enum Content {
    case text
    case term([String])
    case number
    case whole
    case truth
    case period
    case day
    /// Texts in a row; in a table with semicolons between them.
    case texts
    /// Objects in a row, which no table has.
    case objects([String: String])
    /// Two whole numbers.
    case range
  }

  var name: String
  var content: Content
  var meaning: String
  /// Whether it may be null in JSON, or empty in a table.
  var isOptional = false
  /// Whether every line of JSON has it, be it null.
  var isAlwaysThere = true

  /// Whether a table has a column for it.
  var isInTable: Bool {
    switch content {
    case .objects, .range: false
    default: true
    }
  }

  /// What JSON Schema says of it.
  var jsonSchema: [String: Any] {
    var schema: [String: Any] = ["description": meaning]
    switch content {
    case .text: schema["type"] = types("string")
    case .term(let values):
      schema["type"] = types("string")
      schema["enum"] = isOptional ? values as [Any] + [NSNull()] : values
    case .number: schema["type"] = types("number")
    case .whole:
      schema["type"] = types("integer")
      schema["minimum"] = 0
    case .truth: schema["type"] = types("boolean")
    case .period:
      schema["type"] = types("string")
      schema["pattern"] = Self.periodPattern
    case .day:
      schema["type"] = types("string")
      schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .texts:
      schema["type"] = types("array")
      schema["items"] = ["type": "string"]
    case .objects(let fields):
      schema["type"] = types("array")
      let kinds = fields.mapValues {
        ["type": $0.hasSuffix("?") ? [String($0.dropLast()), "null"] : [$0]]
      }
      schema["items"] =
        [
          "type": "object", "properties": kinds, "required": fields.keys.sorted(),
          "additionalProperties": false,
        ] as [String: Any]
    case .range:
      schema["type"] = types("array")
      schema["items"] = ["type": "integer", "minimum": 0] as [String: Any]
      schema["minItems"] = 2
      schema["maxItems"] = 2
    }
    return schema
  }

  private func types(_ name: String) -> Any { isOptional ? [name, "null"] : name }

  /// What a Frictionless table schema says of it.
  func frictionless(hasDecimalComma: Bool) -> [String: Any] {
    var field: [String: Any] = ["name": name, "description": meaning]
    var constraints: [String: Any] = isOptional ? [:] : ["required": true]
    switch content {
    case .text, .texts, .objects, .range: field["type"] = "string"
    case .term(let values):
      field["type"] = "string"
      constraints["enum"] = values
    case .number:
      field["type"] = "number"
      if hasDecimalComma { field["decimalChar"] = "," }
    case .whole:
      field["type"] = "integer"
      constraints["minimum"] = 0
    case .truth: field["type"] = "boolean"
    case .period:
      field["type"] = "string"
      constraints["pattern"] = Self.periodPattern
    case .day: field["type"] = "date"
    }
    if !constraints.isEmpty { field["constraints"] = constraints }
    return field
  }

  private static let onePeriod =
    "[0-9]{4}(-(T[1-3]|Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?"
  private static let periodPattern = "^\(onePeriod)(/\(onePeriod))?$"
}

extension SchemaField {
  private static func names<Term: RawRepresentable<String> & CaseIterable>(
    _ type: Term.Type
  ) -> Content { .term(Term.allCases.map(\.rawValue)) }

  private static func optional(_ name: String, _ content: Content, _ meaning: String) -> Self {
    Self(name: name, content: content, meaning: meaning, isOptional: true)
  }

  /// One that is left out where there is none.
  private static func absent(_ name: String, _ content: Content, _ meaning: String) -> Self {
    Self(name: name, content: content, meaning: meaning, isOptional: true, isAlwaysThere: false)
  }

  /// The fields of an observation but its source and correction.
  static let observation: [SchemaField] = [
    SchemaField(
      name: "id",
      content: .text,
      meaning: "The same content, range, kind and indicator give the same id on every machine."
    ),
    SchemaField(name: "kind", content: names(ObservationKind.self), meaning: "What it states."),
    optional("indicator", .text, "The indicator's id, as nyckeltal catalogue lists it."),
    SchemaField(
      name: "topic",
      content: names(Topic.self),
      meaning: "The field of the labour market."
    ),
    optional("value", .number, "In the base unit: kronor, whole percent."),
    optional("lower", .number, "The lower bound, where a range is given."),
    optional("upper", .number, "The upper bound, where a range is given."),
    SchemaField(
      name: "qualifier",
      content: names(Qualifier.self),
      meaning: "How exact the text says that it is."
    ),
    optional("unit", names(FigureUnit.self), "What is counted; none without a figure."),
    optional("period", .period, "2015, 2015-T1, 2015-Q2, 2015-H1, 2015-04, 2015-04-30, 2018/2019."),
    optional("comparedWith", .period, "What a change is measured against."),
    optional("direction", names(Direction.self), "Of a change or a trend."),
    optional("assessment", names(Assessment.self), "Whether a target is reached."),
    optional("group", .text, "The population, as the text says it."),
    SchemaField(
      name: "confidence",
      content: .number,
      meaning: "0 to 1: how probable it is that every field is right."
    ),
    optional("label", .text, "What the text itself calls what is counted."),
    optional("body", .text, "The municipality and committee whose document it is."),
    optional("about", .text, "What else the figure is about; none where it is the body's own."),
    SchemaField(name: "rules", content: .texts, meaning: "The rules that read it, in order."),
    optional("repeats", .text, "The id of the first observation that states the same."),
    absent("verified", .day, "The day on which somebody vouched for it."),
  ]

  /// The fields of a source.
  static let source: [SchemaField] = [
    SchemaField(name: "document", content: .text, meaning: "The file's name."),
    absent("path", .text, "The file's path as it was given."),
    absent("content", .text, "The SHA-256 of the file's bytes."),
    optional("item", .text, "The number of the item (§)."),
    optional("itemTitle", .text, "The item's title."),
    optional("reference", .text, "The diary number."),
    optional("section", names(SectionKind.self), "The part of the item."),
    SchemaField(
      name: "speakers",
      content: .objects(["name": "string", "party": "string?"]),
      meaning: "Who states it; empty for the committee and the administration."
    ),
    optional("date", .day, "The document's own date."),
    SchemaField(name: "quote", content: .text, meaning: "The clause that carries the figure."),
    SchemaField(
      name: "range",
      content: .range,
      meaning: "Start and end in bytes of the file, or of the text that was extracted from it."
    ),
    SchemaField(name: "line", content: .whole, meaning: "The line, from 1."),
    absent("page", .whole, "The page, from 1."),
    Self(
      name: "boxes",
      content: .objects([
        "page": "integer", "xMin": "number", "yMin": "number", "xMax": "number", "yMax": "number",
      ]),
      meaning: "Where the quote stands on its pages.",
      isOptional: true,
      isAlwaysThere: false
    ),
  ]

  /// The columns of a table that JSON has in another shape.
  static let columns: [SchemaField] = [
    optional("speakers", .texts, "Who states it, with semicolons between them."),
    optional("parties", .texts, "The party of each speaker, with semicolons between them."),
    SchemaField(name: "rangeStart", content: .whole, meaning: "The first byte of the quote."),
    SchemaField(name: "rangeEnd", content: .whole, meaning: "The byte after the quote."),
    optional("correction", .text, "Why it was corrected by hand."),
    optional("rejected", .truth, "Whether it was rejected by hand."),
  ]
}
