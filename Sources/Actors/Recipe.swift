public import Accounts

/// What a unit of an actor's main product takes and leaves behind, by weight.
public struct Recipe: Sendable {
    /// The actor's code.
    public let actor: String
    /// Materials taken, in units per unit of main product.
    public let inputs: [Share]
    /// Materials made, the main product (1.0) and by-products.
    public let outputs: [Share]

    /// A material and how much of it.
    public struct Share: Sendable, Hashable {
        /// The material.
        public let material: Name
        /// Units per unit of main product.
        public let ratio: Double

        /// `ratio` units of `material` per unit of main product.
        public init(_ material: Name, ratio: Double) {
            self.material = material
            self.ratio = ratio
        }
    }

    /// A recipe of `actor`.
    public init(actor: String, inputs: [Share], outputs: [Share]) {
        self.actor = actor
        self.inputs = inputs
        self.outputs = outputs
    }

    /// Weight taken per unit of main product.
    public var massIn: Double { inputs.reduce(0) { $0 + $1.ratio } }

    /// Weight made per unit of main product.
    public var massOut: Double { outputs.reduce(0) { $0 + $1.ratio } }

    /// More comes out than goes in by more than rounding in the last printed digit can explain: something is
    /// missing among the inputs, such as water or ice.
    public var makesMoreThanItTakes: Bool { massOut > massIn + 0.05 }
}
