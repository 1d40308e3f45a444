import Accounts
import Datasets
import FileFormats
import Regionalisation

extension RunManifest {
    /// Every file read, with its digest: the study's own by their path beside it, datasets' by theirs in the data
    /// folder, so that nothing depends on where the folders stand.
    ///
    /// - Parameter keepsSecrets: whether files that hold secrets go without a digest. What is short enough to be guessed
    ///   (annual accounts, a study's excise) could be guessed until the digest is right.
    static func inputs(_ definition: StudyDefinition, keepsSecrets: Bool) throws(StudyError) -> [JSONValue] {
        var inputs: [JSONValue] = []
        let own = definition.file.lastIndex(of: "/").map { String(definition.file[..<$0]) } ?? "."
        inputs.append(try input(definition.file, in: own, isSecret: keepsSecrets))
        for path in [definition.actorsFile, definition.recipesFile].compactMap(\.self) {
            inputs.append(try input(path, in: own))
        }
        inputs += try datasets(definition)
        for path in definition.ledgers?.register ?? [] {
            inputs.append(try book(path, own, definition, false))
        }
        for path in definition.ledgers?.books ?? [] {
            inputs.append(try book(path, own, definition, keepsSecrets))
        }
        return inputs
    }

    /// The digest of all that decides how firms' multipliers follow from their cells: statistics, region and method.
    static func statistics(_ definition: StudyDefinition, _ region: RegionalTable?) throws(StudyError)
        -> String
    {
        let merged = definition.mergedRegions.sorted { $0.region.code < $1.region.code }.map { region in
            JSONValue.array(([region.region.code] + region.parts).map(JSONValue.string))
        }
        let all = JSONValue.array(
            [
                .string(definition.region), .integer(definition.year.number),
                parameters(definition, region), .array(merged),
            ] + (try datasets(definition))
        )
        return SHA256Digest(of: Array(all.prettyText.utf8)).hexadecimal
    }

    private static func datasets(_ definition: StudyDefinition) throws(StudyError) -> [JSONValue] {
        let data = definition.data
        var inputs: [JSONValue] = []
        let datasets: [(folder: String?, kind: DatasetKind)] = [
            (data.nationalTable, .inputOutputTable), (data.regionalAccounts, .regionalAccounts),
            (data.emissions, .extensions), (data.groups?.dataset, .concordance),
            (definition.regionalisation?.purchases?.dataset, .purchaseCoefficients),
            (definition.ledgers?.industryCodes, .concordance),
            (definition.ledgers?.supplyUse, .supplyUseTable),
        ]
        for case (let folder?, let kind) in datasets {
            for name in [DatasetDescription.fileName] + kind.requiredFiles {
                inputs.append(try input(folder + "/" + name, in: definition.dataFolder))
            }
            for name in kind.optionalFiles {
                do {
                    inputs.append(try input(folder + "/" + name, in: definition.dataFolder))
                } catch .file(.notFound) {
                    continue
                }
            }
        }
        return inputs
    }

    private static func book(
        _ path: String,
        _ own: String,
        _ definition: StudyDefinition,
        _ isSecret: Bool
    ) throws(StudyError) -> JSONValue {
        try input(path, in: path.hasPrefix(own + "/") ? own : definition.dataFolder, isSecret: isSecret)
    }

    private static func input(
        _ path: String,
        in folder: String,
        isSecret: Bool = false
    ) throws(StudyError) -> JSONValue {
        let start = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        let shown = path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
        guard !isSecret else { return .object([.init("file", .string(shown)), .init("sha256", .null)]) }
        do {
            // Books and registers can be larger than memory.
            var stream = try ByteStream(path)
            var piece: [UInt8] = []
            while try stream.next(&piece) {}
            let digest = stream.digest.hexadecimal
            return .object([.init("file", .string(shown)), .init("sha256", .string(digest))])
        } catch {
            throw .file(error)
        }
    }
}
