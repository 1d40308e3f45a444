/// The account of the firm's own being read.
struct SAFTAccount {
    private(set) var number: String?
    private(set) var name = ""
    private var standardAccount: String?
    private var groupingCode: String?

    /// Takes a field of it.
    mutating func take(_ element: SAFTElement, _ text: String) {
        switch element {
        case .accountID: number = text.isEmpty ? nil : text
        case .accountDescription: name = text
        case .standardAccountID: standardAccount = text
        default: groupingCode = text
        }
    }

    /// The standard account it is mapped to: two or four digits. From 1.30 on the grouping code holds it.
    var standard: String? {
        [standardAccount, groupingCode].compactMap(\.self).first { code in
            (code.utf8.count == 2 || code.utf8.count == 4) && code.utf8.allSatisfy { (48...57).contains($0) }
        }
    }
}
