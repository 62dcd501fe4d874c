"""Two creatives side by side: what they share, and where they say or look otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.barcharts import AgreementChart, PaletteChart
from brandguard.gui.campaigndata import FactRow, agreement_rows, band, brand_band, fact_rows
from brandguard.gui.campaignhead import Figure, quiet
from brandguard.gui.chartview import ChartBox
from brandguard.gui.compareside import CompareSide, Together
from brandguard.gui.conflictcard import BetweenCard
from brandguard.gui.factstable import FactsTable
from brandguard.gui.headings import heading
from brandguard.gui.icons import icon
from brandguard.gui.section import Section
from brandguard.gui.slices import Slices
from brandguard.gui.task import Task, forget_all
from brandguard.gui.voicedata import Series, voice_chart
from brandguard.gui.words import messages
from brandguard.writers.contradictions import told
from brandguard.writers.html_plan import gather

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from brandguard.gui.backend import LearnedVoice
    from brandguard.gui.chartfile import ChartSaver
    from brandguard.gui.compareside import Spoken
    from brandguard.gui.entry import Entry
    from brandguard.gui.session import Session
    from brandguard.gui.voicechart import VoiceChart, VoiceWords
    from brandguard.model.report import CampaignReport

_HEIGHTS = [420, 320]


class ComparePage(QWidget):
    """Both creatives above, all figures and words below. Alt+Left goes back."""

    back_wanted = Signal()
    place_wanted = Signal(str, object)

    def __init__(
        self, session: Session, saver: ChartSaver, words: VoiceWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._voice_words = session, words
        self._tasks: list[Task[CampaignReport]] = []
        tasks = self._tasks
        self.destroyed.connect(lambda: forget_all(tasks))
        self.report: CampaignReport | None = None
        self.learned: Mapping[str, LearnedVoice] = {}
        self.slices = Slices(self)
        self.one = CompareSide(session, self.tr("First creative"))
        self.other = CompareSide(session, self.tr("Second creative"))
        self._together = Together(self.one.canvas, self.other.canvas)
        self.figure = Figure(messages().text("report.agreement"))
        self.agreement, self.palettes, self.voice = (ChartBox(saver) for _ in range(3))
        self.conflicts, self.facts = Section(), Section()
        self.table = FactsTable()
        self.hint = quiet("")
        self.cards: list[BetweenCard] = []
        self._make_bar()
        self._lay_out()
        self._connect()

    def _make_bar(self) -> None:
        self.back = QAction(self.tr("Back"), self)
        self.back.setShortcuts([QKeySequence("Alt+Left"), QKeySequence("Backspace")])
        self.back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back.setIcon(icon("back", self.palette()))
        self.back.triggered.connect(self.back_wanted)
        self.addAction(self.back)
        self.back_button = QToolButton()
        self.back_button.setDefaultAction(self.back)
        self.back_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back_button.setIconSize(QSize(20, 20))
        self.back_button.setToolTip(self.tr("Back to the campaign (Alt+Left)"))
        self.back_button.setAccessibleName(self.back.text())
        self.sync = QCheckBox(self.tr("&Zoom both together"))
        self.sync.setChecked(True)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.SPACE * 2)
        bar.addWidget(self.back_button)
        bar.addWidget(heading(self.tr("Side by side")))
        bar.addStretch(1)
        bar.addWidget(self.sync)
        pictures = QSplitter(Qt.Orientation.Horizontal)
        for side in (self.one, self.other):
            pictures.addWidget(side)
        pictures.setChildrenCollapsible(False)
        pictures.setSizes([500, 500])
        self.facts.add(self.table)
        self.facts.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.SPACE, theme.SPACE * 2, theme.SPACE * 3)
        column.setSpacing(theme.SPACE * 3)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE * 4)
        top.addWidget(self.agreement, 1)
        top.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.hint)
        column.addLayout(top)
        for part in (self.conflicts, self.facts, self.palettes, self.voice):
            column.addWidget(part)
        column.addStretch(1)
        self.details = QScrollArea()
        self.details.setWidgetResizable(True)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setWidget(inner)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(pictures)
        halves.addWidget(self.details)
        halves.setChildrenCollapsible(False)
        halves.setSizes(_HEIGHTS)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.SPACE * 2, theme.SPACE, theme.SPACE * 2, 0)
        page.setSpacing(theme.SPACE)
        page.addLayout(bar)
        page.addWidget(halves, 1)

    def _connect(self) -> None:
        self.sync.toggled.connect(lambda on: setattr(self._together, "wanted", on))
        self.one.chosen.connect(lambda path: self._choose(path, self.other.entry))
        self.other.chosen.connect(lambda path: self._choose(path, self.one.entry, second=True))
        for side in (self.one, self.other):
            side.spot_pressed.connect(self.point_at)
        self._session.rejudged.connect(self._again)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the scheme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "back"):
            self.back.setIcon(icon("back", self.palette()))

    def compare(self, one: str, other: str) -> bool:
        """Compare two open creatives; tell whether both are."""
        first, second = self._session.rows.get(one), self._session.rows.get(other)
        if first is None or second is None or first.report is None or second.report is None:
            self._session.said.emit(self.tr("One of these creatives is not open any more."))
            return False
        self._offer(first, second)
        self.one.show_entry(first)
        self.other.show_entry(second)
        self._ask(first, second)
        return True

    def _offer(self, first: Entry, second: Entry) -> None:
        """Offer for each side what belongs to the campaign of one of the two."""
        wanted = {e.report.campaign for e in (first, second) if e.report is not None}
        names = [
            (entry.path, entry.name)
            for entry in self._session.rows.entries()
            if entry.report is not None and entry.report.campaign in wanted
        ]
        self.one.offer(names, first.path)
        self.other.offer(names, second.path)

    def _choose(self, path: str, kept: Entry | None, *, second: bool = False) -> None:
        if kept is None:
            return
        both = (kept.path, path) if second else (path, kept.path)
        if path == kept.path:
            self._session.said.emit(self.tr("Choose two different creatives."))
            shown = (self.other if second else self.one).entry
            if shown is not None:
                both = (kept.path, shown.path) if second else (shown.path, kept.path)
        self.compare(*both)

    def _again(self) -> None:
        if self.isVisible() and self.one.entry is not None and self.other.entry is not None:
            self.compare(self.one.entry.path, self.other.entry.path)

    def _ask(self, first: Entry, second: Entry) -> None:
        profile, compare = self._session.profile, self._session.backend.compare
        if profile is None or first.report is None or second.report is None:
            return
        one, other = [(first.report, first.features)], [(second.report, second.features)]
        while self._tasks:
            self._tasks.pop().forget()
        self.hint.setText(self.tr("Comparing…"))
        self.hint.show()
        self._tasks.append(
            Task(lambda: compare(one, other, profile), self._show, self._session.failed.emit)
        )

    def _show(self, report: CampaignReport) -> None:
        self.report = report
        self.slices.start(self._steps(report))

    def _steps(self, report: CampaignReport) -> Iterator[None]:
        found = report.coherence
        self.hint.setVisible(found is None)
        self.hint.setText(self.tr("One of the two could not be read: nothing can be compared."))
        self.figure.show_value(found.score if found is not None else None)
        name = self.tr("Agreement by dimension")
        rows = agreement_rows(found.dimensions) if found is not None else ()
        self.agreement.show_chart(AgreementChart(name, rows) if rows else None)
        yield
        self._frame(report)
        yield
        yield from self._fill_cards(report)
        self._fill_facts(report)
        yield
        self.palettes.show_chart(self._palettes(report))
        yield
        self.voice.show_chart(self._voices())

    def _frame(self, report: CampaignReport) -> None:
        """Give a number to what is at odds, and frame where each of the two says so."""
        spoken: dict[str, list[Spoken]] = {}
        for number, (found, conflict) in enumerate(told(report)):
            for side in conflict.sides if conflict is not None else ():
                severity = found.severity if found is not None else "note"
                spoken.setdefault(side.path, []).append((number, severity, side.place))
        logos = any(
            d.dimension == "logo" and d.score is not None and d.score < 100.0  # noqa: PLR2004
            for d in (report.coherence.dimensions if report.coherence else ())
        )
        for side_ in (self.one, self.other):
            path = side_.entry.path if side_.entry is not None else ""
            side_.show_spoken(spoken.get(path, ()), logos=logos)

    def point_at(self, index: int) -> None:
        """Point at one thing that is at odds, in both creatives."""
        self.one.choose(index)
        self.other.choose(index)
        if 0 <= index < len(self.cards):
            self.details.ensureWidgetVisible(self.cards[index])

    def _fill_cards(self, report: CampaignReport) -> Iterator[None]:
        self.conflicts.clear()
        self.cards = []
        self.conflicts.say(self.tr("At odds"))
        for number, (found, conflict) in enumerate(told(report)):
            shown = number + 1 if conflict is not None else None
            card = BetweenCard(found, conflict, number=shown, deeds=False)
            card.place_wanted.connect(lambda *_, at=number: self.point_at(at))
            self.cards.append(card)
            self.conflicts.add(card)
            yield

    def _sides(self) -> tuple[Entry, Entry] | None:
        one, other = self.one.entry, self.other.entry
        return None if one is None or other is None else (one, other)

    def _fill_facts(self, report: CampaignReport) -> None:
        sides = self._sides()
        if sides is None:
            return
        said: tuple[dict, dict] = ({}, {})  # type: ignore[type-arg]  # Said, twice
        for mine, entry in zip(said, sides, strict=True):
            if entry.report is not None:
                gather(mine, entry.report)
        rows = (*fact_rows(report, said), *self._address(report))
        self.facts.say(messages().text("report.each_side_says"))
        self.facts.setVisible(bool(rows))
        if rows:
            self.table.show_rows(rows, tuple(entry.name for entry in sides))

    def _address(self, report: CampaignReport) -> tuple[FactRow, ...]:
        """Give how both address their reader, as a row of the table."""
        sides, words = self._sides(), messages()
        spoken = tuple(
            ", ".join(
                words.name(f"address_{one.language}", one.address)
                for one in (entry.report.addressed if entry.report is not None else ())
            )
            for entry in sides or ()
        )
        if not any(spoken):
            return ()
        at_odds = any(conflict.fact is None for conflict in report.conflicts)
        return (FactRow(self.tr("Form of address"), at_odds, spoken),)

    def _palettes(self, report: CampaignReport) -> PaletteChart | None:
        sides = self._sides()
        if sides is None or report.coherence is None or not any(report.coherence.palettes):
            return None
        made = [
            band(entry.name, swatches)
            for entry, swatches in zip(sides, report.coherence.palettes, strict=True)
            if swatches
        ]
        own = brand_band(self.tr("Brand"), self._session.profile)
        bands = (*made, own) if own is not None else tuple(made)
        return PaletteChart(messages().text("report.side_palettes"), bands)

    def _voices(self) -> VoiceChart | None:
        sides = self._sides() or ()
        series = [
            Series(e.name, e.features.voices if e.features is not None else ()) for e in sides
        ]
        name = messages().name("dimension", "voice")
        return voice_chart(name, series, self._session.profile, self.learned, self._voice_words)
