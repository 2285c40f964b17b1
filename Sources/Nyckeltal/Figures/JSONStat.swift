import Foundation

/// A data set of statistics as PxWeb gives it, Statistics Sweden's among others (JSON-stat 2.0): one
/// value for each combination of its dimensions, the last dimension turning fastest.
struct JSONStat: Decodable {
  private struct Dimension: Decodable {
    struct Category: Decodable {
      /// Codes by their places, or in a row.
      enum Index: Decodable {
        case places([String: Int])
        case row([String])

        init(from decoder: any Decoder) throws {
          let value = try decoder.singleValueContainer()
          if let row = try? value.decode([String].self) {
            self = .row(row)
          } else {
            self = .places(try value.decode([String: Int].self))
          }
        }
      }

      var index: Index?
      var label: [String: String]?
    }

    var category: Category

    var codes: [String] {
      switch category.index {
      case .row(let codes)?: codes
      case .places(let places)?: places.sorted { $0.value < $1.value }.map(\.key)
      // a dimension with one category may have no index
      case nil: (category.label ?? [:]).keys.sorted()
      }
    }
  }

  /// Values in a row, or by their places where most are missing.
  private enum Values: Decodable {
    case row([Double?])
    case places([String: Double])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let row = try? value.decode([Double?].self) {
        self = .row(row)
      } else {
        self = .places(try value.decode([String: Double].self))
      }
    }

    func value(at place: Int) -> Double? {
      switch self {
      case .row(let values): values.indices.contains(place) ? values[place] : nil
      case .places(let values): values[String(place)]
      }
    }
  }

  private var id: [String]
  private var size: [Int]
  private var dimension: [String: Dimension]
  private var value: Values

  /// The most rows that are made of one.
  private static let mostRows = 10_000_000

  /// The data set as a table: a column for each dimension with its codes, and the value; rows without
  /// a value are left out.
  ///
  /// - Throws: What is wrong, as text, when its parts do not fit together.
  func lines() throws(Fault) -> [FiguresFile.Line] {
    let codes = id.map { dimension[$0]?.codes ?? [] }
    guard codes.map(\.count) == size, !size.contains(0) else {
      throw Fault(problem: "the sizes of its dimensions are not those of their codes")
    }
    var count = 1
    for length in size {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
      if isTooLarge || product > Self.mostRows {
        throw Fault(problem: "it has more than \(Self.mostRows) values")
      }
      count = product
    }
    var lines = [FiguresFile.Line(number: 1, cells: id + ["value"], height: 1)]
    for place in 0..<count {
      guard let number = value.value(at: place) else { continue }
      var rest = place
      var cells: [String] = []
      for dimension in codes.reversed() {
        cells.append(dimension[rest % dimension.count])
        rest /= dimension.count
      }
      let text =
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
      lines.append(
        FiguresFile.Line(number: 1, cells: cells.reversed() + [text], height: 1)
      )
    }
    return lines
  }

  /// Why a data set cannot be used.
  struct Fault: Error {
    var problem: String
  }
}
