import ArgumentParser
import Nyckeltal

struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "quantities")
  func run() throws {}
}
