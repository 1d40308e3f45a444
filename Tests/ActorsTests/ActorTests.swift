import Accounts
import Actors
import TestSupport
import Testing

@Suite("Actor")
struct ActorTests {
    private let industry = Industry(code: "B", name: Name("works"))

    private func actor(_ price: Actor.Price, output: Double = 500, technology: Industry? = nil) -> Actor {
        Actor(
            code: "mill",
            name: Name("Mill"),
            exists: true,
            organisationNumber: nil,
            industry: industry,
            technology: technology,
            product: Name("flour"),
            unit: Unit("t"),
            price: price,
            output: output,
            isIllustrative: true,
            description: Name("invented")
        )
    }

    @Test("A price of the table's year and valuation is taken as it stands, in MNOK")
    func priceOfTheYear() throws {
        let mill = actor(.init(kroner: 10_000, year: 2019, valuation: .basic))
        #expect(try mill.pricePerUnit(in: SmallTable.basis) == 0.01)
        #expect(try mill.value(in: SmallTable.basis) == 5)
    }

    @Test("A price of another year is taken to the table's prices by its deflator")
    func deflator() throws {
        let mill = actor(.init(kroner: 10_000, year: 2017, valuation: .basic, deflator: 1.25))
        #expect(try mill.value(in: SmallTable.basis) == 6.25)
    }

    @Test("A price of another year without a deflator is refused, with both years")
    func noDeflator() {
        let mill = actor(.init(kroner: 10_000, year: 2017, valuation: .basic))
        #expect(throws: ActorsError.wrongPrice(actor: "mill", .pricesOf(2017, 2019))) {
            try mill.value(in: SmallTable.basis)
        }
    }

    @Test("A purchasers' price is refused, deflator or not")
    func purchasersPrice() {
        let mill = actor(.init(kroner: 10_000, year: 2019, valuation: .purchasers, deflator: 1))
        #expect(throws: ActorsError.wrongPrice(actor: "mill", .priceBasis(.purchasers, .basic))) {
            try mill.pricePerUnit(in: SmallTable.basis)
        }
    }

    @Test("The technology is the industry's own unless another is named")
    func technology() {
        let price = Actor.Price(kroner: 1, year: 2019, valuation: .basic)
        #expect(actor(price).technology == industry)
        let metals = Industry(code: "M", name: Name("metals"))
        #expect(actor(price, technology: metals).technology == metals)
    }
}
