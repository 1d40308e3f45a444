import Glibc

extension CalendarDate {
    /// The day it is by the machine's clock, in UTC.
    public static func today() -> CalendarDate {
        CalendarDate(daysSince1970: Int32(time(nil) / 86_400))
    }
}
