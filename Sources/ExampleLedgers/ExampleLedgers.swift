import Accounts
import FileFormats
import Ledgers
