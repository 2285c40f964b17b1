import Foundation
import Testing

/// What README promises about reliability, each with the test that holds it.
struct PromiseTests {
  private static let promises: [(promise: String, test: String)] = [
    ("files appear whole or not at all", "reportsAppearWholeOrNotAtAll"),
    (
      "What cannot be read is named and counts as failed", "whatCannotBeReadIsNamedAndNothingIsSent"
    ),
    ("a name that is no text", "namesThatAreNoTextAreNamedAsFailed"),
    ("the tool's own reports too", "ownReportsArePassedOverByName"),
    ("Stray bytes in UTF-8 are marked and told", "oneStrayByteLeavesTheRestUTF8"),
    ("data (JSON, XML, tables) is refused", "dataIsNoProse"),
    ("An output that is read too is refused", "whatIsReadIsNeverWrittenOver"),
    ("keeps its permissions", "anEarlierFileKeepsItsPermissionsAndALinkIsFollowed"),
    ("0 done, 1 failed, 3 some inputs failed", "theOtherFilesAreDone"),
    ("behind an apostrophe", "cellsThatWouldBeFormulasBeginWithAnApostrophe"),
    ("The same input gives the same bytes, in any locale", "theLocaleChangesNothing"),
    ("from any number of threads", "neitherThreadsNorOrderShow"),
    ("a document goes in whole or not at all", "everyDocumentIsWholeOrAbsent"),
    ("counts nothing twice", "theSameContentIsCountedOnce"),
    ("Several programs may use a store at once", "twoImportsAtOnceBothSucceed"),
    ("Documents are told by SHA-256", "anEarlierIdentityIsTakenOver"),
    ("names table and row", "whatCannotBeIsNamed"),
    ("A new store can be read by its owner alone", "aStoreIsItsOwnersAlone"),
    ("survive a new import", "aCorrectionFollowsItsDocumentToNewContentOnly"),
    ("all of them, or none", "aFileOfCorrectionsIsMadeWholeOrNotAtAll"),
    ("no observation twice", "ownJSONLinesComeInAsTheyWere"),
    ("it has at most 50 000 rows", "rowLimit"),
    ("fonts do not tell which letters they show", "unreadableLetters"),
    ("Turned text beside other text is left out, and told", "turnedNotes"),
    ("A page saved as one file (`.mht`) is refused", "savedPage"),
    ("costs that document alone", "aReaderThatTrapsCostsOneFile"),
    ("no process outlives the program", "noWorkerIsLeftOfAProgramThatIsKilled"),
    ("stored but not sent", "whatCannotBeReadIsNamedAndNothingIsSent"),
    ("give the same bytes again", "theSameValuesGiveTheSameBytes"),
    ("Nothing is sent in clear", "withoutSTARTTLSNothingIsSent"),
    (
      "A password goes in clear to nobody, this machine included",
      "aPasswordGoesInClearToNobodyUnlessThatIsAskedFor"
    ),
    ("a message is sent after a login or not at all", "aLoginThatIsNotOfferedSendsNothing"),
    ("refused recipient stops no one else", "aRefusedRecipientStopsNoOneElse"),
    (
      "only what the server refuses for now (4xx) is tried again", "whatIsRefusedForNowIsTriedAgain"
    ),
    ("is carried exactly or refused with the reason", "everyValueIsRefusedOrCarriedInEveryField"),
    ("file names that Windows cannot save", "namesThatWindowsCannotSaveAreRefused"),
    ("stands nowhere in the message", "mailAttachesFiles"),
    (
      "PDFs go through `pdftotext` in a child process under limits",
      "aBombOfFiltersEndsWithinItsLimits"
    ),
  ]

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyPromiseHasItsTest() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    let text = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let tests = Self.root.appendingPathComponent("Tests")
    var functions = ""
    for case let file as String in FileManager.default.enumerator(atPath: tests.path) ?? .init()
    where file.hasSuffix("Tests.swift") {
      functions += try String(contentsOf: tests.appendingPathComponent(file), encoding: .utf8)
    }
    for (promise, test) in Self.promises {
      #expect(text.contains(promise), "README promises it no more: \(promise)")
      #expect(functions.contains("func \(test)("), "no test holds \(promise)")
    }
  }
}
