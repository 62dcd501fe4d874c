"""`watch`: a saved creative is judged at once, by workers that stay; Ctrl-C ends it."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest
from small_brand import FOREIGN, PROFILE, RED, card

WAIT = 90

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")


class Watching:
    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "brandguard", "watch", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self.lines = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, part):
        """Give the lines up to the one that holds `part`."""
        said = []
        while not said or part not in said[-1]:
            said.append(self.lines.get(timeout=WAIT))
        return said


@pytest.fixture
def watching(brand):
    assert brand.is_dir()
    made = Watching("spring")
    made.until("Ctrl-C")
    time.sleep(1)  # the system's own watch begins a moment after the words
    yield made
    made.process.kill()
    made.process.wait()
    made.process.stdout.close()


def test_what_is_saved_is_judged_and_what_is_not_ours_is_left(brand, watching):
    card(brand / "spring" / ".hidden.png", FOREIGN)
    card(brand / "spring" / "online" / "new.png", FOREIGN, RED)
    said = watching.until("spring/online/new.png")
    assert not [line for line in said if "hidden" in line]
    while "✓" not in said[-1] and "▲" not in said[-1]:
        said += watching.until("spring/online/new.png")
    workers = {p.pid for p in psutil.Process(watching.process.pid).children(recursive=True)}

    (brand / "_brand.yml").write_text(PROFILE.replace("banned: [cheap]", "banned: [shiny]"))
    (brand / "spring" / "online" / "new.txt").write_text("Our shiny shoes are here.")
    said = watching.until("spring/online/new.txt")
    assert any("TRM001 fail" in line for line in said)
    assert workers & {p.pid for p in psutil.Process(watching.process.pid).children(recursive=True)}

    (brand / "_brand.yml").write_text("meta: [")
    (brand / "spring" / "online" / "new.txt").write_text("Our shiny shoes are still here.")
    said = watching.until("brandguard:")
    assert any("TRM001 fail" in line for line in watching.until("spring/online/new.txt"))

    children = psutil.Process(watching.process.pid).children(recursive=True)
    os.killpg(watching.process.pid, signal.SIGINT)
    assert watching.process.wait(timeout=WAIT) == 130
    psutil.wait_procs(children, timeout=10)
    assert not [c for c in children if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize("path", ["-", "s3://bucket/x"])
def test_only_folders_of_this_machine_can_be_watched(command, path):
    answer = command("watch", path)
    assert answer.code == 2
    assert "this machine" in answer.err


def test_a_folder_that_is_not_there_is_a_wrong_call(brand, command):
    answer = command("watch", "nowhere", "--profile", brand / "_brand.yml")
    assert answer.code == 2
    assert "nowhere" in answer.err
