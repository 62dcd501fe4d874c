"""Where the window begins on Windows and macOS, where a program of the console cannot be it."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # first of all: the workers begin here too
    from brandguard.cli.app import run

    sys.exit(run(["gui", *sys.argv[1:]]))
