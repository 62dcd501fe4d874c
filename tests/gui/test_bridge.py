"""Events from a thread reach the window in order, in slices, and stop when it says so."""

import threading
import time

from brandguard.gui.bridge import SLICE_S, Bridge, Ended


class Listener:
    def __init__(self, work_s=0.0):
        self.got = []
        self.flushes = []
        self.work_s = work_s

    def handle(self, event):
        if self.work_s:
            time.sleep(self.work_s)
        self.got.append(event)

    def flush(self):
        self.flushes.append(len(self.got))


def test_all_events_come_in_order_and_the_end_last(qtbot):
    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    bridge.start(lambda: iter(range(1000)))
    qtbot.waitUntil(lambda: not bridge.running)
    assert listener.got == [*range(1000), Ended()]
    assert listener.flushes[-1] == 1001
    bridge.close()


def test_slow_handling_is_cut_into_slices(qtbot):
    listener = Listener(work_s=SLICE_S)
    bridge = Bridge(listener.handle, listener.flush)
    bridge.start(lambda: iter(range(5)))
    qtbot.waitUntil(lambda: not bridge.running)
    steps = [b - a for a, b in zip([0, *listener.flushes], listener.flushes, strict=False)]
    assert max(steps) == 1  # each event took a whole slice, so none shared one
    bridge.close()


def test_an_error_is_the_last_event(qtbot):
    def broken():
        yield 1
        raise ValueError("no")

    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    bridge.start(broken)
    qtbot.waitUntil(lambda: not bridge.running)
    assert listener.got[0] == 1
    assert str(listener.got[1].error) == "no"
    bridge.close()


def test_cancelling_closes_the_generator_in_its_own_thread(qtbot):
    closed_in = []
    waiting = threading.Event()

    def endless():
        try:
            yield from range(10**9)
        finally:
            closed_in.append(threading.current_thread().name)
            waiting.set()

    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    bridge.start(endless)
    qtbot.waitUntil(lambda: len(listener.got) > 300)
    bridge.cancel()
    seen = len(listener.got)
    assert waiting.wait(5)
    qtbot.wait(30)
    assert len(listener.got) == seen
    assert closed_in == ["brandguard-review"]
    bridge.close()


def test_a_new_run_takes_the_place_of_the_old_one(qtbot):
    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    hold = threading.Event()

    def first():
        yield "old"
        hold.wait(5)
        yield "late"

    bridge.start(first)
    qtbot.waitUntil(lambda: listener.got == ["old"])
    bridge.start(lambda: iter(["new"]))
    hold.set()
    qtbot.waitUntil(lambda: not bridge.running)
    qtbot.wait(30)
    assert listener.got == ["old", "new", Ended()]
    bridge.close()
