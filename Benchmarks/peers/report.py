"""The measured results as Markdown and as a picture."""

import importlib.metadata
import pathlib
import platform
import subprocess

import chart

START, END = "<!-- measured: written by scripts/bench -->", "<!-- end of what was measured -->"


def table(kept: dict, with_targets: bool = True) -> str:
    """One table a case: what was measured, and, for inputs of full size, what is asked and whether it is reached."""
    parts = []
    for case in kept["cases"].values():
        if not case["findings"]:
            continue
        parts += [f"### {case['title']}", "", f"Measured on revision {case['revision']}.", ""]
        parts += ["| what | measured | asked | reached |", "|---|---:|---:|---|"] if with_targets else ["| what | measured |", "|---|---:|"]
        for what, measured, asked, reached in case["findings"]:
            word = {True: "yes", False: "**no**", None: ""}[reached]
            parts.append(f"| {what} | {measured} | {asked} | {word} |" if with_targets else f"| {what} | {measured} |")
        parts.append("")
    return "\n".join(parts)


def write_page(kept: dict, folder: pathlib.Path) -> None:
    """Puts machine, tables and picture into docs/PERFORMANCE.md between the marks."""
    page = folder / "PERFORMANCE.md"
    text = page.read_text()
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    measured = [START, "", *(f"- {fact}" for fact in kept["machine"]), "", table(kept)]
    growth = kept["cases"].get("growth")
    if growth:
        (folder / "performance-growth.svg").write_text(chart.growth(growth))
        picture = "![Seconds against size: dense tables on the left, networks of firms on the right](performance-growth.svg)"
        measured += ["### Growth with size", "", f"Measured on revision {growth['revision']}.", "", picture, "", growth_table(growth)]
    page.write_text(before + "\n".join(measured) + "\n" + END + after)


def growth_table(growth: dict) -> str:
    """Seconds behind the picture."""
    lines = []
    for rows in (growth["dense"], growth["sparse"]):
        names = [name for name in rows[0] if name != "size"]
        lines += ["| n | " + " | ".join(f"{name}, s" for name in names) + " |", "|---:" * (len(names) + 1) + "|"]
        for row in rows:
            lines.append(f"| {row['size']:,} | " + " | ".join(_seconds(row[name]) for name in names) + " |")
        lines.append("")
    return "\n".join(lines)


def _seconds(value: float) -> str:
    return f"{value:.4f}" if value < 0.1 else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def revision(root: pathlib.Path) -> str:
    """The commit that is measured, and whether files differ from it, but for the results of cases measured before."""
    git = ["git", "-C", str(root)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    results = [":(exclude)Benchmarks/results.json", ":(exclude)docs/PERFORMANCE.md", ":(exclude)docs/performance-growth.svg"]
    differs = subprocess.run([*git, "diff", "--quiet", "HEAD", "--", ".", *results]).returncode != 0
    return commit + ("-dirty" if differs else "") if commit else "unknown"


def machine() -> list[str]:
    """Processor, memory, compilers and libraries."""
    facts = dict(
        line.split(":", 1) for line in open("/proc/cpuinfo").read().splitlines() if ":" in line
    )
    facts = {name.strip(): value.strip() for name, value in facts.items()}
    memory = int(open("/proc/meminfo").readline().split()[1]) / 1024**2
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = swift.split("Swift version ")[-1].split()[0]
    distribution = platform.freedesktop_os_release()["PRETTY_NAME"]
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "scipy", "pandas", "pymrio", "lxml", "polars"))
    openblas = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}", "libopenblas0-pthread"], capture_output=True, text=True
    ).stdout
    return [
        f"{facts.get('model name', 'unknown processor')}, {int(facts['processor']) + 1} cores, "
        f"{facts.get('cache size', '?')} cache a core, {memory:.0f} GiB memory, a virtual machine"
        if "hypervisor" in facts.get("flags", "")
        else f"{facts.get('model name', 'unknown processor')}, {int(facts['processor']) + 1} cores, {memory:.0f} GiB memory",
        f"{distribution}; Swift {version}; OpenBLAS {openblas} with threads",
        f"Python {platform.python_version()}; {packages}",
    ]
