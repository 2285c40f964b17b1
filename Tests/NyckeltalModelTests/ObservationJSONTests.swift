import Foundation
import NyckeltalModel
import Testing

struct ObservationJSONTests {
  private let observation = Observation(
    id: "a1",
    kind: .outcome,
    indicator: "sommarjobb.sokande",
    topic: .sommarjobb,
    measure: Measure(value: 15_900, qualifier: .about, unit: .persons),
    period: .tertial(1, year: 2015),
    group: "unga",
    confidence: 0.96,
    label: "unga som sökt",
    rules: ["number.grouped"],
    source: Source(
      document: "a.txt",
      item: "8",
      section: .matter,
      speakers: [Speaker(name: "Å \"B\"", party: nil)],
      quote: "rad\u{1}\n",
      range: 3..<9,
      line: 2
    )
  )

  @Test func everyFieldIsWrittenInOrder() {
    #expect(
      observation.jsonLine == """
        {"id":"a1","kind":"outcome","indicator":"sommarjobb.sokande","topic":"sommarjobb",\
        "value":15900,"lower":null,"upper":null,"qualifier":"about","unit":"persons",\
        "period":"2015-T1","comparedWith":null,"direction":null,"assessment":null,\
        "group":"unga","confidence":0.96,"label":"unga som sökt","body":null,\
        "about":null,"rules":["number.grouped"],"repeats":null,\
        "source":{"document":"a.txt","item":"8","itemTitle":null,"reference":null,\
        "section":"matter","speakers":[{"name":"Å \\"B\\"","party":null}],"date":null,\
        "quote":"rad\\u0001\\n","range":[3,9],"line":2}}

        """
    )
  }

  @Test func linesReadBack() throws {
    let read = try JSONDecoder().decode(Observation.self, from: Data(observation.jsonLine.utf8))
    #expect(read == observation)
  }

  @Test("A correction is exported behind the contract's fields, and reads back")
  func corrected() throws {
    var corrected = observation
    corrected.value = 15_700
    corrected.correction = Correction(
      note: "enligt bilagan",
      date: "2016-02-01",
      original: Correction.Original(observation)
    )
    corrected.verified = "2016-02-02"
    #expect(
      corrected.jsonLine.hasSuffix(
        """
        "line":2},"correction":{"note":"enligt bilagan","date":"2016-02-01","rejected":false,\
        "original":{"kind":"outcome","indicator":"sommarjobb.sokande","topic":"sommarjobb",\
        "value":15900,"lower":null,"upper":null,"unit":"persons","period":"2015-T1",\
        "qualifier":"about","comparedWith":null,"direction":null,"assessment":null,\
        "group":"unga","label":"unga som sökt","about":null}},"verified":"2016-02-02"}

        """
      )
    )
    let read = try JSONDecoder().decode(Observation.self, from: Data(corrected.jsonLine.utf8))
    #expect(read == corrected)
    #expect(read != observation)
  }

  @Test(arguments: [(24.5, "24.5"), (-9_073_000, "-9073000"), (1e21, "1e+21"), (0.1, "0.1")])
  func numbers(_ value: Double, _ digits: String) {
    #expect(JSONText.digits(value) == digits)
  }

  @Test("What is written is the raw value")
  func names() {
    #expect(ObservationKind.allCases.allSatisfy { $0.name.description == $0.rawValue })
    #expect(Qualifier.allCases.allSatisfy { $0.name.description == $0.rawValue })
    #expect(FigureUnit.allCases.allSatisfy { $0.name.description == $0.rawValue })
    #expect(Direction.allCases.allSatisfy { $0.name.description == $0.rawValue })
  }

  @Test(
    "Periods are written in their notation",
    arguments: [
      Period.year(2015), .half(2, year: 2015), .tertial(1, year: 2015), .quarter(4, year: 2015),
      .month(4, year: 2015), .day(30, month: 12, year: 2015), .year(812),
      .span(from: .day(1, month: 6, year: 2015), to: .month(8, year: 2016)),
    ]
  )
  func periods(_ period: Period) {
    var json = JSONText()
    json.period(period, "p")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"p\":\"\(period)\"")
  }

  @Test(
    "Strings are escaped, at every place of a word of eight bytes",
    arguments: ["\"", "\\", "\n", "\t", "\u{1}", "\u{1F}"]
  )
  func escapes(_ sign: String) throws {
    for length in 0..<20 {
      let text =
        String(repeating: "å", count: length / 2) + String(repeating: "a", count: length) + sign
      var json = JSONText()
      json.string(text)
      let read = try JSONDecoder().decode(String.self, from: Data(json.bytes))
      #expect(read == text)
    }
  }

  @Test("Numbers are written with the digits that read back")
  func numbers() {
    for value: Double in [
      0, 0.5, 12.25, 0.07, 99.99, -3.2, 1e15, 123_456_789_012.34, 1 / 3, 1e300, -0.01,
    ] {
      var json = JSONText()
      json.number(value)
      #expect(String(decoding: json.bytes, as: UTF8.self) == JSONText.digits(value))
    }
    for value: Int in [0, 7, 10, 99, 100, 12_345, -1, .max, .min] {
      var json = JSONText()
      json.number(value)
      #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
    }
  }
}
