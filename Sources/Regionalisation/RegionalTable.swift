public import Accounts

/// A region cut out of the nation's table by location quotients.
///
/// For industries i, j with regional and national output x^r, x^n and quotients q:
///
///     x_i^r = value added_i^r · x_i^n / value added_i^n                    (no county output is published)
///     z_ij^rr = min(q_ij, 1) · z_ij^n · x_j^r / x_j^n                      bought in the region
///     z_ij^sr = (1 − min(q_ij, 1)) · z_ij^n · x_j^r / x_j^n                bought in the rest of the country
///
/// Imports from abroad and all other inputs follow the nation's coefficients. What the region does not supply
/// is bought in the rest of the country; nothing is lost: the three add up to the national column.
public struct RegionalTable: Sendable {
    /// The region.
    public let region: Region
    /// Unit, year, valuation and prices: the national table's.
    public let basis: Basis
    /// x^r: output, estimated.
    public let output: LabelledVector<Industry>
    /// Z^rr: flows within the region.
    public let intraregional: LabelledMatrix<Industry, Industry>
    /// Z^sr: what the region's industries buy in the rest of the country.
    public let fromRestOfCountry: LabelledMatrix<Industry, Industry>
    /// Imports, product taxes and value-added components of the region's industries.
    public let primaryInputs: LabelledMatrix<PrimaryInput, Industry>
    /// The quotients with their method and parameter.
    public let quotients: LocationQuotients
    /// The fit and the pull the shares come from, when they are calibrated: what intervals are made of.
    public let purchases: Purchases?
    /// What "size" was in the quotients.
    public let sizeMeasure: SizeMeasure
    /// Which national flows they were applied to.
    public let flowBasis: FlowBasis
    /// x^r / x^n in the size measure, the nation without the territory outside all regions.
    public let relativeSize: Double
    /// The share of deliveries to households in the region that its own industries supply, of what the nation supplies:
    /// the capped diagonal quotient, because households have no quotient of their own. CHARM's and pooling's shares are
    /// of all that is used; here they are of domestic products, as households' purchases are.
    public let suppliedToHouseholds: LabelledVector<Industry>
    /// The region's gross trade, with the methods that estimate it: CHARM and pooling.
    public let trade: CrossHauling<Industry>?
    /// The rules applied to the region's figures.
    public let rules: [AppliedRule]

    /// What calibrated shares come from.
    public struct Purchases: Sendable {
        /// The fit, for the table's industries.
        public let fit: PurchaseFit
        /// The pull on the region's buyers.
        public let pull: SupplyPull
    }

    /// Cuts `region` out of the nation's table.
    ///
    /// With calibrated purchase coefficients the size is output and the flows are domestic, whatever is asked for; all
    /// other regions together are the region's one competitor, because it is not given where they lie.
    /// - Parameters:
    ///   - nation: the national table, in the accounts' industries.
    ///   - accounts: regional accounts of the same year, withheld cells filled.
    ///   - purchases: the fit without distances, for the table's industries, when the method is `.calibrated`.
    /// - Throws: `.accounts` when year or industries disagree, a figure is missing or `region` is none of the
    ///   accounts' regions, and as
    ///   ``LocationQuotients/init(_:region:nation:measure:regionCode:)``.
    public init(
        of nation: InputOutputTable,
        region: Region,
        accounts: RegionalAccounts,
        method: QuotientMethod,
        sizeMeasure: SizeMeasure,
        flowBasis: FlowBasis,
        purchases: PurchaseFit? = nil
    ) throws(RegionalisationError) {
        if let difference = accounts.industries.firstDifference(from: nation.industries) {
            throw .accounts(.differ(difference))
        }
        guard accounts.year == nation.basis.year else {
            throw .accounts(.differ(.year(accounts.year, nation.basis.year)))
        }
        let known = try joined { () throws(AccountsError) in try accounts.region(region.code) }
        guard known != accounts.nation else {
            // A nation is not a region of itself: size and trade would be compared with a part of it.
            throw .accounts(
                .noSuchRegion(code: region.code, year: accounts.year, known: accounts.regions.codes)
            )
        }
        let (valueAdded, rules) = try Self.valueAdded(of: region, accounts, nation)
        let output = try Self.output(valueAdded, nation)
        let isCalibrated = method == .calibrated
        let sizeMeasure = isCalibrated ? .output : sizeMeasure
        let flowBasis = isCalibrated ? .domestic : flowBasis
        let (regional, national) = try Self.sizes(sizeMeasure, of: region, valueAdded, accounts, nation)
        let (plain, trade) = try Self.quotients(
            isCalibrated ? .slq : method,
            (regional, national),
            sizeMeasure,
            region,
            output,
            nation,
            flowBasis
        )
        let learned =
            isCalibrated ? try Self.purchases(purchases, of: region, regional, national, plain) : nil
        let quotients = learned?.quotients ?? plain
        let shares = quotients.capped
        let scale = LabelledVector(nation.industries) { industry in
            nation.output[industry] == 0 ? 0 : output[industry] / nation.output[industry]
        }
        let supplied = try Self.supplied(shares, nation, flowBasis)
        self.region = region
        basis = nation.basis
        self.output = output
        intraregional = supplied.map { _, buyer, flow in flow * scale[buyer] }
        fromRestOfCountry = nation.domestic.map { seller, buyer, flow in
            (flow - supplied[seller, buyer]) * scale[buyer]
        }
        primaryInputs = nation.primaryInputs.map { _, buyer, amount in amount * scale[buyer] }
        self.quotients = quotients
        self.purchases = learned?.purchases
        self.sizeMeasure = sizeMeasure
        self.flowBasis = flowBasis
        relativeSize = regional.sum / national.sum
        suppliedToHouseholds = try Self.suppliedToHouseholds(quotients, nation)
        self.trade = trade
        self.rules = rules
    }

    /// The industries.
    public var industries: Axis<Industry> { output.axis }

    /// Industries with output in the region.
    public var producing: [Industry] { industries.labels.filter { output[$0] > 0 } }
}

extension RegionalTable {
    /// A^rr = Z^rr x̂^r⁻¹: purchases within the region per unit of output; 0 where there is no output.
    public var coefficients: LabelledMatrix<Industry, Industry> {
        intraregional.map { _, buyer, flow in output[buyer] == 0 ? 0 : flow / output[buyer] }
    }

    /// Type I effects v'(I − A^rr)⁻¹ with 90 % intervals; `nil` unless the shares are calibrated.
    ///
    /// The technology is the nation's, so that its spread is the one learned for that.
    /// - Throws: as ``RegionalMultipliers``.
    public func intervals(
        of row: LabelledVector<Industry>
    ) throws(RegionalisationError) -> LabelledIntervals? {
        guard let purchases else { return nil }
        return try RegionalMultipliers(of: coefficients).intervals(
            of: row,
            shares: quotients.cappedDiagonal,
            covariance: purchases.fit.predictorCovariance(purchases.pull),
            technologySpread: purchases.fit.spread.technology[.national] ?? 0,
            quantile: StudentQuantile.ninetyPercent(degreesOfFreedom: purchases.fit.leftOut.count - 1)
        )
    }

    /// Calibrated shares, the region against all others together.
    private static func purchases(
        _ fit: PurchaseFit?,
        of region: Region,
        _ regional: LabelledVector<Industry>,
        _ national: LabelledVector<Industry>,
        _ plain: LocationQuotients
    ) throws(RegionalisationError) -> (quotients: LocationQuotients, purchases: Purchases) {
        guard let fit, fit.decay == 0 else { throw .accounts(.lacks(role: "purchase coefficients")) }
        let others = Region(code: region.code + "'", name: Name("others"))
        let places = try joined { () throws(AccountsError) in try Axis([region, others]) }
        // Losses can leave the others less than nothing; then there is nothing to be had from them.
        let outputs = LabelledMatrix(rows: places, columns: regional.axis) { place, industry in
            place == region ? regional[industry] : max(0, national[industry] - regional[industry])
        }
        let pull = try SupplyPull(of: region, outputs: outputs, positions: nil, decay: 0)
        let shares = try fit.shares(pull)
        return (
            LocationQuotients(.calibrated, simple: plain.simple, shares: shares),
            Purchases(fit: fit, pull: pull)
        )
    }

    /// The region's value added as a measure of its industries' size.
    ///
    /// A bad year can make it negative, which says nothing about how much an industry produces: there, the rule
    /// `negative-value-added-replaced` takes compensation times the nation's ratio of value added to compensation.
    private static func valueAdded(
        of region: Region,
        _ accounts: RegionalAccounts,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> (LabelledVector<Industry>, [AppliedRule]) {
        let printed = try joined { () throws(AccountsError) in try accounts.vector(.valueAdded, region) }
        let negative = printed.axis.labels.filter { printed[$0] < 0 }
        guard !negative.isEmpty else { return (printed, []) }
        let ratio = (valueAdded: nation.valueAdded, wages: nation.inputs(.compensation))
        var sizes: [Industry: Double] = [:]
        for industry in negative {
            let wages = accounts[.compensation, region.code, industry.code].number
            guard let wages, wages >= 0, ratio.wages[industry] > 0 else {
                throw .negativeSize(
                    region: region.code,
                    industry: industry.code,
                    measure: SizeMeasure.valueAdded.rawValue,
                    value: printed[industry]
                )
            }
            sizes[industry] = wages * ratio.valueAdded[industry] / ratio.wages[industry]
        }
        let replaced = LabelledVector(printed.axis) { sizes[$0] ?? printed[$0] }
        let touched = negative.map { "\(region.code) \($0.code): \(printed[$0]) → \(replaced[$0])" }
        return (replaced, [AppliedRule("negative-value-added-replaced", touched: touched)])
    }

    private static func output(
        _ valueAdded: LabelledVector<Industry>,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> LabelledVector<Industry> {
        let national = nation.valueAdded
        for industry in valueAdded.axis.labels where valueAdded[industry] > 0 && !(national[industry] > 0) {
            throw .noNationalSize(industry: industry.code, measure: SizeMeasure.valueAdded.rawValue)
        }
        return LabelledVector(valueAdded.axis) { industry in
            valueAdded[industry] == 0
                ? 0 : valueAdded[industry] * nation.output[industry] / national[industry]
        }
    }

    private static func sizes(
        _ measure: SizeMeasure,
        of region: Region,
        _ valueAdded: LabelledVector<Industry>,
        _ accounts: RegionalAccounts,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> (regional: LabelledVector<Industry>, national: LabelledVector<Industry>)
    {
        func published(
            _ measure: RegionalAccounts.Measure
        ) throws(RegionalisationError) -> (LabelledVector<Industry>, LabelledVector<Industry>) {
            (
                try joined { () throws(AccountsError) in try accounts.vector(measure, region) },
                try accounts.sumOverRegions(measure)
            )
        }
        /// The sum over the regions with this one's size as it is used, so that part and whole are measured alike.
        func mainland() throws(RegionalisationError) -> LabelledVector<Industry> {
            let sum = try accounts.sumOverRegions(.valueAdded)
            return try joined { () throws(AccountsError) in
                try sum.combined(with: valueAdded, +).combined(with: accounts.vector(.valueAdded, region), -)
            }
        }
        switch measure {
        case .valueAdded: return (valueAdded, try mainland())
        case .compensation: return try published(.compensation)
        case .employment: return try published(.employment)
        case .output:
            return (
                try output(valueAdded, nation), try output(mainland(), nation)
            )
        }
    }

    /// Quotients of the sizes, or shares of use from a balance of products.
    private static func quotients(
        _ method: QuotientMethod,
        _ sizes: (regional: LabelledVector<Industry>, national: LabelledVector<Industry>),
        _ measure: SizeMeasure,
        _ region: Region,
        _ output: LabelledVector<Industry>,
        _ nation: InputOutputTable,
        _ basis: FlowBasis
    ) throws(RegionalisationError) -> (LocationQuotients, CrossHauling<Industry>?) {
        let ofSizes = try LocationQuotients(
            method.balancesProducts ? .slq : method,
            region: sizes.regional,
            nation: sizes.national,
            measure: measure,
            regionCode: region.code
        )
        guard method.balancesProducts else { return (ofSizes, nil) }
        let trade = try CrossHauling(
            of: nation,
            output: output,
            relativeSize: sizes.regional.sum / sizes.national.sum,
            flows: basis,
            isPooling: method == .pooling
        )
        let shares = LocationQuotients(method, simple: ofSizes.simple, shares: trade.suppliedShare)
        return (shares, trade)
    }

    private static func suppliedToHouseholds(
        _ quotients: LocationQuotients,
        _ nation: InputOutputTable
    ) throws(RegionalisationError) -> LabelledVector<Industry> {
        guard quotients.method.balancesProducts, let imported = nation.imported else {
            return quotients.cappedDiagonal
        }
        let households = nation.categories.labels.filter { $0.role == .householdConsumption }
        return LabelledVector(nation.industries) { industry in
            let share = quotients.cappedDiagonal[industry]
            let domestic = households.reduce(0) { $0 + nation.finalDemand[industry, $1] }
            let all = households.reduce(domestic) { $0 + imported.finalDemand[industry, $1] }
            return domestic > 0 ? min(share * max(all, domestic) / domestic, 1) : share
        }
    }

    /// What of each national flow the region would supply itself, before scaling to the region's output.
    private static func supplied(
        _ shares: LabelledMatrix<Industry, Industry>,
        _ nation: InputOutputTable,
        _ basis: FlowBasis
    ) throws(RegionalisationError) -> LabelledMatrix<Industry, Industry> {
        try joined { () throws(AccountsError) in
            switch basis {
            case .domestic: return try shares.combined(with: nation.domestic, *)
            case .total:
                guard let imported = nation.imported else {
                    throw .lacks(role: "imported flows by supplier")
                }
                let wanted = try nation.domestic.combined(with: imported.intermediate, +)
                return try shares.combined(with: wanted, *).combined(with: nation.domestic) { part, whole in
                    min(max(part, min(whole, 0)), max(whole, 0))
                }
            }
        }
    }
}
