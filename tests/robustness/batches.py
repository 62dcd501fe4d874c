"""Batches of good and bad files, run as people run them, with the tree of processes watched."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import bad_files
import psutil
import small_brand

SECONDS_TO_DIE = 10
SLOW = frozenset({"bomb.pdf", "itself.pdf", "wall.pdf", "world.pdf", "uses.svg", "deep.html"})
"""Bad files that keep a worker for seconds."""


def build(folder, good, bad, slow=True):
    """Write so many good and bad files; gives both lists of names.

    Without `slow` there is but one file that takes until its time is up.
    """
    folder.mkdir(parents=True)
    well = bad_files.good_files(good)
    kinds = [(n, d) for n, d in bad_files.bad_files().items() if slow or n not in SLOW]
    ill = {}
    for i in range(bad):
        name, data = kinds[i % len(kinds)]
        ill[f"bad-{i:03}-{name}"] = data
    for name, data in {**well, **ill}.items():
        (folder / name).write_bytes(data)
    return sorted(well), sorted(ill)


def brand(folder):
    """Write a small profile beside the batch."""
    file = folder / "_brand.yml"
    file.write_text(small_brand.PROFILE)
    return file


class Run:
    """One run of the program, its children counted and weighed until it ends."""

    def __init__(self, home, *arguments, jobs=2, timeout=20):
        environment = {**os.environ, "HOME": str(home)}
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            environment[f"XDG_{name}_HOME"] = str(home / name.lower())
        command = [sys.executable, "-m", "brandguard", "check", *map(str, arguments)]
        command += ["--jobs", str(jobs), "--timeout", str(timeout), "--no-ocr", "--exit-zero"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        self.peak = 0
        self.children = {}
        self._watch = threading.Thread(target=self._weigh)
        self._watch.start()

    def _weigh(self):
        try:
            me = psutil.Process(self.process.pid)
        except psutil.Error:
            return
        while self.process.poll() is None:
            total = 0
            try:
                tree = [me, *me.children(recursive=True)]
            except psutil.Error:
                break
            for one in tree:
                try:
                    total += one.memory_info().rss
                    self.children.setdefault((one.pid, one.create_time()), one)
                except psutil.Error:
                    continue
            self.peak = max(self.peak, total)
            time.sleep(0.05)

    def end(self):
        """Wait for it; gives what it printed."""
        out, err = self.process.communicate()
        self._watch.join()
        return out, err

    def wait_for_children(self):
        """Return as soon as it has any, or has ended without."""
        while len(self.children) < 2 and self.process.poll() is None:
            time.sleep(0.05)

    def kill(self):
        """End the parent as the kernel would when memory is short."""
        self.process.kill()
        self.end()

    def alive(self):
        """Give the processes of the run that live on, after the time they have to leave."""
        until = time.monotonic() + SECONDS_TO_DIE
        while self._living() and time.monotonic() < until:
            time.sleep(0.1)
        return self._living()

    def _living(self):
        living = []
        for one in self.children.values():
            try:
                if one.is_running() and one.status() != psutil.STATUS_ZOMBIE:
                    living.append(one.pid)
            except psutil.Error:
                continue
        return living


def judged(report):
    """Give a report's creatives by name."""
    return {Path(creative["path"]).name: creative for creative in report["creatives"]}


def told(creative):
    """Give what is said of a creative: all but what depends on its neighbours."""
    return {key: creative[key] for key in ("score", "verdict", "error", "findings", "palette")}


def whole(file):
    """Tell whether a report is absent or complete, never half."""
    if not file.exists():
        return True
    json.loads(file.read_bytes())
    return True
