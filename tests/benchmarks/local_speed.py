"""What the program costs over bare decoding and measuring, and what a second worker gives.

    python tests/benchmarks/local_speed.py [120]

Pictures of two million pixels. The bare loop is one process that calls the readers and measures and
nothing else; the program judges, keeps and writes besides, from its first file to its last. Starts
are timed apart, with as few pictures as make it load what it loads for many.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from PIL import Image, ImageDraw

from brandguard.workers.local import PRELOAD_FROM

BARE = """
import os, sys, time
from pathlib import Path
from brandguard.cli.common import load
from brandguard.engine import wanted_for
from brandguard.readers import Limits
from brandguard.workers import warm
from brandguard.workers.task import Job, measure_job
files = sorted(Path("in").rglob("*.jpg"))
wanted = wanted_for(load(Path("_brand.yml"), ())[0])
measure_job(Job(str(files[0]), str(files[0].absolute())), wanted, Limits())
began, used = time.monotonic(), time.process_time()
for file in files:
    measure_job(Job(str(file), str(file.absolute())), wanted, Limits())
print(time.monotonic() - began, time.process_time() - used)
"""
PROFILE = """\
meta: {name: Acme}
color:
  palette: {red: "#D7263D", ink: "#1B1B1E", paper: "#FFFFFF"}
"""


def make(folder: Path, count: int) -> None:
    """Draw pictures with planes, a gradient and the grain of a photograph."""
    chance, noise = random.Random(5), np.random.default_rng(5)
    (folder / "in" / "online").mkdir(parents=True)
    (folder / "_brand.yml").write_text(PROFILE)
    ramp = np.linspace(0, 255, 1600)[None, :, None] * np.ones((1250, 1, 3))
    for i in range(count):
        grain = ramp * np.array([chance.random() for _ in range(3)]) + noise.normal(
            0, 6, ramp.shape
        )
        picture = Image.fromarray(grain.clip(0, 255).astype(np.uint8))
        draw = ImageDraw.Draw(picture)
        for _ in range(10):
            x, y = chance.randrange(1600), chance.randrange(1250)
            fill = f"#{chance.randrange(1 << 24):06X}"
            draw.rectangle((x, y, x + chance.randrange(700), y + chance.randrange(500)), fill=fill)
        picture.save(folder / "in" / "online" / f"{i:04}.jpg", quality=90)
    (folder / "few" / "online").mkdir(parents=True)
    for i in range(PRELOAD_FROM):
        name = Path("online", f"{i:04}.jpg")
        (folder / "few" / name).hardlink_to(folder / "in" / name)


def environment() -> dict[str, str]:
    one = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}
    return {**os.environ, **one}


def used_by(process: psutil.Process, seen: dict[tuple[int, float], float]) -> None:
    """Keep the processor seconds of a process and all below it."""
    try:
        for one in (process, *process.children(recursive=True)):
            times = one.cpu_times()
            seen[one.pid, one.create_time()] = times.user + times.system
    except psutil.Error:
        return


def check(folder: Path, path: str, jobs: int) -> tuple[float, float]:
    """Run the program without its store; gives wall and processor seconds of all its processes."""
    command = [sys.executable, "-m", "brandguard", "check", path, "--jobs", str(jobs), "--no-cache",
               "--no-ocr", "--no-history", "--exit-zero", "-q", "--format", "json",
               "--output", str(folder / "report.json")]  # fmt: skip
    began, seen = time.monotonic(), {}
    process = subprocess.Popen(command, cwd=folder, env=environment())
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        used_by(watched, seen)
        time.sleep(0.1)
    return time.monotonic() - began, sum(seen.values())


def bare(folder: Path) -> float:
    """Give the processor seconds of the bare loop. A machine's speed drifts within minutes."""
    out = subprocess.run(
        [sys.executable, "-c", BARE], cwd=folder, env=environment(), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    return float(out.stdout.split()[1])


def main(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="brandguard-speed-") as name:
        folder = Path(name)
        make(folder, count)
        first = {jobs: check(folder, "few", jobs) for jobs in (1, 2)}
        before = bare(folder)
        whole = {1: check(folder, "in", 1)}
        bare_used = (before + bare(folder)) / 2
        whole[2] = check(folder, "in", 2)
        say(f"bare, before and after one worker: {bare_used:.1f} processor s for {count}")
        for jobs, (wall, used) in whole.items():
            start = f"a start with {PRELOAD_FROM} {first[jobs][0]:.1f} s, {first[jobs][1]:.1f}"
            say(f"{jobs} workers: {wall:.1f} s, {used:.1f} processor s; {start}")
        steady = {jobs: whole[jobs][0] - first[jobs][0] for jobs in (1, 2)}
        say(f"2 workers against 1: {whole[1][0] / whole[2][0]:.2f} in all, "
            f"{steady[1] / steady[2]:.2f} without the start")  # fmt: skip
        more = (whole[1][1] - first[1][1]) / (bare_used * (count - PRELOAD_FROM) / count) - 1
        say(f"processor time of the program over bare measuring, without the start: {more:+.1%}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 120)
