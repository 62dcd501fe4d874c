"""Runs that are killed at random moments: nobody stays, nothing is half, the next one goes on.

    python tests/benchmarks/killed_runs.py [--kills 20] [--good 60] [--bad 10] [--seed 1]

Ends with 1 where a child is alive ten seconds after its parent, or a report is half written.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "robustness"))

import batches


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--good", type=int, default=60)
    parser.add_argument("--bad", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=12.0, help="Seconds of work until it")
    asked_for = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        return run(Path(name), asked_for)


def run(folder: Path, asked_for: argparse.Namespace) -> int:
    profile = batches.brand(folder)
    good, bad = batches.build(folder / "in", asked_for.good, asked_for.bad, slow=False)
    out = folder / "report.json"
    arguments = (folder / "in", "-p", profile, "--format", "json", "--output", out)
    chance = random.Random(asked_for.seed)
    stayed = seen = 0
    for _ in range(asked_for.kills):
        run_ = batches.Run(folder / "home", *arguments)
        run_.wait_for_children()
        time.sleep(chance.uniform(0, asked_for.longest))
        run_.kill()
        left = run_.alive()
        stayed += len(left)
        seen += len(run_.children) - 1
        assert batches.whole(out)
    started = time.monotonic()
    last = batches.Run(folder / "home", *arguments)
    last.end()
    took = time.monotonic() - started
    count = len(json.loads(out.read_bytes())["creatives"])
    rest = [file.name for file in folder.iterdir() if file.is_file() and "report" in file.name]
    started = time.monotonic()
    batches.Run(folder / "cold", *arguments).end()
    cold = time.monotonic() - started
    lines = [
        f"kills {asked_for.kills}, children seen {seen}, alive after ten seconds {stayed}",
        f"outcomes of the run after them {count} of {len(good) + len(bad)}; files left: {rest}",
        f"seconds: {took:.1f} going on, {cold:.1f} from nothing",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    whole = count == len(good) + len(bad) and rest == ["report.json"]
    return 0 if whole and not stayed else 1


if __name__ == "__main__":
    sys.exit(main())
