"""The report view: the whole run as a page that can be read, printed and handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.bars import Bar, Bars, Histogram
from brandguard.gui.centred import centred
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.runfigures import Figures, figures
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import counted, messages, number, state_word
from brandguard.gui.worstcard import WorstCard
from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from brandguard.gui.session import Session

_WIDTH = 1040
_PATIENCE_MS = 300
_RUNNING_MS = 1_000
"""While results come in, the page is counted anew this often."""
MOST_WORST = 12
MOST_RULES = 12
MOST_CAMPAIGNS = 12


class ReportPage(QWidget):
    """Score, verdicts, rules, campaigns, the worst creatives, and what could not be measured."""

    export_wanted = Signal()
    print_wanted = Signal()
    preview_wanted = Signal()
    creative_wanted = Signal(str)

    _stale = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.figures = Figures()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.count)
        self._make_widgets()
        self._lay_out()
        for signal in (session.counts_changed, session.rejudged, session.campaigns_changed):
            signal.connect(self._changed)
        session.profile_changed.connect(self._changed)

    def _make_widgets(self) -> None:
        words = messages()
        self._title = ElidedLabel()
        self._lead = TintLabel(QUIET)
        self.export_button = QPushButton(self.tr("Export…"))
        self.print_button = QPushButton(self.tr("Print…"))
        self.preview_button = QPushButton(self.tr("Print preview…"))
        self.export_button.clicked.connect(self.export_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.preview_button.clicked.connect(self.preview_wanted)
        self._score = QLabel()
        self._states = QLabel()
        self._states.setTextFormat(Qt.TextFormat.RichText)
        self._states.setWordWrap(True)
        self._spread = Histogram(self.tr("How the scores are spread"))
        self.accepted = QCheckBox()
        self.accepted.toggled.connect(self.count)
        self.rules = Bars(self.tr("Rules that were broken"))
        self._unbroken = QLabel(self.tr("No rule was broken."))
        self.campaigns = Bars(words.text("report.campaigns"))
        self.coverage = Bars(words.text("report.coverage"))
        self._reasons = TintLabel(QUIET)
        self._reasons.setWordWrap(True)
        self._clean = QLabel(self.tr("Nothing found that is off brand."))
        self._cards: list[WorstCard] = []
        self._more = TintLabel(QUIET)
        self.more_rules, self.more_campaigns = TintLabel(QUIET), TintLabel(QUIET)

    def _lay_out(self) -> None:
        self._enlarge(self._title, 1.5)
        self._enlarge(self._score, 2.6)
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(*([theme.SPACE * 3] * 4))
        column.setSpacing(theme.SPACE * 2)
        column.addLayout(self._head())
        column.addWidget(_line())
        column.addLayout(self._glance())
        column.addWidget(self.accepted, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._tables())
        column.addWidget(_heading(self.tr("Creatives that need work")))
        column.addWidget(self._clean)
        self._worst = QVBoxLayout()
        self._worst.setSpacing(theme.SPACE)
        column.addLayout(self._worst)
        column.addWidget(self._more)
        column.addWidget(_heading(messages().text("report.measured")))
        column.addWidget(self.coverage)
        column.addWidget(self._reasons)
        column.addStretch(1)
        self._area = centred(page, self.tr("Report"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE // 2)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addLayout(words, 1)
        for button in (self.export_button, self.print_button, self.preview_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _glance(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE * 3)
        score = QVBoxLayout()
        score.setSpacing(0)
        score.addWidget(self._score)
        score.addWidget(TintLabel(QUIET, messages().text("report.score")))
        score.addStretch(1)
        row.addLayout(score)
        row.addWidget(self._states, 3)
        row.addWidget(self._spread, 2)
        return row

    def _tables(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE * 4)
        grid.setVerticalSpacing(theme.SPACE)
        grid.addWidget(_heading(self.tr("Creatives by rule")), 0, 0)
        grid.addWidget(self.rules, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._unbroken, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.more_rules, 2, 0)
        grid.addWidget(_heading(self.tr("Score by campaign")), 0, 1)
        grid.addWidget(self.campaigns, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.more_campaigns, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

    def _enlarge(self, label: QLabel, factor: float) -> None:
        font = label.font()
        font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * factor)
        font.setWeight(font.Weight.DemiBold)
        label.setFont(font)

    # Counting

    def showEvent(self, event: QShowEvent) -> None:
        """Count what has changed while the page was not in view."""
        super().showEvent(event)
        if self._stale:
            self.count()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the verdicts in the scheme's colours."""
        super().changeEvent(event)
        types = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if event.type() in types and not self._stale:
            self._show_states()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible() and not self._later.isActive():
            running = self._session.progress.running
            self._later.start(_RUNNING_MS if running else _PATIENCE_MS)

    def count(self) -> None:
        """Count anew and show it."""
        self._stale = False
        self.figures = figures(self._session.rows.every(), accepted=self.accepted.isChecked())
        self._show_head()
        self._show_bars()
        self._show_worst()
        self._say_more(self.more_rules, len(self.figures.rules) - MOST_RULES)
        self._say_more(self.more_campaigns, len(self.figures.campaigns) - MOST_CAMPAIGNS)
        self._say_more(self._more, len(self.figures.worst) - MOST_WORST)

    def _show_head(self) -> None:
        now, words, profile = self.figures, messages(), self._session.profile
        name = display_text(profile.name) if profile is not None else ""
        self._title.setText(name or words.text("report.kind"))
        lead = words.count("creatives", now.creatives)
        if self._session.progress.running:
            lead = f"{lead} · {self.tr('the run goes on')}"
        self._lead.setText(lead)
        self._score.setText(number(now.score) if now.score is not None else "–")
        said = words.text("report.no_score")
        if now.score is not None:
            said = words.text("report.score_of", score=round(now.score, 1))
        self._score.setAccessibleName(said)
        self._show_states()
        self._spread.show_bins(now.bins)
        self.accepted.setText(self.tr("Count accepted findings too (%n)", "", now.accepted))
        self.accepted.setVisible(now.accepted > 0)

    def _show_states(self) -> None:
        palette = self.palette()
        lines = [
            f'<span style="color:{theme.colour(state, palette).name()}">'
            f"{theme.LOOKS[state].shape}</span>&nbsp;&nbsp;<b>{counted(many)}</b>"
            f"&nbsp;&nbsp;{state_word(state)}"
            for state, many in self.figures.states.items()
            if state != "queued"
        ]
        self._states.setText("<br>".join(lines))

    def _show_bars(self) -> None:
        now, words = self.figures, messages()
        most = max((row.creatives for row in now.rules), default=1)
        self.rules.setVisible(bool(now.rules))
        self._unbroken.setVisible(not now.rules)
        self.rules.show_bars(
            tuple(
                Bar(
                    f"{words.title(row.rule)}",
                    row.creatives / most,
                    counted(row.creatives),
                    row.severity,
                )
                for row in now.rules[:MOST_RULES]
            )
        )
        nameless = self.tr("No campaign")
        self.campaigns.show_bars(
            tuple(
                Bar(
                    f"{display_text(row.name) or nameless} ({counted(row.creatives)})",
                    (row.score or 0.0) / 100,
                    number(row.score) if row.score is not None else "–",
                    row.worst,
                )
                for row in now.campaigns[:MOST_CAMPAIGNS]
            )
        )
        self.coverage.show_bars(
            tuple(
                Bar(
                    words.name("dimension", row.dimension),
                    row.judged / max(row.all, 1),
                    self.tr("{judged} of {all}").format(
                        judged=counted(row.judged), all=counted(row.all)
                    ),
                    "pass" if row.judged == row.all else "not_evaluable",
                )
                for row in now.coverage
            )
        )
        reasons: dict[str, list[str]] = {}
        for row in now.coverage:
            if row.reason is not None:
                names = reasons.setdefault(words.note(row.reason), [])
                names.append(words.name("dimension", row.dimension))
        self._reasons.setText("\n".join(f"{', '.join(n)}: {why}" for why, n in reasons.items()))
        self._reasons.setVisible(bool(reasons))

    def _show_worst(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        accepted = self.accepted.isChecked()
        worst = self.figures.worst
        self._cards = [WorstCard(entry, accepted=accepted) for entry in worst[:MOST_WORST]]
        for card in self._cards:
            card.pressed.connect(self.creative_wanted)
            self._worst.addWidget(card)
        self._clean.setVisible(not worst and self.figures.creatives > 0)

    def _say_more(self, label: TintLabel, left: int) -> None:
        label.setText(self.tr("%n more: the exported report shows them all", "", max(left, 0)))
        label.setVisible(left > 0)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * 1.15)
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    return line
