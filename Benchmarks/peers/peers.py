"""Runs one peer once, in a process of its own, and prints one line of JSON, as RingvirkBenchmarks does.

    python peers.py CASE inputs=FOLDER [name=value …]
"""

import json
import pathlib
import sys
import time

import numpy as np


def read_table(folder: pathlib.Path, order: str):
    """Flows in row order "C" or column order "F", output and value rows."""
    output = np.fromfile(folder / "output.f64")
    size = len(output)
    flows = np.fromfile(folder / "flows.f64").reshape((size, size), order="F")
    if order == "C":
        flows = np.ascontiguousarray(flows)
    return flows, output, np.fromfile(folder / "rows.f64").reshape((6, size))


def power_series(folder, order="C", **_):
    """m = v + vA + vAA + …, six rows at once, until a step adds less than 1e-13 of the largest multiplier."""
    flows, output, rows = read_table(folder, order)
    start = time.perf_counter()
    flows /= output
    formed = time.perf_counter()
    multipliers, steps = rows.copy(), 0
    while True:
        following = rows + multipliers @ flows
        steps += 1
        change = np.abs(following - multipliers).max()
        multipliers = following
        if change <= 1e-13 * multipliers.max():
            break
    end = time.perf_counter()
    return multipliers, {
        "seconds": end - start,
        "forming_seconds": formed - start,
        "solving_seconds": end - formed,
        "products": steps,
    }


def pymrio_all(folder, regions, **_):
    """pymrio's calc_all: x, A, L, and for an extension of six rows everything that follows from them."""
    import pandas as pd
    import pymrio

    flows, output, rows = read_table(folder, "C")
    names = [f"r{region}" for region in range(int(regions))]
    sectors = [f"s{sector}" for sector in range(len(output) // len(names))]
    index = pd.MultiIndex.from_product([names, sectors], names=["region", "sector"])
    final = np.fromfile(folder / "final.f64")
    shares = np.random.default_rng(1).dirichlet(np.ones(len(names)), len(output))
    demand = pd.DataFrame(
        final[:, None] * shares,
        index=index,
        columns=pd.MultiIndex.from_product([names, ["final"]], names=["region", "category"]),
    )
    measures = pd.Index([f"measure {row}" for row in range(len(rows))], name="stressor")
    system = pymrio.IOSystem(Z=pd.DataFrame(flows, index=index, columns=index, copy=False), Y=demand)
    system.value = pymrio.Extension("value", F=pd.DataFrame(rows * output, index=measures, columns=index))
    start = time.perf_counter()
    system.calc_all()
    seconds = time.perf_counter() - start
    return system.value.M.to_numpy(), {"seconds": seconds}


def inverse(folder, **_):
    """What most programs do: A, the inverse of I − A, and six rows times it."""
    flows, output, rows = read_table(folder, "C")
    start = time.perf_counter()
    flows /= output
    multipliers = rows @ np.linalg.inv(np.eye(len(output)) - flows)
    return multipliers, {"seconds": time.perf_counter() - start}


def dense_product(folder, n, **_):
    """Operations a second of a product of two n × n matrices."""
    size = int(n)
    matrix = np.random.default_rng(2).random((size, size))
    times = []
    for _ in range(3):
        start = time.perf_counter()
        matrix @ matrix
        times.append(time.perf_counter() - start)
    seconds = float(np.median(times))
    return None, {"seconds": seconds, "operations_per_second": 2 * size**3 / seconds}


def bicgstab(folder, residual, **_):
    """One value row by scipy's bicgstab, to the residual that Ringvirk's answer has."""
    import scipy.sparse as sparse
    from scipy.sparse.linalg import bicgstab as solve

    output = np.fromfile(folder / "output.f64")
    size = len(output)
    starts = np.fromfile(folder / "starts.i64", dtype=np.int64).astype(np.int32)
    links = np.fromfile(folder / "links.i32", dtype=np.int32)
    flows = np.fromfile(folder / "flows.f64")
    flows /= np.repeat(output, np.diff(starts))
    # A by columns is A' by rows, which scipy multiplies fastest.
    system = (sparse.identity(size, format="csr") - sparse.csr_matrix((flows, links, starts), (size, size))).tocsr()
    row = np.fromfile(folder / "rows.f64", count=size)
    steps = []
    start = time.perf_counter()
    multipliers, failed = solve(system, row, rtol=float(residual), atol=0, callback=lambda _: steps.append(0))
    seconds = time.perf_counter() - start
    reached = np.linalg.norm(row - system @ multipliers) / np.linalg.norm(row)
    return multipliers[None], {
        "seconds": seconds,
        "products": 2 * len(steps),
        "residual": float(reached),
        "failed": int(failed),
    }


def separate_extractions(folder, sample, **_):
    """Industries thought away one at a time, each with a solve of its own: some of them, spread evenly."""
    flows, output, _ = read_table(folder, "C")
    size = len(output)
    coefficients = flows / output
    final = np.fromfile(folder / "final.f64")
    identity = np.eye(size)
    before = np.linalg.solve(identity - coefficients, final)
    losses = np.full((size, size), np.nan)
    chosen = np.linspace(0, size - 1, int(sample)).astype(int)
    start = time.perf_counter()
    for sector in chosen:
        remaining, demand = coefficients.copy(), final.copy()
        remaining[sector] = remaining[:, sector] = demand[sector] = 0
        losses[sector] = before - np.linalg.solve(identity - remaining, demand)
    seconds = time.perf_counter() - start
    # Losses are differences of outputs: they are held against each other as shares of the output there was.
    return losses, {"seconds": seconds / len(chosen) * size, "sample": len(chosen), "scale": before}


def ras(folder, kind="dense", repetitions=1, **_):
    """RAS by row and column factors alone, a product with the table and one with its transpose an iteration."""
    rows, columns = np.fromfile(folder / "row_margins.f64"), np.fromfile(folder / "column_margins.f64")
    cells = np.fromfile(folder / "cells.f64").reshape((len(rows), len(columns)), order="F")
    if kind == "sparse":
        import scipy.sparse as sparse

        cells = sparse.csc_matrix(cells)
    else:
        cells = np.ascontiguousarray(cells)
    most = 1e-9 * max(rows.max(), columns.max())
    turned = cells.T
    times, balanced = [], None
    for _ in range(int(repetitions)):
        balanced = None
        start = time.perf_counter()
        row_factors, scalings = np.ones(len(rows)), 0
        while True:
            column_factors = columns / (turned @ row_factors)
            sums = cells @ column_factors
            scalings += 2
            deviation = np.abs(row_factors * sums - rows).max()
            if deviation <= most:
                break
            row_factors = rows / sums
        if kind == "sparse":
            balanced = sparse.diags(row_factors) @ cells @ sparse.diags(column_factors)
        else:
            balanced = row_factors[:, None] * cells * column_factors
        times.append(time.perf_counter() - start)
    dense = balanced.toarray() if kind == "sparse" else balanced
    return dense.T, {"seconds": float(np.median(times)), "scalings": scalings, "deviation": float(deviation)}


REGISTER_COLUMNS = {
    "enheter.csv": "organisasjonsnummer navn organisasjonsform.kode naeringskode1.kode forretningsadresse.kommunenummer "
    "antallAnsatte registreringsdatoenhetsregisteret konkursdato overordnetEnhet",
    "underenheter.csv": "organisasjonsnummer navn organisasjonsform.kode naeringskode1.kode beliggenhetsadresse.kommunenummer "
    "antallAnsatte registreringsdatoIEnhetsregisteret nedleggelsesdato overordnetEnhet",
}


def register_sqlite(folder, index, **_):
    """The same index by Python's csv and sqlite3, one transaction; then the numbers by a temporary table, establishments too."""
    import csv
    import os
    import sqlite3

    if os.path.exists(index):
        os.remove(index)
    numbers = np.fromfile(folder / "numbers.u32", dtype=np.uint32)
    start = time.perf_counter()
    database = sqlite3.connect(index)
    database.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    database.execute(
        "CREATE TABLE unit(number INTEGER PRIMARY KEY, name, form, code, town, employees INTEGER, registered, ended, "
        "parent INTEGER, kind INTEGER)"
    )
    for kind, (name, columns) in enumerate(REGISTER_COLUMNS.items()):
        with open(folder / name, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            header = next(rows)
            picked = [header.index(column) for column in columns.split()]
            database.executemany(
                f"INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, {kind})",
                ([row[position] or None for position in picked] for row in rows),
            )
    database.execute("CREATE INDEX establishments ON unit(parent) WHERE kind = 1 AND parent IS NOT NULL")
    database.commit()
    built = time.perf_counter()
    database.execute("CREATE TEMP TABLE wanted(number INTEGER PRIMARY KEY)")
    database.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((int(number),) for number in numbers))
    units = database.execute("SELECT unit.* FROM wanted CROSS JOIN unit USING (number)").fetchall()
    own = database.execute(
        "SELECT unit.* FROM wanted CROSS JOIN unit ON unit.parent = wanted.number WHERE kind = 1 AND parent IS NOT NULL"
    ).fetchall()
    end = time.perf_counter()
    return None, {"seconds": end - built, "building_seconds": built - start, "units": len(units), "establishments": len(own)}


def register_pandas(folder, **_):
    """No index: both files read by pandas, the columns alone, and merged with the numbers."""
    import pandas

    numbers = np.fromfile(folder / "numbers.u32", dtype=np.uint32)
    start = time.perf_counter()
    firms, own = (
        pandas.read_csv(folder / name, usecols=columns.split(), dtype={"naeringskode1.kode": str})
        for name, columns in REGISTER_COLUMNS.items()
    )
    read = time.perf_counter()
    wanted = pandas.DataFrame({"organisasjonsnummer": np.unique(numbers)})
    units = len(firms.merge(wanted)) + len(own.merge(wanted))
    establishments = len(own.merge(wanted, left_on="overordnetEnhet", right_on="organisasjonsnummer"))
    end = time.perf_counter()
    return None, {
        "seconds": end - read, "building_seconds": read - start, "units": units, "establishments": establishments,
    }


def saft(folder, **_):
    """lxml's iterparse, element by element and cleared behind: sums per party and account, balance of each voucher."""
    import datetime

    from lxml import etree

    namespace = "{urn:StandardAuditFile-Taxation-Financial:NO}"
    names = {name: namespace + name for name in (
        "Transaction", "Line", "AccountID", "CustomerID", "SupplierID", "DebitAmount", "CreditAmount", "Amount", "TransactionDate",
    )}
    start = time.perf_counter()
    parties, accounts = {}, {}
    lines = vouchers = unbalanced = 0
    last = datetime.date.min
    for _, transaction in etree.iterparse(str(folder / "books.xml"), tag=names["Transaction"]):
        vouchers += 1
        balance = 0
        last = max(last, datetime.date.fromisoformat(transaction.findtext(names["TransactionDate"])))
        for line in transaction.iterchildren(names["Line"]):
            lines += 1
            side, sign = line.find(names["DebitAmount"]), 1
            if side is None:
                side, sign = line.find(names["CreditAmount"]), -1
            whole, _, decimals = side.findtext(names["Amount"]).partition(".")
            amount = sign * int(whole + (decimals + "00")[:2])
            balance += amount
            account = line.findtext(names["AccountID"])
            accounts[account] = accounts.get(account, 0) + amount
            for role in ("CustomerID", "SupplierID"):
                party = line.findtext(names[role])
                if party is not None:
                    parties[role, party] = parties.get((role, party), 0) + amount
        unbalanced += balance != 0
        # The usual idiom: the element is emptied, and those before it are taken out of the tree.
        transaction.clear()
        while transaction.getprevious() is not None:
            del transaction.getparent()[0]
    return None, {
        "seconds": time.perf_counter() - start,
        "lines": lines,
        "vouchers": vouchers,
        "unbalanced": unbalanced,
        "parties": len(parties),
        "party_checksum": sum(map(abs, parties.values())),
        "account_checksum": sum(map(abs, accounts.values())),
        "last_day": (last - datetime.date(1970, 1, 1)).days,
    }


CASES = {
    "register-sqlite": register_sqlite,
    "register-pandas": register_pandas,
    "power-series": power_series,
    "pymrio": pymrio_all,
    "inverse": inverse,
    "dense-product": dense_product,
    "bicgstab": bicgstab,
    "separate-extractions": separate_extractions,
    "ras": ras,
    "saft": saft,
}


def peak_bytes() -> int:
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise OSError("no VmHWM in /proc/self/status")


def main() -> None:
    arguments = dict(word.split("=", 1) for word in sys.argv[2:])
    folder = pathlib.Path(arguments.pop("inputs", "."))
    answers = arguments.pop("answers", None)
    multipliers, record = CASES[sys.argv[1]](folder, **arguments)
    record["peak_bytes"] = peak_bytes()
    if answers and multipliers is not None:
        ours = np.fromfile(answers).reshape((-1, multipliers.shape[1]))[: len(multipliers)]
        scale = record.pop("scale", None)
        differences = np.abs(multipliers - ours) / np.where(ours == 0, 1, ours if scale is None else scale)
        record["largest_difference"] = float(np.nanmax(differences))
    print(json.dumps(record))


if __name__ == "__main__":
    main()
