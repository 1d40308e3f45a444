import Accounts
import Actors
import Disclosure
import Leontief

/// A firm's multipliers in the form that can be published: its own column, and what its suppliers set moving by the statistics.
///
///     μ_k = v_k + Σ_i μ_i a_ik
///
/// μ_i are the industries' multipliers from statistics alone, which multipliers.csv has. In the table with the books they hold
/// something of every firm's cells; here they hold nothing of anybody's, so that a firm's multiplier is linear in its own cells
/// with public coefficients, and the same in every run of the same statistics, whoever else is in it. What is bought of another
/// firm of the cluster counts as bought of that firm's industry.
struct PublishableMultipliers {
    private let statistics: ActorSystems
    private let books: [String: ActorSystems]
    private let secrets: FirmSecrets
    /// Imports per krone of output, by industry.
    private let imports: [Industry: Double]

    /// The multipliers of `secrets`' firms in a model.
    ///
    /// - Parameters:
    ///   - books: the systems with each firm in, by code, for what arises in the firms themselves.
    ///   - table: the nation's table.
    ///   - regionalOutput: output by industry in the region; `nil` for the nation alone.
    /// - Throws: as ``Actors/ActorSystems``.
    init(
        _ secrets: FirmSecrets,
        in model: RippleModel,
        _ books: [String: ActorSystems],
        _ table: InputOutputTable,
        regionalOutput: LabelledVector<Industry>?
    ) throws(ActorsError) {
        // Firms that are not there yet leave the industries as they are.
        statistics = try ActorSystems(
            of: secrets.firms.map { $0.account.asPlanned(in: model.basis) },
            in: model,
            nation: table.area,
            regionalOutput: regionalOutput,
            nationalOutput: table.output
        )
        self.books = books
        self.secrets = secrets
        let nation = try AreaTable(of: table)
        let bought = nation.primaryInputs { $0 == .imports }
        var imports: [Industry: Double] = [:]
        for industry in nation.industries.labels where nation.output[industry] > 0 {
            imports[industry] = bought[industry] / nation.output[industry]
        }
        self.imports = imports
    }

    /// The item that a firm's multiplier is; `nil` where there is no such column.
    func item(_ firm: FirmAccount, _ column: ActorTable.Column) -> PublicationItem? {
        let output = firm.output.amount
        // One krone of output imports what its industry does: a firm's own imports count by the same rate.
        let perOutput = imports[firm.industry] ?? 0
        guard output > 0, let loads = statistics.loads(of: firm.code, in: column, imports: perOutput),
            let own = books[firm.code]?.loads(of: firm.code, in: column, imports: 0)?.own
        else { return nil }
        let cells = secrets.cells.filter { $0.firm == firm.code }
        let industries = Dictionary(
            loads.region.axis.labels.compactMap { sector in
                if case .remainder(let industry) = sector { (industry.code, sector) } else { nil }
            },
            uniquingKeysWith: { first, _ in first }
        )
        func load(_ cell: FirmSecrets.Cell) -> Double {
            switch cell.place {
            case .region: industries[cell.code].map { loads.region[$0] } ?? 0
            case .rest: industries[cell.code].map { loads.elsewhere[$0] } ?? 0
            case .abroad: loads.abroad
            case .wages: loads.wages
            }
        }
        // v_k, less what of it is in the loads.
        var constant = own
        var terms: [PublicationItem.Term] = []
        for cell in cells {
            let load = load(cell)
            let isBought = cell.place != .wages
            let isInOwn = cell.place == .abroad ? loads.abroad : isBought ? loads.closing : loads.wages
            constant -= isInOwn * cell.amount / output
            if cell.isSecret, load != 0 {
                terms.append(.init(cell.name, coefficient: load / output))
            } else {
                constant += load * cell.amount / output
            }
        }
        return PublicationItem(
            FirmDisclosure.name(ofMultiplier: column, of: firm.code),
            keys: FirmDisclosure.keys(ofMultiplier: column, of: firm.code),
            .derived,
            terms: terms,
            constant: constant,
            base: FirmDisclosure.multiplierBase,
            importance: 5
        )
    }
}

extension FirmAccount {
    /// A firm of the same industry that does not exist, with a krone of output for every krone of its price.
    fileprivate func asPlanned(in basis: Basis) -> Actor {
        Actor(
            code: code,
            name: name,
            exists: false,
            organisationNumber: nil,
            industry: industry,
            product: name,
            unit: .millionKroner,
            price: Actor.Price(kroner: 1_000_000, year: basis.pricesOf, valuation: basis.valuation),
            output: 1,
            isIllustrative: true,
            description: name
        )
    }
}
