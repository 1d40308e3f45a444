import Actors

extension StudyDefinition {
    /// The file in which what `error` tells can be mended: books are named in the study, actors in a file of their own.
    func source(of error: ActorsError) -> String {
        switch error {
        case .books(_, .organisationNumber), .books(_, .booksOfAnother), .books(_, .noOutput):
            actorsFile ?? file
        case .books, .firmsDoNotFit, .firmAccount, .rebalancing, .scoreOutOfRange: file
        case .accounts, .leontief, .wrongPrice, .needlessDeflator, .largerThanIndustry,
            .measureExceedsIndustry:
            actorsFile ?? file
        }
    }
}
