import NyckeltalModel

// Where words stand.
extension PDFWords {
  /// The page, from 0, on which a word stands.
  func page(of index: Int) -> Int {
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].words.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A word's place on a page, which is counted from 0.
  func box(_ index: Int, page: Int) -> PageBox {
    let word = shown(words[index], on: pages[page])
    return PageBox(
      page: page + 1,
      xMin: Double(word.xMin),
      yMin: Double(word.yMin),
      xMax: Double(word.xMax),
      yMax: Double(word.yMax)
    )
  }
}
