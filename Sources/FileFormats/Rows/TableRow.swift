/// One row of a table as it streams by: its fields as UTF-8 bytes, valid until the next row is asked for.
public struct TableRow {
    /// What a field was in the file, where the format tells.
    public enum Kind: UInt8, Sendable, Hashable {
        /// Text, or a format in which everything is text.
        case text
        /// A number of a workbook, written the way programs write numbers; dates are numbers too.
        case number
        /// An error value of a workbook, such as `#VALUE!`.
        case error
    }

    /// The line of the file where the row starts, or the row of a sheet; counted from one.
    public let line: Int
    /// How many fields the row has.
    public let count: Int

    @usableFromInline let base: UnsafePointer<UInt8>
    /// Two for each field: where it begins and where it ends, from `base`.
    @usableFromInline let bounds: UnsafePointer<Int32>
    private let kinds: UnsafePointer<Kind>?

    init(
        line: Int,
        count: Int,
        base: UnsafePointer<UInt8>,
        bounds: UnsafePointer<Int32>,
        kinds: UnsafePointer<Kind>? = nil
    ) {
        self.line = line
        self.count = count
        self.base = base
        self.bounds = bounds
        self.kinds = kinds
    }

    /// The bytes of the field; none beyond the last.
    ///
    /// Inlined into the rooms that read hundreds of millions of fields.
    @inlinable public subscript(_ field: Int) -> UnsafeBufferPointer<UInt8> {
        guard field < count, field >= 0 else { return UnsafeBufferPointer(start: base, count: 0) }
        let start = Int(bounds[2 * field])
        return UnsafeBufferPointer(start: base + start, count: Int(bounds[2 * field + 1]) - start)
    }

    /// What the field was in the file.
    public func kind(of field: Int) -> Kind {
        guard let kinds, field < count, field >= 0 else { return .text }
        return kinds[field]
    }

    /// The field as text.
    public func text(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }

    /// Whether no field holds anything but spaces.
    public var isBlank: Bool {
        for field in 0..<count where !self[field].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return false }
        return true
    }
}
