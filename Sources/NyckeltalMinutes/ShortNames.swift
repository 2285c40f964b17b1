// Within the package the short names do; outside of it SwiftUI has types of these names.
package typealias Section = MinutesSection
package typealias Table = MinutesTable
