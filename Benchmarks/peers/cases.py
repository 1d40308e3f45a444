"""The cases: who takes part, on what, and what is asked of Ringvirk.

Each gives `{"title", "findings", "records"}`; a finding is `[what, measured, asked, reached]` with `reached` true, false or None
where nothing is asked.
"""

import functools
import statistics

import inputs


def median(records, field="seconds"):
    return statistics.median(record[field] for record in records)


def ratio(theirs, ours, field="seconds"):
    """The median over the rounds of theirs over ours, measured in the same round."""
    return statistics.median(a[field] / b[field] for a, b in zip(theirs, ours))


def finding(what, measured, asked="", reached=None):
    return [what, measured, asked, reached]


def at_least(value, least, form="{:.1f} ×"):
    return form.format(value), f"≥ {form.format(least)}", value >= least


def at_most(value, most, form="{:.2f}"):
    return form.format(value), f"≤ {form.format(most)}", value <= most


def clean(records):
    """Names of the contenders with their records, for keeping."""
    return {name: list(taken) for name, taken in records.items()}


def _table(bench, kind, regions, products):
    size = regions * products
    recipe = (
        functools.partial(inputs.random_table, size=size)
        if kind == "random"
        else functools.partial(inputs.regional_table, regions=regions, products=products)
    )
    return bench.inputs(f"{kind}-{size}", recipe), size


def _network(bench, firms):
    return bench.inputs(f"network-{firms}", functools.partial(inputs.network, firms=firms))


def table(bench, kind):
    """Six value rows of a dense table, from flows and output to multipliers with a bound."""
    regions, products = (10, 200) if bench.quick else (49, 200)
    folder, size = _table(bench, kind, regions, products)
    answers = bench.scratch / f"{kind}.answers"
    peer = functools.partial(bench.peer, inputs=folder, answers=answers)
    records = bench.take_turns(
        {
            "Ringvirk": bench.ours("dense-multipliers", inputs=folder, engine="iterative", answers=answers),
            "numpy, C order": peer("power-series", order="C"),
            "numpy, Fortran order": peer("power-series", order="F"),
            "bandwidth": bench.ours("bandwidth"),
            "pymrio": peer("pymrio", regions=regions),
        },
        rounds=2 if bench.quick else 5,
        once=("pymrio",),
    )
    ours, share = records["Ringvirk"], []
    for mine, machine in zip(ours, records["bandwidth"]):
        read = 8 * size * size * mine["products"] / mine["solving_seconds"]
        share.append(read / machine["bytes_per_second"])
    pymrio = records["pymrio"][0]
    series = min(("numpy, C order", "numpy, Fortran order"), key=lambda name: median(records[name]))
    differences = [record.get("largest_difference", 0) for taken in records.values() for record in taken]
    return {
        "title": f"Table “{kind}”, n = {size:,}, six value rows from flows and output to multipliers with their bound",
        "size": size,
        "records": clean(records),
        "findings": [
            finding("Ringvirk, iterative engine", f"{median(ours):.2f} s"),
            finding("largest bound, relative", *at_most(max(r["bound"] for r in ours), 1e-12, "{:.1e}")),
            finding(
                f"pymrio calc_all ({pymrio['seconds']:.1f} s) over Ringvirk",
                *at_least(pymrio["seconds"] / median(ours), 40),
            ),
            finding(
                f"power series in {series} ({median(records[series]):.2f} s, "
                f"{records[series][0]['products']} passes) over Ringvirk",
                *at_least(ratio(records[series], ours), 2),
            ),
            finding(
                "passes over A, and one to form it", f"{ours[0]['products']} + 1"
            ),
            finding("share of the bandwidth while solving", f"{100 * statistics.median(share):.0f} %"),
            finding(
                f"peak memory over 8 n² bytes (pymrio: {pymrio['peak_bytes'] / 8 / size**2:.2f})",
                *at_most(max(r["peak_bytes"] for r in ours) / 8 / size**2, 1.15),
            ),
            finding("largest relative difference from any peer's answer", f"{max(differences):.0e}"),
        ],
    }


def factored(bench):
    """The factored engine against the rate of a matrix product, and demands met from its factors."""
    folder, size = _table(bench, "regions", *((10, 100) if bench.quick else (25, 200)))
    records = bench.take_turns(
        {
            "factorisation": bench.ours("factorisation", inputs=folder, repetitions=3),
            "product": bench.ours("dense-product", n=size),
            "numpy product": bench.peer("dense-product", n=size),
            "twelve demands": bench.ours("dense-demands", inputs=folder, engine="factored", demands=12),
            "mixed precision": bench.ours("dense-demands", inputs=folder, engine="mixed_precision", demands=12),
            "iterative": bench.ours("dense-demands", inputs=folder, engine="iterative", demands=12),
        },
        rounds=2 if bench.quick else 5,
    )
    factoring, demands = records["factorisation"], records["twelve demands"]
    rate = "operations_per_second"
    product = [max(pair, key=lambda r: r[rate]) for pair in zip(records["product"], records["numpy product"])]
    # What the engine does before the first demand: I − A formed and eliminated, productivity proven, weights for the bounds.
    engine = [
        {"seconds": record["readying_seconds"], rate: 2 / 3 * size**3 / record["readying_seconds"]} for record in demands
    ]
    of_engine = [record["solving_seconds"] / record["readying_seconds"] for record in demands]
    alone = [record["solving_seconds"] / record["seconds"] for record in factoring]
    whole = {
        name: statistics.median(r["readying_seconds"] + r["solving_seconds"] for r in records[name])
        for name in ("twelve demands", "mixed precision", "iterative")
    }
    percent = functools.partial(at_most, most=2, form="{:.1f} %")
    return {
        "title": f"Factored engine, n = {size:,}",
        "size": size,
        "records": clean(records),
        "findings": [
            finding("readying the engine: elimination and proof", f"{median(engine):.2f} s"),
            finding(
                f"2/3 n³ over that, over dgemm's rate in the same round "
                f"(the faster of ours and numpy's: {median(product, rate) / 1e9:.0f} GF/s)",
                *at_least(100 * ratio(engine, product, rate), 90, "{:.0f} %"),
            ),
            finding("twelve demands with residual and bound, over readying", *percent(100 * statistics.median(of_engine))),
            finding(
                f"OpenBLAS's dgetrf alone ({median(factoring):.2f} s), over dgemm's rate",
                f"{100 * ratio(factoring, product, rate):.0f} %",
            ),
            finding("its dgetrs for twelve demands, over dgetrf", f"{100 * statistics.median(alone):.1f} %"),
            finding("largest bound, relative", *at_most(max(r["bound"] for r in demands), 1e-12, "{:.1e}")),
            finding("readying and twelve demands, factored", f"{whole['twelve demands']:.2f} s"),
            finding("readying and twelve demands, mixed precision", f"{whole['mixed precision']:.2f} s"),
            finding("readying and twelve demands, iterative", f"{whole['iterative']:.2f} s"),
        ],
    }


def network(bench, firms, rounds):
    """One and six value rows of a network of firms, against scipy's bicgstab at the residual Ringvirk reached."""
    folder = _network(bench, firms)
    answers = bench.scratch / f"network-{firms}.answers"
    records = bench.take_turns(
        {
            "one row": bench.ours("sparse-multipliers", inputs=folder, rows=1, engine="iterative", answers=answers),
            "scipy": lambda taken: bench.peer(
                "bicgstab", inputs=folder, answers=answers, residual=taken["one row"][-1]["residual"]
            ),
            "six rows": bench.ours("sparse-multipliers", inputs=folder, rows=6, engine="iterative"),
        },
        rounds=rounds,
    )
    one, six, scipy = records["one row"], records["six rows"], records["scipy"]
    return {
        "title": f"Network of {firms:,} firms, {one[0]['links']:,} links",
        "size": firms,
        "records": clean(records),
        "findings": [
            finding("one value row, Ringvirk", f"{median(one):.3f} s, {one[0]['products']} products"),
            finding(
                f"scipy bicgstab ({median(scipy):.3f} s, {scipy[0]['products']} products, residual "
                f"{scipy[0]['residual']:.0e} against {one[0]['residual']:.0e}) over Ringvirk",
                *at_least(ratio(scipy, one), 1.5),
            ),
            finding("six rows over one", *at_most(ratio(six, one), 3, "{:.1f} ×")),
            finding("largest bound, relative", *at_most(max(r["bound"] for r in one + six), 1e-12, "{:.1e}")),
            finding(
                "peak memory, one row and six",
                f"{median(one, 'peak_bytes') / 1e9:.2f} and {median(six, 'peak_bytes') / 1e9:.2f} GB",
            ),
            finding(
                "largest relative difference from scipy's answer",
                f"{max(r['largest_difference'] for r in scipy):.0e}",
            ),
        ],
    }


def extractions(bench):
    """Every industry thought away in turn, from one factorisation."""
    folder, size = _table(bench, "regions", *((10, 100) if bench.quick else (10, 200)))
    answers = bench.scratch / "extractions.answers"
    records = bench.take_turns(
        {
            "Ringvirk": bench.ours("extractions", inputs=folder, answers=answers),
            "numpy": bench.peer("separate-extractions", inputs=folder, answers=answers, sample=20),
        },
        rounds=2 if bench.quick else 5,
    )
    ours = records["Ringvirk"]
    times = statistics.median(record["seconds"] / record["factoring_seconds"] for record in ours)
    return {
        "title": f"All {size:,} industries thought away in turn",
        "size": size,
        "records": clean(records),
        "findings": [
            finding("Ringvirk, factorisation and bound included", f"{median(ours):.2f} s"),
            finding(
                f"over one factorisation ({median(ours, 'factoring_seconds'):.3f} s)", *at_most(times, 5, "{:.1f} ×")
            ),
            finding("numpy, one solve each (from twenty of them) over Ringvirk", f"{ratio(records['numpy'], ours):.0f} ×"),
            finding(
                "largest difference from separate solves, over the industry's output",
                *at_most(max(r["largest_difference"] for r in records["numpy"]), 1e-10, "{:.0e}"),
            ),
        ],
    }


def balancing(bench):
    """RAS on a table with nine zeros of ten cells: five times over in each process, of which the middle one counts.

    A few milliseconds are soon disturbed, not least by the threads of BLAS, which keep a core busy for a while after they start.
    """
    size = 500 if bench.quick else 2_000
    folder = bench.inputs(f"unbalanced-{size}", functools.partial(inputs.unbalanced, size=size))
    answers = bench.scratch / "balancing.answers"
    peer = functools.partial(bench.peer, "ras", inputs=folder, answers=answers, repetitions=5)
    records = bench.take_turns(
        {
            "Ringvirk": bench.ours("ras", inputs=folder, answers=answers, repetitions=5),
            "numpy": peer(kind="dense"),
            "scipy": peer(kind="sparse"),
        },
        rounds=2 if bench.quick else 7,
    )
    ours, numpy, scipy = records["Ringvirk"], records["numpy"], records["scipy"]
    return {
        "title": f"RAS, {size:,} × {size:,}, nine cells of ten zero, to 1e-9 of the largest margin",
        "size": size,
        "records": clean(records),
        "findings": [
            finding("Ringvirk, checks included", f"{median(ours):.3f} s, {ours[0]['scalings']} scalings"),
            finding(
                f"numpy, row and column factors only ({median(numpy):.3f} s, {numpy[0]['scalings']} scalings) over Ringvirk",
                *at_least(ratio(numpy, ours), 3),
            ),
            finding(f"the same on a sparse matrix of scipy ({median(scipy):.3f} s)", f"{ratio(scipy, ours):.1f} ×"),
            finding(
                "largest relative difference of a cell",
                f"{max(r['largest_difference'] for r in numpy + scipy):.0e}",
            ),
        ],
    }


SUMS = ("lines", "vouchers", "unbalanced", "parties", "party_checksum", "account_checksum", "last_day")


def saft(bench):
    """A firm's books from a SAF-T file of a gigabyte to sums per party and account."""
    size = 50_000_000 if bench.quick else 1_000_000_000
    folder = bench.inputs(f"saft-{size}", functools.partial(inputs.audit_file, size=size))
    records = bench.take_turns(
        {"Ringvirk": bench.ours("saft", inputs=folder), "lxml": bench.peer("saft", inputs=folder)},
        rounds=2 if bench.quick else 3,
    )
    ours, lxml = records["Ringvirk"], records["lxml"]
    same = all(record[name] == ours[0][name] for record in ours + lxml for name in SUMS)
    bytes_read = (folder / "books.xml").stat().st_size
    return {
        "title": f"SAF-T of {bytes_read / 1e9:.2f} GB, {ours[0]['lines']:,} lines, to sums per party and account",
        "size": bytes_read,
        "records": clean(records),
        "findings": [
            finding(
                "Ringvirk, every field checked",
                f"{median(ours):.2f} s, {bytes_read / 1e6 / median(ours):.0f} MB/s, "
                f"{ours[0]['lines'] / 1e6 / median(ours):.2f} million lines/s",
            ),
            finding(f"lxml iterparse ({median(lxml):.2f} s) over Ringvirk", f"{ratio(lxml, ours):.1f} ×"),
            finding(
                f"peak memory (lxml: {median(lxml, 'peak_bytes') / 1e6:.0f} MB)",
                *at_most(max(r["peak_bytes"] for r in ours) / 1e6, 300, "{:.0f} MB"),
            ),
            finding("the same sums, to the øre", "yes" if same else "no", "yes", same),
        ],
    }


def growth(bench):
    """Time against size: dense engines and an inverse, networks and scipy."""
    shapes = [(5, 100), (10, 100), (10, 200), (25, 200), (49, 200)][: 2 if bench.quick else 5]
    firms = [10_000, 30_000, 100_000, 200_000, 500_000, 2_000_000][: 2 if bench.quick else 6]
    dense, sparse = [], []
    for regions, products in shapes:
        folder, size = _table(bench, "regions", regions, products)
        ours = functools.partial(bench.ours, "dense-multipliers", inputs=folder)
        records = bench.take_turns(
            {
                "iterative": ours(engine="iterative"),
                "mixed precision": ours(engine="mixed_precision"),
                "factored": ours(engine="factored"),
                "numpy inverse": bench.peer("inverse", inputs=folder),
            },
            rounds=1 if size > 5_000 else 3,
        )
        dense.append({"size": size, **{name: median(taken) for name, taken in records.items()}})
    for count in firms:
        folder = _network(bench, count)
        one = bench.ours("sparse-multipliers", inputs=folder, rows=1, engine="iterative")
        records = bench.take_turns(
            {
                "one row": one,
                "six rows": bench.ours("sparse-multipliers", inputs=folder, rows=6, engine="iterative"),
                "scipy, one row": lambda taken: bench.peer(
                    "bicgstab", inputs=folder, residual=taken["one row"][-1]["residual"]
                ),
            },
            rounds=1 if count > 500_000 else 3,
        )
        sparse.append({"size": count, **{name: median(taken) for name, taken in records.items()}})
    return {"title": "Growth with size", "dense": dense, "sparse": sparse, "findings": []}


def register(bench):
    """A business register of two million units: the index made, and 100,000 numbers looked up in it."""
    firms, own, numbers = (22_000, 18_000, 2_000) if bench.quick else (1_100_000, 900_000, 100_000)
    recipe = functools.partial(inputs.register, firms=firms, establishments=own, numbers=numbers)
    folder = bench.inputs(f"register-{firms + own}", recipe)
    index = bench.scratch / "register.sqlite"
    records = bench.take_turns(
        {
            "building": bench.ours("register-build", inputs=folder, output=index),
            "looking up": bench.ours("register-extract", inputs=folder, index=index),
            "Python's sqlite3": bench.peer("register-sqlite", inputs=folder, index=bench.scratch / "peer.sqlite"),
            "pandas": bench.peer("register-pandas", inputs=folder),
        },
        rounds=1 if bench.quick else 2,
    )
    building, looking, peer, pandas = (records[name] for name in ("building", "looking up", "Python's sqlite3", "pandas"))
    found = {(record["units"], record["establishments"]) for taken in (looking, peer, pandas) for record in taken}
    return {
        "title": f"Business register, {firms + own:,} units: an index from CSV, and {numbers:,} numbers looked up",
        "size": firms + own,
        "records": clean(records),
        "findings": [
            finding("Ringvirk, look-up with establishments, index opened", *at_most(median(looking), 5, "{:.2f} s")),
            finding("Ringvirk, index made of two CSV files", f"{median(building):.1f} s"),
            finding("peak memory while the index is made", *at_most(max(r["peak_bytes"] for r in building) / 2**20, 300, "{:.0f} MB")),
            finding("peak memory of the look-up", f"{max(r['peak_bytes'] for r in looking) / 2**20:.0f} MB"),
            finding(f"look-up by Python's sqlite3, rows as tuples ({median(peer):.2f} s) over Ringvirk", f"{ratio(peer, looking):.1f} ×"),
            finding(
                f"the same index by Python's csv and sqlite3 ({median(peer, 'building_seconds'):.1f} s) over Ringvirk",
                f"{statistics.median(a['building_seconds'] / b['seconds'] for a, b in zip(peer, building)):.1f} ×",
            ),
            finding(
                f"pandas, without an index: read ({median(pandas, 'building_seconds'):.1f} s) and merged ({median(pandas):.2f} s) over look-up",
                f"{statistics.median((a['building_seconds'] + a['seconds']) / b['seconds'] for a, b in zip(pandas, looking)):.1f} ×",
            ),
            finding("units and establishments found, the same by all", str(len(found) == 1).lower(), "true", len(found) == 1),
        ],
    }


def command(bench):
    """The command line, from start to end, as a user waits for it."""
    program, folder = str(bench.ringvirk_program), str(bench.scratch / "study")
    times = 5 if bench.quick else 20
    study = bench.wall_clock([program, "run", "data/studies/trondelag-2019", "--output", folder], times)
    start = bench.wall_clock([program, "--version"], times)
    return {
        "title": "Command line, statically linked, median of repeated runs",
        "records": {"study": study, "start": start},
        "findings": [
            finding("ringvirk run data/studies/trondelag-2019", *at_most(statistics.median(study), 0.3, "{:.2f} s")),
            finding("ringvirk --version", *at_most(1000 * statistics.median(start), 30, "{:.0f} ms")),
        ],
    }


ALL = {
    "random": functools.partial(table, kind="random"),
    "regions": functools.partial(table, kind="regions"),
    "factored": factored,
    "network": lambda bench: network(bench, 20_000 if bench.quick else 200_000, rounds=2 if bench.quick else 7),
    "large-network": lambda bench: network(bench, 50_000 if bench.quick else 2_000_000, rounds=1 if bench.quick else 2),
    "extractions": extractions,
    "balancing": balancing,
    "register": register,
    "saft": saft,
    "command": command,
    "growth": growth,
}
