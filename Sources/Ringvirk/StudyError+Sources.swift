import Accounts
import Datasets
import FileFormats
import Leontief
import Regionalisation

extension StudyError {
    /// The refusal of a study without a key that is needed for what is asked.
    static func lacksKey(_ key: String, in file: String) -> StudyError {
        .file(.faults([Fault(at: Place(file: file), .missingColumn(key))]))
    }
}

/// Reads a dataset and passes its refusal on.
func reading<Value>(_ read: () throws(DatasetError) -> Value) throws(StudyError) -> Value {
    do {
        return try read()
    } catch {
        throw .dataset(error)
    }
}

/// Joins accounts and passes their refusal on, with the dataset's name.
func fitting<Value>(_ source: String, _ join: () throws(AccountsError) -> Value) throws(StudyError) -> Value {
    do {
        return try join()
    } catch {
        throw .accounts(error, source: source)
    }
}

/// Leontief's refusals, with the dataset's name.
func solving<Value>(
    _ source: String,
    _ solve: () throws(LeontiefError) -> Value
) throws(StudyError) -> Value {
    do {
        return try solve()
    } catch {
        throw .leontief(error, source: source)
    }
}

/// Regionalisation's refusals, with the dataset's name.
func regionalising<Value>(
    _ source: String,
    _ work: () throws(RegionalisationError) -> Value
) throws(StudyError) -> Value {
    do {
        return try work()
    } catch {
        throw .regionalisation(error, source: source)
    }
}
