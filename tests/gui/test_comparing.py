"""A newer edit ends the comparison of the one before, whose thread would hold it up."""

import threading
import time
from dataclasses import replace


def test_a_comparison_ends_where_nobody_waits_for_it(window, creatives, qtbot):
    began, ended = threading.Event(), threading.Event()

    def together(judged, profile, go_on):
        del judged, profile
        began.set()
        try:
            while True:
                go_on()
                time.sleep(0.01)
        finally:
            ended.set()

    session = window.session
    session.backend = replace(session.backend, together=together)
    session.add(creatives[:1])
    qtbot.waitUntil(began.is_set)
    assert not ended.is_set()
    session.judge_again()
    qtbot.waitUntil(ended.is_set)
    session.backend = replace(session.backend, together=lambda *_: ())
    qtbot.waitUntil(lambda: not session._comparing._soon.isActive())
