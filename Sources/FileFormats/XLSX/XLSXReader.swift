/// Turns the cells of a sheet into values and gathers the faults on the way.
///
/// Every value comes as an optional, `nil` where a fault was noted; `finish()` throws all faults together, in
/// the order they were met.
public struct XLSXReader: Sendable {
    /// The sheet read from.
    public let sheet: XLSXSheet
    private var faults = FaultCollector()

    /// A reader of `sheet` with no faults yet.
    public init(_ sheet: XLSXSheet) {
        self.sheet = sheet
    }

    /// The number in the cell; a fault where there is none, or an error value.
    public mutating func number(at address: CellAddress) -> Double? {
        switch sheet[address] {
        case .number(let value): return value
        case .empty: fault(address, .missing)
        case .error: fault(address, .spreadsheetError)
        case .text, .boolean: fault(address, .notANumber)
        }
        return nil
    }

    /// The number in the cell; an empty cell is `nil` without a fault.
    public mutating func optionalNumber(at address: CellAddress) -> Double? {
        sheet[address] == .empty ? nil : number(at: address)
    }

    /// The text in the cell, with the spaces it has, or the number there as text; a fault where there is
    /// nothing or an error value.
    public mutating func text(at address: CellAddress) -> String? {
        switch sheet[address] {
        case .error: fault(address, .spreadsheetError)
        case .empty, .text(""): fault(address, .missing)
        case .text, .number, .boolean: return sheet[address].text
        }
        return nil
    }

    /// The text in the cell; an empty cell is `nil` without a fault.
    public mutating func optionalText(at address: CellAddress) -> String? {
        let value = sheet[address]
        return value == .empty || value == .text("") ? nil : text(at: address)
    }

    /// Notes a fault of the reader's own in a cell, with what stands there as its value.
    public mutating func fault(_ address: CellAddress, _ problem: Fault.Problem) {
        faults.add(Fault(at: sheet.place(of: address), value: sheet[address].text, problem))
    }

    /// Ends the reading.
    ///
    /// - Throws: `.faults` with every fault noted.
    public func finish() throws(FileFormatError) {
        try faults.finish()
    }
}
