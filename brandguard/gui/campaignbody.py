"""One campaign from top to bottom, put on the page a little at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.barcharts import AgreementChart, PaletteChart
from brandguard.gui.campaigndata import (
    agreement_rows,
    bands,
    fact_rows,
    fact_steps,
    gravest_first,
    is_member,
    sayings,
    side_names,
    side_number,
    title_of,
)
from brandguard.gui.campaignhead import CampaignHead, quiet
from brandguard.gui.chartview import ChartBox, ChartView
from brandguard.gui.conflictcard import BetweenCard
from brandguard.gui.entry import Entry
from brandguard.gui.factstable import FactsTable
from brandguard.gui.headings import heading
from brandguard.gui.matrix import MatrixTable
from brandguard.gui.paircard import PairCard
from brandguard.gui.pictures import Thumbnails
from brandguard.gui.sayingframe import SayingFrame
from brandguard.gui.section import Section
from brandguard.gui.slices import Slices
from brandguard.gui.voicedata import Series, voice_chart
from brandguard.gui.words import messages
from brandguard.model.report import Place
from brandguard.writers.contradictions import far_apart, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QPixmap

    from brandguard.gui.backend import LearnedVoice
    from brandguard.gui.chartfile import ChartSaver
    from brandguard.gui.session import Session
    from brandguard.gui.trendchart import TrendChart
    from brandguard.gui.voicechart import VoiceWords
    from brandguard.model.coherence import Coherence, Cue
    from brandguard.model.report import CampaignReport

MOST_PAIRS = 6
_COLUMNS = 2
"""Pairs beside each other."""
_MOST_WIDE = 1180
"""Device-independent pixels: longer lines are hard to read."""


class CampaignBody(QScrollArea):
    """Sections that fill themselves in slices; asks for what it cannot do itself by signals."""

    place_wanted = Signal(str, object)
    compare_wanted = Signal(str, str)
    furthest_wanted = Signal(str)
    """Compare this creative with the one of the other side that agrees with it least."""
    accept_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(self, session: Session, saver: ChartSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = Thumbnails()
        self.slices = Slices(self)
        self.head = CampaignHead()
        self.hint = quiet("")
        self.agreement, self.trend = ChartBox(saver), ChartBox(saver)
        self.palettes, self.voice = ChartBox(saver), ChartBox(saver)
        self.no_trend = quiet(self.tr("No earlier runs of this campaign were kept."))
        self.conflicts, self.others = Section(), Section()
        self.matrix_section, self.pairs = Section(), Section()
        self.cues, self.facts, self.sayings = Section(), Section(), Section()
        self.matrix = MatrixTable()
        self.heat = ChartView(saver, self)
        self.heat.hide()  # the table shows the same; this is for files
        self.cards: list[BetweenCard] = []
        self.pair_cards: list[PairCard] = []
        self.facts_table = FactsTable()
        self._held, self._scrolled = "", 0
        self._shown = ("", "")
        self.slices.ended.connect(self._come_back)
        self.learned: Mapping[str, LearnedVoice] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hint.hide()
        self._show_row = QHBoxLayout()
        self._show_row.setSpacing(theme.SPACE)
        self.show_one = QPushButton(self.tr("Show the creative"))
        self.show_one.clicked.connect(self._show_chosen)
        self.compare_one = QPushButton(self.tr("Compare with the furthest"))
        self.compare_one.clicked.connect(self._compare_chosen)
        self.save_table = QPushButton(self.tr("Save the table…"))
        self.save_table.setMenu(QMenu(self.save_table))
        self.heat.fill_menu(self.save_table.menu())
        for button in (self.show_one, self.compare_one, self.save_table):
            self._show_row.addWidget(button)
        self._show_row.addStretch(1)
        self.matrix.chosen.connect(self.furthest_wanted)
        keep = QVBoxLayout()
        keep.setSpacing(theme.SPACE)
        keep.addWidget(self.matrix)
        keep.addLayout(self._show_row)
        self.matrix_section.add_layout(keep)
        self.facts.add(self.facts_table)
        page = QWidget()
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE * 4)
        for part in (self.hint, self.head, self.agreement, self.conflicts, self.others,
                     self.matrix_section, self.cues, self.pairs, self.facts, self.sayings,
                     self.palettes, self.voice, self.trend, self.no_trend):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        inner = QWidget()
        inner.setLayout(column)
        inner.setMaximumWidth(_MOST_WIDE)
        row = QHBoxLayout(page)
        row.setContentsMargins(theme.SPACE * 3, theme.SPACE * 2, theme.SPACE * 3, theme.SPACE * 4)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(page)

    def show_campaign(self, one: CampaignReport, words: VoiceWords) -> None:
        """Show a campaign, in slices; what was shown of another goes."""
        held = next((c for c in self.cards if c.isAncestorOf(self._focused())), None)
        finding = held.finding if held is not None else None
        self._held = finding.fingerprint if finding is not None else ""
        same = (one.name, one.folder) == self._shown
        self._scrolled = self.verticalScrollBar().value() if same else 0
        self._shown = (one.name, one.folder)
        self.slices.start(self._steps(one, words))

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self

    def _come_back(self) -> None:
        """Be where the user was before the page was drawn anew."""
        for card in self.cards:
            if self._held and card.finding is not None and card.finding.fingerprint == self._held:
                card.focus_deed()
        self._held = ""
        at = self._scrolled
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))

    def show_trend(self, chart: TrendChart | None, why: str = "") -> None:
        """Show how the campaign moved, or why that cannot be told."""
        self.trend.show_chart(chart)
        self.no_trend.setVisible(self.trend.isHidden())
        self.no_trend.setText(why or self.tr("No earlier runs of this campaign were kept."))

    def show_voice(self, one: CampaignReport, words: VoiceWords) -> None:
        """Draw the voices once more: what was learned has come."""
        self._scrolled = self.verticalScrollBar().value()
        self.slices.start(self._fill_voice(one, words))

    def _steps(self, one: CampaignReport, voice_words: VoiceWords) -> Iterator[None]:
        sides = Counter(
            entry.report.channel or ""
            for entry in self._session.rows.entries()
            if entry.report is not None and is_member(one, entry)
        )
        self.head.show_campaign(one, dict(sorted(sides.items())))
        yield
        found = one.coherence
        chart = AgreementChart(title_of(found), agreement_rows(found.dimensions)) if found else None
        self.agreement.show_chart(chart)
        yield
        yield from self._fill_cards(one)
        self._fill_matrix(found)
        yield
        yield from self._fill_cues(found)
        yield from self._fill_pairs(found)
        yield from self._fill_facts(one)
        yield from self._fill_sayings(found)
        brand = self.tr("Brand")
        made = bands(found, self._session.profile, brand) if found else ()
        self.palettes.show_chart(
            PaletteChart(messages().text("report.side_palettes"), made) if made else None
        )
        yield
        yield from self._fill_voice(one, voice_words)

    def _fill_cards(self, one: CampaignReport) -> Iterator[None]:
        for section in (self.conflicts, self.others):
            section.clear()
        self.cards = []
        words = messages()
        self.conflicts.say(words.text("report.contradictions"))
        self.others.say(words.text("report.findings"))
        for found, conflict in sorted(told(one), key=gravest_first):
            card = BetweenCard(found, conflict)
            card.place_wanted.connect(self.place_wanted)
            card.compare_wanted.connect(self.compare_wanted)
            card.accept_wanted.connect(self.accept_wanted)
            card.take_back_wanted.connect(self.take_back_wanted)
            self.cards.append(card)
            (self.conflicts if conflict is not None else self.others).add(card)
            yield

    def _fill_matrix(self, found: Coherence | None) -> None:
        words = messages()
        some = found is not None and bool(found.creatives)
        self.matrix_section.setVisible(some)
        if not some or found is None:
            return
        both = len(set(found.sides)) > 1
        title = words.text("report.matrix" if both else "report.matrix_within")
        self.matrix_section.say(title, words.text("report.matrix_note"))
        self.matrix.show_rows(found)
        self.heat.show_chart(self.matrix.matrix.chart(title))
        more = max(found.creatives_compared, len(found.creatives)) - len(found.creatives)
        if more > 0:
            text = words.text("report.more_rows", creatives=words.count("creatives", more))
            self.matrix_section.note.setText(f"{words.text('report.matrix_note')} {text}")

    def _fill_cues(self, found: Coherence | None) -> Iterator[None]:
        self.cues.clear()
        words = messages()
        self.cues.say(self.tr("Missing, though the others have it"))
        lacking: dict[Cue, list[str]] = {}
        for row in found.creatives if found else ():
            for cue in row.missing:
                lacking.setdefault(cue, []).append(row.path)
        for name, paths in lacking.items():
            names = ", ".join(Entry(path).name for path in paths[:8])
            names += f" … + {len(paths) - 8}" if len(paths) > 8 else ""  # noqa: PLR2004
            self.cues.add(quiet(f"◇ {words.name('cue', name)}: {names}"))
            yield

    def _fill_pairs(self, found: Coherence | None) -> Iterator[None]:
        self.pairs.clear()
        self.pair_cards = []
        chosen = far_apart(found.pairs, MOST_PAIRS) if found else []
        words = messages()
        note = words.text(
            "report.pairs_note", shown=words.count("pairs", len(chosen)),
            compared=found.pairs_compared if found else 0,
        )  # fmt: skip
        self.pairs.say(words.text("report.pairs"), note)
        if not chosen:
            return
        grid = QGridLayout()
        grid.setSpacing(theme.SPACE * 2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.pairs.add_layout(grid)
        for place, pair in enumerate(chosen):
            pictures = (self._picture(pair.one), self._picture(pair.other))
            card = PairCard(pair, pictures)
            paths = (pair.one, pair.other)
            card.pressed.connect(lambda both=paths: self.compare_wanted.emit(*both))
            self.pair_cards.append(card)
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
            yield

    def _picture(self, path: str) -> tuple[QPixmap | None, str]:
        entry = self._session.rows.get(path)
        views = entry.report.page_views if entry is not None and entry.report is not None else ()
        page = views[0] if views else None
        return self._thumbnails.of(page), page.text if page is not None else ""

    def _fill_facts(self, one: CampaignReport) -> Iterator[None]:
        said: tuple[dict, dict] = ({}, {})  # type: ignore[type-arg]  # Said, twice
        if one.coherence is not None:
            yield from fact_steps(one, self._session.rows.entries(), said)
        rows = fact_rows(one, said)
        self.facts.setVisible(bool(rows))
        self.facts.say(messages().text("report.each_side_says"))
        if rows and one.coherence is not None:
            self.facts_table.show_rows(rows, side_names(one.coherence))
        yield

    def _fill_sayings(self, found: Coherence | None) -> Iterator[None]:
        self.sayings.clear()
        sides = sayings(found) if found else ()
        if found is None or not sides:
            return
        words = messages()
        self.sayings.say(words.text("report.headlines"))
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE * 3)
        self.sayings.add_layout(columns)
        for name, side in zip(side_names(found), sides, strict=True):
            column = QVBoxLayout()
            column.setSpacing(theme.SPACE)
            column.addWidget(heading(name, 3))
            columns.addLayout(column, 1)
            if not side:
                column.addWidget(quiet(words.text("report.nothing_said")))
            for saying in side:
                frame = SayingFrame(saying)
                place = Place(page=saying.headline_page, span=saying.headline_span)
                frame.pressed.connect(lambda p=saying.path, at=place: self.place_wanted.emit(p, at))
                column.addWidget(frame)
                yield
            column.addStretch(1)

    def _fill_voice(self, one: CampaignReport, words: VoiceWords) -> Iterator[None]:
        if one.coherence is None:
            self.voice.show_chart(None)
            return
        names = side_names(one.coherence)
        spoken: list[list] = [[] for _ in names]  # type: ignore[type-arg]  # voices of each side
        for entry in self._session.rows.entries():
            if entry.features is not None and is_member(one, entry):
                side = side_number(one, entry)
                if side is not None:
                    spoken[side] += entry.features.voices
            yield
        series = [Series(n, tuple(v)) for n, v in zip(names, spoken, strict=True)]
        name = messages().name("dimension", "voice")
        self.voice.show_chart(voice_chart(name, series, self._session.profile, self.learned, words))

    def _show_chosen(self) -> None:
        if self.matrix.path is not None:
            self.place_wanted.emit(self.matrix.path, Place())

    def _compare_chosen(self) -> None:
        if self.matrix.path is not None:
            self.furthest_wanted.emit(self.matrix.path)
