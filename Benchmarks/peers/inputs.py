"""Made-up economies, from a seed: written once as raw numbers, read by Ringvirk and by its peers.

A folder holds mostly `output.f64`, `rows.f64` (six value rows per unit of output, one after another) and
- a table: `flows.f64` (column after column), `final.f64` (final demand) and `demands.f64` (twelve more of it);
- a table to balance: `cells.f64` (column after column), `row_margins.f64`, `column_margins.f64`, and nothing else;
- a business register: `enheter.csv`, `underenheter.csv` (the register's own columns), `numbers.u32` (those looked up);
- a firm's books: `books.xml` (SAF-T) or `books.csv` (a journal), and nothing else;
- a network: `starts.i64`, `links.i32`, `flows.f64` (compressed columns: a column buys, its links name the sellers).
"""

import csv
import pathlib
import shutil

import numpy as np

VERSION = "1"  # of the recipes below; a folder of another version is made again


def made(folder: pathlib.Path, recipe) -> pathlib.Path:
    """The folder, filled by `recipe(folder)` unless it is there already."""
    stamp = folder / "version"
    if not (stamp.exists() and stamp.read_text() == VERSION):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        recipe(folder)
        stamp.write_text(VERSION)
    return folder


def random_table(folder: pathlib.Path, size: int) -> None:
    """Every cell as likely as another; columns add to 0.49, so that power steps gain a digit in three."""
    generator = np.random.default_rng(20191)
    coefficients = generator.random((size, size))
    coefficients *= 0.49 / coefficients.sum(axis=0)
    _write_table(folder, coefficients, generator)


def regional_table(folder: pathlib.Path, regions: int, products: int) -> None:
    """Regions that buy most at home and the rest by gravity; columns add to 0.3 to 0.9."""
    generator = np.random.default_rng(20192)
    size = regions * products
    technology = generator.lognormal(0, 2, (products, products))
    technology /= technology.sum(axis=0)
    population = generator.lognormal(0, 1, regions)
    place = generator.random((regions, 2))
    distance = np.sqrt(((place[:, None] - place[None]) ** 2).sum(axis=2)) + 0.05
    total = generator.uniform(0.3, 0.9, (regions, products))
    coefficients = np.empty((size, size))
    for buyer in range(regions):
        pull = population / distance[:, buyer] ** 1.5
        pull[buyer] = 0
        if regions > 1:
            pull /= pull.sum()
        home = generator.uniform(0.5, 0.95, products)
        columns = slice(buyer * products, (buyer + 1) * products)
        for seller in range(regions):
            share = home if seller == buyer else (1 - home) * pull[seller]
            rows = slice(seller * products, (seller + 1) * products)
            taste = generator.lognormal(0, 0.5, (products, products))
            coefficients[rows, columns] = technology * share[:, None] * taste
        coefficients[:, columns] *= total[buyer] / coefficients[:, columns].sum(axis=0)
    _write_table(folder, coefficients, generator)


def network(folder: pathlib.Path, firms: int) -> None:
    """Some twenty suppliers a firm, both their number and the sellers' size by power laws; purchases 0.3 to 0.9."""
    generator = np.random.default_rng(20193)
    suppliers = generator.pareto(2, firms) + 1
    suppliers = np.minimum(np.maximum(1, np.rint(suppliers * 21 / suppliers.mean())), firms // 10).astype(np.int64)
    size = np.minimum(generator.pareto(1.3, firms) + 1, firms ** 0.75)
    ladder = np.cumsum(size)
    sellers = np.searchsorted(ladder, generator.random(suppliers.sum()) * ladder[-1]).astype(np.int32)
    buyers = np.repeat(np.arange(firms, dtype=np.int32), suppliers)
    links = np.unique((buyers.astype(np.int64) << 32) | np.minimum(sellers, firms - 1))
    buyers, sellers = (links >> 32).astype(np.int32), (links & 0xFFFFFFFF).astype(np.int32)
    del links
    counts = np.bincount(buyers, minlength=firms)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    weights = generator.lognormal(0, 1.5, len(sellers))
    output = generator.lognormal(0, 2, firms)
    bought = generator.uniform(0.3, 0.9, firms) * output / np.add.reduceat(weights, starts[:-1])
    weights *= bought[buyers]
    starts.tofile(folder / "starts.i64")
    sellers.tofile(folder / "links.i32")
    weights.tofile(folder / "flows.f64")
    output.tofile(folder / "output.f64")
    generator.uniform(0.05, 0.6, (6, firms)).tofile(folder / "rows.f64")


def unbalanced(folder: pathlib.Path, size: int) -> None:
    """Nine cells of ten zero; margins of a table with the same zeros and other numbers."""
    generator = np.random.default_rng(20194)
    cells = np.where(generator.random((size, size)) < 0.1, generator.lognormal(0, 1.5, (size, size)), 0)
    np.fill_diagonal(cells, generator.lognormal(1, 1, size))
    other = cells * generator.lognormal(0, 0.5, (size, size))
    np.ascontiguousarray(cells.T).tofile(folder / "cells.f64")
    other.sum(axis=1).tofile(folder / "row_margins.f64")
    other.sum(axis=0).tofile(folder / "column_margins.f64")


def register(folder: pathlib.Path, firms: int, establishments: int, numbers: int) -> None:
    """Firms and establishments with the register's columns; one number of ten that is looked up belongs to nobody."""
    generator = np.random.default_rng(20195)
    own = 800_000_000 + np.sort(generator.choice(199_999_999, firms + establishments, replace=False)).astype(np.uint32)
    own = generator.permutation(own)
    with open(pathlib.Path(__file__).resolve().parents[2] / "data/industry-codes/mapping.csv") as file:
        codes = np.array([row["source"] for row in csv.DictReader(file) if row["scheme"] == "sn2007"])
    owners = own[:firms][generator.integers(firms, size=establishments)]
    for name, units, header, parents in (
        ("enheter.csv", own[:firms], FIRM_COLUMNS, None), ("underenheter.csv", own[firms:], ESTABLISHMENT_COLUMNS, owners),
    ):
        count = len(units)
        picked = codes[generator.integers(len(codes), size=count)]
        towns = generator.integers(301, 5636, size=count)
        employees = generator.integers(0, 200, size=count)
        days = np.datetime64("1995-01-01") + generator.integers(0, 11_000, size=count)
        personal = generator.random(count) < 0.35
        place = {column: position for position, column in enumerate(header)}
        address = "forretningsadresse" if parents is None else "beliggenhetsadresse"
        registered = "registreringsdatoenhetsregisteret" if parents is None else "registreringsdatoIEnhetsregisteret"
        with open(folder / name, "w", encoding="utf-8") as file:
            file.write(",".join(header) + "\n")
            for row in range(count):
                fields = [""] * len(header)
                fields[place["organisasjonsnummer"]] = str(units[row])
                fields[place["navn"]] = f"FORETAK NR {units[row]} AS"
                fields[place["organisasjonsform.kode"]] = "BEDR" if parents is not None else "ENK" if personal[row] else "AS"
                fields[place["organisasjonsform.beskrivelse"]] = "Aksjeselskap"
                fields[place["naeringskode1.kode"]] = picked[row]
                fields[place["naeringskode1.beskrivelse"]] = '"Produksjon, salg og ""annet"""'
                fields[place["harRegistrertAntallAnsatte"]] = "true"
                fields[place["antallAnsatte"]] = str(employees[row]) if employees[row] > 4 else ""
                fields[place[address + ".adresse"]] = "Industriveien 1"
                fields[place[address + ".kommunenummer"]] = f"{towns[row]:04}"
                fields[place[address + ".landkode"]] = "NO"
                fields[place[registered]] = str(days[row])
                if parents is not None:
                    fields[place["overordnetEnhet"]] = str(parents[row])
                file.write(",".join(fields) + "\n")
    wanted = generator.choice(own, numbers - numbers // 10, replace=False)
    nobody = (700_000_000 + generator.integers(99_999_999, size=numbers // 10)).astype(np.uint32)
    generator.permutation(np.concatenate([wanted, nobody])).astype(np.uint32).tofile(folder / "numbers.u32")


FIRM_COLUMNS = """organisasjonsnummer navn organisasjonsform.kode organisasjonsform.beskrivelse naeringskode1.kode
naeringskode1.beskrivelse naeringskode2.kode naeringskode2.beskrivelse harRegistrertAntallAnsatte antallAnsatte hjemmeside
postadresse.adresse postadresse.poststed postadresse.postnummer postadresse.kommune postadresse.kommunenummer postadresse.land
postadresse.landkode forretningsadresse.adresse forretningsadresse.poststed forretningsadresse.postnummer
forretningsadresse.kommune forretningsadresse.kommunenummer forretningsadresse.land forretningsadresse.landkode
institusjonellSektorkode.kode institusjonellSektorkode.beskrivelse sisteInnsendteAarsregnskap
registreringsdatoenhetsregisteret stiftelsesdato konkurs konkursdato overordnetEnhet maalform aktivitet""".split()
ESTABLISHMENT_COLUMNS = """organisasjonsnummer navn organisasjonsform.kode organisasjonsform.beskrivelse naeringskode1.kode
naeringskode1.beskrivelse harRegistrertAntallAnsatte antallAnsatte hjemmeside postadresse.kommunenummer postadresse.landkode
beliggenhetsadresse.adresse beliggenhetsadresse.poststed beliggenhetsadresse.postnummer beliggenhetsadresse.kommune
beliggenhetsadresse.kommunenummer beliggenhetsadresse.land beliggenhetsadresse.landkode registreringsdatoIEnhetsregisteret
registrertIMvaregisteret oppstartsdato datoEierskifte overordnetEnhet nedleggelsesdato""".split()


def audit_file(folder: pathlib.Path, size: int) -> None:
    """SAF-T Financial 1.30 of about `size` bytes: purchases, sales and payments of 2,000 parties, indented as systems do."""
    import random

    generator = random.Random(20195)
    namespace = "urn:StandardAuditFile-Taxation-Financial:NO"
    path = folder / "books.xml"
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<n1:AuditFile xmlns:n1="{namespace}">\n'
            "\t<n1:Header>\n\t\t<n1:AuditFileVersion>1.30</n1:AuditFileVersion>\n\t\t<n1:Company>\n"
            "\t\t\t<n1:RegistrationNumber>912345678</n1:RegistrationNumber>\n\t\t\t<n1:Name>Eksempel</n1:Name>\n"
            "\t\t</n1:Company>\n\t\t<n1:DefaultCurrencyCode>NOK</n1:DefaultCurrencyCode>\n\t</n1:Header>\n\t<n1:MasterFiles>\n"
        )
        for role, first in (("Customer", 10_000), ("Supplier", 20_000)):
            file.write(f"\t\t<n1:{role}s>\n")
            for party in range(first, first + 1_000):
                file.write(
                    f"\t\t\t<n1:{role}>\n\t\t\t\t<n1:RegistrationNumber>{900_000_000 + party}</n1:RegistrationNumber>\n"
                    f"\t\t\t\t<n1:Name>Eksempel {party}</n1:Name>\n\t\t\t\t<n1:{role}ID>{party}</n1:{role}ID>\n\t\t\t</n1:{role}>\n"
                )
            file.write(f"\t\t</n1:{role}s>\n")
        file.write("\t</n1:MasterFiles>\n\t<n1:GeneralLedgerEntries>\n\t\t<n1:Journal>\n\t\t\t<n1:JournalID>GL</n1:JournalID>\n")
        number = 0
        while file.tell() < size:
            file.write("".join(_transaction(generator, number + one) for one in range(200)))
            number += 200
        file.write("\t\t</n1:Journal>\n\t</n1:GeneralLedgerEntries>\n</n1:AuditFile>\n")


def _transaction(generator, number: int) -> str:
    kind = generator.randrange(3)
    net = generator.randrange(100, 50_000_000)
    tax = net // 4
    day = f"2024-{generator.randrange(1, 13):02}-{generator.randrange(1, 29):02}"
    text = f"{('Faktura', 'Salg av varer og tjenester', 'Betaling')[kind]} {number}"
    customer, supplier = (role + generator.randrange(1_000) for role in (10_000, 20_000))
    if kind == 0:
        lines = [(f"{generator.randrange(4_000, 7_800)}", "", net, "1"), ("2710", "", tax, ""), ("2400", f"Supplier{supplier}", -net - tax, "")]
    elif kind == 1:
        lines = [("1500", f"Customer{customer}", net + tax, ""), (f"{generator.randrange(3_000, 3_900)}", "", -net, "3"), ("2700", "", -tax, "")]
    else:
        lines = [("2400", f"Supplier{supplier}", net, ""), ("1920", "", -net, "")]
    body = "".join(_line(place, text, day, number, *line) for place, line in enumerate(lines, 1))
    return (
        f"\t\t\t<n1:Transaction>\n\t\t\t\t<n1:TransactionID>{number}</n1:TransactionID>\n\t\t\t\t<n1:Period>{int(day[5:7])}</n1:Period>\n"
        f"\t\t\t\t<n1:PeriodYear>2024</n1:PeriodYear>\n\t\t\t\t<n1:TransactionDate>{day}</n1:TransactionDate>\n"
        f"\t\t\t\t<n1:Description>{text}</n1:Description>\n\t\t\t\t<n1:SystemEntryDate>{day}</n1:SystemEntryDate>\n"
        f"\t\t\t\t<n1:GLPostingDate>{day}</n1:GLPostingDate>\n{body}\t\t\t</n1:Transaction>\n"
    )


def _line(place: int, text: str, day: str, number: int, account: str, party: str, amount: int, tax: str) -> str:
    side = "Debit" if amount >= 0 else "Credit"
    kroner = f"{abs(amount) // 100}.{abs(amount) % 100:02}"
    indent = "\t" * 5
    who = f"{indent}<n1:{party[:8]}ID>{party[8:]}</n1:{party[:8]}ID>\n" if party else ""
    information = (
        f"{indent}<n1:TaxInformation>\n{indent}\t<n1:TaxType>MVA</n1:TaxType>\n{indent}\t<n1:TaxCode>{tax}</n1:TaxCode>\n"
        f"{indent}\t<n1:TaxPercentage>25</n1:TaxPercentage>\n{indent}\t<n1:TaxBase>{kroner}</n1:TaxBase>\n"
        f"{indent}</n1:TaxInformation>\n"
        if tax
        else ""
    )
    return (
        f"\t\t\t\t<n1:Line>\n{indent}<n1:RecordID>{place}</n1:RecordID>\n{indent}<n1:AccountID>{account}</n1:AccountID>\n"
        f"{indent}<n1:ValueDate>{day}</n1:ValueDate>\n{indent}<n1:SourceDocumentID>{number}</n1:SourceDocumentID>\n{who}"
        f"{indent}<n1:Description>{text}</n1:Description>\n{indent}<n1:{side}Amount>\n{indent}\t<n1:Amount>{kroner}</n1:Amount>\n"
        f"{indent}</n1:{side}Amount>\n{information}{indent}<n1:ReferenceNumber>F{number}</n1:ReferenceNumber>\n\t\t\t\t</n1:Line>\n"
    )


def journal(folder: pathlib.Path, rows: int) -> None:
    """A journal in CSV of about `rows` rows, the same kinds of voucher: semicolons, decimal commas, Norwegian dates."""
    import random

    generator = random.Random(20196)
    with open(folder / "books.csv", "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write(
            "Bilagsnr;Bilagsdato;Konto;Kontonavn;Beløp;Mva-kode;Kundenr;Kundenavn;Leverandørnr;Leverandørnavn;Orgnr;Land;"
            "Fakturanr;Tekst\n"
        )
        number = written = 0
        while written < rows:
            number += 1
            kind = generator.randrange(3)
            net = generator.randrange(100, 50_000_000)
            tax = net // 4
            head = f"{number};{generator.randrange(1, 29):02}.{generator.randrange(1, 13):02}.2024;"
            tail = f";F{number};{('Faktura', 'Salg av varer', 'Betaling')[kind]} {number}\n"
            customer, supplier = (role + generator.randrange(1_000) for role in (10_000, 20_000))
            sold = f";{customer};Eksempel {customer};;;{900_000_000 + customer};NO"
            bought = f";;;{supplier};Eksempel {supplier};{900_000_000 + supplier};NO"
            none = ";;;;;;"
            if kind == 0:
                lines = (
                    (f"{generator.randrange(4_000, 7_800)};Varekjøp", net, ";1" + none),
                    ("2710;Inngående mva", tax, ";1" + none),
                    ("2400;Leverandørgjeld", -net - tax, ";" + bought),
                )
            elif kind == 1:
                lines = (
                    ("1500;Kundefordringer", net + tax, ";" + sold),
                    (f"{generator.randrange(3_000, 3_900)};Salgsinntekt", -net, ";3" + none),
                    ("2700;Utgående mva", -tax, ";3" + none),
                )
            else:
                lines = (("2400;Leverandørgjeld", net, ";" + bought), ("1920;Bank", -net, ";" + none))
            for account, amount, rest in lines:
                sign = "-" if amount < 0 else ""
                amount = abs(amount)
                file.write(f"{head}{account};{sign}{amount // 100},{amount % 100:02}{rest}{tail}")
            written += len(lines)


def _write_table(folder: pathlib.Path, coefficients: np.ndarray, generator: np.random.Generator) -> None:
    size = len(coefficients)
    final = generator.lognormal(0, 1, size)
    output, step = final.copy(), final
    while step.max() > 1e-16 * output.max():
        step = coefficients @ step
        output += step
    output.tofile(folder / "output.f64")
    final.tofile(folder / "final.f64")
    generator.uniform(0.05, 0.6, (6, size)).tofile(folder / "rows.f64")
    generator.lognormal(0, 1, (12, size)).tofile(folder / "demands.f64")
    coefficients *= output
    with open(folder / "flows.f64", "wb") as file:
        for start in range(0, size, 256):
            np.ascontiguousarray(coefficients[:, start : start + 256].T).tofile(file)
