import Synchronization

/// A value that is made when it is first asked for, once, and kept.
final class Deferred<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    /// The value; `make` makes it where it is not there yet, and is asked again where it fails.
    func value<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        let result: Result<Value, Failure> = kept.withLock { kept in
            if let kept { return .success(kept) }
            do throws(Failure) {
                let made = try make()
                kept = made
                return .success(made)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
