internal import CXlsxWriter
import NyckeltalReports
func v() -> String { String(cString: lxw_version()) }
