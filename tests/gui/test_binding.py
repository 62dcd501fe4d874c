"""The binding itself: what a release of PySide may break without anybody noticing at first."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_a_call_that_returns_nothing_does_not_use_up_none():
    """PySide 6.12.0 takes a reference of None at each call: before Python 3.12, where None is not
    immortal, the program dies by «deallocating None» after some thousand calls."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("thing")
    assert sys.getrefcount(None) > before - CALLS // 2
