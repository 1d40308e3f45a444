/// How a selection is cut into requests that each have few enough cells.
///
/// A part is a box: some of the codes of every variable. The parts do not overlap, and together they are the selection.
struct RequestPlan: Equatable {
    /// For each part, and in it for each variable, the range of the selected codes.
    let parts: [[Range<Int>]]

    /// A plan for as many codes of each variable as `sizes` says, with at most `limit` cells in a part.
    ///
    /// A part that is too large is cut along its longest variable, into as few pieces as will do.
    init(sizes: [Int], limit: Int) {
        parts = RequestPlan.cut(sizes.map { 0..<$0 }, limit: max(1, limit))
    }

    private static func cut(_ box: [Range<Int>], limit: Int) -> [[Range<Int>]] {
        // In floating point: the product of any number of sizes, without overflow; exact far beyond the limit.
        let cells = box.reduce(1.0) { $0 * Double($1.count) }
        guard cells > Double(limit),
            let longest = box.indices.max(by: { box[$0].count < box[$1].count }), box[longest].count > 1
        else { return [box] }
        let whole = box[longest]
        let step = max(1, Int(Double(limit) / (cells / Double(whole.count))))
        return stride(from: whole.lowerBound, to: whole.upperBound, by: step).flatMap { start in
            var piece = box
            piece[longest] = start..<min(start + step, whole.upperBound)
            return cut(piece, limit: limit)
        }
    }
}
