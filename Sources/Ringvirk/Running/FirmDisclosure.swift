import Accounts
import Actors
import Disclosure
import Leontief

/// What of the firms' figures a run may publish: the cluster's purchases by industry and place, and the firms' multipliers.
///
/// A firm's secrets are the cells of its column and its wages. Its output, its employees and what follows from its industry's
/// rates are no secrets; a multiplier is linear in the rest (``Actors/MultiplierLoads``).
struct FirmDisclosure {
    /// The measures of the actor table.
    static let measures = ["value_added", "employment", "ghg"]
    /// What multipliers are rounded to, per MNOK of output.
    static let multiplierBase = 0.001
    /// What sums are rounded to, MNOK.
    static let amountBase = 0.1

    private let firms: [FirmAccount]
    private let table: AugmentedTable
    private let imports: Set<String>

    init(_ tables: FirmTables) {
        table = tables.region ?? tables.nation
        firms = table.firms
        imports = Set(
            table.inputs.rows.labels.compactMap { row in
                if case .primary(let input) = row, input.role == .imports { input.code } else { nil }
            }
        )
    }

    /// The item that a firm's multiplier is.
    static func name(ofMultiplier column: ActorTable.Column, of code: String) -> String {
        "multiplier:\(code):\(column.measure.code):\(column.scope.rawValue)"
    }

    /// Decides what may be published.
    ///
    /// - Throws: `.disclosure`; `.actors`.
    func control(
        _ systems: ActorSystems,
        _ multipliers: ActorTable,
        source: String
    ) throws(StudyError) -> DisclosureControl {
        let secrets = firms.map { ($0, cells(of: $0)) }
        var items: [PublicationItem] = sums(secrets)
        do {
            for (firm, cells) in secrets {
                guard let row = multipliers.rows.first(where: { $0.actor.code == firm.code }) else {
                    continue
                }
                for column in multipliers.columns where Self.measures.contains(column.measure.code) {
                    if let item = try item(firm, cells, column, row.perOutput[column] ?? 0, systems) {
                        items.append(item)
                    }
                }
            }
        } catch {
            throw .actors(error, source: source)
        }
        do {
            return try DisclosureControl(
                of: secrets.flatMap { $0.1.map { Contribution($0.name, amount: $0.amount) } },
                in: items,
                rules: DisclosureRules()
            )
        } catch {
            throw .disclosure(error)
        }
    }

    /// A secret cell of a firm.
    private struct Cell {
        let name: ContributionName
        let amount: Double
        let kind: Kind

        enum Kind {
            case region(Sector)
            case elsewhere(Industry)
            case abroad
            case wages
        }
    }

    private func cells(of firm: FirmAccount) -> [Cell] {
        let sector = Sector.actor(code: firm.code, name: firm.name)
        var cells: [Cell] = []
        func add(_ cell: String, _ amount: Double, _ kind: Cell.Kind) {
            guard amount > 0 else { return }
            cells.append(Cell(name: .init(unit: firm.code, cell: cell), amount: amount, kind: kind))
        }
        for seller in table.sectors.labels {
            add("region:" + seller.code, table.flows[seller, sector], .region(seller))
        }
        for row in table.inputs.rows.labels {
            let amount = table.inputs[row, sector]
            switch row {
            case .restOfCountry(let industry): add(row.code, amount, .elsewhere(industry))
            case .primary(let input) where input.role == .imports:
                add("abroad:" + input.code, amount, .abroad)
            case .primary(let input) where input.role == .compensation:
                add("wages:" + input.code, amount, .wages)
            default: continue
            }
        }
        return cells
    }

    /// The cluster's purchases cell by cell, by place and in all, and its wages.
    private func sums(_ secrets: [(FirmAccount, [Cell])]) -> [PublicationItem] {
        var members: [String: [ContributionName]] = [:]
        for cell in secrets.flatMap(\.1) {
            let place = String(cell.name.cell.prefix { $0 != ":" })
            members[cell.name.cell, default: []].append(cell.name)
            if place != cell.name.cell, place != "wages", place != "abroad" {
                members[place + ":total", default: []].append(cell.name)
            }
            if place != "wages" { members["purchases:total", default: []].append(cell.name) }
        }
        return members.sorted { $0.key < $1.key }.map { name, names in
            PublicationItem(
                "sum:" + name,
                sumOf: names,
                base: Self.amountBase,
                importance: name.hasSuffix(":total") ? 10 : 1
            )
        }
    }

    private func item(
        _ firm: FirmAccount,
        _ cells: [Cell],
        _ column: ActorTable.Column,
        _ value: Double,
        _ systems: ActorSystems
    ) throws(ActorsError) -> PublicationItem? {
        let output = firm.output.amount
        let bought = cells.reduce(0) { sum, cell in
            if case .abroad = cell.kind { sum + cell.amount } else { sum }
        }
        guard let loads = try systems.loads(of: firm.code, in: column, imports: bought) else { return nil }
        var constant = value
        var terms: [PublicationItem.Term] = []
        for cell in cells {
            let load =
                switch cell.kind {
                case .region(let seller): loads.region[seller]
                case .elsewhere(let industry): loads.elsewhere[.remainder(industry)]
                case .abroad: loads.abroad
                case .wages: loads.wages
                }
            guard load != 0 else { continue }
            constant -= load * cell.amount / output
            terms.append(.init(cell.name, coefficient: load / output))
        }
        guard !terms.isEmpty else { return nil }
        return PublicationItem(
            Self.name(ofMultiplier: column, of: firm.code),
            .derived,
            terms: terms,
            constant: constant,
            base: Self.multiplierBase,
            importance: 5
        )
    }
}
