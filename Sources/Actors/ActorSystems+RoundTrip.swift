import Accounts
import Leontief

extension ActorSystems.System {
    /// The area's own outputs run through the model: the actors' as given, and the final demand f_R that they leave for
    /// the other sectors.
    struct DirectRun {
        let cluster: Cluster
        let open: ExogenousOutputs<Sector>
        /// f_R.
        let demand: LabelledVector<Sector>
        /// x_R as the model answers.
        let following: LabelledVector<Sector>

        /// |Σ μ_k x_k + w'f_R − v'x| / |v'x|, for a row v with its weights w.
        ///
        /// - Throws: `.leontief`.
        func deviation(of row: ActorSystems.Row) throws(ActorsError) -> Double {
            let ofActors = try solved { () throws(LeontiefError) in
                try open.multipliers(of: row.values, weights: row.weights)
            }
            let direct =
                following.axis.labels.reduce(0) { $0 + row.values[$1] * following[$1] }
                + open.chosen.labels.reduce(0) { $0 + row.values[$1] * cluster.output[$1] }
            let table =
                open.chosen.labels.reduce(0) { $0 + ofActors[$1] * cluster.output[$1] }
                + demand.axis.labels.reduce(0) { $0 + row.weights[$1] * demand[$1] }
            return direct == 0 ? abs(table) : abs(table - direct) / abs(direct)
        }
    }

    /// Runs the model on the area's own outputs.
    ///
    /// - Throws: `.leontief`.
    func directRun() throws(ActorsError) -> DirectRun {
        let chosen = LabelledVector(open.chosen) { cluster.output[$0] }
        let base = LabelledVector(open.following.sectors) { cluster.output[$0] }
        let demand = try joined { () throws(AccountsError) in
            let own = try open.following.coefficients.matrix.times(base)
            let bought = try own.combined(with: open.purchases.times(chosen), +)
            return try base.combined(with: bought, -)
        }
        let following = try solved { () throws(LeontiefError) in
            try open.output(chosen: chosen, demand: demand)
        }
        return DirectRun(cluster: cluster, open: open, demand: demand, following: following)
    }
}
