"""Which creative is shown, which page of it, and which of its findings is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from brandguard.gui.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brandguard.gui.entry import Entry
    from brandguard.model.report import Finding, Place


class Selection(QObject):
    """The open creatives and what of them is in view: the part of a session that only looks."""

    current_changed = Signal()
    """Another creative is shown, or the one that is shown has got its report."""
    page_changed = Signal()
    finding_changed = Signal()
    pointed_changed = Signal()
    """Something between creatives points at a place of the one that is shown, or no longer."""
    said = Signal(str)
    """One sentence for the user that asks for nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.order: Callable[[], Sequence[str]] = self.rows.paths
        """Gives the paths in the order in which the list shows them."""
        self.page = 1
        self.finding: int | None = None
        self.pointed: Place | None = None
        """A place that no finding of the creative itself speaks of: a side of a contradiction."""
        self._current: str | None = None

    @property
    def current(self) -> Entry | None:
        """The creative that is shown."""
        return self.rows.get(self._current) if self._current is not None else None

    @property
    def current_row(self) -> int:
        """Its row, −1 where none is shown."""
        return self.rows.row_of(self._current) if self._current is not None else -1

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the creative that is shown, in the order of its report."""
        entry = self.current
        return entry.report.findings if entry is not None and entry.report is not None else ()

    def select(self, row: int) -> None:
        """Show the creative of this row."""
        entry = self.rows.at(row)
        if entry is not None:
            self.select_path(entry.path)

    def select_path(self, path: str) -> None:
        """Show the creative of this path, if it is open."""
        if path == self._current or self.rows.get(path) is None:
            return
        self._current, self.page, self.finding, self.pointed = path, 1, None, None
        self.current_changed.emit()

    def point_at(self, path: str, place: Place) -> None:
        """Show a creative, if it is open, at this place."""
        if self.rows.get(path) is None:
            return
        self.select_path(path)
        self.select_finding(None)
        self.turn_to(place.page or 1)
        self.pointed = place
        self.pointed_changed.emit()

    def turn_to(self, page: int) -> None:
        """Show this page of the creative, as far as it has it."""
        report = self.current.report if self.current else None
        page = min(max(page, 1), max(len(report.page_views), 1) if report else 1)
        if page != self.page:
            self.page = page
            self.page_changed.emit()

    def select_finding(self, index: int | None) -> None:
        """Point at one finding of the creative that is shown, turning to its page."""
        if index is not None and not 0 <= index < len(self.findings):
            return
        self.finding = index
        if self.pointed is not None:
            self.pointed = None
            self.pointed_changed.emit()
        if index is not None:
            self.turn_to(self.findings[index].place.page or self.page)
        self.finding_changed.emit()

    def step_finding(self, step: int) -> None:
        """Go to the next (1) or previous (−1) finding, also of the next creatives."""
        start = -1 if step > 0 else len(self.findings)
        index = (self.finding if self.finding is not None else start) + step
        if 0 <= index < len(self.findings):
            self.select_finding(index)
            return
        paths = self.order()
        at = paths.index(self._current) if self._current in paths else -1
        for path in paths[at + 1 :] if step > 0 else reversed(paths[: max(at, 0)]):
            entry = self.rows.get(path)
            if entry is not None and entry.report is not None and entry.report.findings:
                self.select_path(path)
                self.select_finding(0 if step > 0 else len(self.findings) - 1)
                return
        self.said.emit(self.tr("No more findings this way."))
