"""When Python looks for cyclic garbage: not through all that it holds while somebody works.

Whenever a quarter more has come, Python goes through every object there is, in whatever thread is
at it, and holds its lock meanwhile: with 300 creatives open the window stood for 110 to 190 ms.
What is open is no garbage; the little that is, of widgets gone, can wait until nobody looks.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

YOUNG = 2_000
"""New objects after which the youngest are looked through, in less than a millisecond."""
MIDDLE = 5
"""So many times, and those that stayed are looked through once more, in some milliseconds."""
ALL = 1_000
"""So many of these, ten million objects, before all are looked through whoever looks on."""


def spare() -> None:
    """Have the young objects alone looked through."""
    gc.set_threshold(YOUNG, MIDDLE, ALL)


def look_through_at_rest(app: QGuiApplication) -> None:
    """Go through all objects when the user turns to another program."""
    gc.freeze()  # modules and widgets of the start stay: they need not be looked at again

    def turned(state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            gc.collect()

    app.applicationStateChanged.connect(turned)
