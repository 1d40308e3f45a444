import Accounts

/// Cells of a firm's account in the making, and the pools beside them, each with what went into it.
struct CellSums {
    typealias Part = FirmAccountExplanation.Part
    typealias Pool = FirmAccountExplanation.Pool

    struct Key: Hashable {
        let industry: Industry?
        let place: TradePlace
        let firm: String?
        let source: FigureSource
    }

    let side: TradeSide
    private(set) var cells: [Key: [Part]] = [:]
    private(set) var pools: [Pool: [Part]] = [:]

    init(_ side: TradeSide) {
        self.side = side
    }

    mutating func add(_ amount: Double, _ origin: FirmAccountExplanation.Origin, to key: Key) {
        if amount != 0 { cells[key, default: []].append(Part(origin: origin, amount: amount)) }
    }

    mutating func add(_ amount: Double, _ origin: FirmAccountExplanation.Origin, to pool: Pool) {
        if amount != 0 { pools[pool, default: []].append(Part(origin: origin, amount: amount)) }
    }

    /// What is in a pool.
    func sum(of pool: Pool) -> Double { (pools[pool] ?? []).reduce(0) { $0 + $1.amount } }

    /// Shares a pool out over cells; where there are no shares its parts join `otherwise`.
    mutating func spread(
        _ pool: Pool,
        over shares: [(seller: Industry, place: TradePlace, share: Double)],
        from source: FigureSource,
        otherwise: Pool
    ) {
        let amount = sum(of: pool)
        guard amount != 0 else { return }
        guard !shares.isEmpty else {
            pools[otherwise, default: []] += pools[pool] ?? []
            pools[pool] = nil
            return
        }
        for share in shares {
            add(
                amount * share.share,
                .pool(pool),
                to: Key(industry: share.seller, place: share.place, firm: nil, source: source)
            )
        }
    }

    /// Moves cells whose sources together are below zero to a pool, and takes a pool that then is below zero out of the other
    /// cells in proportion.
    ///
    /// - Returns: what moved to the pool.
    mutating func moveNegative(to pool: Pool) -> Double {
        struct Place: Hashable {
            let industry: Industry?
            let place: TradePlace
            let firm: String?
        }
        func place(_ key: Key) -> Place {
            Place(industry: key.industry, place: key.place, firm: key.firm)
        }
        var totals: [Place: Double] = [:]
        let ordered = cells.keys.sorted(by: Self.stand)
        for key in ordered { totals[place(key), default: 0] += sum(of: key) }
        var moved = 0.0
        for key in ordered where (totals[place(key)] ?? 0) < 0 {
            moved += sum(of: key)
            pools[pool, default: []] += cells.removeValue(forKey: key) ?? []
        }
        let left = sum(of: pool)
        let whole = cells.keys.sorted(by: Self.stand).reduce(0) { $0 + sum(of: $1) }
        guard left < 0, whole > 0 else { return moved }
        for key in ordered where cells[key] != nil {
            add(left * sum(of: key) / whole, .pool(pool), to: key)
        }
        return moved
    }

    /// What is in a cell.
    private func sum(of key: Key) -> Double { (cells[key] ?? []).reduce(0) { $0 + $1.amount } }

    /// The cells in order, with their sums.
    func explained(in industries: Axis<Industry>) -> [(key: Key, cell: FirmAccountExplanation.Cell)] {
        let positions = Dictionary(
            industries.labels.enumerated().map { ($1.code, $0) }
        ) { first, _ in first }
        func position(_ industry: Industry?) -> Int {
            industry.flatMap { positions[$0.code] } ?? industries.count
        }
        let ordered = cells.keys.sorted {
            let (one, other) = (position($0.industry), position($1.industry))
            return one != other ? one < other : Self.stand($0, $1)
        }
        return ordered.map { key in
            let parts = cells[key] ?? []
            return (
                key,
                FirmAccountExplanation.Cell(
                    side: side,
                    industry: key.industry?.code,
                    place: key.place,
                    firm: key.firm,
                    source: key.source,
                    amount: parts.reduce(0) { $0 + $1.amount },
                    parts: parts
                )
            )
        }
    }

    /// The pools in order, with their sums.
    var explainedPools: [FirmAccountExplanation.PoolSum] {
        FirmAccountExplanation.Pool.allCases.compactMap { pool in
            pools[pool].map {
                FirmAccountExplanation.PoolSum(pool: pool, amount: sum(of: pool), parts: $0)
            }
        }
    }

    private static func stand(_ left: Key, _ right: Key) -> Bool {
        let (one, other) = (left.industry?.code ?? "", right.industry?.code ?? "")
        if one != other { return one < other }
        if left.place != right.place { return left.place.order < right.place.order }
        if left.firm != right.firm { return (left.firm ?? "") < (right.firm ?? "") }
        return left.source.rawValue < right.source.rawValue
    }
}

extension TradePlace {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
