public import Accounts

/// An area's table with firms as rows and columns of their own, every cell with its source.
///
///     column k: Σ flows_·k + Σ inputs_·k = x_k        row k: Σ flows_k· + final demand_k = x_k
///
/// Adding the firms to what remains of their industries gives ``parent`` back (METHOD §12).
public struct AugmentedTable: Sendable {
    /// The table that the firms were carved out of, after the repairs that change it.
    public let parent: AreaTable
    /// The firms, by code.
    public let firms: [FirmAccount]
    /// Z over what remains of the industries, in the table's order, and the firms, by code.
    public let flows: LabelledMatrix<Sector, Sector>
    /// What comes from outside the industries and firms.
    public let inputs: LabelledMatrix<AreaInput, Sector>
    /// f: final use, in the area and outside it.
    public let finalDemand: LabelledVector<Sector>
    /// x: output.
    public let output: LabelledVector<Sector>
    /// What each cell of ``flows`` is known from, in its order of rows and columns.
    ///
    /// What remains of an industry's cell is the statistics', less the firms' cells. A firm's cell of several parts has
    /// the source of the largest part. What closes a firm's column has no spread of its own: it moves with the others.
    public let flowSources: [[Figure]]
    /// The same for ``inputs``.
    public let inputSources: [[Figure]]
    /// The table before any repair.
    public let unrepaired: AreaTable
    /// The repairs that were asked for, in order, with what each changed.
    public let repairs: [AppliedRepair]
    /// Where the books of two of the firms tell different sums of the same trade.
    public let disagreements: [TradeDisagreement]

    /// The table of these parts. Precondition: they hold together as the type says.
    init(
        parent: AreaTable,
        firms: [FirmAccount],
        flows: LabelledMatrix<Sector, Sector>,
        inputs: LabelledMatrix<AreaInput, Sector>,
        finalDemand: LabelledVector<Sector>,
        output: LabelledVector<Sector>,
        flowSources: [[Figure]],
        inputSources: [[Figure]],
        unrepaired: AreaTable? = nil,
        repairs: [AppliedRepair] = [],
        disagreements: [TradeDisagreement] = []
    ) {
        self.parent = parent
        self.firms = firms
        self.flows = flows
        self.inputs = inputs
        self.finalDemand = finalDemand
        self.output = output
        self.flowSources = flowSources
        self.inputSources = inputSources
        self.unrepaired = unrepaired ?? parent
        self.repairs = repairs
        self.disagreements = disagreements
    }

    /// The sectors.
    public var sectors: Axis<Sector> { output.axis }

    /// The firms' sectors, by code.
    public var firmSectors: [Sector] { Array(sectors.labels.suffix(firms.count)) }
}
