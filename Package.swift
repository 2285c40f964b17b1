// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors, imports say what they use, and a module's imports stay its own.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

// Debian's .pc file asks for zlib's headers, which libxlsxwriter-dev does not bring; the module map
// links the library there.
#if os(macOS)
let xlsxwriterPackage: String? = "xlsxwriter"
#else
let xlsxwriterPackage: String? = nil
#endif

let package = Package(
  name: "nyckeltal",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2")
  ],
  targets: [
    .target(name: "NyckeltalModel", swiftSettings: settings),
    .target(
      name: "NyckeltalReports",
      dependencies: ["NyckeltalModel", .product(name: "Yams", package: "Yams")],
      // Templates is a link to the top-level folder ReportTemplates, where users find the files.
      resources: [
        .embedInCode("Templates/tertial.yaml"),
        .embedInCode("Templates/year.yaml"),
        .embedInCode("Templates/compare.yaml"),
        .embedInCode("Templates/topic.yaml"),
      ],
      swiftSettings: settings
    ),
    .systemLibrary(
      name: "CXlsxWriter",
      pkgConfig: xlsxwriterPackage,
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .target(
      name: "NyckeltalSpreadsheet",
      dependencies: ["NyckeltalModel", "NyckeltalReports", "CXlsxWriter"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalModelTests",
      dependencies: ["NyckeltalModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalReportsTests",
      dependencies: ["NyckeltalModel", "NyckeltalReports"],
      exclude: ["Snapshots"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalSpreadsheetTests",
      dependencies: ["NyckeltalModel", "NyckeltalReports", "NyckeltalSpreadsheet"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
