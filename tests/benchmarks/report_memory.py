"""What reports of very many creatives cost: peak memory, time and size, by format and number.

    python tests/benchmarks/report_memory.py [--keep FOLDER] [--only FORMAT,…] 1000 10000

The creatives are made up, in the measure of real ones (a picture of 20 kB, a page of text, findings
in two of three), and lie in a Spool on disk, as those of a real run do. Each report is written in a
process of its own, so that the peak is its own.
"""

from __future__ import annotations

import base64
import io
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "writers"))

import campaign_report
import numpy as np
import sample_report
from PIL import Image

from brandguard.messages import Messages
from brandguard.model.coherence import CreativeAgreement
from brandguard.model.report import CreativeReport, Report, Summary
from brandguard.spool import Spool
from brandguard.writers import BY_NAME, write_file

FORMATS = ("html", "json", "xlsx", "csv", "sarif", "junit")
PICTURES = 40
CAMPAIGN = 100
"""Creatives of one campaign."""
WORDS = (
    "Scopra la nuova cucina che abbiamo disegnato per Lei, con il piano in pietra e i cassetti che "
    "si chiudono da soli. Venga a trovarci in negozio, oppure scriva a cucine@acme.example: "
)


def picture(seed: int) -> str:
    """Make a thumbnail as a photograph on a flyer gives one: 15 to 25 kB."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 256, (45, 32, 3)).astype(np.uint8)
    image = Image.fromarray(coarse).resize((254, 360), Image.Resampling.BICUBIC)
    grain = np.asarray(image, float) + chance.normal(0, 9, (360, 254, 3))
    data = io.BytesIO()
    Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8)).save(data, "JPEG", quality=72)
    return base64.b64encode(data.getvalue()).decode()


def creatives(many: int):
    """Make creatives: a third fails with six findings, the others pass."""
    pictures = [picture(seed) for seed in range(PICTURES)]
    for i in range(many):
        made = sample_report.failing() if i % 3 == 0 else sample_report.passing()
        name = "offline/flyer" if i % 2 else "online/post"
        campaign = f"campaign-{i // CAMPAIGN:03d}"
        view = replace(
            made.page_views[0], thumbnail=pictures[i % PICTURES],
            text=sample_report.TEXT + "\n" + WORDS * 4,
        )  # fmt: skip
        yield replace(
            made, path=f"work/{campaign}/{name}-{i:05d}.png", campaign=campaign,
            page_views=(view,), score=made.score - i % 7,
        )  # fmt: skip


def campaigns(many: int):
    """Make campaigns of CAMPAIGN creatives each, as full as one gets."""
    base = campaign_report.campaign()
    row = base.coherence.creatives[0]
    for number in range(min(-(-many // CAMPAIGN), 20)):
        name = f"campaign-{number:03d}"
        paths = [
            f"work/{name}/online/post-{i:05d}.png"
            for i in range(number * CAMPAIGN, number * CAMPAIGN + 60, 2)
        ]
        rows = tuple(CreativeAgreement(p, "online", row.score, row.dimensions) for p in paths)
        pairs = tuple(
            replace(base.coherence.pairs[0], one=a, other=b)
            for a, b in zip(paths[:6], paths[6:], strict=False)
        )
        coherence = replace(base.coherence, creatives=rows, pairs=pairs, sayings=())
        (conflict,) = base.conflicts
        sides = tuple(replace(s, path=p) for s, p in zip(conflict.sides, paths, strict=False))
        yield replace(
            base, name=name, folder=f"work/{name}", coherence=coherence, findings=(),
            conflicts=(replace(conflict, sides=sides),) * 4,
        )  # fmt: skip


def one(name: str, many: int, file: Path) -> None:
    """Write one report and print what it cost."""
    spool = Spool(CreativeReport)
    for creative in creatives(many):
        spool.append(creative)
    report = Report(
        "0.1.0", sample_report.report().profile,
        Summary(many, passed=many - -(-many // 3), failed=-(-many // 3), score=73.0), spool,
        tuple(campaigns(many)), sample_report.report().brand_palette,
    )  # fmt: skip
    began = time.perf_counter()
    write_file(report, file, BY_NAME[name], Messages.load("en"))
    took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"mb": peak, "seconds": took, "size": file.stat().st_size}))
    spool.close()


def main(arguments: list[str]) -> None:
    """Run every format with every number."""
    folder, formats = Path("/tmp"), FORMATS
    if "--keep" in arguments:
        at = arguments.index("--keep")
        folder = Path(arguments[at + 1])
        del arguments[at : at + 2]
    if "--only" in arguments:
        at = arguments.index("--only")
        formats = tuple(arguments[at + 1].split(","))
        del arguments[at : at + 2]
    folder.mkdir(parents=True, exist_ok=True)
    for name in formats:
        for many in map(int, arguments or ["1000", "10000"]):
            file = folder / f"report-{many}{BY_NAME[name].suffix}"
            command = [sys.executable, __file__, "--one", name, str(many), str(file)]
            environment = os.environ | {"OMP_NUM_THREADS": "1"}
            done = subprocess.run(
                command, check=True, capture_output=True, text=True, env=environment
            )
            cost = json.loads(done.stdout)
            sys.stdout.write(
                f"{name:6} {many:6} creatives  {cost['mb']:6.0f} MB peak  "
                f"{cost['seconds']:6.1f} s  {cost['size'] / 1e6:7.1f} MB file\n"
            )  # fmt: skip
            sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        main(sys.argv[1:])
