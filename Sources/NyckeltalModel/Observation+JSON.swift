extension Observation {
  /// Appends the observation as one line of JSON, every field in the contract's order,
  /// and after them the correction and the day of its verification where there is one.
  package func write(to json: inout JSONText) {
    json.beginObject()
    json.string(id, "id")
    json.name(kind.name, "kind")
    json.string(indicator, "indicator")
    json.string(topic.rawValue, "topic")
    json.number(value, "value")
    json.number(lower, "lower")
    json.number(upper, "upper")
    json.name(qualifier.name, "qualifier")
    json.name(unit?.name, "unit")
    json.period(period, "period")
    json.period(comparedWith, "comparedWith")
    json.name(direction?.name, "direction")
    json.string(assessment?.rawValue, "assessment")
    json.string(group, "group")
    json.number(confidence, "confidence")
    json.string(label, "label")
    json.string(body, "body")
    json.string(about, "about")
    json.beginArray("rules")
    for rule in rules { json.string(rule) }
    json.endArray()
    json.string(repeats, "repeats")
    source.write(to: &json)
    correction?.write(to: &json)
    if let verified { json.string(verified, "verified") }
    json.endObject()
    json.newline()
  }

  /// The observation as one line of JSON with its line end.
  public var jsonLine: String {
    var json = JSONText()
    write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension Source {
  func write(to json: inout JSONText) {
    json.beginObject("source")
    json.string(document, "document")
    if let path { json.string(path, "path") }
    if let content { json.string(content, "content") }
    json.string(item, "item")
    json.string(itemTitle, "itemTitle")
    json.string(reference, "reference")
    json.string(section?.rawValue, "section")
    json.beginArray("speakers")
    for speaker in speakers {
      json.beginObject()
      json.string(speaker.name, "name")
      json.string(speaker.party, "party")
      json.endObject()
    }
    json.endArray()
    json.string(date, "date")
    json.string(quote, "quote")
    json.beginArray("range")
    json.number(range.lowerBound)
    json.number(range.upperBound)
    json.endArray()
    json.number(line, "line")
    if let page { json.number(page, "page") }
    if let boxes { write(boxes, to: &json) }
    json.endObject()
  }

  private func write(_ boxes: [PageBox], to json: inout JSONText) {
    json.beginArray("boxes")
    for box in boxes {
      json.beginObject()
      json.number(box.page, "page")
      json.number(box.xMin, "xMin")
      json.number(box.yMin, "yMin")
      json.number(box.xMax, "xMax")
      json.number(box.yMax, "yMax")
      json.endObject()
    }
    json.endArray()
  }
}
