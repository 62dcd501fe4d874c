"""Where the program begins: `brandguard`, and `python -m brandguard`."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    multiprocessing.freeze_support()  # first of all: a frozen program's workers begin here too
    from brandguard.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
