/// An industry, or a category of final demand, in one region: a row or a column of a table of several regions.
public struct Located<Element: Label>: Label {
    /// Where.
    public let region: Region
    /// What.
    public let element: Element
    /// The region's code and the element's, such as `"50:C10_12"`.
    public let code: String

    /// `element` in `region`.
    public init(_ element: Element, in region: Region) {
        self.region = region
        self.element = element
        code = region.code + ":" + element.code
    }

    /// The element's name and the region's.
    public var name: Name {
        Name(
            english: element.name.english + ", " + region.name.english,
            norwegian: element.name.norwegian + ", " + region.name.norwegian
        )
    }
}

extension Axis {
    /// Every label in every region: the first region's labels, then the second's.
    ///
    /// - Throws: `.duplicateLabel` where two pairs of codes read alike.
    public init<Part>(_ labels: Axis<Part>, in regions: Axis<Region>) throws(AccountsError)
    where Element == Located<Part> {
        try self.init(
            regions.labels.flatMap { region in labels.labels.map { Located($0, in: region) } }
        )
    }
}
