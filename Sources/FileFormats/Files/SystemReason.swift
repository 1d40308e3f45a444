import Glibc

/// The system's own words for why its latest call failed.
enum SystemReason {
    static var latest: String { String(cString: strerror(errno)) }
}
