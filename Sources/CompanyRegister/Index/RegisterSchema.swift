/// How the index lies in SQLite.
///
/// Dates are days since 1970, numbers and codes as they are; a country is stored only where it is not Norway. `unit.file` and
/// `file.classification` say by which classification an industry code is read that more than one has.
enum RegisterSchema {
    /// `ring` in ASCII, at a fixed place in the file's header: what tells an index from other databases.
    static let application = 0x7269_6E67
    /// Raised with every change of the tables.
    static let version = 1
    /// Stands for a bankruptcy without a date until the file's day is known.
    static let undated = -9_999_999

    static let tables = """
        CREATE TABLE file(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, classification INTEGER, day INTEGER
        ) STRICT;
        CREATE TABLE unit(
            number INTEGER PRIMARY KEY, file INTEGER NOT NULL, kind INTEGER NOT NULL, legal_form TEXT NOT NULL, name TEXT,
            industry TEXT, classification INTEGER, municipality TEXT, country TEXT, parent INTEGER, employees INTEGER,
            registered INTEGER, dissolved INTEGER, bankrupt INTEGER, merged_into INTEGER
        ) STRICT;
        """

    /// Made when all units are in: quicker than kept up row by row.
    static let indices = "CREATE INDEX establishments ON unit(parent) WHERE kind = 1 AND parent IS NOT NULL;"

    /// A unit that an earlier file had too is replaced; but a notice of deletion has little besides its date, and keeps
    /// what was known before.
    static let insert = """
        INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
        ON CONFLICT(number) DO UPDATE SET
            file = CASE WHEN \(isNotice) THEN file ELSE excluded.file END,
            kind = CASE WHEN \(isNotice) THEN kind ELSE excluded.kind END,
            legal_form = CASE WHEN \(isNotice) THEN legal_form ELSE excluded.legal_form END,
            name = CASE WHEN \(isNotice) THEN name ELSE excluded.name END,
            industry = CASE WHEN \(isNotice) THEN industry ELSE excluded.industry END,
            classification = CASE WHEN \(isNotice) THEN classification ELSE excluded.classification END,
            municipality = CASE WHEN \(isNotice) THEN municipality ELSE excluded.municipality END,
            country = CASE WHEN \(isNotice) THEN country ELSE excluded.country END,
            parent = CASE WHEN \(isNotice) THEN parent ELSE excluded.parent END,
            employees = CASE WHEN \(isNotice) THEN employees ELSE excluded.employees END,
            registered = CASE WHEN \(isNotice) THEN registered ELSE excluded.registered END,
            dissolved = excluded.dissolved,
            bankrupt = CASE WHEN \(isNotice) THEN bankrupt ELSE excluded.bankrupt END
        """
    private static let isNotice = "excluded.dissolved IS NOT NULL AND excluded.industry IS NULL"

    /// The columns of a unit, in the order `RegisterIndex` decodes them.
    static let columns = [
        "number", "file", "kind", "legal_form", "name", "industry", "classification", "municipality",
        "country", "parent",
        "employees", "registered", "dissolved", "bankrupt", "merged_into",
    ].map { "unit." + $0 }.joined(separator: ", ")

    static let units = """
        SELECT \(columns) FROM temp.wanted CROSS JOIN unit ON unit.number = wanted.number
        """
    static let establishments = """
        SELECT \(columns) FROM temp.wanted CROSS JOIN unit ON unit.parent = wanted.number
        WHERE unit.kind = 1 AND unit.parent IS NOT NULL
        """
}
