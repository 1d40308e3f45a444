public import Accounts
public import Actors
public import CompanyRegister
public import Datasets
public import Disclosure
public import FileFormats
public import Ledgers
public import Leontief
public import Regionalisation
public import StatisticsNorway

/// Why a study could not be run: the room that refused, and the file it was about where there is one.
public enum StudyError: Error, Sendable, Equatable {
    /// The study's own files: study.yaml, actors, recipes.
    case file(FileFormatError)
    /// A dataset.
    case dataset(DatasetError)
    /// A file from Statistics Norway.
    case statisticsNorway(StatisticsNorwayError)
    /// Accounts that do not fit together; `source` names the dataset.
    case accounts(AccountsError, source: String)
    /// The regional table.
    case regionalisation(RegionalisationError, source: String)
    /// The Leontief calculation.
    case leontief(LeontiefError, source: String)
    /// The actor table.
    case actors(ActorsError, source: String)
    /// A firm's books, their mapping or its annual accounts.
    case ledgers(LedgersError)
    /// The business register.
    case register(CompanyRegisterError)
    /// What of the firms' figures may be published.
    case disclosure(DisclosureError)
    /// Figures of single firms that are not invented are asked for where only their owner may have them.
    case secretFirms(actors: [String], file: String)
    /// The study asks for a thing the data do not have.
    case missing(what: String, place: Place, known: [String])
    /// Two datasets have amounts by industry under one code, of which neither may silently win.
    case repeatedExtension(code: String, first: String, second: String)
    /// A cube has several categories of a dimension of which one is wanted.
    case severalCategories(dimension: String, place: Place, known: [String])
}
