"""Where the keyboard is: the first thing in a part of the window that takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def focus_into(part: QWidget) -> bool:
    """Give the focus to a list within this part, else to the first that the Tab key reaches."""
    takers = [widget for widget in (part, *part.findChildren(QWidget)) if _takes_focus(widget)]
    lists = [widget for widget in takers if isinstance(widget, QAbstractItemView)]
    for widget in (*lists, *takers):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    return False


def _takes_focus(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & tab) and widget.isVisible() and widget.isEnabled()


def step(stops: Sequence[QWidget], by: int) -> None:
    """Move the focus to the next (1) or previous (−1) of these parts, round and round."""
    shown = [stop for stop in stops if stop.isVisible()]
    now = QApplication.focusWidget() or (shown[0].window().focusWidget() if shown else None)
    at = next((i for i, stop in enumerate(shown) if now and stop.isAncestorOf(now)), -1)
    start = max(at, 0) if by < 0 else at
    for offset in range(1, len(shown) + 1):
        if focus_into(shown[(start + by * offset) % len(shown)]):
            return
