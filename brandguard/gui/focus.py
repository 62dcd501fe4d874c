"""Where the keyboard is: the first thing in a part of the window that takes the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


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
