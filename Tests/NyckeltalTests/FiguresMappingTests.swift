import Foundation
import Nyckeltal
import Testing

/// Tables of others come in through a mapping of their columns and codes.
struct FiguresMappingTests {
  private let mapping = FiguresMapping(
    columns: [
      "kpi": "indicator", "municipality": "body", "year": "period", "gender": "group",
      "value": "value", "Region": "body", "Tid": "period", "Kon": "group",
      "ContentsCode": "indicator",
    ],
    values: [
      "indicator": ["N02280": "arbetsloshet.andel", "A1": "arbetsloshet.andel"],
      "body": ["0180": "Stockholm"], "group": ["T": "", "K": "kvinnor", "1": "män"],
    ],
    constants: ["kind": "outcome", "source": "Kolada"]
  )

  private func observations(_ text: String) throws -> [Observation] {
    var file = FiguresFile(catalogue: try .builtIn())
    file.mapping = mapping
    return try file.observations(in: SourceText(name: "t", bytes: Array(text.utf8)))
  }

  @Test func aTableOfKoladaComesIn() throws {
    let found = try observations(
      """
      kpi,municipality,year,gender,value
      N02280,0180,2019,T,6.1
      N02280,0180,2019,K,5.9
      N99999,0180,2019,T,1
      N02280,1480,2019,T,7

      """
    )
    #expect(found.map(\.value) == [6.1, 5.9])
    #expect(found.map(\.group) == [nil, "kvinnor"])
    #expect(found.allSatisfy { $0.body == "Stockholm" && $0.period == .year(2019) })
    #expect(found.allSatisfy { $0.source.document == "Kolada" && $0.kind == .outcome })
    #expect(found.map(\.source.line) == [2, 3])
  }

  /// The last dimension turns fastest; a missing value gives nothing.
  @Test(arguments: ["[6.1, null, 7, 8]", "{\"0\": 6.1, \"2\": 7, \"3\": 8}"])
  func aDataSetInJSONStatComesIn(_ values: String) throws {
    let found = try observations(
      """
      {"class": "dataset", "id": ["Kon", "ContentsCode", "Region", "Tid"], "size": [2, 1, 1, 2],
       "dimension": {
         "Kon": {"category": {"index": {"K": 1, "1": 0}}},
         "ContentsCode": {"category": {"label": {"A1": "Arbetslöshet"}}},
         "Region": {"category": {"index": ["0180"]}},
         "Tid": {"category": {"index": ["2018", "2019"]}}},
       "value": \(values)}
      """
    )
    #expect(found.map(\.value) == [6.1, 7, 8])
    #expect(found.map(\.group) == ["män", "kvinnor", "kvinnor"])
    #expect(found.map(\.period) == [.year(2018), .year(2018), .year(2019)])
  }

  @Test(arguments: [
    "{\"id\": [\"A\"], \"size\": [3], \"dimension\": {}, \"value\": []}", "{\"id\": 1}", "{",
    "{\"id\": [\"A\"], \"size\": [9000000000000000000], \"dimension\": {}, \"value\": []}",
  ])
  func aBrokenDataSetIsRefused(_ text: String) {
    #expect(throws: FiguresError.self) { try observations(text) }
  }

  @Test(arguments: [
    "{\"columns\": {\"kpi\": \"indikator\"}}", "{}", "[]", "{\"columns\": {}, \"constants\": 1}",
  ])
  func aBrokenMappingIsRefused(_ text: String) {
    #expect(throws: FiguresError.self) {
      try FiguresMapping(json: Array(text.utf8), file: "m.json")
    }
  }
}
