/// Finds rows and fields in a buffer of UTF-8 that is filled as it goes.
///
/// Fields are told by where they begin and end; only those with doubled quotes are rewritten, in place, once the whole row
/// is there. A strict scanner notes what RFC 4180 does not allow and goes on where it can; another takes it as text.
struct CSVRowScanner {
    enum Step {
        case row
        /// The buffer ends within the row, or before it.
        case needsMore
        /// No reading of the row is right, and none of those after it can be found.
        case broken(rule: String)
    }

    /// Where the bytes in the buffer end.
    var end = 0
    /// The line the latest row begins on.
    private(set) var rowLine = 1
    /// Whether the buffer ended inside quotes.
    private(set) var isInQuotes = false
    /// Whether nothing at all stands on the latest row, not even an empty pair of quotes.
    private(set) var isBlank = false
    /// What a strict scanner found wrong in the latest row.
    private(set) var irregularities: [Irregularity] = []

    /// Something RFC 4180 does not allow.
    struct Irregularity {
        let rule: String
        let line: Int
        let value: String?
    }

    private let buffer: UnsafeMutablePointer<UInt8>
    private let bounds: UnsafeMutablePointer<Int32>
    /// Not zero for the bytes that end an unquoted field.
    private let stops: UnsafeMutablePointer<UInt8>
    private var separator: UInt8
    private let isStrict: Bool
    /// Where the next row begins.
    private var start = 0
    private var nextLine = 1
    private var fieldCount = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    /// Added to a field's end until its doubled quotes are made single.
    private static let doubled = Int32(1) << 30

    init(_ buffer: UnsafeMutablePointer<UInt8>, separator: CSVTable.Separator, isStrict: Bool) {
        self.buffer = buffer
        self.isStrict = isStrict
        self.separator = separator.rawValue
        bounds = .allocate(capacity: 2 * CSVStream.Limits.fields)
        stops = .allocate(capacity: 256)
        setSeparator(separator, skipping: 0)
    }

    func deallocate() {
        bounds.deallocate()
        stops.deallocate()
    }

    /// Bytes of the row that is not whole yet.
    var waitingBytes: Int { end - start }

    mutating func setSeparator(_ separator: CSVTable.Separator, skipping bytes: Int) {
        self.separator = separator.rawValue
        stops.initialize(repeating: 0, count: 256)
        for byte in [separator.rawValue, CSVRowScanner.lineFeed, CSVRowScanner.carriageReturn] {
            stops[Int(byte)] = 1
        }
        if isStrict { stops[Int(CSVRowScanner.quote)] = 1 }
        start += bytes
        if bytes > 0 { nextLine += 1 }
    }

    /// Moves what is not scanned yet to the buffer's start.
    mutating func moveToFront() {
        guard start > 0 else { return }
        (buffer).update(from: buffer + start, count: end - start)
        end -= start
        start = 0
    }

    func row(line: Int) -> TableRow {
        TableRow(line: line, count: fieldCount, base: UnsafePointer(buffer), bounds: UnsafePointer(bounds))
    }

    /// The line that the bytes in the buffer end on.
    var lastLine: Int {
        nextLine
            + UnsafeBufferPointer(start: buffer + start, count: end - start).count {
                $0 == CSVRowScanner.lineFeed
            }
    }

    /// The first characters of the row, for a message.
    var excerpt: String {
        let bytes = UnsafeBufferPointer(start: buffer + start, count: min(60, end - start))
        return String(decoding: bytes.prefix { $0 != CSVRowScanner.lineFeed }, as: UTF8.self)
    }

    /// Finds the next row.
    mutating func next(isLast: Bool) -> Step {
        rowLine = nextLine
        isInQuotes = false
        if isStrict { irregularities.removeAll(keepingCapacity: true) }
        guard start < end else { return .needsMore }
        // The sentinel ends the last field without a test at every byte.
        buffer[end] = CSVRowScanner.lineFeed
        var position = start
        var lines = 1
        var hasDoubled = false
        fieldCount = 0
        while true {
            guard fieldCount < CSVStream.Limits.fields else { return .broken(rule: CSVStream.tooManyFields) }
            var fieldEnd: Int
            var fieldStart = position
            if buffer[position] == CSVRowScanner.quote, position < end {
                fieldStart += 1
                var isDoubled = false
                let firstLine = rowLine + lines - 1
                if let close = closingQuote(from: fieldStart, &lines, &isDoubled) {
                    if close + 1 == end, !isLast { return .needsMore }
                    position = close + 1
                    fieldEnd = close
                    if isStrict {
                        guard passRest(&position, rowLine + lines - 1, isLast) else { return .needsMore }
                    } else {
                        guard stops[Int(buffer[position])] != 0 else {
                            return .broken(rule: CSVStream.afterQuote)
                        }
                    }
                } else {
                    isInQuotes = true
                    guard isLast else { return .needsMore }
                    guard isStrict else { return .broken(rule: CSVStream.unclosed) }
                    note(CSVStream.unclosed, firstLine, nil)
                    (position, fieldEnd) = (end, end)
                }
                bounds[2 * fieldCount + 1] = Int32(fieldEnd) + (isDoubled ? CSVRowScanner.doubled : 0)
                hasDoubled = hasDoubled || isDoubled
            } else {
                while stops[Int(buffer[position])] == 0 { position += 1 }
                if isStrict {
                    guard goOn(&position, from: fieldStart, rowLine + lines - 1, isLast) else {
                        return .needsMore
                    }
                }
                fieldEnd = position
                bounds[2 * fieldCount + 1] = Int32(fieldEnd)
            }
            bounds[2 * fieldCount] = Int32(fieldStart)
            fieldCount += 1
            if position == end {
                guard isLast else { return .needsMore }
                break
            }
            if buffer[position] == separator {
                position += 1
                continue
            }
            if buffer[position] == CSVRowScanner.carriageReturn {
                if position + 1 == end, !isLast { return .needsMore }
                if position + 1 < end, buffer[position + 1] == CSVRowScanner.lineFeed { position += 1 }
            }
            position += 1
            break
        }
        isBlank = fieldCount == 1 && bounds[0] == Int32(start) && bounds[1] == Int32(start)
        start = position
        nextLine += lines
        if hasDoubled { makeQuotesSingle() }
        return .row
    }

    /// Moves on to where an unquoted field really ends, past quotes and carriage returns that may not stand in it; false
    /// where the buffer ends before that is known.
    private mutating func goOn(_ position: inout Int, from first: Int, _ line: Int, _ isLast: Bool) -> Bool {
        var holdsQuote = false
        while position < end {
            let byte = buffer[position]
            if byte == CSVRowScanner.quote {
                holdsQuote = true
            } else if byte == CSVRowScanner.carriageReturn {
                if position + 1 == end, !isLast { return false }
                if position + 1 < end, buffer[position + 1] == CSVRowScanner.lineFeed { break }
                note(CSVRowScanner.loneReturn, line, nil)
            } else {
                break
            }
            position += 1
            while stops[Int(buffer[position])] == 0 { position += 1 }
        }
        if holdsQuote { note(CSVRowScanner.innerQuote, line, text(first, position)) }
        return true
    }

    /// Passes what stands between a closing quote and the end of its field, where nothing may; false as `goOn`.
    private mutating func passRest(_ position: inout Int, _ line: Int, _ isLast: Bool) -> Bool {
        let first = position
        while position < end, buffer[position] != separator, buffer[position] != CSVRowScanner.lineFeed {
            if buffer[position] == CSVRowScanner.carriageReturn {
                if position + 1 == end, !isLast { return false }
                if position + 1 < end, buffer[position + 1] == CSVRowScanner.lineFeed { break }
            }
            position += 1
        }
        if position > first { note(CSVStream.afterQuote, line, text(first, position)) }
        return true
    }

    private mutating func note(_ rule: String, _ line: Int, _ value: String?) {
        guard irregularities.count < FaultCollector.most else { return }
        irregularities.append(Irregularity(rule: rule, line: line, value: value))
    }

    private func text(_ first: Int, _ last: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: buffer + first, count: last - first), as: UTF8.self)
    }

    private static let innerQuote = "a quote may not stand inside an unquoted field"
    private static let loneReturn = "a carriage return must be followed by a line feed"

    /// Where the quoted field that begins at `first` closes; `nil` where the buffer ends before.
    private func closingQuote(from first: Int, _ lines: inout Int, _ isDoubled: inout Bool) -> Int? {
        var position = first
        while position < end {
            let byte = buffer[position]
            if byte == CSVRowScanner.quote {
                guard position + 1 < end, buffer[position + 1] == CSVRowScanner.quote else { return position }
                isDoubled = true
                position += 2
                continue
            }
            if byte == CSVRowScanner.lineFeed { lines += 1 }
            position += 1
        }
        return nil
    }

    /// Rewrites the fields in which quotes stand doubled.
    private func makeQuotesSingle() {
        for field in 0..<fieldCount where bounds[2 * field + 1] & CSVRowScanner.doubled != 0 {
            let stop = Int(bounds[2 * field + 1] & ~CSVRowScanner.doubled)
            var read = Int(bounds[2 * field])
            var write = read
            while read < stop {
                buffer[write] = buffer[read]
                read += buffer[read] == CSVRowScanner.quote ? 2 : 1
                write += 1
            }
            bounds[2 * field + 1] = Int32(write)
        }
    }
}
