"""Time against size as a picture: two panels, both axes logarithmic."""

import math

WIDTH, HEIGHT = 960, 470
TOP, BOTTOM, PANEL, LABELS = 58, 400, 270, 118
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#666666"]
DASHES = ["", "7 3", "2 3", "9 3 2 3"]
FONT = 'font-family="Helvetica, Arial, sans-serif"'


def growth(kept: dict) -> str:
    """The picture of both panels."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" aria-label="Seconds against size">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    panels = [
        (70, "Tables: six value rows from flows and output", "industries", kept["dense"]),
        (70 + PANEL + LABELS + 62, "Networks: value rows from coefficients", "firms", kept["sparse"]),
    ]
    for left, title, unit, rows in panels:
        parts += _panel(left, title, unit, rows)
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: float, title: str, unit: str, rows: list[dict]) -> list[str]:
    names = [name for name in rows[0] if name != "size"]
    across = _Scale([row["size"] for row in rows], left, left + PANEL)
    up = _Scale([row[name] for row in rows for name in names], BOTTOM, TOP)
    parts = [_text(left, 30, title, size=15, weight="bold")]
    for value, label, is_labelled in up.ticks():
        y = up(value)
        parts.append(f'<path d="M{left} {y:.1f}H{left + PANEL}" stroke="{"#d0d0d0" if is_labelled else "#f0f0f0"}"/>')
        if is_labelled:
            parts.append(_text(left - 8, y + 4, label, anchor="end"))
    for row in rows:
        x = across(row["size"])
        parts.append(f'<path d="M{x:.1f} {BOTTOM}v5" stroke="#333333"/>')
    last = -math.inf
    for row in rows:
        x, label = across(row["size"]), _count(row["size"])
        if x - last > 34:
            parts.append(_text(x, BOTTOM + 20, label, anchor="middle"))
            last = x
    parts.append(f'<path d="M{left} {TOP}V{BOTTOM}H{left + PANEL}" fill="none" stroke="#333333"/>')
    parts.append(_text(left + PANEL / 2, BOTTOM + 44, f"number of {unit} (logarithmic)", anchor="middle"))
    middle = (TOP + BOTTOM) / 2
    parts.append(
        f'<text x="{left - 48}" y="{middle}" transform="rotate(-90 {left - 48} {middle})" text-anchor="middle" '
        f'{FONT} font-size="13" fill="#222222">seconds (logarithmic)</text>'
    )
    ends = _apart([up(rows[-1][name]) for name in names])
    for number, name in enumerate(names):
        colour, dash = COLOURS[number], DASHES[number]
        points = [(across(row["size"]), up(row[name])) for row in rows]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(
            f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-dasharray="{dash}"/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="{colour}"/>' for x, y in points]
        parts.append(
            f'<path d="M{left + PANEL + 4} {points[-1][1]:.1f}L{left + PANEL + 12} {ends[number]:.1f}" stroke="{colour}"/>'
        )
        parts.append(_text(left + PANEL + 15, ends[number] + 4, name, colour=colour))
    return parts


class _Scale:
    """Where a number stands on a logarithmic axis."""

    def __init__(self, values: list[float], start: float, end: float):
        self.low, self.high = math.log10(min(values)) - 0.06, math.log10(max(values)) + 0.06
        self.start, self.end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def ticks(self):
        """Decades with their label; twos and fives as faint lines."""
        for decade in range(math.floor(self.low), math.ceil(self.high) + 1):
            for factor in (1, 2, 5):
                value = factor * 10.0**decade
                if self.low <= math.log10(value) <= self.high:
                    yield value, f"{value:g}", factor == 1


def _apart(ends: list[float], least: float = 16) -> list[float]:
    """Heights of labels, moved so far down that none covers another."""
    order = sorted(range(len(ends)), key=lambda number: ends[number])
    result, last = list(ends), -math.inf
    for number in order:
        result[number] = last = max(ends[number], last + least)
    return result


def _count(number: int) -> str:
    if number >= 1_000_000:
        return f"{number / 1_000_000:g} M"
    return f"{number / 1000:g} k" if number >= 10_000 else f"{number:,}"


def _text(x, y, text, size=13, anchor="start", colour="#222222", weight="normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {FONT} font-size="{size}" '
        f'font-weight="{weight}" fill="{colour}">{text}</text>'
    )
