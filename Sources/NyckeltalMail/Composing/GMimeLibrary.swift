internal import CGMime

/// GMime, made ready once.
enum GMimeLibrary {
  private static let ready: Void = g_mime_init()

  static func start() { ready }
}

typealias MIMEObject = UnsafeMutablePointer<GMimeObject>

/// What a constructor of GMime made; the caller unreferences it.
func made<Object>(
  _ pointer: UnsafeMutablePointer<Object>?
) throws(MailError) -> UnsafeMutablePointer<Object> {
  guard let pointer else {
    throw MailError(.notComposed, "GMime made no message", remedy: "check the memory left")
  }
  return pointer
}

/// GObject's classes begin with what they inherit; in C a macro says so.
func object<Object>(_ pointer: UnsafeMutablePointer<Object>) -> MIMEObject {
  UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: GMimeObject.self)
}
