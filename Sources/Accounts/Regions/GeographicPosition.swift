import Glibc

/// A place on the earth's surface, in decimal degrees.
public struct GeographicPosition: Sendable, Hashable {
    /// Degrees north of the equator, −90 to 90.
    public let latitude: Double
    /// Degrees east of Greenwich, −180 to 180.
    public let longitude: Double

    /// The place at `latitude`, `longitude`.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The great-circle distance to another place in kilometres, on a sphere of radius 6 371 km:
    ///
    ///     d = 2R arcsin √( sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) )
    public func kilometres(to other: GeographicPosition) -> Double {
        let (one, two) = (latitude * .pi / 180, other.latitude * .pi / 180)
        let east = (longitude - other.longitude) * .pi / 180
        let (north, across) = (sin((one - two) / 2), sin(east / 2))
        let haversine = north * north + cos(one) * cos(two) * across * across
        return 2 * 6371 * asin(min(1, haversine.squareRoot()))
    }
}
