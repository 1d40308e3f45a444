import FileFormats

/// The files of one delivery, read one after another as the same books.
struct SAFTDelivery {
    private let consumer: any VoucherConsumer
    private var state = SAFTBooks()

    init(consumer: some VoucherConsumer) {
        self.consumer = consumer
    }

    /// Reads one file, whose pieces `bytes` hands to what it is given.
    mutating func take(
        file: String,
        bytes: (_ feed: (UnsafeBufferPointer<UInt8>) throws(FileFormatError) -> Void) throws(FileFormatError)
            -> Void
    ) throws(LedgersError) {
        let handler = SAFTHandler(file: file, books: state, consumer: consumer)
        // The handler's copy is then the only one, and is changed in place.
        state = SAFTBooks()
        do throws(FileFormatError) {
            let parser = try XMLPushParser(of: file, handler: handler)
            try bytes { piece throws(FileFormatError) in try parser.feed(piece) }
            try parser.finish()
        } catch {
            throw handler.refusal ?? .file(error)
        }
        state = handler.books
    }

    /// The books, unless there were faults.
    func books(file: String) throws(LedgersError) -> Books {
        try state.faults.finish()
        guard state.header.owners.count <= 1 else {
            throw .severalFirms(path: file, owners: state.header.owners)
        }
        return state.books(file: file)
    }
}
