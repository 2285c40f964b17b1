import Testing

/// The page in a real browser; one after the other, so that the machine has one browser at a time.
@Suite(.serialized)
struct BrowserTests {}
