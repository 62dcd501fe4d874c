"""A finding between creatives as a card: what is at odds, and every side's own words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.card import accepted_words
from brandguard.gui.chips import NumberChip
from brandguard.gui.elided import ElidedLabel
from brandguard.gui.entry import Entry
from brandguard.gui.headings import heading, wrapped
from brandguard.gui.pressframe import PressFrame
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages, plain_tip, severity_word
from brandguard.model.paths import display_path, display_text
from brandguard.model.report import Place
from brandguard.writers.contradictions import by_value, parted, value_words

if TYPE_CHECKING:
    from brandguard.model.report import Conflict, Finding, Side

_LINES = 8
"""Of a list of further sides; it scrolls."""
_SHORT = 36
"""Letters that stand in one line wherever the card is."""
_BEFORE, _AFTER = 60, 80
"""Letters around the words in question."""
_SHOWN_SIDES = 4
"""Of one value; more come on a button."""


class SideFrame(PressFrame):
    """One creative's word: its name, where, and the sentence with the words in question."""

    def __init__(self, side: Side, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        entry, words = Entry(side.path), messages()
        parts = [entry.name]
        if side.channel:
            parts.append(words.name("channel", side.channel))
        if side.place.page is not None and side.place.page > 1:
            parts.append(self.tr("page {page}").format(page=side.place.page))
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE] * 4))
        column.setSpacing(2)
        column.addWidget(ElidedLabel(text=" · ".join(parts)))
        before, found, after = parted(side)
        column.addWidget(self._quote(before, found, after, display_text(side.raw or side.value)))
        self.setToolTip(display_path(side.path))
        self.setAccessibleName(self.tr("{value}: {where}").format(value=value, where=parts[0]))
        sentence = f"{before}{found}{after}"
        self.setAccessibleDescription(" · ".join((*parts[1:], sentence)))

    def _quote(self, before: str, found: str, after: str, value: str) -> QLabel:
        """Set the words in question with some of what stands around them, in two lines.

        A height that is known beforehand spares the page hundreds of measurings of text.
        """
        if len(before) > _BEFORE:
            before = "…" + before[-_BEFORE:]
        if len(after) > _AFTER:
            after = after[:_AFTER] + "…"
        bold = f"<b>{html.escape(found)}</b>" if found else ""
        label = QLabel(f"{html.escape(before)}{bold}{html.escape(after)}")
        if not label.text():
            label.setText(f"<b>{html.escape(value)}</b>")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        label.setSizePolicy(policy)
        lines = 1 if len(before + found + after) <= _SHORT else 2
        label.setFixedHeight(lines * label.fontMetrics().lineSpacing() + 2)
        return label


class SideList(QListWidget):
    """Further sides of one value, one a row; Enter or a click goes there."""

    place_wanted = Signal(str, object)

    def __init__(self, sides: tuple[Side, ...], value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = sides
        self.setAccessibleName(value)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for side in sides:
            said = " ".join("".join(parted(side)).split()) or display_text(side.raw or side.value)
            item = QListWidgetItem(f"{Entry(side.path).name} · {said}")
            item.setToolTip(plain_tip(f"{display_path(side.path)}\n{said}"))
            self.addItem(item)
        line = self.sizeHintForRow(0) if sides else 0
        self.setFixedHeight(min(len(sides), _LINES) * line + 2 * self.frameWidth() + 2)
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)

    def _tell(self, item: QListWidgetItem) -> None:
        side = self._sides[self.row(item)]
        self.place_wanted.emit(side.path, side.place)


class BetweenCard(QFrame):
    """A finding, a conflict, or both: title, sides, what to do, and the deed of accepting it."""

    place_wanted = Signal(str, object)
    """Path and Place to go to."""
    compare_wanted = Signal(str, str)
    accept_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self,
        found: Finding | None,
        conflict: Conflict | None,
        parent: QWidget | None = None,
        *,
        number: int | None = None,
        deeds: bool = True,
    ) -> None:
        """Take both or one of them, a number if its places bear it; `deeds` offers accepting."""
        super().__init__(parent)
        self.finding, self.conflict = found, conflict
        self._number, self._deeds = number, deeds
        self._button: QPushButton | None = None
        self._words = messages()
        self._column = QVBoxLayout(self)
        pad = theme.SPACE * 2
        self._column.setContentsMargins(pad + 4, pad, pad, pad)
        self._column.setSpacing(theme.SPACE)
        self._head()
        if conflict is not None:
            self._add_sides(conflict)
        else:
            self._add_message()
        self._tail()

    @property
    def _severity(self) -> str:
        return self.finding.severity if self.finding is not None else "note"

    def _head(self) -> None:
        rule = self.finding.rule if self.finding is not None else self._rule_of_conflict()
        title = self._words.title(rule)
        if self.conflict is not None and self.conflict.fact is not None:
            title = f"{title}: {self._words.name('fact', self.conflict.fact)}"
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        severity = self._severity
        tone, word = severity, f"{theme.LOOKS[severity].shape} {severity_word(severity)}"
        if self.finding is not None and self.finding.waived is not None:
            tone, word = QUIET, f"{word} · {self._words.text('column.waived')}"
        if self._number is not None:
            row.addWidget(NumberChip(self._number, severity))
        row.addWidget(TintLabel(tone, word))
        row.addStretch(1)
        row.addWidget(TintLabel(QUIET, rule))
        self._column.addLayout(row)
        label = heading(title, 3)
        label.setWordWrap(True)
        self._column.addWidget(label)
        self.setAccessibleName(f"{severity_word(severity)}: {title}")

    def _rule_of_conflict(self) -> str:
        return self.conflict.rule if self.conflict is not None else ""

    def _add_sides(self, conflict: Conflict) -> None:
        """Set one column for each value, the sides that say so below it."""
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE * 2)
        for group in by_value(conflict):
            column = QVBoxLayout()
            column.setSpacing(theme.SPACE // 2)
            value = value_words(conflict, group[0], self._words)
            label = heading(value)
            label.setWordWrap(True)
            column.addWidget(label)
            count = len({side.path for side in group})
            column.addWidget(TintLabel(QUIET, self._words.count("creatives", count)))
            for side in group[:_SHOWN_SIDES]:
                column.addWidget(self._side(side, value))
            if len(group) > _SHOWN_SIDES:
                self._add_more(column, group[_SHOWN_SIDES:], value)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._column.addLayout(columns)

    def _side(self, side: Side, value: str) -> SideFrame:
        frame = SideFrame(side, value)
        frame.pressed.connect(lambda: self.place_wanted.emit(side.path, side.place))
        return frame

    def _add_more(self, column: QVBoxLayout, sides: tuple[Side, ...], value: str) -> None:
        """Offer the other sides as a list: hundreds of frames would take seconds to lay out."""
        button = QPushButton(self.tr("%n more", "", len(sides)))

        def show() -> None:
            rows = SideList(sides, value)
            rows.place_wanted.connect(self.place_wanted)
            column.insertWidget(column.indexOf(button), rows)
            button.hide()
            rows.setFocus()

        button.clicked.connect(show)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_message(self) -> None:
        if self.finding is None:
            return
        self._column.addWidget(wrapped(self._words.message(self.finding)))
        links = QHBoxLayout()
        links.setSpacing(theme.SPACE)
        for path in self._paths():
            button = QPushButton(Entry(path).name.replace("&", "&&"))
            button.setToolTip(display_path(path))
            button.clicked.connect(lambda _=False, p=path: self.place_wanted.emit(p, Place()))
            links.addWidget(button)
        links.addStretch(1)
        if self._paths():
            self._column.addLayout(links)

    def _paths(self) -> list[str]:
        """Give the two creatives that a finding names, if it names any."""
        if self.conflict is not None:
            return [side.path for side in self.conflict.sides[:2]]
        facts = self.finding.facts if self.finding is not None else {}
        return [x for name in ("path", "other_path") if isinstance(x := facts.get(name), str) and x]

    def _tail(self) -> None:
        found = self.finding
        if found is not None and (advice := self._words.suggestion(found)):
            self._column.addWidget(wrapped(f"→ {advice}", strong=True))
        if found is not None and (accepted := accepted_words(found)):
            self._column.addWidget(wrapped(accepted))
            self.setAccessibleDescription(accepted)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addStretch(1)
        if not self._deeds:  # they are accepted on the campaign's page
            return
        paths = self._paths()
        if len(paths) == 2:  # noqa: PLR2004  one against the other
            compare = QPushButton(self.tr("Compare"))
            compare.clicked.connect(lambda: self.compare_wanted.emit(*paths))
            row.addWidget(compare)
        if found is not None:
            self._button = self._deed(found)
            row.addWidget(self._button)
        self._column.addLayout(row)

    def _deed(self, found: Finding) -> QPushButton:
        if found.waived is not None:
            button = QPushButton(self.tr("Take back"))
            button.clicked.connect(lambda: self.take_back_wanted.emit(found))
        else:
            button = QPushButton(self.tr("Accept…"))
            button.setToolTip(self.tr("Accept this contradiction, for a reason"))
            button.clicked.connect(lambda: self.accept_wanted.emit(found))
        name = f"{button.text().rstrip('…')}: {self.accessibleName()}"
        button.setAccessibleName(name)
        return button

    def focus_deed(self) -> None:
        """Give the focus to accepting, or to taking back."""
        if self._button is not None:
            self._button.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with a bar in the severity's colour."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(theme.hairline(self.palette()), 1))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._severity, self.palette()))
        painter.drawRoundedRect(box.left() + 5, box.top() + 8, 4, box.height() - 16, 2, 2)
