"""Made-up economies, from a seed: written once as raw numbers, read by Ringvirk and by its peers.

A folder holds mostly `output.f64`, `rows.f64` (six value rows per unit of output, one after another) and
- a table: `flows.f64` (column after column), `final.f64` (final demand) and `demands.f64` (twelve more of it);
- a table to balance: `cells.f64` (column after column), `row_margins.f64`, `column_margins.f64`, and nothing else;
- a business register: `enheter.csv`, `underenheter.csv` (the register's own columns), `numbers.u32` (those looked up);
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
