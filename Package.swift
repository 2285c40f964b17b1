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
let archivePackage: String? = "libarchive"
#else
let xlsxwriterPackage: String? = nil
let archivePackage: String? = nil
#endif

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let arguments = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

// The table of modules in README: arrows run one way, and a test holds them to it.
let package = Package(
  name: "nyckeltal",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Nyckeltal", targets: ["Nyckeltal"]),
    // parts of it, for programs that only read or only report
    .library(
      name: "NyckeltalReading",
      targets: [
        "NyckeltalExtraction", "NyckeltalMinutes", "NyckeltalModel", "NyckeltalQuantities",
        "NyckeltalText",
      ]
    ),
    .library(
      name: "NyckeltalReporting",
      targets: ["NyckeltalModel", "NyckeltalReports", "NyckeltalSpreadsheet"]
    ),
    .library(name: "NyckeltalMail", targets: ["NyckeltalMail"]),
    .library(name: "NyckeltalDocuments", targets: ["NyckeltalDocuments"]),
    .executable(name: "nyckeltal", targets: ["NyckeltalCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(name: "NyckeltalModel", swiftSettings: settings),
    .target(name: "NyckeltalText", dependencies: ["NyckeltalModel"], swiftSettings: settings),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(name: "CMarkup", dependencies: ["CLibXML2"]),
    .systemLibrary(
      name: "CArchive",
      pkgConfig: archivePackage,
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]
    ),
    .target(
      name: "NyckeltalDocuments",
      dependencies: ["CArchive", "CMarkup", "NyckeltalModel", "NyckeltalText"],
      swiftSettings: settings
    ),
    .target(
      name: "NyckeltalMinutes",
      dependencies: ["NyckeltalModel", "NyckeltalText"],
      swiftSettings: settings
    ),
    .target(
      name: "NyckeltalQuantities",
      dependencies: ["NyckeltalModel"],
      resources: [.embedInCode("Lexicon/Units.txt")],
      swiftSettings: settings
    ),
    .target(name: "CJudgeWeights", exclude: ["weights.tsv"]),
    .target(
      name: "NyckeltalExtraction",
      dependencies: [
        "CJudgeWeights", "NyckeltalMinutes", "NyckeltalModel", "NyckeltalQuantities",
        "NyckeltalText", yams,
      ],
      resources: [.embedInCode("catalogue.yaml"), .embedInCode("rules.yaml")],
      swiftSettings: settings
    ),
    .target(
      name: "NyckeltalStore",
      dependencies: ["NyckeltalModel", database],
      swiftSettings: settings
    ),
    .target(
      name: "NyckeltalReports",
      dependencies: ["NyckeltalModel", mustache, yams],
      exclude: ["Templates/README.md"],
      // Templates is a link to the top-level folder ReportTemplates, where users find the files.
      resources: [
        .embedInCode("Templates/tertial.yaml"),
        .embedInCode("Templates/year.yaml"),
        .embedInCode("Templates/compare.yaml"),
        .embedInCode("Templates/topic.yaml"),
        .embedInCode("Templates/series.yaml"),
        .embedInCode("Templates/summary.sv.mustache"),
        .embedInCode("Templates/summary.en.mustache"),
        .embedInCode("Templates/missing.sv.mustache"),
        .embedInCode("Templates/missing.en.mustache"),
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
    .target(
      name: "NyckeltalReview",
      dependencies: ["NyckeltalModel", "NyckeltalText"],
      resources: [
        .embedInCode("Page/page.css"),
        .embedInCode("Page/words.js"),
        .embedInCode("Page/figures.js"),
        .embedInCode("Page/state.js"),
        .embedInCode("Page/text.js"),
        .embedInCode("Page/list.js"),
        .embedInCode("Page/details.js"),
        .embedInCode("Page/form.js"),
        .embedInCode("Page/main.js"),
      ],
      swiftSettings: settings
    ),
    .systemLibrary(
      name: "CGMime",
      pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]
    ),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]
    ),
    .target(name: "NyckeltalMail", dependencies: ["CCurl", "CGMime"], swiftSettings: settings),
    .target(
      name: "Nyckeltal",
      dependencies: [
        "NyckeltalExtraction", "NyckeltalMinutes", "NyckeltalModel", "NyckeltalQuantities",
        "NyckeltalReports", "NyckeltalReview", "NyckeltalSpreadsheet", "NyckeltalStore",
        "NyckeltalText", csv,
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "NyckeltalCLI",
      dependencies: ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail", arguments],
      resources: [.embedInCode("Help/sv.txt")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "NyckeltalBenchmarks",
      dependencies: ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail"],
      resources: [.embedInCode("compose_messages.py")],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "SendReport",
      dependencies: ["Nyckeltal", "NyckeltalMail"],
      path: "Examples/SendReport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalModelTests",
      dependencies: ["NyckeltalModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalTextTests",
      dependencies: ["NyckeltalModel", "NyckeltalText"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalMinutesTests",
      dependencies: ["NyckeltalMinutes", "NyckeltalModel", "NyckeltalText"],
      exclude: ["Layouts"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalQuantitiesTests",
      dependencies: ["NyckeltalModel", "NyckeltalQuantities"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalStoreTests",
      dependencies: ["NyckeltalModel", "NyckeltalStore", database],
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
    // A mail program and a mail server that messages are tried on.
    .target(
      name: "MailPeers",
      dependencies: ["NyckeltalMail"],
      path: "Tests/MailPeers",
      exclude: ["read_messages.py", "smtp_server.py"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalMailTests",
      dependencies: ["MailPeers", "NyckeltalMail"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalExtractionTests",
      dependencies: ["NyckeltalExtraction", "NyckeltalModel", "NyckeltalText"],
      exclude: ["Corpus"],
      swiftSettings: settings
    ),
    // Readers that trap or hang, for tests of what that costs.
    .executableTarget(
      name: "BrokenReader",
      dependencies: ["NyckeltalDocuments"],
      path: "Tests/BrokenReader",
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalDocumentsTests",
      dependencies: [
        "BrokenReader", "NyckeltalDocuments", "NyckeltalExtraction", "NyckeltalModel",
        "NyckeltalText",
      ],
      exclude: ["Rendered"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalReviewTests",
      dependencies: ["Nyckeltal", "NyckeltalDocuments"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalTests",
      dependencies: ["Nyckeltal"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NyckeltalCLITests",
      dependencies: ["BrokenReader", "MailPeers", "NyckeltalCLI"],
      exclude: ["check_exports.py"],
      swiftSettings: settings
    ),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "ReadmeTests",
      dependencies: ["Nyckeltal", "NyckeltalDocuments", "NyckeltalMail"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz`: built only when asked for, since libFuzzer brings its own main function.
if Context.environment["NYCKELTAL_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "NyckeltalFuzzing",
      dependencies: [
        "NyckeltalDocuments", "NyckeltalExtraction", "NyckeltalMinutes", "NyckeltalModel",
        "NyckeltalText",
      ],
      path: "Tests/Fuzzing",
      exclude: ["Dictionaries", "Seeds", "run", "seeds"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
    )
  )
}
