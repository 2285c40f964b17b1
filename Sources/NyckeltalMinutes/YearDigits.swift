import NyckeltalText

extension [UInt8] {
  /// Whether the four digits of a year stand at a place: 1900 to 2099.
  func holdsYear(at place: Int) -> Bool {
    guard place >= 0, place + 4 <= count, self[place..<place + 4].allSatisfy(Byte.isDigit) else {
      return false
    }
    return self[place] == 0x31 && self[place + 1] == 0x39
      || self[place] == 0x32 && self[place + 1] == 0x30
  }
}
