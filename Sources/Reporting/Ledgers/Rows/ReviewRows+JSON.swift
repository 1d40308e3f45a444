import Accounts
public import FileFormats
import Ledgers

extension ReviewRows {
    /// The whole review, amounts in øre.
    public var json: JSONValue {
        .object([
            .init("is_whole", .bool(review.isWhole)),
            .init("register_day", Self.text(review.registerDay)),
            .init("owners", .array(review.owners.map(Self.owner))),
            .init("files", .array(review.files.map(file))),
            .init("balances", .array(review.balances.map(balance))),
            .init("rules", .array(review.ruleSums.map(rule))),
            .init("parties", .array(review.parties.map(party))),
            .init("changes", .array(review.changes.map(change))),
            .init("controls", controls),
        ])
    }

    private static func text(_ value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string("\($0)") } ?? .null
    }

    private static func oere(_ amount: Kroner) -> JSONValue { .integer(Int(amount.oere)) }

    private static func owner(_ owner: ReviewedOwner) -> JSONValue {
        .object([
            .init("organisation_number", text(owner.number)), .init("name", text(owner.name)),
        ])
    }

    private func file(_ file: ReviewedFile) -> JSONValue {
        .object([
            .init("file", .string(file.file)), .init("format", .string(file.format)),
            .init("owner", .string(name(ofOwner: file.owner))),
            .init("first_day", Self.text(file.period?.lowerBound)),
            .init("last_day", Self.text(file.period?.upperBound)),
            .init("vouchers", .integer(file.voucherCount)),
            .init(
                "lines",
                .object(
                    LinePurpose.allCases.map { purpose in
                        let tally = file.lines[purpose]
                        return .init(
                            purpose.name,
                            .object([
                                .init("lines", .integer(tally.lines)),
                                .init("debit_oere", Self.oere(tally.debit)),
                                .init("credit_oere", Self.oere(tally.credit)),
                            ])
                        )
                    }
                )
            ),
            .init(
                "extraction_rules",
                .object(
                    ExtractionRule.allCases.compactMap { rule in
                        file.rules[rule].map { .init(rule.rawValue, .integer($0.count)) }
                    }
                )
            ),
        ])
    }

    private func balance(_ balance: ReviewBalance) -> JSONValue {
        func sum(_ sum: ReviewBalance.Sum) -> JSONValue {
            .object([.init("amount_oere", Self.oere(sum.amount)), .init("rows", .integer(sum.rows))])
        }
        return .object([
            .init("file", .string(name(ofFile: balance.file))), .init("role", .string(balance.role.rawValue)),
            .init("input", sum(balance.input)), .init("kept", sum(balance.kept)),
            .init("changed", sum(balance.changed)), .init("refused", sum(balance.refused)),
        ])
    }

    private func rule(_ sum: LedgerReview.RuleSum) -> JSONValue {
        .object([
            .init("rule", .string(sum.rule.rawValue)), .init("outcome", .string(sum.rule.outcome.rawValue)),
            .init("file", .string(name(ofFile: sum.file))), .init("role", .string(sum.role.rawValue)),
            .init("amount_oere", Self.oere(sum.amount)), .init("rows", .integer(sum.rows)),
        ])
    }

    private func party(_ party: ReviewedParty) -> JSONValue {
        let place = Self.place(party.place)
        return .object([
            .init("owner", .string(name(ofOwner: party.owner))), .init("role", .string(party.role.rawValue)),
            .init("kind", .string(party.kind.rawValue)),
            .init("organisation_number", Self.text(party.number)),
            .init("name", Self.text(party.name)),
            .init("book_numbers", .array(party.bookNumbers.map(JSONValue.string))),
            .init("booked_on", .array(party.bookedOn.map { .string("\($0)") })),
            .init("industry", Self.text(party.industry?.code)),
            .init("industry_classification", Self.text(party.industry?.classification.rawValue)),
            .init("industry_source", Self.text(party.industry?.source.rawValue)),
            .init("municipality", place.municipality.isEmpty ? .null : .string(place.municipality)),
            .init("country", place.country.isEmpty ? .null : .string(place.country)),
            .init("intermediate_oere", Self.oere(party.intermediate)),
            .init("investment_oere", Self.oere(party.investment)), .init("rows", .integer(party.rows)),
            .init("rules", .array(party.rules.map { .string($0.rawValue) })),
            .init("lines", .array(party.lines.map(line))),
        ])
    }

    private func line(_ line: LedgerLine) -> JSONValue {
        .object([.init("file", .string(name(ofFile: line.file))), .init("line", .integer(line.line))])
    }

    private func change(_ change: ReviewChange) -> JSONValue {
        .object([
            .init("file", .string(name(ofFile: change.file))), .init("rule", .string(change.rule.rawValue)),
            .init("outcome", .string(change.rule.outcome.rawValue)),
            .init("role", .string(change.role.rawValue)),
            .init("book_number", Self.text(change.bookNumber)),
            .init("organisation_number", Self.text(change.number)),
            .init("counted_as", Self.text(change.target)), .init("date", Self.text(change.date)),
            .init("voucher", Self.text(change.voucher)), .init("reference", Self.text(change.reference)),
            .init("line", .integer(change.line)), .init("original", change.original.map(line) ?? .null),
            .init("amount_oere", Self.oere(change.amount)), .init("rows", .integer(change.rows)),
        ])
    }

    private var controls: JSONValue {
        let annual = review.controls.annual.map { control in
            JSONValue.object([
                .init("owner", .string(name(ofOwner: control.owner))), .init("year", .integer(control.year)),
                .init("item", .string(control.item.rawValue)),
                .init("stated_oere", Self.oere(control.stated)),
                .init("booked_oere", Self.oere(control.booked)),
                .init("attributed_oere", control.attributed.map(Self.oere) ?? .null),
                .init("agrees", .bool(control.agrees)),
            ])
        }
        let parties = review.controls.openParties.map { control in
            JSONValue.object([
                .init("file", .string(name(ofFile: control.file))),
                .init("role", .string(control.party.role.rawValue)),
                .init("book_number", .string(control.party.id)),
                .init("difference_oere", Self.oere(control.difference)),
            ])
        }
        let pairs = review.controls.pairs.map { pair in
            JSONValue.object([
                .init("seller", .string(name(ofOwner: pair.seller))),
                .init("buyer", .string(name(ofOwner: pair.buyer))), .init("sold_oere", Self.oere(pair.sold)),
                .init("bought_oere", Self.oere(pair.bought)),
            ])
        }
        return .object([
            .init("annual_accounts", .array(annual)), .init("party_balances", .array(parties)),
            .init("parties_checked", .integer(review.controls.partiesChecked)), .init("pairs", .array(pairs)),
        ])
    }
}
