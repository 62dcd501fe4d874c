"""Ctrl-C ends a run in good order: what was judged is shown, nobody is left behind."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from hostile_files import endless_pdf
from small_brand import FOREIGN, card


@pytest.mark.skipif(os.name == "nt", reason="signals are Unix's")
def test_what_was_judged_is_kept_and_no_worker_stays(brand):
    card(brand / "in" / "0.png", FOREIGN)
    (brand / "in" / "1.pdf").write_bytes(endless_pdf())
    command = [sys.executable, "-m", "brandguard", "check", "in", "--format", "concise"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    first = process.stdout.readline()
    children = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=60)
    assert b"0.png" in first
    assert process.returncode == 130
    assert b"Interrupted: 1 of 2" in errors
    assert b"Traceback" not in errors
    assert b"1.pdf" not in rest
    until = time.monotonic() + 10
    while time.monotonic() < until and any(c.is_running() for c in children):
        time.sleep(0.1)
    assert not [c for c in children if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]
