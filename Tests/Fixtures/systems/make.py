"""Small systems x = Ax + f, healthy and sick, with answers worked in fifty digits (mpmath 1.3).

Run: python3 make.py > systems.json
Every number of A, f and v is a double, written so that it reads back as the same one. Answers are two doubles, the second
the rounding of the first, so that errors below a double's last digit can be seen.
"""

import json
import random

import mpmath as mp

mp.mp.dps = 50
draw = random.Random(20190701)


def scaled(rows, sums):
    """Columns of nonnegative numbers scaled to the given sums."""
    totals = [sum(row[j] for row in rows) for j in range(len(rows))]
    return [[row[j] * sums[j] / totals[j] for j in range(len(rows))] for row in rows]


def uniform(n, low, high):
    return scaled([[draw.random() for _ in range(n)] for _ in range(n)], [draw.uniform(low, high) for _ in range(n)])


def with_radius(rows, radius):
    """The matrix scaled to a spectral radius, by power steps in fifty digits."""
    n = len(rows)
    exact = mp.matrix(rows)
    y = mp.matrix([1] * n)
    for _ in range(400):
        image = exact.T * y
        size = max(image)
        y = image / size
    return [[float(exact[i, j] * radius / size) for j in range(n)] for i in range(n)]


def blocks(*parts):
    n = sum(len(part) for part in parts)
    rows = [[0.0] * n for _ in range(n)]
    start = 0
    for part in parts:
        for i, row in enumerate(part):
            rows[start + i][start:start + len(part)] = row
        start += len(part)
    return rows


def two_doubles(number):
    high = float(number)
    return [high, float(number - mp.mpf(high))]


def solved(rows, rights, transposed):
    n = len(rows)
    matrix = mp.eye(n) - (mp.matrix(rows).T if transposed else mp.matrix(rows))
    return [[two_doubles(x) for x in mp.lu_solve(matrix, mp.matrix(right))] for right in rights]


def case(name, rows, outcome="solved", columns=None):
    n = len(rows)
    rights = []
    if n:
        rights = [
            [draw.uniform(1, 100) for _ in range(n)],
            [draw.uniform(1, 100) if draw.random() < 0.3 else 0.0 for _ in range(n)],
            [draw.uniform(-50, 100) for _ in range(n)],
        ]
    answer = {"name": name, "matrix": rows, "rights": rights, "outcome": outcome, "columns": columns or []}
    if outcome == "solved" and n:
        answer["solutions"] = solved(rows, rights, False)
        answer["transposed"] = solved(rows, rights, True)
    return answer


hole = uniform(7, 0.3, 0.8)
for k in (2, 5):
    hole[k] = [0.0] * 7
    for row in hole:
        row[k] = 0.0

negative = uniform(9, 0.2, 0.6)
negative[3][4] = -0.05

print(json.dumps([
    case("well conditioned", uniform(12, 0.2, 0.7)),
    case("forty sectors", uniform(40, 0.1, 0.9)),
    case("column sum of 0.999", uniform(6, 0.999, 0.9990001)),
    case("a column past one", [[0.0, 0.1], [4.0, 0.0]]),
    case("spectral radius of 1 - 1e-9", with_radius(uniform(8, 0.5, 0.9), mp.mpf(1) - mp.mpf(10) ** -9)),
    case("a ring of 1 - 1e-6", [[0.0 if j != (i + 1) % 6 else 1 - 1e-6 for j in range(6)] for i in range(6)]),
    case("zero industries", hole),
    case("a disconnected block", blocks(uniform(4, 0.2, 0.9), uniform(3, 0.3, 0.5), [[0.25]])),
    case("one negative coefficient", negative),
    case("one sector", [[0.4]]),
    case("nothing bought", [[0.0]]),
    case("no sectors", []),
    case("exactly singular", [[0.5, 0.25], [0.5, 0.75]], "not productive", [0, 1]),
    case("one sector that eats itself", [[1.0]], "not productive", [0]),
    case("spectral radius of 1.5", [[1.0, 0.5], [0.5, 1.0]], "not productive", [0, 1]),
    case("a sick block beside a sound one", blocks(uniform(3, 0.3, 0.6), [[0.8, 0.6], [0.6, 0.8]]), "not productive", [3, 4]),
    case("within rounding of the edge", [[0.0, 1 - 1e-14], [1 - 1e-14, 0.0]], "ill-conditioned"),
], indent=None, separators=(",", ":")).replace('{"name"', '\n{"name"'))
