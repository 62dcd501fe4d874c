"""What the list of a very large library costs: time and memory to walk it and to go through it.

python tests/benchmarks/manifest_size.py [1000000]
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from brandguard.walk import Filter, collect

A_FOLDER = 1000


def make(folder: Path, count: int) -> None:
    for start in range(0, count, A_FOLDER):
        home = folder / f"campaign-{start // A_FOLDER:05}" / ("online" if start % 2 else "stampa")
        home.mkdir(parents=True)
        for i in range(start, min(start + A_FOLDER, count)):
            os.mknod(home / f"creative-{i:07}.png")


def main(count: int) -> int:
    with tempfile.TemporaryDirectory(prefix="brandguard-manifest-") as name:
        folder = Path(name)
        make(folder, count)
        began, used = time.monotonic(), time.process_time()
        manifest = collect([str(folder)], None, Filter())
        listed = time.monotonic() - began
        walked = sum(1 for _ in manifest)
        whole, used = time.monotonic() - began, time.process_time() - used
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        manifest.close()
    sys.stdout.write(
        f"{walked:,} entries listed in {listed:.1f} s, gone through after {whole:.1f} s "
        f"({used:.1f} s of the processor), peak memory {peak:.0f} MB\n"
    )
    return 0 if walked == count else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
