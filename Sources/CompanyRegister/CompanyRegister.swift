import Accounts
import FileFormats
import GRDB
import Web
