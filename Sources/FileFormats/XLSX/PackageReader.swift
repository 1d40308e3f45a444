/// Reads the XML parts of a workbook's archive.
struct PackageReader {
    let archive: ZipArchive
    let path: String

    /// Feeds the entry `part` through `handler` and returns it.
    func read<Handler: WorkbookHandler>(
        _ part: String,
        into handler: Handler
    ) throws(FileFormatError) -> Handler {
        let parser = try XMLPushParser(part: part, of: path, handler: handler, limits: PackageReader.limits)
        try archive.unpack(
            part,
            while: { bytes throws(FileFormatError) in
                try parser.feed(bytes)
                return !handler.hasEnough
            }
        )
        if !handler.hasEnough { try parser.finish() }
        return handler
    }

    /// A bomb is known by its ratio before it has unpacked to this.
    private static var limits: XMLLimits {
        var limits = XMLLimits()
        limits.bytesWithoutTag = 16 << 20
        return limits
    }

    /// The entry with the list of sheets: `xl/workbook.xml`, unless the archive says otherwise.
    func workbookPart() throws(FileFormatError) -> String {
        let roots = "_rels/.rels"
        guard archive.contains(roots) else { return "xl/workbook.xml" }
        return try read(roots, into: Relationships(folder: "")).target(ofKind: "officeDocument")
            ?? "xl/workbook.xml"
    }

    /// What `part` refers to; nothing where the archive has no relationships for it.
    func relationships(of part: String) throws(FileFormatError) -> Relationships {
        let pieces = part.split(separator: "/")
        let folder = pieces.dropLast().joined(separator: "/")
        let entry = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (pieces.last ?? "") + ".rels"
        let handler = Relationships(folder: folder)
        return archive.contains(entry) ? try read(entry, into: handler) : handler
    }
}
