public import Accounts
import Leontief

extension Measure {
    /// The primary inputs that the measure is the sum of; `nil` where it is no part of the table: output, jobs, emissions.
    var inputs: ((PrimaryInput.Role) -> Bool)? {
        switch self {
        case .valueAdded: return { $0.isValueAdded }
        case .compensation: return { $0 == .compensation }
        case .imports: return { $0 == .imports }
        case .productTaxes: return { $0 == .productTaxes }
        default: return nil
        }
    }
}

extension LabelledMatrix where Row == AreaInput {
    /// The sum of the chosen primary inputs in a column.
    func sum(of isChosen: (PrimaryInput.Role) -> Bool, in column: Column) -> Double {
        rows.labels.reduce(0) { sum, row in
            guard case .primary(let input) = row, isChosen(input.role) else { return sum }
            return sum + self[row, column]
        }
    }
}

extension AreaTable {
    /// The sum of the chosen primary inputs of every industry: value added, imports, taxes.
    public func primaryInputs(where isChosen: (PrimaryInput.Role) -> Bool) -> LabelledVector<Industry> {
        LabelledVector(industries) { inputs.sum(of: isChosen, in: $0) }
    }
}
