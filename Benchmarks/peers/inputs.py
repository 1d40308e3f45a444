"""Made-up economies, from a seed: written once as raw numbers, read by Ringvirk and by its peers.

A folder holds mostly `output.f64`, `rows.f64` (six value rows per unit of output, one after another) and
- a table: `flows.f64` (column after column), `final.f64` (final demand) and `demands.f64` (twelve more of it);
- a table to balance: `cells.f64` (column after column), `row_margins.f64`, `column_margins.f64`, and nothing else;
- a network: `starts.i64`, `links.i32`, `flows.f64` (compressed columns: a column buys, its links name the sellers).
"""

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
