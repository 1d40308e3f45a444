import Accounts
import FileFormats
import Foundation
import TestSupport

@testable import CompanyRegister

/// Small files in the register's own formats, of firms that are not there.
enum RegisterFixture {
    static func path(_ name: String) -> String { Repository.fixtures + "/register/" + name }

    /// Some of the codes there are.
    static let codes = IndustryCodes([
        .sn2007: [
            "24.101": "R24", "30.113": "R30", "43.320": "RF", "46.710": "R46", "69.201": "R69_70",
            "71.121": "R71",
            "41.200": "RF", "01.110": "R01", "52.221": "R52", "47.111": "R47", "97.000": "RT",
        ],
        .sn2025: [
            "24.100": "R24", "46.710": "R45", "69.201": "R69_70", "68.120": "RF", "53.300": nil,
            "01.110": "R01",
        ],
    ])

    static let smelter = number("110000103")
    static let yard = number("110000200")
    static let carpenter = number("110000308")
    static let bankrupt = number("110000405")
    static let branch = number("110000502")
    static let mangled = number("110000618")
    static let undated = number("110000707")
    static let blank = number("110000804")
    static let letters = number("110000901")

    static func number(_ text: String) -> OrganisationNumber {
        guard let number = OrganisationNumber(text) else { preconditionFailure("\(text) is no number") }
        return number
    }

    static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }
}
