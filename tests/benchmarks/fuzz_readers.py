"""Real files with bytes changed, given to the readers in workers: ten CPU minutes a format.

    python tests/benchmarks/fuzz_readers.py [--seconds 600] [--only png,psd,…] [--seed 1]

Every mutant must be read or refused; a worker that dies, runs out of time or of memory costs its
one file, and is written down with its seed. Ends with 1 if the program itself falls.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))

import document_files as documents
import psd_files
import reader_files as files
import video_files

from brandguard.measures.everything import Wanted
from brandguard.model.creative import Note
from brandguard.readers import Limits
from brandguard.workers.local import LocalWorkers
from brandguard.workers.task import Job

CHUNK = 200


def seeds() -> dict[str, bytes]:
    """Give a whole file of each format, by suffix."""
    films = {suffix: video_files.film([files.RED], suffix) for suffix in video_files.CODECS}
    return {
        **files.every_format(),
        **documents.every_document(),
        **films,
        ".psd": psd_files.flyer(),
    }


def mutant(data: bytes, chance: random.Random) -> bytes:
    """Change, cut, double or move some bytes."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(out)), chance.randint(1, 64)
        deed = chance.randrange(4)
        if deed == 0:
            out[at] = chance.randrange(256)
        elif deed == 1 and len(out) > length + 1:
            del out[at : at + length]
        elif deed == 2:
            out[at:at] = out[at : at + length]
        else:
            out[at : at + 4] = chance.choice(
                (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff")
            )
    return bytes(out) or b"\0"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    asked_for = parser.parse_args()
    only = {f".{name}" for name in asked_for.only.split(",") if name}
    pool = LocalWorkers(1, timeout_s=20, max_memory_mb=1024, preload=False)
    with tempfile.TemporaryDirectory() as folder:
        for suffix, data in sorted(seeds().items()):
            if not only or suffix in only:
                told = fuzz(pool, Path(folder), suffix, data, asked_for)
                sys.stdout.write(f"{suffix:7} {told}\n")
                sys.stdout.flush()
    pool.close()
    return 0


def fuzz(
    pool: LocalWorkers, folder: Path, suffix: str, data: bytes, asked_for: argparse.Namespace
) -> str:
    """Read mutants of one file until the time is over; gives what became of them."""
    became: Counter[str] = Counter()
    until, seed = time.monotonic() + asked_for.seconds, asked_for.seed
    while time.monotonic() < until:
        jobs = []
        for _ in range(CHUNK):
            file = folder / f"{seed}{suffix}"
            file.write_bytes(mutant(data, random.Random(seed)))
            jobs.append(Job(file.name, str(file)))
            seed += 1
        wanted = Wanted(ocr=False, voice=False)
        for outcome in pool.run(jobs, wanted, Limits(), ordered=True):
            is_note = isinstance(outcome.result, Note)
            code = outcome.result.code if is_note else "read"
            became[code] += 1
            if code in {"SYS009", "SYS010", "SYS011"}:
                sys.stdout.write(f"  {code} {outcome.job.path}\n")
            Path(outcome.job.file).unlink()
    return ", ".join(f"{code} {count}" for code, count in became.most_common())


if __name__ == "__main__":
    sys.exit(main())
