import Testing

@testable import NyckeltalModel

struct SHA256Tests {
  /// FIPS 180-4 and the examples of NIST.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func itIsTheStandards(_ text: String, _ hash: String) {
    #expect(SHA256.hexadecimal(Array(text.utf8)) == hash)
  }

  /// Every length around the end of a block, against what `sha256sum` gives for all of them together.
  @Test func itIsTheSameAtEveryLength() {
    let all = (0..<200).map { SHA256.hexadecimal([UInt8](repeating: UInt8($0), count: $0)) }
    #expect(
      SHA256.hexadecimal(Array(all.joined().utf8))
        == "c86ce814ed1233ab1d4b273da1b6b13765cd39e72e81ce941452479e70ff1b10"
    )
  }
}
