/// Takes the elements of an XML document as they come.
///
/// Elements arrive as their number in the handler's vocabulary, or `nil` where they are not in it. What a method throws
/// ends the parsing, and is what the parser throws.
public protocol XMLHandler: AnyObject {
    /// The names the handler knows.
    var vocabulary: XMLVocabulary { get }
    /// An element begins.
    func start(_ element: Int?, _ tag: XMLTag) throws(FileFormatError)
    /// The element that began last, and has not ended, ends.
    func end(_ element: Int?, _ tag: XMLTag) throws(FileFormatError)
    /// The next piece, in UTF-8, of the text of an element whose text the vocabulary wants; never of its children.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}
