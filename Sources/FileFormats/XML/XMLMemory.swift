import CExpat
import Glibc

/// The memory one of expat's parsers takes, counted and bounded.
///
/// Expat keeps every element name and every prefix it meets until the document ends. A document that makes up a new name for
/// each element would fill the memory; here expat is told that there is no more, and refuses the document.
///
/// Expat's allocation functions are not told which parser they work for. While a parser is at work, its count is the
/// thread's own; each block remembers whose count it is on.
final class XMLMemory {
    /// What one parser may hold. That of a sound document holds less than a mebibyte.
    static let most = 64 << 20

    private let held: UnsafeMutablePointer<Int>

    init() {
        held = .allocate(capacity: 1)
        held.initialize(to: 0)
    }

    /// The blocks must be gone by now: the parser is freed first.
    deinit {
        held.deallocate()
    }

    /// Functions that allocate and count.
    static var suite: XML_Memory_Handling_Suite {
        XML_Memory_Handling_Suite(
            malloc_fcn: { XMLMemory.allocate(Int($0)) },
            realloc_fcn: { XMLMemory.resize($0, to: Int($1)) },
            free_fcn: { XMLMemory.free($0) }
        )
    }

    /// Runs `work`, in which this parser and no other allocates on this thread.
    func counting<Result>(_ work: () -> Result) -> Result {
        let outer = pthread_getspecific(XMLMemory.key)
        pthread_setspecific(XMLMemory.key, held)
        defer { pthread_setspecific(XMLMemory.key, outer) }
        return work()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// What stands before a block; its sixteen bytes keep what follows aligned.
    private struct Header {
        let size: Int
        let held: UnsafeMutablePointer<Int>
    }
    private static let headerBytes = 16

    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        guard let held = pthread_getspecific(key)?.assumingMemoryBound(to: Int.self),
            size >= 0, size <= most - held.pointee, let block = malloc(size + headerBytes)
        else { return nil }
        held.pointee += size
        block.storeBytes(of: Header(size: size, held: held), as: Header.self)
        return block + headerBytes
    }

    private static func resize(_ pointer: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer?
    {
        guard let pointer else { return allocate(size) }
        let header = (pointer - headerBytes).load(as: Header.self)
        let held = header.held
        guard size >= 0, size - header.size <= most - held.pointee,
            let moved = realloc(pointer - headerBytes, size + headerBytes)
        else { return nil }
        held.pointee += size - header.size
        moved.storeBytes(of: Header(size: size, held: held), as: Header.self)
        return moved + headerBytes
    }

    private static func free(_ pointer: UnsafeMutableRawPointer?) {
        guard let pointer else { return }
        let header = (pointer - headerBytes).load(as: Header.self)
        header.held.pointee -= header.size
        Glibc.free(pointer - headerBytes)
    }
}
