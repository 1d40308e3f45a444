/// The models that make a symmetric table of supply and use; raw values are the letters they go by.
///
/// Source: UN (2018), Handbook on Supply and Use Tables and Input-Output Tables, ch. 12; the letters are those of
/// the Eurostat Manual (2008), ch. 11.
public enum SymmetricModel: String, Sendable, Hashable, CaseIterable {
    /// A, product technology, product × product: a product is made in one way, whichever industry makes it.
    case productTechnology = "a"
    /// B, industry technology, product × product: an industry makes all its products in one way.
    case industryTechnology = "b"
    /// C, fixed industry sales, industry × industry: an industry sells all its products in the same proportions.
    case fixedIndustrySales = "c"
    /// D, fixed product sales, industry × industry: a product is sold in the same proportions, whoever makes it.
    case fixedProductSales = "d"
    /// E, the hybrid, product × product: product technology, but industry technology for some by-products.
    case hybridTechnology = "e"

    /// Whether the table it makes is product × product; otherwise industry × industry.
    public var isProductByProduct: Bool {
        switch self {
        case .productTechnology, .industryTechnology, .hybridTechnology: true
        case .fixedIndustrySales, .fixedProductSales: false
        }
    }
}

/// A model that makes a product × product table.
public enum ProductModel: Sendable {
    /// A: S = U V⁻¹ q̂. Needs a square, invertible supply table; can go negative.
    case productTechnology
    /// B: S = U ĝ⁻¹ V'. Any supply table; never negative where supply and use are not.
    case industryTechnology
    /// E: S = U ĝ⁻¹ R q̂, with R from the cells of supply each technology goes for. Can go negative.
    case hybrid(HybridTechnology)

    /// The model's letter and name.
    public var model: SymmetricModel {
        switch self {
        case .productTechnology: .productTechnology
        case .industryTechnology: .industryTechnology
        case .hybrid: .hybridTechnology
        }
    }
}

/// A model that makes an industry × industry table.
public enum IndustryModel: Sendable {
    /// C: S = ĝ V⁻¹ U. Needs a square, invertible supply table; can go negative.
    case fixedIndustrySales
    /// D: S = V' q̂⁻¹ U. Any supply table; never negative where supply and use are not.
    case fixedProductSales

    /// The model's letter and name.
    public var model: SymmetricModel {
        switch self {
        case .fixedIndustrySales: .fixedIndustrySales
        case .fixedProductSales: .fixedProductSales
        }
    }
}

/// Which cells of the supply table model E takes as made by the product's own technology; the others are
/// by-products, made by the technology of the industry they come from.
public struct HybridTechnology: Sendable {
    /// The products the cells are of.
    public let products: Axis<Product>
    /// The industries the cells are of.
    public let industries: Axis<Industry>
    /// H, column after column.
    let byProductTechnology: [Bool]

    /// The cells for which `isByProductTechnology` holds, H_pj = 1.
    public init(
        products: Axis<Product>,
        industries: Axis<Industry>,
        _ isByProductTechnology: (Product, Industry) -> Bool
    ) {
        self.products = products
        self.industries = industries
        byProductTechnology = industries.labels.flatMap { industry in
            products.labels.map { isByProductTechnology($0, industry) }
        }
    }
}

/// What becomes of imports in a symmetric table.
public enum ImportTreatment: String, Sendable, Hashable, CaseIterable {
    /// Flows are domestic; imported flows stand beside them by supplier, and add up to the row of imports.
    /// For domestic ripple effects, with imports known by kind.
    case domestic
    /// Flows are domestic; imports are a primary input and nothing more is known of them.
    case primaryInput = "primary_input"
    /// Flows are domestic and imported together: the technology. Supply is output and imports.
    case total
}
