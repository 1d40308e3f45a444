/// Why it could not be decided what may be published.
///
/// No case holds an amount: an error can be shown to anybody who may know which cells there are.
public enum DisclosureError: Error, Sendable, Hashable {
    /// A unit has two contributions to one elementary cell.
    case repeatedContribution(ContributionName)
    /// An amount is negative, infinite or not a number, or above its own public upper bound.
    case contributionOutside(ContributionName)
    /// Two items of a run have one name.
    case repeatedItem(String)
    /// An item, of this run or an earlier one, mentions a contribution that is not given.
    case unknownContribution(ContributionName, item: String)
    /// An item mentions a contribution twice, or with a coefficient that is not finite, or not positive in an amount.
    case wrongCoefficient(ContributionName, item: String)
    /// A constant, importance, base or published figure is not finite, or one that must be positive is not.
    case wrongFigure(item: String)
    /// A rule's parameter lies outside what its documentation allows.
    case parameterOutside(name: String, value: Double)
    /// The contributions do not give what was published earlier: they have been revised, and need other names.
    case contradictsEarlier(item: String)
    /// The contributions do not fit what everybody is said to know of them: the limit is not true.
    case contradictsLimit(name: String)
    /// Even if this run published nothing at all, these could be bounded too closely: by what was published earlier, by
    /// public bounds, or because nothing but themselves could move.
    case notProtectable([ProtectedFigure])
    /// The solver gave up on a linear programme, or gave an answer that does not meet it.
    case solverFailed(status: Int)
}
