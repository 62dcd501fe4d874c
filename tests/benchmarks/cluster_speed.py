"""What a cluster costs against one machine, and what it bears: a killed worker, a killed client.

    python tests/benchmarks/cluster_speed.py [2000]

A scheduler and two worker processes on this machine against `--jobs 2`, the same creatives. Beside
wall time stands the processor time of all processes together, which a busy machine does not change.
"""

from __future__ import annotations

import filecmp
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean

import psutil
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[1] / "workers"))

from dask_cluster import Cluster

TURNS = 2
"""A machine's speed drifts by a tenth within minutes: local runs and those of the cluster take
turns."""
PROFILE = """\
meta: {name: Acme}
color:
  palette: {red: "#D7263D", ink: "#1B1B1E", paper: "#FFFFFF"}
"""


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def make(folder, count):
    chance = random.Random(7)
    (folder / "in" / "online").mkdir(parents=True)
    (folder / "_brand.yml").write_text(PROFILE)
    for i in range(count):
        picture = Image.new("RGB", (600, 600), "#FFFFFF")
        draw = ImageDraw.Draw(picture)
        for _ in range(12):
            x, y = chance.randrange(600), chance.randrange(600)
            colour = f"#{chance.randrange(1 << 24):06X}"
            draw.rectangle(
                (x, y, x + chance.randrange(300), y + chance.randrange(300)), fill=colour
            )
        picture.save(folder / "in" / "online" / f"{i:06}.png")
    (folder / "in" / "online" / "poison.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing follows")


def seconds_of(pids):
    """Processor seconds of these processes and all below them, those that ended included."""
    total = 0.0
    for pid in pids:
        try:
            process = psutil.Process(pid)
            for each in (process, *process.children(recursive=True)):
                times = each.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
        except psutil.Error:
            continue
    return total


def check(folder, name, *options, home, kill_after=None, paths=("in",)):
    """Run a check; gives wall and processor seconds of its own processes, and the report."""
    report = folder / f"{name}.json"
    command = [sys.executable, "-m", "brandguard", "check", *paths, "--format", "json", "-q",
               "--exit-zero", "--output", str(report), *options]  # fmt: skip
    env = {**os.environ, "HOME": str(folder / home), "OMP_NUM_THREADS": "1"}
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=env)
    used = 0.0
    while process.poll() is None:
        used = max(used, seconds_of([process.pid]))
        if kill_after is not None and kill_after():
            process.kill()
        time.sleep(0.2)
    return time.monotonic() - began, used, report


def main(count):
    with tempfile.TemporaryDirectory(prefix="brandguard-cluster-") as name:
        folder = Path(name)
        make(folder, count)
        local = check(folder, "local", "--jobs", "2", "--no-cache", home="a")
        say(f"local, 2 workers: {local[0]:.1f} s, {local[1]:.1f} processor s")
        cluster = Cluster(folder)
        cluster.scheduler()
        try:
            for _ in range(2):
                cluster.worker()
            time.sleep(5)
            spread(folder, cluster, local)
            broken(folder, cluster, local)
        finally:
            cluster.stop()


def spread(folder, cluster, local):
    pids = [p.pid for p in cluster.processes]
    some = sorted(f"in/online/{f.name}" for f in (folder / "in" / "online").iterdir())[:64]
    check(folder, "warm", "--cluster", cluster.address, "--no-cache", home="b", paths=some)
    locals_, spreads = [local], []
    for turn in range(TURNS):
        before = seconds_of(pids)
        wall, used, report = check(
            folder, "cluster", "--cluster", cluster.address, "--no-cache", home="b"
        )
        used += seconds_of(pids) - before
        spreads.append((wall, used))
        same = filecmp.cmp(local[2], report, shallow=False)
        say(f"cluster, 2 workers, warm: {wall:.1f} s, {used:.1f} processor s; same bytes: {same}")
        locals_.append(check(folder, f"local {turn}", "--jobs", "2", "--no-cache", home="a"))
        say(f"local again: {locals_[-1][0]:.1f} s, {locals_[-1][1]:.1f} processor s")
    longer, more = (
        mean(each[at] for each in spreads) / mean(each[at] for each in locals_) - 1 for at in (0, 1)
    )
    say(f"overhead in processor time: {more:+.1%}, in wall time: {longer:+.1%}")


def broken(folder, cluster, local):
    count = len(list((folder / "in" / "online").iterdir()))

    def kill_worker():
        if len(cluster.kept) > count // 4 and cluster.processes[-1].poll() is None:
            cluster.processes[-1].send_signal(signal.SIGKILL)
        return False

    _, _, report = check(
        folder, "killed", "--cluster", cluster.address, home="c", kill_after=kill_worker
    )
    say(f"one worker killed -9: same bytes: {filecmp.cmp(local[2], report, shallow=False)}")
    cluster.worker()
    for kept in cluster.kept:
        kept.unlink()
    check(folder, "gone", "--cluster", cluster.address, home="d",
          kill_after=lambda: len(cluster.kept) > count // 2)  # fmt: skip
    time.sleep(5)  # what was begun is finished and kept
    before = {f: f.stat().st_ino for f in cluster.kept}
    _, _, report = check(folder, "again", "--cluster", cluster.address, home="d")
    again = sum(1 for f in cluster.kept if before.get(f, 0) not in {0, f.stat().st_ino})
    say(f"client killed -9 with {len(before)} of {count} kept; done again: {again}; "
          f"same bytes: {filecmp.cmp(local[2], report, shallow=False)}")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
