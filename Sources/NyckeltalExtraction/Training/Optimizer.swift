import Foundation

/// A decision of which the right answers are known: candidates by their features.
struct TrainingGroup: Sendable {
  /// For each candidate the numbers of its weights.
  var candidates: [[Int32]]
  /// The candidates that are right, by their places.
  var right: Set<Int>
  var weight: Double = 1
}

/// Finds the weights under which the right candidates are most probable (maximum likelihood, with a
/// penalty for large weights), by L-BFGS: the same weights from the same groups.
struct Optimizer {
  /// How much the squares of the weights count against them.
  var penalty = 5.0
  var iterations = 60
  private let memory = 8

  func weights(of groups: [TrainingGroup], count: Int) -> [Double] {
    var point = [Double](repeating: 0, count: count)
    var (value, gradient) = loss(groups, at: point)
    var steps: [[Double]] = []
    var changes: [[Double]] = []
    for _ in 0..<iterations {
      let direction = direction(gradient, steps, changes)
      var slope = dot(direction, gradient)
      if slope >= 0 { break }
      if steps.isEmpty { slope = min(slope, -1e-12) }
      var length = steps.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1
      var next = point
      var nextValue = value
      var nextGradient = gradient
      var isBetter = false
      for _ in 0..<20 {
        for index in next.indices { next[index] = point[index] + length * direction[index] }
        (nextValue, nextGradient) = loss(groups, at: next)
        if nextValue <= value + 1e-4 * length * slope {
          isBetter = true
          break
        }
        length /= 2
      }
      guard isBetter else { break }
      steps.append(zip(next, point).map { $0 - $1 })
      changes.append(zip(nextGradient, gradient).map { $0 - $1 })
      if steps.count > memory {
        steps.removeFirst()
        changes.removeFirst()
      }
      let gain = value - nextValue
      (point, value, gradient) = (next, nextValue, nextGradient)
      if gain < 1e-5 * max(1, abs(value)) { break }
    }
    return point
  }

  private func direction(
    _ gradient: [Double],
    _ steps: [[Double]],
    _ changes: [[Double]]
  ) -> [Double] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for index in steps.indices.reversed() {
      let factor = dot(steps[index], direction) / dot(steps[index], changes[index])
      factors.append(factor)
      for place in direction.indices { direction[place] -= factor * changes[index][place] }
    }
    if let step = steps.last, let change = changes.last {
      let scale = dot(step, change) / dot(change, change)
      for place in direction.indices { direction[place] *= scale }
    }
    for (index, factor) in zip(steps.indices, factors.reversed()) {
      let other = dot(changes[index], direction) / dot(steps[index], changes[index])
      for place in direction.indices { direction[place] += (factor - other) * steps[index][place] }
    }
    return direction
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private func loss(_ groups: [TrainingGroup], at point: [Double]) -> (Double, [Double]) {
    var value = 0.0
    var gradient = point.map { $0 * penalty }
    for weight in point { value += weight * weight * penalty / 2 }
    for group in groups {
      let sums = group.candidates.map { $0.reduce(0.0) { $0 + point[Int($1)] } }
      let most = sums.max() ?? 0
      let powers = sums.map { exp($0 - most) }
      let all = powers.reduce(0, +)
      let right = group.right.sorted().reduce(0.0) { $0 + powers[$1] }
      value -= group.weight * log(right / all)
      for (index, candidate) in group.candidates.enumerated() {
        let share = powers[index] / all
        let wanted = group.right.contains(index) ? powers[index] / right : 0
        let slope = group.weight * (share - wanted)
        if slope == 0 { continue }
        for feature in candidate { gradient[Int(feature)] += slope }
      }
    }
    return (value, gradient)
  }
}
