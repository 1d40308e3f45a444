public import Datasets

extension DatasetCheck {
    /// Checks the dataset in `folder`, with the error a study would give.
    ///
    /// - Throws: `.dataset` when the dataset cannot be read far enough to be checked.
    public init(folder: String) throws(StudyError) {
        do {
            try self.init(of: folder)
        } catch {
            throw .dataset(error)
        }
    }
}
