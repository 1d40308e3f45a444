import FileFormats
import GRDB

/// Does `work` on the database at `path`, and turns what the layers underneath throw into the room's own error.
func withDatabaseErrors<Value>(at path: String, _ work: () throws -> Value) throws(CompanyRegisterError)
    -> Value
{
    do {
        return try work()
    } catch let error as CompanyRegisterError {
        throw error
    } catch let error as FileFormatError {
        throw .file(error)
    } catch let error as DatabaseError {
        switch error.resultCode {
        case .SQLITE_NOTADB: throw .anotherIndex(path: path)
        case .SQLITE_FULL: throw .file(.cannotWrite(path: path, reason: "No space left on device"))
        default: throw .database(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    } catch {
        throw .database(path: path, reason: "\(error)")
    }
}
