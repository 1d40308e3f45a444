public import Accounts

extension ClassificationMap {
    /// The group of codes that are known, but have no single industry.
    public static let unplaced = "UNPLACED"

    /// The industry codes of the schemes `sn2007` and `sn2025`, as `data/industry-codes` has them; other schemes are left out.
    public var industryCodes: IndustryCodes {
        var places: [IndustryClassification: [String: String?]] = [:]
        for scheme in schemes {
            guard let classification = IndustryClassification(rawValue: scheme.name) else { continue }
            var codes: [String: String?] = [:]
            codes.reserveCapacity(scheme.pairs.count)
            for pair in scheme.pairs {
                let industry = pair.target == ClassificationMap.unplaced ? nil : pair.target
                codes.updateValue(industry, forKey: pair.source)
            }
            places[classification] = codes
        }
        return IndustryCodes(places)
    }
}
