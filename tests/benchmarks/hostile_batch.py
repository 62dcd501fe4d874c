"""A thousand files of which a hundred are bad: what is lost, who stays, how much memory it takes.

    python tests/benchmarks/hostile_batch.py [--good 900] [--bad 100] [--jobs 2]

Judges the good files alone, then all together, and compares. Ends with 1 where anything is amiss.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "robustness"))

import batches
import watched


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--good", type=int, default=900)
    parser.add_argument("--bad", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    asked_for = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        return run(Path(name), asked_for)


def run(folder: Path, asked_for: argparse.Namespace) -> int:
    profile = batches.brand(folder)
    good, bad = batches.build(folder / "in", asked_for.good, asked_for.bad)
    listing = folder / "good.txt"
    listing.write_text("\n".join(str(folder / "in" / name) for name in good))
    canary = folder / "canary.png"
    canary.write_bytes((folder / "in" / good[0]).read_bytes())
    options = ("-p", profile, "--format", "json")
    with watched.door() as (_, asked), watched.opened(canary) as reads:
        started = time.monotonic()
        alone = batches.Run(folder / "a", "--files-from", listing, *options, jobs=asked_for.jobs)
        clean = batches.judged(json.loads(alone.end()[0]))
        between = time.monotonic()
        mixed = batches.Run(folder / "b", folder / "in", *options, jobs=asked_for.jobs)
        report = json.loads(mixed.end()[0])
        ended = time.monotonic()
    after = batches.judged(report)
    changed = [n for n in good if batches.told(after[n]) != batches.told(clean[n])]
    refused = [n for n in bad if after[n]["error"]]
    silent = [n for n in bad if not after[n]["error"] and not after[n]["pages"]]
    left = mixed.alive()
    lines = [
        f"inputs {len(good) + len(bad)}, outcomes {len(report['creatives'])}",
        f"bad files: refused with a cause {len(refused)}, neither refused nor read {len(silent)}",
        f"good files judged otherwise than alone: {len(changed)} {changed[:5]}",
        f"peak MB of the tree: {alone.peak >> 20} without the bad files, {mixed.peak >> 20} with",
        f"children left {len(left)}, reads of the canary {len(reads)}, connections {len(asked)}",
        f"seconds: {between - started:.0f} without, {ended - between:.0f} with",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    whole = len(report["creatives"]) == len(good) + len(bad) == len(after)
    return 0 if whole and not (changed or silent or left or reads or asked) else 1


if __name__ == "__main__":
    sys.exit(main())
