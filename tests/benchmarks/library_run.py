"""A library of very many small creatives: judged, killed on the way, gone on with, judged anew.

    python tests/benchmarks/library_run.py [--count 100000] [--kills 3] [--jobs 2] [--folder F]

Prints the parent's memory on the way, what the kills cost, whether every creative was judged once
in the end, and how fast the same library is judged by another profile, from the store alone.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from PIL import Image, ImageDraw

PROFILE = """\
meta: {{name: Acme}}
color:
  palette: {{red: "#D7263D", ink: "#1B1B1E", paper: "#FFFFFF"}}
defaults:
  brandguard:
    colour: {{tolerance: {tolerance}}}
"""
JUDGED = """
import sys, time
from pathlib import Path
from brandguard.cli.common import load
from brandguard.engine import Judged, Request, review
from brandguard.settings import cache_file
brand, reference = load(Path(sys.argv[1]), ())
count, began = 0, None
for event in review(Request(("in",), cache=cache_file(), ocr=False), brand, reference):
    if isinstance(event, Judged):
        began = began or (time.monotonic(), time.process_time())
        count += 1
        last = (time.monotonic(), time.process_time())
print(count / (last[0] - began[0]), count / (last[1] - began[1]))
"""
"""Judges from the store and writes nothing: what a window or another program does."""
SIDE = 96
COLOURS = ("#D7263D", "#1B1B1E", "#F2B441", "#2A6F97")
A_CAMPAIGN = 1000
MARKS = (1_000, 10_000, 100_000)


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def make(folder, count):
    """Draw the creatives: a few rectangles each, all different, half online and half in print."""
    chance = random.Random(7)
    for i in range(count):
        channel = "online" if i % 2 else "stampa"
        home = folder / "in" / f"campaign-{i // A_CAMPAIGN:04}" / channel
        if i % A_CAMPAIGN < 2:
            home.mkdir(parents=True, exist_ok=True)
        picture = Image.new("RGB", (SIDE, SIDE), "#FFFFFF")
        draw = ImageDraw.Draw(picture)
        for _ in range(3):
            x, y = chance.randrange(SIDE), chance.randrange(SIDE)
            fill = chance.choice((*COLOURS, f"#{chance.randrange(1 << 24):06X}"))
            draw.rectangle(
                (x, y, x + chance.randrange(8, 60), y + chance.randrange(8, 60)), fill=fill
            )
        picture.save(home / f"{i:06}.png")


def profile(folder, tolerance):
    file = folder / f"tolerance-{tolerance}.yml"
    file.write_text(PROFILE.format(tolerance=tolerance))
    return file


def environment(folder):
    """Keep the program's own files below the folder."""
    own = {**os.environ, "HOME": str(folder), "OMP_NUM_THREADS": "1"}
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        own[f"XDG_{kind}_HOME"] = str(folder / kind.lower())
    return own


def judged_alone(folder, brand):
    """Say how fast the library is judged from the store, nothing written, by wall and processor."""
    told = subprocess.run([sys.executable, "-c", JUDGED, str(brand)], cwd=folder, check=True,
                          env=environment(folder), capture_output=True, text=True)  # fmt: skip
    wall, used = map(float, told.stdout.split())
    say(f"judged from the store, nothing written: {wall:,.0f} a second, {used:,.0f} a processor's")


class Check:
    """One run of the program over the library; its lines of JSON go to a file."""

    def __init__(self, folder, brand, name, jobs):
        self.out = folder / f"{name}.jsonl"
        command = [sys.executable, "-m", "brandguard", "check", "in", "--profile", str(brand),
                   "--format", "jsonl", "--jobs", str(jobs), "--no-ocr", "--exit-zero", "-q",
                   "--no-history"]  # fmt: skip
        self.began = time.monotonic()
        with self.out.open("wb") as out:
            self.process = subprocess.Popen(
                command, cwd=folder, stdout=out, env=environment(folder)
            )
        self.at = {}
        self.peak = 0
        self._read, self._lines = 0, 0

    def lines(self):
        """Count the creatives that are told so far, a few more bytes at a time."""
        with self.out.open("rb") as stream:
            stream.seek(self._read)
            data = stream.read()
        self._read += len(data)
        self._lines += data.count(b"\n")
        return self._lines

    def wait(self, kill_at=None):
        """Wait for the end, or kill it at a number of creatives; gives how many were told."""
        me = psutil.Process(self.process.pid)
        while self.process.poll() is None:
            try:
                rss = me.memory_info().rss
            except psutil.Error:
                break
            self.peak = max(self.peak, rss)
            done = self.lines()
            for mark in MARKS:
                if done >= mark:
                    self.at.setdefault(mark, rss)
            if kill_at is not None and done >= kill_at:
                self.process.kill()
            time.sleep(0.1)
        self.process.wait()
        self.seconds = time.monotonic() - self.began
        return self.lines()


def creatives(file):
    """Walk the creatives that a run told."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            if told["type"] == "creative":
                yield told


def memory(run):
    marks = ", ".join(f"{mark:,}: {rss / 1e6:.0f}" for mark, rss in run.at.items())
    return f"parent's memory in MB at {marks}; peak {run.peak / 1e6:.0f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="Keep the library here.")
    asked = parser.parse_args()
    if asked.folder:
        return library(asked.folder, asked)
    with tempfile.TemporaryDirectory(prefix="brandguard-library-") as name:
        return library(Path(name), asked)


def library(folder, asked):
    if not (folder / "in").is_dir():
        make(folder, asked.count)
    brand, other = profile(folder, 5.0), profile(folder, 9.0)
    chance, told = random.Random(3), 0
    for number in range(asked.kills):
        run = Check(folder, brand, "killed", asked.jobs)
        aim = (number + chance.uniform(0.3, 0.9)) * asked.count / (asked.kills + 1)
        told = run.wait(aim)
        say(f"kill {number + 1} at {told:,} after {run.seconds:.0f} s; {memory(run)}")
    run = Check(folder, brand, "whole", asked.jobs)
    run.wait()
    times = collections.Counter(c["path"] for c in creatives(run.out))
    again = [path for path, count in times.items() if count != 1]
    say(f"in the end {len(times):,} of {asked.count:,} judged, more than once: {len(again)}; "
        f"{run.seconds:.0f} s; {memory(run)}")  # fmt: skip
    good = len(times) == asked.count and not again
    for brand_, name in ((brand, "same"), (other, "other")):
        run = Check(folder, brand_, name, asked.jobs)
        run.wait()
        say(f"warm, {name} profile: {asked.count / run.seconds:,.0f} a second with start and "
            f"report, {run.seconds:.1f} s; {memory(run)}")  # fmt: skip
        good = good and run.process.returncode == 0
    judged_alone(folder, other)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
