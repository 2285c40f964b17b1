import Testing

@testable import NyckeltalModel

/// What is refused before it is read as YAML, and what is not.
struct YAMLGuardTests {
  @Test(arguments: [
    "a: &x [1]", "? &a [x]\n: 1", "[&x 1, *x]", "a:\n  - &x b", String(repeating: "[", count: 100),
    "a: " + String(repeating: "{", count: 9_999), "a\n" + String(repeating: "- ", count: 9_999),
    String(repeating: "a: b\n", count: 2_000_000),
  ])
  func refused(_ text: String) {
    #expect(throws: YAMLGuard.Fault.self) { try YAMLGuard.check(text) }
  }

  @Test(arguments: [
    "a: b & c", "a: R&D", "a: '&x'", "a: \"x &y\"", "a: |\n  {{&name}}\n", "# &x\na: b",
    "cues: [\"*bolag\", '~a|b*']", "a: [[1, 2], {b: [c]}]", "a: \"\\\"&\"",
  ])
  func read(_ text: String) throws { try YAMLGuard.check(text) }

  @Test func theLineIsTold() {
    let fault = #expect(throws: YAMLGuard.Fault.self) { try YAMLGuard.check("a: b\nc: &d e") }
    #expect(fault?.line == 2)
  }
}
