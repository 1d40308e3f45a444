/// One thing wrong in a file: where it stands, what was read there, and what it should have been.
///
/// A fault carries facts only; the command line puts them into words, in the user's language, with a remedy.
/// A reader collects every fault of a file and throws them together.
public struct Fault: Sendable, Hashable {
    /// Where it stands.
    public let place: Place
    /// What was read, as it stood; `nil` where nothing stood.
    public let value: String?
    /// What is wrong with it.
    public let problem: Problem

    /// A fault at `place`, where `value` was read.
    public init(at place: Place, value: String? = nil, _ problem: Problem) {
        self.place = place
        self.value = value
        self.problem = problem
    }

    /// What can be wrong with a value or a row, whatever the file's format.
    public enum Problem: Sendable, Hashable {
        /// A number was expected.
        case notANumber
        /// A whole number was expected.
        case notAnInteger
        /// The number is NaN or infinite.
        case notFinite
        /// The number must not be negative.
        case negative
        /// The number lies outside the closed range.
        case outside(lower: Double, upper: Double)
        /// The value is not one of those allowed.
        case notOneOf([String])
        /// Nothing stands where a value is required.
        case missing
        /// The column or key is not there at all.
        case missingColumn(String)
        /// The key or column is not known; `suggestions` are those that are.
        case unknownKey(known: [String])
        /// The same key stands in an earlier line.
        case duplicate(firstLine: Int?)
        /// The row has another number of fields than the header.
        case fieldCount(expected: Int, found: Int)
        /// The dimensions of a cube make room for another number of cells than stand here.
        case cellCount(expected: Int, found: Int)
        /// A certain header, label or kind of value (`"mapping"`) was expected here, and another stands there.
        case expected(String)
        /// What the cells add up to is not what is stated elsewhere.
        case offBalance(stated: Double, found: Double)
        /// An Excel error value such as `#VALUE!`.
        case spreadsheetError
        /// The text breaks the format's own rules; `rule` names the rule in a few English words.
        case malformed(rule: String)
    }
}
