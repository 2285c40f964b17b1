import NyckeltalMinutes
import NyckeltalModel
import NyckeltalQuantities
import NyckeltalText

extension DocumentReading {
  /// Gathers the evidence around a token of the sentence, or around the whole of a clause.
  ///
  /// - Parameters:
  ///   - clause: The clause of the statement; `nil` for the whole sentence.
  ///   - place: The statement's token, for which nearer words weigh more; `nil` for a clause.
  mutating func gatherEvidence(clause: Int?, place: Int?) {
    evidence.begin()
    for hit in sentence.hits {
      if table.weightStarts[hit.phrase] == table.weightStarts[hit.phrase + 1] { continue }
      let inClause = clause == nil || sentence.clause(of: hit.token) == clause
      var weight = inClause ? Nearness.clause : Nearness.sentence
      // a longer phrase says more
      weight += 0.3 * Double(hit.length - 1)
      if let place {
        // beyond another figure a word is rather about that one
        if weight >= Nearness.clause, isBeyondFigure(hit.token, from: place) {
          weight = Nearness.sentence
        }
        if !inClause, sentence.hasFigure(inClause: sentence.clause(of: hit.token)) {
          weight = Nearness.paragraph
        }
        let distance = abs(hit.token - place)
        weight += 0.8 / Double(1 + distance / 2)
        // what comes before a figure names it more often than what comes behind
        if inClause, hit.token < place { weight += 0.1 }
      }
      add(hit.phrase, weight: weight, isOwn: true)
    }
    addAges(clause)
    for phrase in context.paragraphPhrases { add(phrase, weight: Nearness.paragraph, isOwn: false) }
    for phrase in context.earlierPhrases.reversed() {
      add(phrase, weight: Nearness.earlier, isOwn: false)
    }
    for phrase in context.headingPhrases { add(phrase, weight: Nearness.heading, isOwn: false) }
    if let common = context.commonTopic {
      evidence.add(
        topic: common.index,
        weight: Nearness.common,
        isOwn: false,
        isWeak: true,
        isOuter: true
      )
    }
    if let latest = context.lastTopic {
      evidence.add(
        topic: latest.index,
        weight: Nearness.latest,
        isOwn: false,
        isWeak: true,
        isOuter: true
      )
    }
    for phrase in context.titlePhrases { add(phrase, weight: Nearness.title, isOwn: false) }
  }

  /// "18–24 år" speaks of the young as the word does.
  private mutating func addAges(_ clause: Int?) {
    guard let young = table.young else { return }
    for index in sentence.counts.ageRanges {
      guard let oldest = sentence.quantities[index].upper, oldest <= 30 else { continue }
      let inClause = clause == nil || sentence.clause(of: sentence.places[index]) == clause
      add(young, weight: inClause ? Nearness.clause : Nearness.sentence, isOwn: true)
    }
  }

  /// Adds the phrases of a column's heading.
  mutating func addEvidence(_ phrases: [Int], weight: Double = Nearness.clause - 0.5) {
    for phrase in phrases { add(phrase, weight: weight, isOwn: true) }
  }

  private func isBeyondFigure(_ token: Int, from place: Int) -> Bool {
    sentence.hasFigure(inTokens: min(token, place) + 1..<max(token, place, min(token, place) + 1))
  }

  private mutating func add(_ phrase: Int, weight: Double, isOwn: Bool) {
    let range = Int(table.weightStarts[phrase])..<Int(table.weightStarts[phrase + 1])
    for index in range {
      let found = table.weights[index]
      if found.line < 0 {
        let share = found.flag ? weight * 0.5 : weight
        evidence.add(
          topic: Int(found.term),
          weight: share,
          isOwn: isOwn && !found.flag,
          isWeak: found.flag,
          isOuter: !isOwn
        )
      } else if isOwn {
        evidence.add(line: Int(found.line), term: Int(found.term), weight: weight)
      } else if found.term == 0, !found.flag {
        // outside the sentence only the topic counts, and what a line names first
        evidence.add(line: Int(found.line), term: 0, weight: weight * 0.7)
      }
    }
  }

  /// Whether a sentence or its heading speaks of roads, sports halls or the like, and nothing
  /// around of a field of ours: money and staff are those of others then.
  var isElsewhere: Bool {
    evidence.topics[Topic.ovrigt.index] >= Nearness.title && !evidence.namesField
      && evidence.topics[Topic.unga.index] == 0 && evidence.topics[Topic.arbetsloshet.index] == 0
  }

  /// The topic that the evidence speaks for when no indicator fits.
  func bestTopic(unit: FigureUnit?, value: Double? = nil) -> Topic {
    if unit == .sek {
      let named = strongest(except: [.budget, .kvalitet, .personal, .maluppfyllelse], own: true)
      if let named, named.weight >= Nearness.clause { return named.topic }
      if evidence.ownTopics[Topic.budget.index] > 0 { return .budget }
      // hourly pay and fees are no budget
      if abs(value ?? .infinity) < 10_000 {
        let vague: [Topic] = [.budget, .maluppfyllelse, .ovrigt]
        return
          (strongest(except: vague + [.unga], own: false) ?? strongest(except: vague, own: false))?
          .topic ?? .ovrigt
      }
      return .budget
    }
    let vague: [Topic] = [.budget, .maluppfyllelse, .ovrigt]
    if let own = strongest(except: vague + [.unga], own: true) { return own.topic }
    // "ungdomarna" of a text on summer jobs are those who have one
    if evidence.ownTopics[Topic.unga.index] > 0 {
      let around = strongestAround
      return around.map { evidence.outerTopics[$0.index] } ?? 0
        > evidence.outerTopics[Topic.unga.index] ? around ?? .unga : .unga
    }
    let young = evidence.topics[Topic.unga.index]
    let around = strongest(except: vague + [.kvalitet, .personal, .unga], own: false)
    if let around, around.weight > young - 1 { return around.topic }
    if young > 0 { return .unga }
    if let any = strongest(except: vague, own: false) { return any.topic }
    guard evidence.topics[Topic.ovrigt.index] == 0 else { return .ovrigt }
    // "172 hushåll är det lägsta antalet sedan 2008"
    if unit == .households { return .forsorjningsstod }
    // "vilket utgör 81 procent av årsbudgeten"
    if unit == .percent, evidence.ownTopics[Topic.budget.index] > 0 { return .budget }
    return soleTopic ?? .ovrigt
  }

  /// The field that nearly all of the document's latest statements belong to.
  private var soleTopic: Topic? {
    let latest = statements.latestTopics
    guard latest.count >= 4, let last = latest.last(where: \.isField) else { return nil }
    return latest.count { $0 == last } * 4 >= latest.count * 3 ? last : nil
  }

  private var strongestAround: Topic? {
    var best: (topic: Topic, weight: Double)?
    for topic in Topic.allCases {
      switch topic {
      case .budget, .maluppfyllelse, .ovrigt, .kvalitet, .personal, .unga: continue
      default: break
      }
      let weight = evidence.outerTopics[topic.index]
      if weight > (best?.weight ?? 0) { best = (topic, weight) }
    }
    return best?.topic
  }

  private func strongest(except: [Topic], own: Bool) -> (topic: Topic, weight: Double)? {
    var best: (topic: Topic, weight: Double)?
    let weights = own ? evidence.ownTopics : evidence.topics
    for (topic, weight) in zip(Topic.allCases, weights)
    where weight > (best?.weight ?? Nearness.latest) && !except.contains(topic) {
      best = (topic, weight)
    }
    return best
  }

  /// The signals of a kind near a token.
  func signalPlaces(_ signal: Signal, clause: Int? = nil) -> [Int] {
    let places = sentence.places(of: signal)
    guard let clause, !places.isEmpty else { return places }
    if places.allSatisfy({ sentence.clause(of: $0) == clause }) { return places }
    return places.filter { sentence.clause(of: $0) == clause }
  }

  /// The population that a clause speaks of, as the text says it.
  func group(clause: Int, near place: Int?) -> String? {
    var best: (range: Range<Int>, distance: Int)?
    for hit in sentence.hits where sentence.clause(of: hit.token) == clause {
      guard table.signs[hit.phrase].isGroup else { continue }
      let end = hit.token + hit.length - 1
      let range = Int(sentence.tokens[hit.token].start)..<Int(sentence.tokens[end].end)
      let distance = place.map { abs(hit.token - $0) } ?? hit.token
      // the longer phrase says more: "utrikesfödda kvinnor"
      if let known = best, known.range.contains(range.lowerBound) { continue }
      if distance < (best?.distance ?? .max) { best = (range, distance) }
    }
    var ages: Range<Int>?
    for (index, quantity) in sentence.quantities.enumerated()
    where quantity.form == .ageRange && sentence.clause(of: sentence.places[index]) == clause {
      ages = quantity.range
    }
    switch (best?.range, ages) {
    case (nil, nil): return nil
    case (let range?, nil): return words(range)
    case (nil, let ages?): return words(ages)
    case (let range?, let ages?):
      if ages.lowerBound <= range.lowerBound, range.upperBound <= ages.upperBound {
        return words(ages)
      }
      let gap = ages.lowerBound - range.upperBound
      return (0...12).contains(gap) ? words(range.lowerBound..<ages.upperBound) : words(range)
    }
  }

  private func words(_ range: Range<Int>) -> String {
    let start = sentence.range.lowerBound
    return minutes.text.folded(start + range.lowerBound..<start + range.upperBound)
  }
}
