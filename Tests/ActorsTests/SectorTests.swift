import Accounts
import Actors
import Testing

@Suite("Sector")
struct SectorTests {
    @Test("An actor whose code is an industry's is another sector than that industry's remainder")
    func codes() {
        let remainder = Sector.remainder(Industry(code: "B", name: Name("works")))
        let actor = Sector.actor(code: "B", name: Name("The works"))
        #expect(remainder.code == "B" && remainder.name == Name("works"))
        #expect(actor.code == "actor:B" && actor.name == Name("The works"))
        #expect(remainder != actor)
        #expect(Set([remainder, actor]).count == 2)
    }

    @Test("Same code, same sector, whatever the name")
    func names() {
        let (one, other) = (
            Sector.actor(code: "B", name: Name("x")), Sector.actor(code: "B", name: Name("y"))
        )
        #expect(one == other && one.hashValue == other.hashValue)
    }
}
