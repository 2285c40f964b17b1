import NyckeltalMail
import Testing

/// File names that recipients can save, under Windows too.
struct AttachmentNameTests {
  @Test(arguments: [
    "CON", "con", "aux.txt", "NUL.xlsx", "Prn.tar.gz", "COM1", "lpt9.txt", "com¹.txt", "CON .txt",
    "rapport.", "rapport ", " rapport.txt",
  ])
  func namesThatWindowsCannotSaveAreRefused(_ name: String) {
    #expect(throws: MailError.self) { try AttachmentName(name) }
  }

  @Test(arguments: [
    "Console.txt", "con2.txt", "COMA.txt", "auxiliär.xlsx", ".rapport", "COM10.txt",
  ])
  func othersAreCarried(_ name: String) throws {
    #expect(try AttachmentName(name).text == name)
  }
}
