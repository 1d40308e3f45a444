import FileFormats
import Regionalisation

extension StudyDefinition {
    /// How the nation is brought to the region.
    static func regionalisation(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Regionalisation? {
        reader.unknownKeys(
            in: node,
            allowed: [
                "method", "delta", "alpha", "beta", "size_measure", "flows", "coefficients",
                "purchase_coefficients",
            ]
        )
        let code = reader.choice("method", in: node, of: QuotientMethod.codes)
        let size = reader.choice("size_measure", in: node, of: SizeMeasure.allCases.map(\.rawValue))
            .flatMap(SizeMeasure.init(rawValue:))
        let flows = reader.choice("flows", in: node, of: FlowBasis.allCases.map(\.rawValue))
            .flatMap(FlowBasis.init(rawValue:))
        let source = reader.choice(
            "coefficients",
            in: node,
            of: CoefficientSource.allCases.map(\.rawValue)
        ).flatMap(CoefficientSource.init(rawValue:))
        let purchases = reader.optional("purchase_coefficients", in: node).flatMap {
            Self.purchases($0, folders, &reader)
        }
        let method = code.flatMap { Self.method($0, node, &reader) }
        guard let method, let size, let flows, let source else { return nil }
        Self.refuse(method, size, flows, in: node, &reader)
        if method.balancesProducts, flows != .total, let place = node["method"] {
            reader.fault(place, .malformed(rule: "charm and pooling want total flows"))
            return nil
        }
        return Regionalisation(
            method: method,
            sizeMeasure: size,
            flows: flows,
            coefficients: source,
            purchases: purchases
        )
    }

    private static func purchases(
        _ node: YAMLNode,
        _ folders: StudyFolders,
        _ reader: inout YAMLReader
    ) -> Purchases? {
        reader.unknownKeys(in: node, allowed: ["dataset", "classification"])
        let dataset = reader.required("dataset", in: node).flatMap { folders.dataset($0, &reader) }
        let classification = reader.optional("classification", in: node).flatMap { reader.text(of: $0) }
        return dataset.map { Purchases(dataset: $0, classification: classification) }
    }

    /// Calibrated shares are learned on output and domestic flows, and only they need coefficients.
    private static func refuse(
        _ method: QuotientMethod,
        _ size: SizeMeasure,
        _ flows: FlowBasis,
        in node: YAMLNode,
        _ reader: inout YAMLReader
    ) {
        guard method == .calibrated else {
            if let key = node["purchase_coefficients"] {
                reader.fault(key, .malformed(rule: "purchase_coefficients belong to calibrated only"))
            }
            return
        }
        if node["purchase_coefficients"] == nil {
            reader.fault(node, .missingColumn("purchase_coefficients"))
        }
        if size != .output, let key = node["size_measure"] {
            reader.fault(key, .notOneOf([SizeMeasure.output.rawValue]))
        }
        if flows != .domestic, let key = node["flows"] {
            reader.fault(key, .notOneOf([FlowBasis.domestic.rawValue]))
        }
    }

    /// The method `code` with its parameters; each parameter belongs to some methods and is refused with the others.
    private static func method(
        _ code: String,
        _ node: YAMLNode,
        _ reader: inout YAMLReader
    ) -> QuotientMethod? {
        var given: [String: Double] = [:]
        for name in ["delta", "alpha", "beta"] {
            guard let value = reader.optionalNumber(name, in: node), let place = node[name] else { continue }
            if !(value >= 0 && (name == "delta" ? value < 1 : value <= 1)) {
                reader.fault(place, .outside(lower: 0, upper: 1))
            }
            given[name] = value
        }
        let (method, needed): (QuotientMethod, [String]) =
            switch code {
            case "cilq": (.cilq, [])
            case "rlq": (.rlq, [])
            case "flq": (.flq(delta: given["delta"] ?? 0), ["delta"])
            case "aflq": (.aflq(delta: given["delta"] ?? 0), ["delta"])
            case "2d-lq":
                (.twoDimensional(alpha: given["alpha"] ?? 0, beta: given["beta"] ?? 0), ["alpha", "beta"])
            case "charm": (.charm, [])
            case "pooling": (.pooling, [])
            case "calibrated": (.calibrated, [])
            default: (.slq, [])
            }
        let rules = [
            "delta": "delta belongs to flq and aflq only", "alpha": "alpha and beta belong to 2d-lq only",
            "beta": "alpha and beta belong to 2d-lq only",
        ]
        for name in ["delta", "alpha", "beta"] {
            // A key without a number is a fault of its own.
            if needed.contains(name), node[name] == nil { reader.fault(node, .missingColumn(name)) }
            if !needed.contains(name), let place = node[name], let rule = rules[name] {
                reader.fault(place, .malformed(rule: rule))
            }
        }
        return needed.allSatisfy { given[$0] != nil } && given.count == needed.count ? method : nil
    }
}
