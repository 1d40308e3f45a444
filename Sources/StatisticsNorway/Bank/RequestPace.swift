import Glibc
import Synchronization

/// Keeps requests within what a server allows: a bucket of tokens that fills at a steady rate, one token a request.
///
/// Statistics Norway's bank allows 40 requests in 60 seconds from one address, and says so in the header
/// `x-ratelimit-policy` (`40;w=60s`, seen in August 2026; its guide said 30 a minute before). A bucket of a quarter
/// of that, filled at three quarters of the rate, never lets more through in any window: ¼·40 + ¾·40 = 40. What the
/// server states in its answers is followed.
public final class RequestPace: Sendable {
    private struct Bucket {
        var capacity: Double
        var perSecond: Double
        var tokens: Double
        var filled: Double
    }

    private let bucket: Mutex<Bucket>
    private let now: @Sendable () -> Double
    private let wait: @Sendable (_ seconds: Double) -> Void

    /// A pace of at most `requests` in `seconds`; `now` tells the time in seconds, `wait` passes it.
    public init(
        requests: Int = 40,
        seconds: Double = 60,
        now: @escaping @Sendable () -> Double = RequestPace.clock,
        wait: @escaping @Sendable (_ seconds: Double) -> Void
    ) {
        self.now = now
        self.wait = wait
        let (capacity, perSecond) = RequestPace.shares(requests, seconds)
        bucket = Mutex(Bucket(capacity: capacity, perSecond: perSecond, tokens: capacity, filled: now()))
    }

    /// Waits until one more request may be sent.
    public func take() {
        let time = now()
        let pause = bucket.withLock { bucket in
            bucket.tokens = min(bucket.capacity, bucket.tokens + (time - bucket.filled) * bucket.perSecond)
            bucket.filled = time
            bucket.tokens -= 1
            return bucket.tokens < 0 ? -bucket.tokens / bucket.perSecond : 0
        }
        if pause > 0 { wait(pause) }
    }

    /// Follows what an answer's headers state: the policy, and how many requests are left in this window.
    func follow(_ headers: [String: String]) {
        let policy = headers["x-ratelimit-policy"].flatMap(RequestPace.policy)
        let left = headers["x-ratelimit-remaining"].flatMap { Double($0) }
        bucket.withLock { bucket in
            if let policy {
                (bucket.capacity, bucket.perSecond) = RequestPace.shares(policy.requests, policy.seconds)
                bucket.tokens = min(bucket.tokens, bucket.capacity)
            }
            // Others may ask from the same address.
            if let left, left >= 0 { bucket.tokens = min(bucket.tokens, left) }
        }
    }

    /// The policy written `40;w=60s`; `nil` for anything else, and for one that would let nothing through.
    static func policy(_ text: String) -> (requests: Int, seconds: Double)? {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " } }
        guard parts.count == 2, let requests = Int(parts[0]), requests > 0, parts[1].hasPrefix("w=") else {
            return nil
        }
        let window = parts[1].dropFirst(2)
        guard let seconds = Double(window.hasSuffix("s") ? window.dropLast() : window), seconds > 0,
            seconds <= 86_400
        else { return nil }
        return (requests, seconds)
    }

    private static func shares(_ requests: Int, _ seconds: Double) -> (capacity: Double, perSecond: Double) {
        let capacity = max(1, Double(requests / 4))
        return (capacity, max(1, Double(requests) - capacity) / seconds)
    }

    /// Seconds of a clock that only goes forward.
    public static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
