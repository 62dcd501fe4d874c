"""Events from a thread reach the window in order, in slices, and stop when it says so."""

import threading
import time

from PySide6.QtCore import QTimer

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


def test_between_two_slices_the_event_loop_turns(qtbot):
    listener = Listener(work_s=SLICE_S)
    bridge = Bridge(listener.handle, listener.flush)
    seen = []
    turn = QTimer()
    turn.timeout.connect(lambda: seen.append(len(listener.got)))
    turn.start(0)
    bridge.start(lambda: iter(range(5)))
    qtbot.waitUntil(lambda: not bridge.running)
    steps = [b - a for a, b in zip([0, *seen], seen, strict=False)]
    assert max(steps) == 1  # each event took a whole slice, so none shared one
    bridge.close()


def test_a_generator_that_is_fast_shuts_no_timer_out(qtbot):
    """Signals from another thread are delivered before timers, and new ones before those."""
    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(len(listener.got)))
    timer.start(1)
    bridge.start(lambda: iter(range(10**9)))
    qtbot.waitUntil(lambda: len(listener.got) > 5_000)
    bridge.cancel()
    assert len(set(ticks)) > 5
    assert listener.flushes  # what came is announced before the end
    bridge.close()


def test_the_thread_waits_while_the_window_has_something_to_do(qtbot, monkeypatch):
    monkeypatch.setattr("brandguard.gui.bridge.AHEAD_S", 0.0)
    monkeypatch.setattr("brandguard.gui.bridge.PATIENCE_S", 60.0)
    listener = Listener()
    bridge = Bridge(listener.handle, listener.flush)
    made = []

    def numbers():
        for number in range(3):
            made.append(number)
            yield number

    bridge.start(numbers)
    while not made:
        time.sleep(0.001)
    time.sleep(0.02)  # the window is busy with this: it does not turn
    assert made == [0]
    qtbot.waitUntil(lambda: not bridge.running)
    assert listener.got == [0, 1, 2, Ended()]
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
