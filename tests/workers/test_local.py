import ast
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import hostile
import psutil
import pytest

from brandguard.measures.everything import Wanted
from brandguard.model.features import Features
from brandguard.readers import Limits
from brandguard.workers.local import MEGABYTE, LocalWorkers, Watchdog
from brandguard.workers.task import Job

CODES = {
    "loop": "SYS009", "sleep": "SYS009", "regex": "SYS009", "segfault": "SYS011", "abort": "SYS011",
    "leave": "SYS011", "memory": "SYS010", "raising": "SYS011", "unpicklable": "SYS011",
}  # fmt: skip


@pytest.fixture
def workers():
    pool = LocalWorkers(2, timeout_s=4.0, max_memory_mb=300, preload=False)
    yield pool
    pool.close()


def run(pool, names, *, ordered=True):
    jobs = [Job(name, name) for name in names]
    return list(pool.run(jobs, Wanted(), Limits(), ordered=ordered, function=hostile.act))


def test_every_deed_costs_its_own_file_and_no_other(workers):
    names = [f"good-{i}" for i in range(60)]
    for i, deed in enumerate(CODES):
        names.insert(3 + 6 * i, deed)
    outcomes = run(workers, names)
    assert [o.job.path for o in outcomes] == names
    for outcome in outcomes:
        if outcome.job.path in CODES:
            assert outcome.result.code == CODES[outcome.job.path], outcome
            assert outcome.result.facts["file"] == outcome.job.path
        else:
            assert isinstance(outcome.result, Features), outcome


def test_without_order_a_slow_file_holds_nobody_up(workers):
    outcomes = run(workers, ["sleep", *(f"good-{i}" for i in range(20))], ordered=False)
    assert [o.job.path for o in outcomes][-1] == "sleep"
    assert len(outcomes) == 21


def test_closing_a_run_gives_up_the_rest_and_the_pool_serves_on(workers):
    jobs = (Job(f"good-{i}", "") for i in range(10_000))
    running = workers.run(jobs, Wanted(), Limits(), ordered=True, function=hostile.act)
    next(running)
    running.close()
    assert len(list(jobs)) > 9_900, "the rest was never handed out"
    assert isinstance(run(workers, ["good"])[0].result, Features)


@pytest.mark.parametrize("preload", [False, True])
def test_a_worker_has_one_thread_a_library(tmp_path, preload):
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "if __name__ == '__main__':\n"
        "    import hostile\n"
        "    from brandguard.workers.local import LocalWorkers\n"
        f"    pool = LocalWorkers(1, timeout_s=60.0, max_memory_mb=300, preload={preload})\n"
        "    print(pool.call(hostile.threads))\n"
        "    pool.close()\n"
    )
    environment = {name: value for name, value in os.environ.items() if "THREADS" not in name}
    told = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=environment, check=True
    )
    threads = ast.literal_eval(told.stdout)
    assert "openmp" in threads
    assert set(threads.values()) == {1}


def test_no_worker_is_left_when_the_parent_is_killed(tmp_path):
    here = Path(__file__).parent
    script = tmp_path / "parent.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(here)!r})\n"
        "if __name__ == '__main__':\n"
        "    import hostile\n"
        "    from brandguard.measures.everything import Wanted\n"
        "    from brandguard.readers import Limits\n"
        "    from brandguard.workers.local import LocalWorkers\n"
        "    from brandguard.workers.task import Job\n"
        "    pool = LocalWorkers(2, timeout_s=60.0, max_memory_mb=300, preload=False)\n"
        "    jobs = [Job('good', ''), Job('sleep', ''), Job('sleep', '')]\n"
        "    run = pool.run(jobs, Wanted(), Limits(), ordered=True, function=hostile.act)\n"
        "    for outcome in run:\n"
        "        print('one', flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE)
    assert parent.stdout.readline() == b"one\n"
    children = psutil.Process(parent.pid).children(recursive=True)
    assert children
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 10
    while time.monotonic() < until and any(_alive(c) for c in children):
        time.sleep(0.1)
    assert not [c for c in children if _alive(c)]


def _alive(process):
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


class Weighed:
    """A process as the watchdog sees it."""

    def __init__(self, pid, rss=100 * MEGABYTE):
        self.pid, self.rss, self.ended, self.weighed = pid, rss, False, 0

    def memory_info(self):
        self.weighed += 1
        if self.ended:
            raise psutil.NoSuchProcess(self.pid)
        return SimpleNamespace(rss=self.rss)

    def kill(self):
        self.ended = True


class Parent:
    def __init__(self, *children):
        self.alive, self.scans = list(children), 0

    def children(self, *, recursive):
        assert recursive
        self.scans += 1
        return list(self.alive)


def test_the_watchdog_weighs_often_and_looks_for_new_workers_once_a_second():
    one, two = Weighed(1), Weighed(2)
    parent, watchdog = Parent(one, two), Watchdog(300 * MEGABYTE)
    for tenth in range(10):
        watchdog.look(parent, tenth / 10)
    assert (parent.scans, one.weighed) == (1, 10)
    two.rss += 301 * MEGABYTE
    watchdog.look(parent, 0.95)
    assert watchdog.killed == {2}, "without another scan"
    assert (two.ended, one.ended, parent.scans) == (True, False, 1)
    new = Weighed(2, rss=500 * MEGABYTE)  # the number of the one that was killed
    parent.alive = [one]
    watchdog.look(parent, 1.0)
    parent.alive = [one, new]
    watchdog.look(parent, 2.0)
    assert parent.scans == 3
    assert not new.ended, "it is weighed against what it held itself"
    new.rss = 701 * MEGABYTE
    watchdog.look(parent, 2.1)
    assert new.ended
