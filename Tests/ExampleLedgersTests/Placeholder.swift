import Testing
import ExampleLedgers
