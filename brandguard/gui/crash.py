"""What nobody foresaw: written to the log, and told in plain words, with the details to copy."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandguard.settings import log_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_MAX_BYTES = 1_000_000
_log = logging.getLogger("brandguard.gui")


def start_log() -> None:
    """Log to a file that is turned over at 1 MB; without one where the folder cannot be written."""
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        file = log_folder() / "window.log"
        handler = RotatingFileHandler(file, maxBytes=_MAX_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("brandguard")
    root.addHandler(handler)
    root.setLevel(logging.INFO)


class CrashHook(QObject):
    """Stands in for Python's own hooks, in all threads, and tells in the window's."""

    _caught = Signal(object)

    def __init__(self, tell: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(tell)

    def install(self) -> None:
        """Catch from now on what is raised and not caught."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._hook(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _log.critical("uncaught", exc_info=(kind, error or kind(), trace))
        if isinstance(error, Exception):
            self._caught.emit(error)
