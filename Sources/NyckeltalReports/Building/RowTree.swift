/// Puts rows that belong to another row after it.
struct RowTree {
  /// The row that each row belongs to, by their ids.
  var parents: [String: String]

  /// The items in order, each with the depth that it stands at.
  ///
  /// An item whose parent is not among them stands by itself.
  func arranged<Item>(_ items: [Item], id: (Item) -> String) -> [(item: Item, level: Int)] {
    let ids = items.map(id)
    let present = Set(ids)
    var children: [String: [Int]] = [:]
    var roots: [Int] = []
    for (index, own) in ids.enumerated() {
      if let parent = parents[own], present.contains(parent), parent != own,
        parents[parent] == nil || !present.contains(parents[parent] ?? "")
      {
        children[parent, default: []].append(index)
      } else {
        roots.append(index)
      }
    }
    return roots.flatMap { root in
      [(items[root], 0)] + (children.removeValue(forKey: ids[root]) ?? []).map { (items[$0], 1) }
    }
  }
}
