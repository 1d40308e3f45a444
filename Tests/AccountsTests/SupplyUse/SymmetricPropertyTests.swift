import Accounts
import LinearAlgebra
import TestSupport
import Testing

@Suite("Symmetric tables, seeded random supply and use")
struct SymmetricPropertyTests {
    private let seeds = 1...8 as ClosedRange<UInt64>

    private func sum<Row, Column>(_ one: LabelledMatrix<Row, Column>, _ other: LabelledMatrix<Row, Column>?)
        -> [[Double]]
    {
        let others = other?.values.printed ?? []
        return zip(one.values.printed, others).map { zip($0, $1).map(+) }
    }

    @Test("B and D never go negative, rectangular tables included, and every total is kept")
    func neverNegative() throws {
        for seed in seeds {
            let table = try RandomSupplyUse(products: 9, industries: 6, seed: seed).table
            let products = try table.productByProduct(.industryTechnology, imports: .domestic)
            #expect(products.negatives.filter { $0.block != .primaryInputs }.isEmpty)
            #expect(products.flows.values.allSatisfy { $0 >= 0 })
            #expect(products.importedFlows?.values.allSatisfy { $0 >= 0 } == true)
            let industries = try table.industryByIndustry(.fixedProductSales, imports: .domestic)
            #expect(industries.negatives.filter { $0.block != .primaryInputs }.isEmpty)
            #expect(industries.flows.values.allSatisfy { $0 >= 0 })
            #expect(industries.finalDemand.values.allSatisfy { $0 >= 0 })
            guard case .basicByOrigin(let domestic, let imported) = table.use else {
                Issue.record("origins are not apart")
                return
            }
            // Sums of some fifty amounts below 10⁴ in double precision.
            let rounding = 1e-9
            // What each product sells to industries, and what each industry buys.
            #expect(
                deviation(of: products.flows.rowSums.values, from: domestic.intermediate.rowSums.values)
                    < rounding
            )
            #expect(
                deviation(
                    of: industries.flows.columnSums.values,
                    from: domestic.intermediate.columnSums.values
                )
                    < rounding
            )
            #expect(
                deviation(
                    of: industries.importedFlows?.columnSums.values ?? [],
                    from: imported.intermediate.columnSums.values
                ) < rounding
            )
            #expect(
                deviation(
                    of: industries.finalDemand.columnSums.values,
                    from: domestic.finalDemand.columnSums.values
                )
                    < rounding
            )
            #expect(abs(products.valueAdded.sum - table.valueAdded.sum) < rounding)
            #expect(industries.valueAdded.values == table.valueAdded.values)
            #expect(industries.output.values == table.industryOutput.values)
        }
    }

    @Test("domestic and imported flows add up to the flows of the treatment total, in every model")
    func domesticAndImported() throws {
        for seed in seeds {
            let table = try RandomSupplyUse(products: 6, industries: 6, seed: seed).table
            let hybrid = HybridTechnology(products: table.products, industries: table.industries) {
                product,
                industry in
                product.code.dropFirst() == industry.code.dropFirst() || product.code < "p4"
            }
            // Relative to amounts of 10³, a solve with a condition number below 100.
            let rounding = 1e-9
            for model in [ProductModel.productTechnology, .industryTechnology, .hybrid(hybrid)] {
                let apart = try table.productByProduct(model, imports: .domestic)
                let total = try table.productByProduct(model, imports: .total)
                #expect(
                    deviation(of: sum(apart.flows, apart.importedFlows), from: total.flows.values.printed)
                        < rounding
                )
                #expect(total.competingImports == table.imports)
                #expect(!total.primaryInputs.rows.labels.contains { $0.role == .imports })
            }
            for model in [IndustryModel.fixedIndustrySales, .fixedProductSales] {
                let apart = try table.industryByIndustry(model, imports: .domestic)
                let total = try table.industryByIndustry(model, imports: .total)
                #expect(
                    deviation(of: sum(apart.flows, apart.importedFlows), from: total.flows.values.printed)
                        < rounding
                )
                #expect(
                    deviation(
                        of: sum(apart.finalDemand, apart.importedFinalDemand),
                        from: total.finalDemand.values.printed
                    )
                        < rounding
                )
                let row = try table.industryByIndustry(model, imports: .primaryInput)
                #expect(row.importedFlows == nil)
                #expect(row.flows == apart.flows)
                #expect(row.primaryInputs == apart.primaryInputs)
            }
        }
    }

    @Test("A and C are each other's image: V⁻¹ taken from the other side of the same use")
    func productAndSales() throws {
        for seed in seeds {
            let table = try RandomSupplyUse(products: 5, industries: 5, seed: seed).table
            let byProduct = try table.productByProduct(.productTechnology, imports: .domestic)
            let byIndustry = try table.industryByIndustry(.fixedIndustrySales, imports: .domestic)
            // S_A q̂⁻¹ = U V⁻¹ and ĝ⁻¹ S_C = V⁻¹ U: V (ĝ⁻¹ S_C) = U = (S_A q̂⁻¹) V.
            let supply = table.supply.values
            let output = (table.productOutput.values, table.industryOutput.values)
            let left = supply.times(byIndustry.flows.values.scaled(rows: output.1.map { 1 / $0 }))
            let right = byProduct.flows.values.scaled(columns: output.0.map { 1 / $0 }).times(supply)
            guard case .basicByOrigin(let domestic, _) = table.use else { return }
            #expect(deviation(of: left.printed, from: domestic.intermediate.values.printed) < 1e-9)
            #expect(deviation(of: right.printed, from: domestic.intermediate.values.printed) < 1e-9)
        }
    }

    @Test(
        "where industries make their own product only, all models give use back, and E is A or B at its ends"
    )
    func diagonal() throws {
        for seed in seeds {
            let table = try RandomSupplyUse(products: 4, industries: 4, seed: seed).table
            let (products, industries) = (table.products, table.industries)
            let all = HybridTechnology(products: products, industries: industries) { _, _ in true }
            let pure = try table.productByProduct(.productTechnology, imports: .domestic)
            let hybrid = try table.productByProduct(.hybrid(all), imports: .domestic)
            #expect(deviation(of: pure.flows.values.printed, from: hybrid.flows.values.printed) < 1e-9)
        }
        let small = try SmallSupplyUse(
            products: products(["p1", "p2"]),
            industries: industries(2),
            supply: [[100, 0], [0, 200]],
            use: ([[10, 20], [30, 40]], [[70], [130]]),
            inputs: [PrimaryInput(.compensation)],
            primaryInputs: [[60, 140]]
        ).table().atBasicPrices(assuming: BasicPriceAssumptions())
        for model in [ProductModel.productTechnology, .industryTechnology] {
            let flows = try small.productByProduct(model, imports: .domestic).flows.values.printed
            #expect(flows == [[10, 20], [30, 40]])
        }
        for model in [IndustryModel.fixedIndustrySales, .fixedProductSales] {
            let flows = try small.industryByIndustry(model, imports: .domestic).flows.values.printed
            #expect(flows == [[10, 20], [30, 40]])
        }
    }

    @Test("D on merged industries is D merged; B on merged products is B merged")
    func aggregation() throws {
        for seed in seeds {
            let table = try RandomSupplyUse(products: 8, industries: 6, seed: seed).table
            let merging = try Concordance(
                from: table.industries,
                to: industries(["odd", "even"]),
                Dictionary(
                    uniqueKeysWithValues: table.industries.codes.enumerated().map {
                        ($1, $0 % 2 == 0 ? "odd" : "even")
                    }
                )
            )
            // Model D leaves the products as they are, so that industries may be merged before or after.
            let merged = try table.aggregated(
                products: Concordance(identityOn: table.products),
                industries: merging
            )
            .industryByIndustry(.fixedProductSales, imports: .domestic)
            let fine = try table.industryByIndustry(.fixedProductSales, imports: .domestic)
            let after = try fine.inputOutputTable().aggregated(by: merging)
            #expect(deviation(of: merged.flows.values.printed, from: after.domestic.values.printed) < 1e-8)
            #expect(
                deviation(of: merged.finalDemand.values.printed, from: after.finalDemand.values.printed)
                    < 1e-8
            )
            let halves = try Concordance(
                from: table.products,
                to: products(["first", "second"]),
                Dictionary(
                    uniqueKeysWithValues: table.products.codes.enumerated().map {
                        ($1, $0 < 4 ? "first" : "second")
                    }
                )
            )
            let coarse = try table.aggregated(
                products: halves,
                industries: Concordance(identityOn: table.industries)
            ).productByProduct(.industryTechnology, imports: .domestic)
            let byProduct = try table.productByProduct(.industryTechnology, imports: .domestic)
            let afterwards = try byProduct.flows.aggregated(rows: halves, columns: halves)
            #expect(deviation(of: coarse.flows.values.printed, from: afterwards.values.printed) < 1e-8)
        }
    }
}

extension Matrix {
    fileprivate func scaled(rows factors: [Double]) -> Matrix {
        Matrix(rows: rows, columns: columns) { self[$0, $1] * factors[$0] }
    }

    fileprivate func scaled(columns factors: [Double]) -> Matrix {
        Matrix(rows: rows, columns: columns) { self[$0, $1] * factors[$1] }
    }
}
