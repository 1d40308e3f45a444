import Accounts
import Regionalisation

extension RegionalisationError: Worded {
    func message(_ words: Words) -> Message {
        if case .accounts(let error) = self { return error.message(words) }
        return words.message([words.problem(sentence(words))], remedy: remedy(words), exitStatus)
    }

    private var exitStatus: ExitStatus { if case .marginsNotMet = self { .numerical } else { .badData } }

    private func sentence(_ words: Words) -> String {
        switch self {
        case .accounts: ""
        case .marginsDisagree, .marginNotFinite, .cellNotFinite, .negativeCell, .marginOutOfReach,
            .disconnected,
            .outOfReach, .oneSidedProduct, .marginsNotMet:
            balancingSentence(words)
        case .deltaOutside(let delta):
            words(
                "delta is \(words.number(delta)); it must be at least 0 and below 1.",
                "delta er \(words.number(delta)); den må være minst 0 og under 1."
            )
        case .parameterOutside, .notFromSizes, .wantsTotalFlows, .negativeAmount, .propensityOutside,
            .exportsAboveOutput:
            methodSentence(words)
        case .noNationalSize(let industry, let measure):
            words(
                """
                industry \(words.quoted(industry)) has \(MeasureWords.text(measure, words)) in the region, but none \
                in the nation.
                """,
                """
                næring \(words.quoted(industry)) har \(MeasureWords.text(measure, words)) i regionen, men ikke i \
                landet.
                """
            )
        case .negativeSize(let region, let industry, let measure, let value):
            words(
                """
                \(MeasureWords.text(measure, words)) for industry \(words.quoted(industry)) in region \
                \(words.quoted(region)) is negative: \(words.number(value)). A year of losses can do that, but a \
                negative size cannot be shared out.
                """,
                """
                \(MeasureWords.text(measure, words)) for næring \(words.quoted(industry)) i region \
                \(words.quoted(region)) er negativt: \(words.number(value)). Et år med tap kan gi det, men en \
                negativ størrelse kan ikke fordeles.
                """
            )
        case .emptyRegion(let region, let measure):
            words(
                "region \(words.quoted(region)) has no \(MeasureWords.text(measure, words)) in any industry.",
                "region \(words.quoted(region)) har ikke \(MeasureWords.text(measure, words)) i noen næring."
            )
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .accounts: ""
        case .marginsDisagree, .marginNotFinite, .cellNotFinite, .negativeCell, .marginOutOfReach,
            .disconnected,
            .outOfReach, .oneSidedProduct, .marginsNotMet:
            balancingRemedy(words)
        case .deltaOutside:
            words(
                "Write another delta under regionalisation in study.yaml, such as 0.1.",
                "Skriv en annen delta under regionalisation i study.yaml, for eksempel 0.1."
            )
        case .parameterOutside, .notFromSizes, .wantsTotalFlows, .negativeAmount, .propensityOutside,
            .exportsAboveOutput:
            methodRemedy(words)
        case .noNationalSize(let industry, _):
            words(
                """
                See to it that the regional accounts and the national table are of the same year and put \
                \(words.quoted(industry)) in the same group (mapping.csv under the key data.groups).
                """,
                """
                Sørg for at fylkesregnskapet og landets tabell gjelder samme år og legger \(words.quoted(industry)) \
                i samme gruppe (mapping.csv under nøkkelen data.groups).
                """
            )
        case .negativeSize(_, let industry, _, _):
            words(
                "Merge \(words.quoted(industry)) with another group under the key data.groups, or choose another year.",
                "Slå \(words.quoted(industry)) sammen med en annen gruppe under nøkkelen data.groups, eller velg et annet år."
            )
        case .emptyRegion:
            words(
                "Choose another region or year in study.yaml, or another size_measure under regionalisation.",
                "Velg en annen region eller et annet år i study.yaml, eller en annen size_measure under regionalisation."
            )
        }
    }
}
