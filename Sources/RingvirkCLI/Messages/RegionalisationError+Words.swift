import Accounts
import Regionalisation

extension RegionalisationError: Worded {
    func message(_ words: Words) -> Message {
        if case .accounts(let error) = self { return error.message(words) }
        return words.message([words.problem(sentence(words))], remedy: remedy(words), exitStatus)
    }

    private var exitStatus: ExitStatus {
        switch self {
        case .marginsNotMet, .calibrationFailed, .notSolvable: .numerical
        default: .badData
        }
    }

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
        case .tooFewRegions(let count, let least):
            words(
                "there are \(count) official regional tables to learn from; at least \(least) are needed.",
                "det er \(count) offisielle regionale tabeller å lære av; det trengs minst \(least)."
            )
        case .calibrationFailed(let iterations):
            words(
                "the purchase coefficients have not come to rest after \(iterations) steps.",
                "innkjøpskoeffisientene har ikke falt til ro etter \(iterations) skritt."
            )
        case .noPositions(nil):
            words(
                "distances are asked for, but it is not given where the regions lie.",
                "det er bedt om avstander, men det er ikke oppgitt hvor regionene ligger."
            )
        case .noPositions(let region?):
            words(
                "region \(words.quoted(region)) lies in the same place as another; there is no distance between them.",
                "region \(words.quoted(region)) ligger på samme sted som en annen; det er ingen avstand mellom dem."
            )
        case .noPurchaseParameters(let industry, let known):
            words(
                "the purchase coefficients have nothing for industry \(words.quoted(industry)). ",
                "innkjøpskoeffisientene har ikke noe for næring \(words.quoted(industry)). "
            ) + words.known(known, insteadOf: industry)
        case .notSolvable:
            words(
                "a region's industries buy so much of each other that the system has no usable solution.",
                "næringene i en region kjøper så mye av hverandre at systemet ikke har noen brukbar løsning."
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
        case .tooFewRegions:
            words(
                "Add tables to flows.csv, with \"yes\" in the column table of regions.csv.",
                "Legg til tabeller i flows.csv, med «yes» i kolonnen table i regions.csv."
            )
        case .calibrationFailed:
            words(
                "Look through the tables for shares that are all 0 or all 1, with “ringvirk check”.",
                "Se etter andeler som alle er 0 eller alle er 1 i tabellene, med «ringvirk check»."
            )
        case .noPositions(nil):
            words(
                "Write latitude and longitude for every region in regions.csv.",
                "Skriv latitude og longitude for hver region i regions.csv."
            )
        case .noPositions:
            words(
                "Correct latitude and longitude in regions.csv.",
                "Rett latitude og longitude i regions.csv."
            )
        case .noPurchaseParameters(let industry, _):
            words(
                "Say in correspondence.csv of the coefficients which industries \(words.quoted(industry)) covers.",
                "Skriv i correspondence.csv ved koeffisientene hvilke næringer \(words.quoted(industry)) dekker."
            )
        case .notSolvable:
            words(
                "Look through national.csv and flows.csv for columns that add up to 1 or more.",
                "Se etter kolonner som summerer til 1 eller mer, i national.csv og flows.csv."
            )
        }
    }
}
