/// How much of time, bytes and patience a request may take.
public struct WebLimits: Sendable, Hashable {
    /// Seconds until a connection stands.
    public var connectSeconds: Double
    /// Seconds until the whole answer is there.
    public var seconds: Double
    /// Bytes of the answer, unpacked.
    public var bytes: Int
    /// Redirections followed.
    public var redirections: Int
    /// Times that a busy or silent server is asked, the first included.
    public var attempts: Int
    /// Seconds waited after the first attempt; twice as many after each next, unless the server names a number.
    public var firstWait: Double
    /// Seconds waited at most, whatever the server asks for.
    public var longestWait: Double

    /// The limits for a look-up: ten seconds, four mebibytes, four attempts within a minute or so.
    public init(
        connectSeconds: Double = 5,
        seconds: Double = 10,
        bytes: Int = 4 << 20,
        redirections: Int = 5,
        attempts: Int = 4,
        firstWait: Double = 0.5,
        longestWait: Double = 30
    ) {
        self.connectSeconds = connectSeconds
        self.seconds = seconds
        self.bytes = bytes
        self.redirections = redirections
        self.attempts = attempts
        self.firstWait = firstWait
        self.longestWait = longestWait
    }
}
