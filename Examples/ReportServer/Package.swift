// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody else fetches a web server.
let package = Package(
  name: "report-server",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "nyckeltal", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .executableTarget(
      name: "ReportServer",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Nyckeltal", package: "nyckeltal"),
      ]
    )
  ]
)
