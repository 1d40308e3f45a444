public import Accounts
public import Regionalisation

/// A back-test as a picture: a line a method, a dot a region, a bar at the mean. SVG, without fonts or scripts of others.
public struct BacktestPicture: Sendable {
    private let backtest: Backtest
    private let title: Name
    private let words: Wording
    private let number: NumberFormat

    /// The picture of `backtest`, of tables called `title`.
    public init(_ backtest: Backtest, title: Name, language: Language) {
        self.backtest = backtest
        self.title = title
        words = Wording(language)
        number = NumberFormat(language)
    }

    private static let (left, right, top, step) = (230.0, 30.0, 76.0, 24.0)
    private static let width = 860.0

    /// The picture as SVG text; the same back-test gives the same bytes.
    public var svg: String {
        let errors = backtest.scores.filter { $0.measure == .output }.map { $0.meanAbsoluteError * 100 }
        let end = max(5, ((errors.max() ?? 0) / 5).rounded(.up) * 5)
        let height = Self.top + Double(backtest.methods.count) * Self.step + 46
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.text(Self.width))" height="\(Self.text(height))" \
            viewBox="0 0 \(Self.text(Self.width)) \(Self.text(height))" font-family="sans-serif" font-size="13">
            """,
            "<title>\(Self.escaped(heading))</title>",
            "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
            "<text x=\"20\" y=\"28\" font-size=\"17\" fill=\"#1a1a1a\">\(Self.escaped(heading))</text>",
            "<text x=\"20\" y=\"50\" fill=\"#555555\">\(Self.escaped(subtitle))</text>",
        ]
        lines += axis(to: end, height: height)
        for (row, method) in backtest.methods.enumerated() { lines += line(method, row: row, end: end) }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private var heading: String {
        words("How far methods are off: ", "Hvor mye metodene bommer: ") + title.text(in: words.language)
    }

    private var subtitle: String {
        words(
            "Type I output multipliers: mean absolute error, per cent. A dot is a region, the bar their mean.",
            "Type I produksjonsmultiplikatorer: gjennomsnittlig avvik, prosent. En prikk er en region, streken gjennomsnittet."
        )
    }

    private func axis(to end: Double, height: Double) -> [String] {
        stride(from: 0, through: end, by: 5).flatMap { tick -> [String] in
            let x = Self.text(position(tick, end))
            let bottom = height - 40
            return [
                """
                <line x1="\(x)" y1="\(Self.text(Self.top - 8))" x2="\(x)" y2="\(Self.text(bottom))" stroke="#e2e2e2"/>
                """,
                """
                <text x="\(x)" y="\(Self.text(bottom + 20))" text-anchor="middle" \
                fill="#555555">\(number.text(tick, decimals: 0))</text>
                """,
            ]
        }
    }

    private func line(_ method: BacktestMethod, row: Int, end: Double) -> [String] {
        let y = Self.top + (Double(row) + 0.5) * Self.step
        var isCalibrated = false
        if case .calibrated = method.shares { isCalibrated = true }
        let colour = isCalibrated ? "#0b6e4f" : "#5b6b8c"
        let mean = backtest.meanAbsoluteError(method, .output) * 100
        let dots = backtest.scores(method, .output).map { score in
            """
            <circle cx="\(Self.text(position(score.meanAbsoluteError * 100, end)))" cy="\(Self.text(y))" r="3.5" \
            fill="\(colour)" fill-opacity="0.45"><title>\(Self.escaped(score.region.name.text(in: words.language))) \
            \(number.text(score.meanAbsoluteError * 100, decimals: 1))</title></circle>
            """
        }
        let x = Self.text(position(mean, end))
        return [
            """
            <text x="\(Self.text(Self.left - 52))" y="\(Self.text(y + 4))" text-anchor="end" \
            fill="#1a1a1a">\(Self.escaped(method.code))</text>
            """,
            """
            <text x="\(Self.text(Self.left - 12))" y="\(Self.text(y + 4))" text-anchor="end" \
            font-weight="bold" fill="\(colour)">\(number.text(mean, decimals: 1))</text>
            """,
        ] + dots + [
            """
            <line x1="\(x)" y1="\(Self.text(y - 9))" x2="\(x)" y2="\(Self.text(y + 9))" stroke="\(colour)" \
            stroke-width="3"/>
            """
        ]
    }

    private func position(_ value: Double, _ end: Double) -> Double {
        Self.left + value / end * (Self.width - Self.left - Self.right)
    }

    /// A coordinate, to a hundredth.
    private static func text(_ value: Double) -> String {
        NumberFormat(.english).text(value, decimals: 2).replacing(",", with: "")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
