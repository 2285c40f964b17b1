import Foundation
import NyckeltalDocuments
import NyckeltalText
import Testing

/// Text is read up to a limit of its own: a year's minutes in one file are no attack.
struct DocumentLimitTests {
  private let text = Data("Nämnden fick 812 ansökningar.\n".utf8)
  private let page = Data("<html><body><p>Nämnden fick 812 ansökningar.</p></body></html>".utf8)

  @Test("A limit for other formats leaves text alone, and the other way round")
  func limits() throws {
    var limits = DocumentLimits()
    limits.fileBytes = 10
    let few = DocumentReader(limits: limits)
    #expect(try few.read(name: "a.txt", bytes: text).utf8.count == text.count)
    #expect(try few.read("a.txt", bytes: Array(text)).utf8.count == text.count)
    #expect(throws: DocumentError.self) { try few.read(name: "a.html", bytes: page) }

    limits = DocumentLimits()
    limits.textBytes = 10
    let fewOfText = DocumentReader(limits: limits)
    #expect(throws: DocumentError.self) { try fewOfText.read(name: "a.txt", bytes: text) }
    #expect(throws: DocumentError.self) { try fewOfText.read("a.txt", bytes: Array(text)) }
    #expect(try !fewOfText.read(name: "a.html", bytes: page).utf8.isEmpty)
  }

  @Test("By itself a gigabyte of text is not too large")
  func gigabyte() { #expect(DocumentLimits().textBytes > 1_000_000_000) }
}
