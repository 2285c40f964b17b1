/// The patterns that a word fits, found by the word's letters, not by a look at each pattern.
///
/// Patterns with fixed first letters are found along the word from its beginning, those with fixed
/// last letters along it from its end, and those with letters anywhere from each of its letters.
struct PatternIndex: Sendable {
  private var forwards = LetterTree()
  private var backwards = LetterTree()
  private var anywhere = LetterTree()

  /// What is found is told by the patterns' places.
  init(_ patterns: [WordPattern]) {
    for (place, pattern) in patterns.enumerated() {
      let pattern = (letters: pattern.letters, place: Int32(place), pattern: pattern)
      switch (pattern.pattern.anyBefore, pattern.pattern.anyBehind) {
      case (false, let goesOn):
        forwards.add(pattern.letters, pattern.place, isWhole: !goesOn)
      case (true, false): backwards.add(pattern.letters.reversed(), pattern.place, isWhole: false)
      case (true, true): anywhere.add(pattern.letters, pattern.place, isWhole: false)
      }
    }
  }

  /// The places of the patterns that a word, in lower-case UTF-8, fits, each once: first those with
  /// fixed first letters, then the others.
  func patterns(for word: [UInt8]) -> [Int32] {
    if word.isEmpty { return [] }
    var found: [Int32] = []
    forwards.collect(word, &found)
    if found.count > 1 { found.sort() }
    var others: [Int32] = []
    backwards.collect(word.reversed(), &others)
    for start in word.indices { anywhere.collect(word[start...], &others) }
    if others.count > 1 {
      others.sort()
      var last: Int32 = -1
      others.removeAll { place in
        defer { last = place }
        return place == last
      }
    }
    return found.isEmpty ? others : found + others
  }
}

/// A tree of letters, in which patterns stand where their letters end.
private struct LetterTree: Sendable {
  private struct Node {
    var letter: UInt8
    /// The next letter at the same place, and the first that comes after this one; 0 for none.
    var next: Int32 = 0
    var first: Int32 = 0
    /// The patterns that end here, as a list in ``LetterTree/ends``; 0 for none.
    var end: Int32 = 0
  }

  private struct End {
    var place: Int32
    /// Whether nothing may follow.
    var isWhole: Bool
    var next: Int32
  }

  private var nodes = [Node(letter: 0)]
  private var ends = [End(place: 0, isWhole: false, next: 0)]
  /// The nodes after the first letters, which most words end at.
  private var roots = [Int32](repeating: 0, count: 256)

  mutating func add(_ letters: some Sequence<UInt8>, _ place: Int32, isWhole: Bool) {
    var node = 0
    for letter in letters {
      var child = node == 0 ? roots[Int(letter)] : nodes[node].first
      while child != 0, nodes[Int(child)].letter != letter { child = nodes[Int(child)].next }
      if child == 0 {
        child = Int32(nodes.count)
        nodes.append(Node(letter: letter, next: node == 0 ? 0 : nodes[node].first))
        if node == 0 { roots[Int(letter)] = child } else { nodes[node].first = child }
      }
      node = Int(child)
    }
    ends.append(End(place: place, isWhole: isWhole, next: nodes[node].end))
    nodes[node].end = Int32(ends.count - 1)
  }

  /// Adds the patterns whose letters a word begins with.
  func collect(_ word: some Collection<UInt8>, _ found: inout [Int32]) {
    var node = 0
    var rest = word.count
    for letter in word {
      rest -= 1
      var child = node == 0 ? roots[Int(letter)] : nodes[node].first
      while child != 0, nodes[Int(child)].letter != letter { child = nodes[Int(child)].next }
      if child == 0 { return }
      node = Int(child)
      var end = nodes[node].end
      while end != 0 {
        if !ends[Int(end)].isWhole || rest == 0 { found.append(ends[Int(end)].place) }
        end = ends[Int(end)].next
      }
    }
  }
}
