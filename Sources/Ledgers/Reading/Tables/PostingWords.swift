/// What the words of a posting on a party say that it is.
enum PostingWords {
    /// The first kind of which a word stands in `text`; `nil` where none does.
    ///
    /// A payment names the invoice it pays and a credit note the invoice it takes back, so those come first.
    static func kind(in text: String) -> PartyPosting.Kind? {
        let lowered = text.lowercased()
        for (kind, words) in table where words.contains(where: { lowered.contains($0) }) { return kind }
        return nil
    }

    private static let table: [(PartyPosting.Kind, [String])] = [
        (.opening, ["inngående saldo", "inngående balanse", "inng. saldo", "åpningsbalanse", "opening"]),
        (
            .payment,
            [
                "betaling", "innbetal", "utbetal", "betalt", "payment", "remitter", "autogiro", "avtalegiro",
                "ocr",
            ]
        ),
        (.creditNote, ["kreditnota", "kreditering", "kredittnota", "credit note", "creditnote"]),
        (.invoice, ["faktura", "invoice"]),
    ]
}
