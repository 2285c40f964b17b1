import NyckeltalText

/// What a feature says of a figure or of a reading of it: "the word before it", "the unit".
///
/// A feature's name is that of its template and its values: `before=uppgick`. Its key is a hash of
/// the same, so that neither strings are made nor compared while a document is read.
struct FeatureTemplate: Sendable {
  let name: String
  let key: UInt64

  init(_ name: StaticString) {
    self.name = "\(name)"
    key = FeatureValue.hash(name.description.utf8)
  }
}

/// A value of a feature: a word's stem, a number, one of a few names.
struct FeatureValue: Sendable {
  var key: UInt64
  /// What it is called in the file of weights; empty where nobody asks for names.
  var name: String

  /// A value by its name, which is kept only where names are asked for.
  init(_ name: String, named: Bool) {
    key = Self.hash(name.utf8)
    self.name = named ? name : ""
  }

  init(key: UInt64, name: String) {
    self.key = key
    self.name = name
  }

  init(_ name: StaticString) {
    key = name.withUTF8Buffer { Self.hash($0) }
    self.name = ""
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { StableHash.of(bytes) }

  /// The key of a template with a value, or of both with a further one.
  @inline(__always)
  static func mix(_ key: UInt64, _ value: UInt64) -> UInt64 {
    let product = (key ^ value).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ value
  }
}

/// The features of a figure, or of one candidate for a field of it.
struct FeatureList: Sendable {
  private(set) var keys: [UInt64] = []
  /// The features' names; empty where nobody asks for them.
  private(set) var names: [String] = []
  /// Whether names are kept, for training and for explanations.
  let isNamed: Bool

  init(named isNamed: Bool = false) { self.isNamed = isNamed }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }

  mutating func add(_ template: FeatureTemplate) {
    keys.append(template.key)
    if isNamed { names.append(template.name) }
  }

  mutating func add(_ template: FeatureTemplate, _ value: FeatureValue) {
    keys.append(FeatureValue.mix(template.key, value.key))
    if isNamed { names.append("\(template.name)=\(value.name)") }
  }

  mutating func add(_ template: FeatureTemplate, _ value: FeatureValue, _ other: FeatureValue) {
    keys.append(FeatureValue.mix(FeatureValue.mix(template.key, value.key), other.key))
    if isNamed { names.append("\(template.name)=\(value.name)|\(other.name)") }
  }

  mutating func add(_ template: FeatureTemplate, _ value: String) {
    add(template, FeatureValue(value, named: isNamed))
  }

  mutating func add(_ template: FeatureTemplate, _ value: String, _ other: FeatureValue) {
    add(template, FeatureValue(value, named: isNamed), other)
  }

  mutating func add(_ template: FeatureTemplate, _ value: String, _ other: String) {
    add(template, FeatureValue(value, named: isNamed), FeatureValue(other, named: isNamed))
  }

  mutating func append(_ other: FeatureList) {
    keys += other.keys
    names += other.names
  }
}

extension FeatureList {
  /// The key of a feature by its name, as a file of weights holds it.
  static func key(named name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    guard let equals = name.firstIndex(of: UInt8(ascii: "=")) else {
      return FeatureValue.hash(name)
    }
    var key = FeatureValue.hash(name[..<equals])
    let values = name[(equals + 1)...]
    guard let bar = values.firstIndex(of: UInt8(ascii: "|")) else {
      return FeatureValue.mix(key, FeatureValue.hash(values))
    }
    key = FeatureValue.mix(key, FeatureValue.hash(values[..<bar]))
    return FeatureValue.mix(key, FeatureValue.hash(values[(bar + 1)...]))
  }

  /// The key of a feature by its name.
  static func key(named name: String) -> UInt64 {
    var name = name
    return name.withUTF8 { key(named: $0[...]) }
  }
}
