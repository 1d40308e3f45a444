public import Accounts
import FileFormats
import LinearAlgebra
public import Regionalisation

/// A table of several regions and its trade as tidy rows, unrounded, in the table's unit; zeros are left out.
public struct MultiRegionalRows: Sendable {
    private let build: MultiRegionalBuild

    /// The rows of a table.
    public init(_ build: MultiRegionalBuild) {
        self.build = build
    }

    /// Flows, final demand, primary inputs and output: `supplier_region,supplier,user_region,user,value`. Primary inputs
    /// come from no region; output is supplied to the user `OUTPUT`.
    public var table: String {
        let table = build.table
        var rows = TidyRows(header: ["supplier_region", "supplier", "user_region", "user", "value"])
        func add<Row: Label, Column: Label>(
            _ block: LabelledMatrix<Row, Located<Column>>,
            _ origin: (Row) -> (region: String, code: String)
        ) {
            for (row, label) in block.rows.labels.enumerated() {
                let supplier = origin(label)
                for (column, user) in block.columns.labels.enumerated() {
                    let value = block.values[row, column]
                    guard value != 0 else { continue }
                    rows.add([supplier.region, supplier.code, user.region.code, user.element.code], value)
                }
            }
        }
        add(table.flows) { ($0.region.code, $0.element.code) }
        add(table.finalDemand) { ($0.region.code, $0.element.code) }
        add(table.primaryInputs) { ("", $0.code) }
        add(table.finalDemandInputs) { ("", $0.code) }
        for (sector, amount) in zip(table.sectors.labels, table.output.values) {
            rows.add([sector.region.code, sector.element.code, "", "OUTPUT"], amount)
        }
        return rows.csv
    }

    /// What regions sell each other: `industry,from,to,value`; from a region to itself what it uses at home.
    ///
    /// - Throws: never for a table's own industries.
    public func trade() throws(AccountsError) -> String {
        var rows = TidyRows(header: ["industry", "from", "to", "value"])
        for industry in build.table.industries.labels {
            let flows = try build.table.trade(in: industry)
            for seller in flows.rows.labels {
                for buyer in flows.columns.labels where flows[seller, buyer] != 0 {
                    rows.add([industry.code, seller.code, buyer.code], flows[seller, buyer])
                }
            }
        }
        return rows.csv
    }

    /// How every product was balanced: `industry,quantity,value`, with the share bought at home by the first guess and in
    /// the table, the scalings, and the largest deviation from a margin in the table's unit.
    public var balancing: String {
        var rows = TidyRows(header: ["industry", "quantity", "value"])
        for product in build.products {
            let code = product.industry.code
            rows.add([code, "home_share_before"], product.homeShareBefore)
            rows.add([code, "home_share"], product.homeShare)
            guard let report = product.report else { continue }
            rows.add([code, "scalings"], Double(report.scalings))
            rows.add([code, "largest_deviation"], report.worst.size)
            rows.add([code, "supply_less_use"], report.imbalance)
        }
        return rows.csv
    }

    /// The rules applied on the way from the sources to the table: `rule,touched`, a line for each thing touched.
    public var rules: String {
        var writer = CSVWriter()
        writer.write(row: ["rule", "touched"])
        for rule in build.table.rules {
            for touched in rule.touched.isEmpty ? [""] : rule.touched {
                writer.write(row: [rule.name, touched])
            }
        }
        return writer.text
    }
}
