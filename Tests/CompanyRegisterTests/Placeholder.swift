import Testing
import CompanyRegister
