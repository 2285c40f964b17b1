import NyckeltalModel

/// What a unit noun stands for.
struct UnitSense: Sendable, Hashable {
  /// The unit of the contract.
  var unit: FigureUnit
  /// What turns the noun's unit into the base unit.
  var factor: Double
  /// What the unit alone does not say: hours, minutes, seconds, öre.
  var name: Name

  /// Units that need more than their place in the contract.
  enum Name: String, Sendable {
    case plain
    case hours
    case minutes
    case seconds
    case ore = "öre"
  }

  /// Whether it is a length of time.
  var isDuration: Bool {
    switch unit {
    case .years, .months, .days: true
    default: name == .hours || name == .minutes || name == .seconds
    }
  }

  /// Whether it counts what comes in whole numbers only.
  var isCountable: Bool {
    switch unit {
    case .persons, .households, .places, .employments: true
    default: false
    }
  }

  /// The rule that recognised it.
  var rule: RuleName {
    switch unit {
    case .persons: .unitPersons
    case .households: .unitHouseholds
    case .places: .unitPlaces
    case .employments: .unitEmployments
    case .percent: .unitPercent
    case .percentagePoints: .unitPercentagePoints
    case .sek: .unitMoney
    case .years, .months, .days: .unitDuration
    case .other: isDuration ? .unitDuration : .unitOther
    }
  }
}

/// The unit nouns of `Units.txt`, by form and by the ends of compounds.
struct UnitTable: Sendable {
  /// A noun in one inflection.
  struct Form: Sendable {
    var text: String
    /// The sense's number, from 1.
    var unit: UInt16
  }

  /// A line that the table cannot use.
  struct Problem: Failure, Hashable {
    var line: Int
    var problem: String
    var place: String? { "Units.txt:\(line)" }
    var remedy: String { "write `unit [xFACTOR] [name]: stem|ending …`" }
  }

  private(set) var senses: [UnitSense] = []
  private(set) var forms: [Form] = []
  private(set) var problems: [Problem] = []
  private var suffixes = SuffixTrie()

  /// The table compiled into the module.
  static let builtIn = UnitTable(String(decoding: PackageResources.Units_txt, as: UTF8.self))

  /// Reads a table; lines that it cannot use are ``problems``, the others are read.
  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " }
      if content.isEmpty || content.first == "#" { continue }
      do {
        try read(content, line: index + 1)
      } catch {
        problems.append(error)
      }
    }
  }

  /// The sense with a number from 1.
  subscript(unit: UInt16) -> UnitSense? {
    unit > 0 && Int(unit) <= senses.count ? senses[Int(unit) - 1] : nil
  }

  /// The sense of the noun that a compound ends with.
  func senseOfCompound(
    _ range: Range<Int>,
    in text: UnsafeBufferPointer<UInt8>
  ) -> UnitSense? {
    self[suffixes.longest(of: range, in: text)]
  }

  private mutating func read(_ line: Substring, line number: Int) throws(Problem) {
    guard let colon = line.firstIndex(of: ":") else {
      throw Problem(line: number, problem: "no colon")
    }
    var sense = UnitSense(unit: .other, factor: 1, name: .plain)
    for (index, word) in line[..<colon].split(separator: " ").enumerated() {
      if index == 0 {
        guard let unit = FigureUnit(rawValue: String(word)) else {
          throw Problem(line: number, problem: "\"\(word)\" is no unit")
        }
        sense.unit = unit
      } else if word.first == "x" {
        guard let factor = Double(word.dropFirst()), factor > 0 else {
          throw Problem(line: number, problem: "\"\(word)\" is no factor")
        }
        sense.factor = factor
      } else {
        guard let name = UnitSense.Name(rawValue: String(word)) else {
          throw Problem(line: number, problem: "\"\(word)\" is no name of a unit")
        }
        sense.name = name
      }
    }
    let unit: UInt16
    if let known = senses.firstIndex(of: sense) {
      unit = UInt16(known + 1)
    } else {
      senses.append(sense)
      unit = UInt16(senses.count)
    }
    for word in line[colon...].dropFirst().split(separator: " ") { add(word, unit: unit) }
  }

  private mutating func add(_ word: Substring, unit: UInt16) {
    let isSuffix = word.first == "-" && word.count > 2
    let parts = (isSuffix ? word.dropFirst() : word).split(
      separator: "|",
      omittingEmptySubsequences: false
    )
    let stem = parts.first ?? ""
    for ending in parts.count > 1 ? parts.dropFirst() : [""] {
      let form = String(stem + ending)
      let genitive = form.last.map { $0.isLetter && $0 != "s" && form.count > 3 } ?? false
      for text in genitive ? [form, form + "s"] : [form] {
        forms.append(Form(text: text, unit: unit))
        if isSuffix, text.utf8.count >= 3 { suffixes.add(text, unit: unit) }
      }
    }
  }
}
