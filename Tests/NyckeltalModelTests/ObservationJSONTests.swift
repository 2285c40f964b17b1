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
        "group":"unga","confidence":0.96,"rules":["number.grouped"],"repeats":null,\
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

  @Test(arguments: [(24.5, "24.5"), (-9_073_000, "-9073000"), (1e21, "1e+21"), (0.1, "0.1")])
  func numbers(_ value: Double, _ digits: String) {
    #expect(JSONText.digits(value) == digits)
  }
}
