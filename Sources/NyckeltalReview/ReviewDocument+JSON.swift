import NyckeltalModel
import NyckeltalText

extension ReviewDocument {
  /// Writes the document's text, its blocks and what was read from it.
  func write(to json: inout JSONText) {
    let text =
      source.map { ReviewText($0) }
      ?? ReviewText(quotes: items.map(\.observation.source.quote))
    json.beginObject()
    json.string(name, "name")
    json.string(content, "content")
    json.string(body, "body")
    json.string(text.encoding.rawValue, "encoding")
    json.boolean(source != nil, "isWhole")
    json.boolean(source?.layout != nil, "hasPages")
    json.string(String(decoding: text.bytes, as: UTF8.self), "text")
    // form, start, end and page of each, one after the other: thousands of objects take longer
    json.beginArray("blocks")
    for piece in text.pieces {
      json.number(piece.form.rawValue)
      json.number(piece.range.lowerBound)
      json.number(piece.range.upperBound)
      json.number(piece.page)
    }
    json.endArray()
    json.beginArray("runs")
    for number in text.runs { json.number(number) }
    json.endArray()
    write(uncertain.compactMap(text.range(ofFile:)), to: &json)
    writePlaces(text, to: &json)
    json.beginArray("items")
    for (index, item) in items.enumerated() {
      let range = item.observation.source.range
      let at = source == nil ? text.pieces[index].range : text.range(ofFile: range)
      item.write(to: &json, at: at)
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ uncertain: [Range<Int>], to json: inout JSONText) {
    json.beginArray("uncertain")
    for range in uncertain {
      json.number(range.lowerBound)
      json.number(range.upperBound)
    }
    json.endArray()
  }

  private func writePlaces(_ text: ReviewText, to json: inout JSONText) {
    json.beginArray("places")
    for place in places where source != nil {
      json.beginObject()
      json.number(text.unit(at: place.start), "at")
      json.string(place.source.item, "item")
      json.string(place.source.itemTitle, "itemTitle")
      json.string(place.source.reference, "reference")
      json.string(place.source.section?.rawValue, "section")
      json.string(place.source.date, "date")
      json.beginArray("speakers")
      for speaker in place.source.speakers {
        json.beginObject()
        json.string(speaker.name, "name")
        json.string(speaker.party, "party")
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }
}

extension ReviewItem {
  /// Writes the observation, where it stands in the document's text, and why it says what it says.
  func write(to json: inout JSONText, at range: Range<Int>?) {
    json.beginObject()
    json.beginArray("at")
    if let range {
      json.number(range.lowerBound)
      json.number(range.upperBound)
    }
    json.endArray()
    json.boolean(isLeftOut, "isLeftOut")
    if let sentence, sentence != observation.source.quote { json.string(sentence, "sentence") }
    json.beginArray("cues")
    for cue in cues { json.string(cue) }
    json.endArray()
    json.beginArray("candidates")
    for candidate in candidates {
      json.beginObject()
      json.string(candidate.field, "field")
      json.string(candidate.value, "value")
      json.number(candidate.confidence, "confidence")
      json.endObject()
    }
    json.endArray()
    // rectangles on a page are nothing that the page shows
    var shown = observation
    shown.source.boxes = nil
    json.beginArray("observation")
    shown.write(to: &json)
    json.endArray()
    json.endObject()
  }
}
