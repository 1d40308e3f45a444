import Accounts

/// What the register's own peculiarities did to a file's units; docs/REGISTER.md has every rule by its name.
struct RegisterRules: Sendable, Equatable {
    /// Codes short of their zeros, `41.2` or `1.11`, made whole.
    var codesMadeWhole = 0
    /// Units whose industry is `00.000` or blank.
    var withoutIndustry = 0
    /// Units whose code is in no classification.
    var unknownCodes = 0
    /// The first ten such codes.
    var unknownCodeExamples: [String] = []
    /// Letters written as `<U+00E5>`.
    var lettersRestored = 0
    /// Bankruptcies without a date, set to the day of the file.
    var bankruptciesDated = 0
    /// Names left out because they are a person's, or may be.
    var namesLeftOut = 0

    /// The rules that touched something, with how much.
    var applied: [AppliedRule] {
        var rules: [AppliedRule] = []
        func add(_ name: String, _ count: Int, _ examples: [String] = []) {
            guard count > 0 else { return }
            rules.append(AppliedRule(name, touched: ["\(count)"] + examples))
        }
        add("register-industry-blank", withoutIndustry)
        add("register-code-made-whole", codesMadeWhole)
        add("register-code-unknown", unknownCodes, unknownCodeExamples)
        add("register-letters-restored", lettersRestored)
        add("register-bankruptcy-dated", bankruptciesDated)
        add("register-personal-names-left-out", namesLeftOut)
        return rules
    }
}
