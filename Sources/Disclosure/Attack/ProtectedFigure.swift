/// A figure that nobody is to know too closely.
public enum ProtectedFigure: Sendable, Hashable, Comparable {
    /// A unit's contribution to an elementary cell.
    case contribution(ContributionName)
    /// All that a unit contributes to an item.
    case part(of: String, unit: String)
    /// An item that a primary rule suppresses.
    case item(String)
    /// An item that a primary rule suppresses in a run without a unit.
    case itemWithout(String, unit: String)

    /// In the order of the cases, then of the names.
    public static func < (left: ProtectedFigure, right: ProtectedFigure) -> Bool {
        left.order < right.order
    }

    private var order: (Int, String, String) {
        switch self {
        case .contribution(let name): (0, name.unit, name.cell)
        case .part(let item, let unit): (1, unit, item)
        case .item(let item): (2, item, "")
        case .itemWithout(let item, let unit): (3, item, unit)
        }
    }
}

/// A protected figure over a table's contributions.
struct ProtectedQuantity {
    let figure: ProtectedFigure
    let form: SecretTable.Form
    let value: Double
    /// How wide the attacker's interval must be.
    let asked: Double
    /// Whose it is; `nil` for a sum over several units.
    let unit: Int?

    /// What of it an attacker does not know, protected by itself; `nil` where it knows all of it. A sum over several units is
    /// asked for whole.
    func unknown(
        to knows: (Int) -> Bool,
        _ table: SecretTable,
        _ rules: DisclosureRules
    ) -> ProtectedQuantity? {
        guard unit != nil, form.columns.contains(where: knows) else { return self }
        let rest = form.filtered { !knows($0) }
        let value = rest.value(at: table.amounts)
        guard value > 0 else { return nil }
        return ProtectedQuantity(
            figure: figure,
            form: rest,
            value: value,
            asked: rules.width * value,
            unit: unit
        )
    }

    /// Every contribution, and every unit's part of an amount of this run or an earlier one, that is not nothing.
    ///
    /// An earlier figure of several units was an amount: what a unit has of it is to stay unknown, whatever this run is about.
    static func parts(
        in table: SecretTable,
        _ rules: DisclosureRules,
        earlier: [Knowledge]
    ) -> [ProtectedQuantity] {
        var quantities: [ProtectedQuantity] = []
        var seen: Set<SecretTable.Form> = []
        func add(_ figure: ProtectedFigure, _ form: SecretTable.Form, _ value: Double, _ unit: Int) {
            guard value > 0, seen.insert(form).inserted else { return }
            quantities.append(
                ProtectedQuantity(
                    figure: figure,
                    form: form,
                    value: value,
                    asked: rules.width * value,
                    unit: unit
                )
            )
        }
        for (column, name) in table.names.enumerated() {
            let form = SecretTable.Form(columns: [column], coefficients: [1])
            add(.contribution(name), form, table.amounts[column], table.unitOf[column])
        }
        for item in table.items where item.isAmount {
            // A multiple of a contribution is as well protected as the contribution.
            for part in table.parts(of: item.form) where part.form.columns.count > 1 {
                let figure = ProtectedFigure.part(of: item.name, unit: table.units[part.unit])
                add(figure, part.form, part.value, part.unit)
            }
        }
        for (place, told) in earlier.enumerated() where told.form.coefficients.allSatisfy({ $0 > 0 }) {
            let parts = table.parts(of: told.form)
            for part in parts where parts.count > 1 && part.form.columns.count > 1 {
                let figure = ProtectedFigure.part(of: "earlier \(place)", unit: table.units[part.unit])
                add(figure, part.form, part.value, part.unit)
            }
        }
        return quantities
    }

    /// The amounts that the primary rules suppress, of several units. Those of one are among its parts.
    ///
    /// - Parameter left: who is left out of the run, if anybody is.
    static func sensitive(
        in table: SecretTable,
        without left: String?,
        _ rules: DisclosureRules
    ) -> [ProtectedQuantity] {
        table.items.filter(\.isAmount).compactMap { item in
            let parts = table.parts(of: item.form).map(\.value)
            guard parts.count > 1, item.value > 0, !Sensitivity.rules(broken: parts, rules).isEmpty else {
                return nil
            }
            return ProtectedQuantity(
                figure: left.map { .itemWithout(item.name, unit: $0) } ?? .item(item.name),
                form: item.form,
                value: item.value,
                asked: rules.width * item.value,
                unit: nil
            )
        }
    }
}
