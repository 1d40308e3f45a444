"""Lets Ringvirk and its peers take turns on the same inputs, and prints what came out, as a table in Markdown.

Called by scripts/bench. Every measurement is a process of its own; its input is read before its clock starts. Contenders of a
case take turns, round after round, so that what disturbs the machine disturbs all; a ratio is the median of the rounds' ratios.
"""

import argparse
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import cases
import report

HERE = pathlib.Path(__file__).resolve().parent
BENCHMARKS = HERE.parent
BUILD = BENCHMARKS / ".build"
ROOT = BENCHMARKS.parent


class Bench:
    """What the cases call: contenders, turns, inputs."""

    def __init__(self, quick: bool):
        self.quick = quick
        self.inputs_folder = BUILD / "inputs"
        self.scratch = pathlib.Path(tempfile.mkdtemp(dir=BUILD))
        atexit.register(shutil.rmtree, self.scratch, ignore_errors=True)
        self.ringvirk_program = ROOT / ".build" / "release" / "ringvirk"

    def say(self, text: str) -> None:
        print(f"bench: {text}", file=sys.stderr, flush=True)

    def inputs(self, name: str, recipe) -> pathlib.Path:
        """A folder of inputs; made in a process of its own, so that its memory is given back."""
        import multiprocessing

        import inputs

        folder = self.inputs_folder / name
        process = multiprocessing.Process(target=inputs.made, args=(folder, recipe))
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(f"scripts/bench: input {name} could not be made")
        return folder

    def ours(self, case: str, **arguments) -> list[str]:
        """A case of RingvirkBenchmarks."""
        return [str(BUILD / "release" / "RingvirkBenchmarks"), case, *_words(arguments)]

    def peer(self, case: str, **arguments) -> list[str]:
        """A case of peers.py."""
        return [sys.executable, str(HERE / "peers.py"), case, *_words(arguments)]

    def take_turns(self, contenders: dict, rounds: int, once: tuple = ()) -> dict[str, list[dict]]:
        """Records of each contender, round by round; those in `once` run in the first round only.

        A contender is a command, or a function of the records so far that gives one.
        """
        records = {name: [] for name in contenders}
        for turn in range(rounds):
            for name, command in contenders.items():
                if turn and name in once:
                    continue
                words = command(records) if callable(command) else command
                self.say(f"round {turn + 1} of {rounds}: {name}")
                records[name].append(self.run(words))
        return records

    def run(self, words: list[str]) -> dict:
        finished = subprocess.run(words, stdout=subprocess.PIPE, text=True)
        if finished.returncode:
            raise SystemExit(f"scripts/bench: {' '.join(words)}: exit code {finished.returncode}")
        return json.loads(finished.stdout.splitlines()[-1])

    def wall_clock(self, words: list[str], times: int) -> list[float]:
        """Seconds from start to end of a command, after one run to warm the files."""
        seconds = []
        for turn in range(times + 1):
            start = time.perf_counter()
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
            if turn:
                seconds.append(time.perf_counter() - start)
        return seconds


def _words(arguments: dict) -> list[str]:
    return [f"{name}={value}" for name, value in arguments.items()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("case", nargs="*", help=f"of {', '.join(cases.ALL)}; all without")
    parser.add_argument("--quick", action="store_true", help="small inputs, few rounds, nothing asked; documents are left as they are")
    parser.add_argument("--page", action="store_true", help="measure nothing: write the page from the kept results again")
    options = parser.parse_args()
    unknown = [name for name in options.case if name not in cases.ALL]
    if unknown:
        parser.error(f"no such case: {', '.join(unknown)}; there are {', '.join(cases.ALL)}")
    kept_file = BENCHMARKS / "results.json"
    kept = json.loads(kept_file.read_text()) if kept_file.exists() and not options.quick else {"cases": {}}
    if not options.page:
        bench = Bench(options.quick)
        for name in options.case or cases.ALL:
            bench.say(f"{name}: load {os.getloadavg()[0]:.1f}")
            kept["cases"][name] = {**cases.ALL[name](bench), "revision": report.revision(ROOT)}
            kept["cases"] = {known: kept["cases"][known] for known in cases.ALL if known in kept["cases"]}
            kept["machine"] = report.machine()
            if not options.quick:
                kept_file.write_text(json.dumps(kept, indent=1) + "\n")
    if not options.quick:
        report.write_page(kept, ROOT / "docs")
    print(report.table(kept, with_targets=not options.quick))


if __name__ == "__main__":
    main()
