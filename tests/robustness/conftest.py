"""The files that other tests make serve here too."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "readers"), str(TESTS / "cli")]
