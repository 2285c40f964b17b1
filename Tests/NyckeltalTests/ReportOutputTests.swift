import Foundation
import Nyckeltal
import Testing

struct ReportOutputTests {
  private static func report() throws -> Report {
    let text = """
      § 4

      Tertialrapport 1 2015

      Ärendet

      Cirka 900 unga har sökt sommarjobb. Målet är minst 400 platser, och 420 platser har anmälts.
      """
    let catalogue = try Catalogue.builtIn()
    let source = try SourceText(name: "a.txt", bytes: Array(text.utf8))
    let builder = ReportBuilder(definition: try .builtIn(.year), catalogue: catalogue.indicators)
    let observations = ObservationExtractor(catalogue: catalogue).observations(in: source)
    return try builder.report(.year(2015), from: observations, documents: 1)
  }

  @Test(arguments: ReportOutput.Format.allCases)
  func aFileHoldsTheBytesThatItsSuffixAsksFor(_ format: ReportOutput.Format) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try Self.report()
    let path = folder.appendingPathComponent("mål.\(format.rawValue.uppercased())").path
    try ReportOutput().write(report, to: path)
    let written = try InputFiles.read(path)
    #expect(!written.isEmpty)
    #expect(try written == ReportOutput().bytes(report, as: format))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    #expect(throws: OutputError.self) {
      try ReportOutput().write(report, to: folder.appendingPathComponent("mål.docx").path)
    }
  }

  @Test(arguments: ReportOutput.Format.allCases)
  func eightThreadsWriteWhatOneWrites(_ format: ReportOutput.Format) async throws {
    let report = try Self.report()
    let expected = try ReportOutput().bytes(report, as: format)
    let all = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try ReportOutput().bytes(report, as: format) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
  }

  @Test func aSuffixIsWhatFollowsTheLastDotOfTheName() {
    #expect(ReportOutput.Format(path: "a/b.c/report.XLSX") == .xlsx)
    #expect(ReportOutput.Format(path: "a.html/report") == nil)
    #expect(ReportOutput.Format(path: "report.html.txt") == .txt)
    #expect(ReportOutput.Format(path: "") == nil)
  }
}
