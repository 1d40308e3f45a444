import Accounts
import FileFormats
import Foundation
import StatisticsNorway
import Synchronization
import TestSupport
import Testing
import Web

/// A client of a bank on this machine, with a folder of its own for the cache.
struct BankFixture {
    private let temporary = TemporaryFolder()
    var folder: String { temporary.path }
    let waits = Waits()

    /// The pauses that would have been made.
    final class Waits: Sendable {
        private let seconds = Mutex<[Double]>([])
        var all: [Double] { seconds.withLock { $0 } }
        func add(_ pause: Double) { seconds.withLock { $0.append(pause) } }
    }

    static let everything = [
        CubeSelection("Region", ["*"]), CubeSelection("NACE", ["*"]), CubeSelection("ContentsCode", ["*"]),
        CubeSelection("Tid", ["*"]),
    ]

    func client(
        _ address: String,
        _ interface: StatisticsBankClient.Interface = .version2,
        isOffline: Bool = false,
        cellsPerRequest: Int = 800_000,
        limits: WebLimits = WebLimits(seconds: 5)
    ) -> StatisticsBankClient {
        let waits = waits
        let wait: @Sendable (Double) -> Void = { waits.add($0) }
        return StatisticsBankClient(
            interface,
            address: address,
            web: WebClient(agent: "ringvirk/test", limits: limits, wait: wait),
            pace: RequestPace(now: { 0 }, wait: { _ in }),
            cache: folder,
            isOffline: isOffline,
            cellsPerRequest: cellsPerRequest,
            today: { CalendarDate(daysSince1970: 20_000) }
        )
    }

    /// Holds every cell of `cube` against what the bank has.
    func expectRight(_ cube: StatisticsCube) throws {
        for (position, figure) in cube.figures.enumerated() {
            var codes = ["Region": "0", "NACE": "A"]
            for (dimension, code) in zip(cube.dimensions, cube.codes(at: position)) {
                codes[dimension.code] = code
            }
            let (number, mark) = SmallBank.cell(codes)
            let isZero = mark == "-"
            #expect(figure.number == (isZero ? 0 : number), "\(codes)")
            #expect(figure.mark?.rawValue == mark, "\(codes)")
        }
    }

    /// The files of the cache.
    var cached: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
            folder + "/" + $0
        }
    }
}
