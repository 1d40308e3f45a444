import CFuzzer
import Ledgers

/// Any bytes as the only sheet of a workbook that is sound otherwise; or, where they begin as an archive, as a workbook.
@main
enum FuzzWorkbook {
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        withUnsafeMutablePointer(to: &arguments) { pointer in
            pointer.withMemoryRebound(
                to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self,
                capacity: 1
            ) {
                _ = LLVMFuzzerRunDriver(&count, $0) { bytes, size in FuzzWorkbook.read(bytes, size) }
            }
        }
    }

    private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let workbook = """
        <workbook xmlns="\(namespace)" xmlns:r="\(relationships)">\
        <sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    private static let parts = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(relationships)/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
        """

    private static func read(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        let sheet = Array(UnsafeBufferPointer(start: bytes, count: size))
        var archive = StoredArchive()
        archive.add("xl/workbook.xml", Array(workbook.utf8))
        archive.add("xl/_rels/workbook.xml.rels", Array(parts.utf8))
        archive.add("xl/worksheets/sheet1.xml", sheet)
        let whole = sheet.starts(with: [0x50, 0x4B]) ? sheet : archive.bytes
        let file = whole.withUnsafeBufferPointer { file_in_memory($0.baseAddress, $0.count) }
        guard file >= 0 else { return 0 }
        let path = "/proc/self/fd/\(file)"
        let sums = Sums()
        _ = try? MappingProposal(file: path)
        guard let reader = try? TableLedgerReader(file: path), let books = try? reader.read(into: sums).books
        else { return 0 }
        precondition(books.voucherCount == sums.vouchers && books.lineCount == sums.lines)
        precondition(books.debit.oere - books.credit.oere == sums.oere)
        return 0
    }
}

/// A zip archive whose entries are not compressed.
private struct StoredArchive {
    private var entries: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8]) {
        let shared =
            words16([20, 0, 0, 0, 0]) + words32([checksum(content), content.count, content.count])
            + words16([name.utf8.count, 0])
        directory +=
            words32([0x0201_4B50]) + words16([20]) + shared + words16([0, 0, 0])
            + words32([0, entries.count])
            + Array(name.utf8)
        entries += words32([0x0403_4B50]) + shared + Array(name.utf8) + content
        count += 1
    }

    var bytes: [UInt8] {
        entries + directory + words32([0x0605_4B50]) + words16([0, 0, count, count])
            + words32([directory.count, entries.count]) + words16([0])
    }

    private func words16(_ values: [Int]) -> [UInt8] {
        values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
    }

    private func words32(_ values: [Int]) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
    }

    private func checksum(_ content: [UInt8]) -> Int {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in content {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
        return Int(~rest)
    }
}

/// What the reader should have counted itself.
private final class Sums: VoucherConsumer {
    private(set) var vouchers = 0
    private(set) var lines = 0
    private(set) var oere: Int64 = 0

    func take(_ voucher: Voucher) {
        vouchers += 1
        lines += voucher.lines.count
        oere += voucher.lines.reduce(0) { $0 + $1.amount.oere }
    }
}
