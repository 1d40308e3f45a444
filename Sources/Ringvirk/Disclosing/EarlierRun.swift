import Disclosure
import FileFormats

/// What an earlier run published of firms' figures, read from its folder.
///
/// The folder says which figures were told and how rounded, but not what they are made of. That is made again from the books,
/// which must be here for every firm the run told of, and from the statistics, which must be the same.
struct EarlierRun: Sendable {
    /// The folder, as the study names it.
    let folder: String
    /// The digest of its manifest, which holds those of its files.
    let digest: String
    /// The firms in its table.
    let firms: Set<String>
    /// The figures told.
    let figures: [Figure]

    /// A figure as it was printed.
    struct Figure: Sendable {
        /// The item's name.
        let name: String
        let value: Double
        /// What it is rounded to.
        let base: Double
    }

    /// The figures as what attackers know of the firms' cells.
    ///
    /// - Parameter multipliers: all firms' multipliers, as items.
    /// - Throws: `.disclosure(.contradictsEarlier)` for a figure that the books do not have.
    func items(_ secrets: FirmSecrets, _ multipliers: [PublicationItem]) throws(StudyError) -> [EarlierItem] {
        var forms: [String: (terms: [PublicationItem.Term], constant: Double)] = [:]
        for sum in secrets.sums(of: firms) { forms["sum:" + sum.name] = (sum.parts.map { .init($0) }, 0) }
        for item in multipliers { forms[item.name] = (item.terms, item.constant) }
        return try figures.map { told throws(StudyError) in
            let name = folder + ": " + told.name
            guard let form = forms[told.name] else { throw .disclosure(.contradictsEarlier(item: name)) }
            return EarlierItem(
                name,
                terms: form.terms,
                constant: form.constant,
                figure: told.value,
                base: told.base
            )
        }
    }
}
