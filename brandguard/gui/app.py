"""Opens the window."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from brandguard import __version__
from brandguard.gui import garbage, theme
from brandguard.gui.backend import real
from brandguard.gui.crash import CrashHook, start_log
from brandguard.gui.icons import app_icon
from brandguard.gui.keeper import Keeper
from brandguard.gui.mainwindow import MainWindow
from brandguard.gui.memory import Memory
from brandguard.gui.oneinstance import Listener, hand_over
from brandguard.gui.session import Session
from brandguard.gui.speech import speak
from brandguard.gui.task import end_all
from brandguard.settings import session_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

_LOOK_FOR_SIGNALS_MS = 250
_SWITCH_S = 0.0005
"""Qt lets go of Python's lock at every call and must win it back from the thread that judges. With
Python's own 5 ms each brush stroke may wait so long: 200 rows then came with gaps of 0.4 s."""


def run(paths: Sequence[str], profile: str | None = None) -> int:
    """Open the window with these creatives and this profile; gives the exit code at its close."""
    app = make_app()
    memory = Memory()
    speak(app, memory.language)
    theme.wear(app, memory.scheme)
    if profile is None and hand_over(paths):
        return 0  # a window is open: it has the paths now
    start_log()
    backend = real()
    session = Session(backend)
    window = MainWindow(session, memory)
    hook = CrashHook(window.tell, app)
    hook.install()
    window.show()
    garbage.look_through_at_rest(app)
    listener = Listener(parent=app)
    listener.opened.connect(window.open_paths)
    keeper = Keeper(window, session_file())
    if profile is not None and paths:
        session.add_with_profile(paths, Path(profile))
    elif profile is not None:
        session.open_profile(Path(profile))
    elif paths:
        session.add(paths)
    else:
        keeper.restore()
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    pulse = QTimer(app)  # Python hears signals only while it runs
    pulse.timeout.connect(lambda: None)
    pulse.start(_LOOK_FOR_SIGNALS_MS)
    try:
        return app.exec()
    finally:
        listener.close()
        session.close()
        backend.close()  # ends the workers, and with them what a thread may be waiting for
        session.wait()
        end_all()


def make_app() -> QApplication:
    """Give the one application, with its name, icon and a text size that can be read."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    sys.setswitchinterval(_SWITCH_S)
    garbage.spare()
    app.setApplicationName("brandguard")
    app.setApplicationDisplayName("BrandGuard")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("brandguard")
    app.setWindowIcon(app_icon())
    app.setFont(readable(app.font()))
    return app


def readable(font: QFont) -> QFont:
    """Give the system's font, larger where it would be smaller than 12 px."""
    if 0 < font.pointSizeF() < theme.LEAST_POINTS:
        font.setPointSizeF(theme.LEAST_POINTS)
    return font
