import ArgumentParser
import Nyckeltal

/// Which observations a command works on.
struct FilterOptions: ParsableArguments {
  @Option(help: "A topic.")
  var topic: [Topic] = []

  @Option(help: "An indicator.")
  var indicator: [String] = []

  @Option(help: "A kind: outcome, target …")
  var kind: [ObservationKind] = []

  @Option(help: "A period that theirs lies in: 2015, 2015-T1 …")
  var period: Period?

  @Option(help: "A document, by its name.")
  var document: String?

  @Option(help: "Who states it: a name or a party.")
  var speaker: String?

  @Option(help: "The municipality and committee whose document it is.")
  var body: String?

  @Flag(help: "Only what is about the body itself, not the country, the county or other towns.")
  var own = false

  @Flag(help: "Only what was corrected.")
  var corrected = false

  @Flag(help: "Only what was rejected.")
  var rejected = false

  @Flag(help: "Only what somebody has checked against its source and vouched for.")
  var verified = false

  @Flag(help: "Only what nobody has vouched for.")
  var unverified = false

  func validate() throws {
    if verified, unverified { throw ValidationError("give one of --verified and --unverified") }
  }

  var filter: ObservationFilter {
    var filter = ObservationFilter()
    filter.topics = Set(topic)
    filter.indicators = Set(indicator)
    filter.kinds = Set(kind)
    filter.period = period
    filter.document = document
    filter.speaker = speaker
    filter.body = body
    filter.isOwn = own
    filter.isCorrected = corrected
    filter.rejected = rejected ? .only : .without
    filter.verified = verified ? .only : unverified ? .without : .with
    return filter
  }
}
