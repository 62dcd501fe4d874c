"""The right column of the profile editor: what the edits change on what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.editor.effect import Effect, Standing, effect
from brandguard.gui.editor.section import Muted, heading
from brandguard.gui.entry import Entry
from brandguard.gui.rejudge import Rejudge
from brandguard.gui.tint import TintLabel
from brandguard.gui.words import messages, state_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from brandguard.gui.editor.editing import Editing
    from brandguard.model.profile import Profile
    from brandguard.model.report import CreativeReport

_MOST_RULES = 12


class Baseline:
    """How what is open stands under the saved profile; what is missing is judged in slices.

    What was judged by the saved profile itself costs nothing.
    """

    def __init__(self, editing: Editing) -> None:
        self._editing = editing
        self._by: Profile | None = None
        self.standings: dict[str, Standing] = {}
        self.error: BaseException | None = None
        """Why the saved profile cannot judge."""
        self.rejudge = Rejudge(self._put, lambda: None, editing)

    def renew(self) -> None:
        """Take what the session has judged by the saved profile, and judge the rest."""
        saved, session = self._editing.saved_profile, self._editing.session
        if saved is not self._by:
            self._by, self.standings, self.error = saved, {}, None
            self.rejudge.stop()
        entries = session.rows.entries()
        if saved is not None and session.profile is saved:
            self.standings = {e.path: Standing.of(e.report) for e in entries if e.report}
            return
        missing = [e for e in entries if e.path not in self.standings and e.features is not None]
        if missing and saved is not None and not self.rejudge.running and self.error is None:
            judge = session.backend.judge
            self.rejudge.start(lambda: judge(saved, once=True), missing)

    def _put(self, report: CreativeReport) -> None:
        self.standings[report.path] = Standing.of(report)


class EffectPane(QScrollArea):
    """Counts by verdict and rule, and the creatives whose verdict turned."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self.baseline = Baseline(editing)
        self.baseline.rejudge.ended.connect(self._show)
        self.baseline.rejudge.failed.connect(self._fail)
        self.effect: Effect | None = None
        self._titles = heading(self.tr("Effect"), 1.1)
        self.summary = Muted()
        self.summary.setWordWrap(True)
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(theme.SPACE)
        self._flagged_title, self._clean_title = heading("", 1.0), heading("", 1.0)
        self.flagged, self.clean = self._list(), self._list()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        session = editing.session
        for signal in (session.rejudged, editing.changed, editing.saved_changed):
            signal.connect(self._later.start)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what has changed while nobody looked."""
        super().showEvent(event)
        self._later.start()

    def _list(self) -> QListWidget:
        found = QListWidget()
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.itemActivated.connect(self._go)
        found.itemClicked.connect(self._go)
        return found

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*([theme.SPACE * 2] * 4))
        column.setSpacing(theme.SPACE)
        column.addWidget(self._titles)
        column.addWidget(self.summary)
        column.addLayout(self._counts)
        for title, found in ((self._flagged_title, self.flagged), (self._clean_title, self.clean)):
            column.addSpacing(theme.SPACE)
            column.addWidget(title)
            column.addWidget(found)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(248)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show(self) -> None:
        if not self.isVisible():
            return  # at the end of each run it would count thousands for nobody
        editing = self._editing
        self.baseline.renew()
        entries = editing.session.rows.entries()
        now = {e.path: Standing.of(e.report) for e in entries if e.report is not None}
        self.effect = effect(self.baseline.standings, now)
        self._say(len(now))
        self._show_counts(self.effect)
        turned = (
            (self.flagged, self._flagged_title, self.tr("Newly flagged"), self.effect.flagged),
            (self.clean, self._clean_title, self.tr("Newly clean"), self.effect.clean),
        )
        for found, title, words, paths in turned:
            title.setText(f"{words} ({len(paths)})")
            found.setAccessibleName(words)
            self._fill(found, paths)
            for widget in (found, title):
                widget.setVisible(bool(paths))

    def _fail(self, error: BaseException) -> None:
        """Say why there is nothing to compare with: the counts alone would look like no change."""
        self.baseline.error = error
        self._show()

    def _say(self, count: int) -> None:
        editing, error = self._editing, self.baseline.error
        if error is not None:
            text = self.tr("What the saved version says of them could not be found out: {cause}")
            text = text.format(cause=messages().error(error))
        elif not count:
            text = self.tr("Open some creatives, and see here what each edit changes for them.")
        elif editing.problems:
            text = self.tr("The profile has problems: the last valid version stays in force.")
        elif not editing.dirty:
            text = self.tr("%n creatives open, judged by the saved profile.", "", count)
        else:
            text = self.tr("%n creatives open: saved profile → this version.", "", count)
        self.summary.setText(text)

    def _show_counts(self, found: Effect) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        words, dirty = messages(), self._editing.dirty
        rows = [(f"{theme.LOOKS[v].shape} {state_word(v)}", was, now, v)
                for v, was, now in found.verdicts]  # fmt: skip
        rows += [
            (f"{rule} {words.title(rule)}", was, now, "")
            for rule, was, now in found.rules[:_MOST_RULES]
        ]
        for at, (name, was, now, verdict) in enumerate(rows):
            label = TintLabel(verdict, name) if verdict else QLabel(name)
            label.setWordWrap(True)
            figures = QLabel(f"{was} → {now}" if dirty else f"{now}")
            figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            if was != now:
                font = figures.font()
                font.setWeight(font.Weight.DemiBold)
                figures.setFont(font)
            self._counts.addWidget(label, at, 0)
            self._counts.addWidget(figures, at, 1)
        self._counts.setColumnStretch(0, 1)

    def _fill(self, found: QListWidget, paths: Sequence[str]) -> None:
        shown = [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]
        if shown == list(paths):
            return
        found.clear()
        for path in paths:
            item = QListWidgetItem(Entry(path).name)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(path)
            found.addItem(item)
        rows = min(len(paths), 8) + 0.5
        found.setFixedHeight(int(rows * max(found.sizeHintForRow(0), theme.SPACE * 3)))

    def _go(self, item: QListWidgetItem) -> None:
        self._editing.session.select_path(str(item.data(Qt.ItemDataRole.UserRole)))
        self._editing.session.said.emit(
            self.tr("{name} is the creative that is shown").format(name=item.text())
        )
