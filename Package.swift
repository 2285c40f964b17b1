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
    .target(name: "NyckeltalText", dependencies: ["NyckeltalModel"], swiftSettings: settings),
    .target(
      name: "NyckeltalMinutes",
      dependencies: ["NyckeltalModel", "NyckeltalText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalMinutesTests",
      dependencies: ["NyckeltalMinutes", "NyckeltalModel", "NyckeltalText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalTextTests",
      dependencies: ["NyckeltalText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalModelTests",
      dependencies: ["NyckeltalModel"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
