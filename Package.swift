// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors, imports say what they use, and a module's imports stay its own.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "nyckeltal",
  platforms: [.macOS(.v14)],
  targets: [
    .target(name: "NyckeltalModel", swiftSettings: settings),
    .target(
      name: "NyckeltalQuantities",
      dependencies: ["NyckeltalModel"],
      resources: [.embedInCode("Lexicon/Units.txt")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalModelTests",
      dependencies: ["NyckeltalModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalQuantitiesTests",
      dependencies: ["NyckeltalQuantities"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
