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
    public let flowSources: [[Figure]]
    /// The same for ``inputs``.
    public let inputSources: [[Figure]]

    /// The sectors.
    public var sectors: Axis<Sector> { output.axis }
}
