/// Where the columns of a table stand, looked up once: −1, which no row has, for those it lacks.
struct ColumnPlaces {
    let voucher: Int
    let date: Int
    let kind: Int
    let account: Int
    let accountName: Int
    let amount: Int
    let debit: Int
    let credit: Int
    let taxCode: Int
    let customer: Int
    let supplier: Int
    let party: Int
    let invoice: Int
    let text: Int

    init(_ columns: [LedgerColumn: Int]) {
        func place(_ column: LedgerColumn) -> Int { columns[column] ?? -1 }
        voucher = place(.voucher)
        date = place(.date)
        kind = place(.kind)
        account = place(.account)
        accountName = place(.accountName)
        amount = place(.amount)
        debit = place(.debit)
        credit = place(.credit)
        taxCode = place(.taxCode)
        customer = place(.customer)
        supplier = place(.supplier)
        party = place(.party)
        invoice = place(.invoice)
        text = place(.text)
    }
}
