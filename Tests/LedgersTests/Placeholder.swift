import Testing
import Ledgers
