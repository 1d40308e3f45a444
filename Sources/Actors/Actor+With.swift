public import Accounts

extension Actor {
    /// The actor with what is known of it from elsewhere; what is `nil` stays as it is.
    ///
    /// Another industry leaves the technology, and the other way round.
    public func with(
        exists: Bool? = nil,
        organisationNumber: String? = nil,
        industry: Industry? = nil,
        technology: Industry? = nil
    ) -> Actor {
        Actor(
            code: code,
            name: name,
            exists: exists ?? self.exists,
            organisationNumber: organisationNumber ?? self.organisationNumber,
            industry: industry ?? self.industry,
            technology: technology ?? self.technology,
            product: product,
            unit: unit,
            price: price,
            output: output,
            isIllustrative: isIllustrative,
            description: description
        )
    }
}
