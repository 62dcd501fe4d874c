"""What was learned, to be looked at before it is accepted: colours, look, voice, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.rangebar import RangeBar
from brandguard.gui.editor.section import heading, muted_text
from brandguard.gui.editor.traits import voice_of_approved
from brandguard.gui.words import messages
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.alarms import Alarm
    from brandguard.gui.learning import Lesson
    from brandguard.learning.palette import LearnedColour

FEW = 12
"""Examples under which limits lean on other brands."""
_BAND = 40


class LessonView(QWidget):
    """A column that is made anew for every lesson."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*([theme.SPACE * 3] * 4))
        self._column.setSpacing(theme.SPACE)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what was learned, from how much, and how sure it is."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._from(lesson)
        self._colours(lesson.learning.colours)
        self._voices(lesson)
        self._limits(lesson.alarms)
        if lesson.unreadable:
            self._head(self.tr("Could not be read"))
            words = messages()
            for path, note in lesson.unreadable:
                self._say(f"⚠ {display_path(path)}: {words.note(note)}")
        self._column.addStretch(1)

    def _head(self, text: str) -> None:
        self._column.addSpacing(theme.SPACE)
        self._column.addWidget(heading(text, 1.1))

    def _say(self, text: str) -> None:
        label = muted_text(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(label)

    def _from(self, lesson: Lesson) -> None:
        self._column.addWidget(heading(self.tr("What was learned"), 1.35))
        words = messages()
        parts = [words.count("approved", lesson.examples),
                 words.count("pictures", lesson.learning.pictures)]  # fmt: skip
        parts += [
            words.text("learned.texts_in", texts=words.count("texts", n), language=language)
            for language, n in lesson.learning.texts.items()
        ]
        self._say(", ".join(parts))
        if lesson.examples < FEW:
            self._say(self.tr("▲ Few examples: the limits lean on those of other brands. Add more"
                              " whenever you have them."))  # fmt: skip

    def _colours(self, colours: Sequence[LearnedColour]) -> None:
        self._head(self.tr("Palette"))
        if not colours:
            self._say(self.tr("No colour is shared by enough of the examples."))
            return
        self._column.addWidget(PaletteBar(colours))

    def _voices(self, lesson: Lesson) -> None:
        words = messages()
        for language, ranges in lesson.learning.voice_ranges.items():
            name = words.name("language_name", language)
            self._head(self.tr("Voice, {language}").format(language=name))
            address = lesson.learning.address.get(language)
            if address is not None:
                said = words.name(f"address_{language}", address)
                self._say(self.tr("Address: {address}").format(address=said))
            dots = voice_of_approved(lesson.learning.file, language)
            grid = QWidget()
            rows = QGridLayout(grid)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setColumnStretch(1, 1)
            for at, (trait, pair) in enumerate(ranges.items()):
                bar = RangeBar(words.name("trait", trait))
                bar.show_range(pair, dots.get(trait, ()), ())
                bar.setEnabled(False)
                rows.addWidget(QLabel(words.name("trait", trait)), at, 0)
                rows.addWidget(bar, at, 1)
            self._column.addWidget(grid)

    def _limits(self, found: Sequence[Alarm]) -> None:
        self._head(self.tr("Limits"))
        words = messages()
        for alarm in found:
            name = alarm_name(alarm)
            if alarm.own is not None:
                own = words.percent(alarm.own)
                text = self.tr("{name}: {own} this brand's own, the rest from other brands")
                self._say(text.format(name=name, own=own))
            if alarm.judged:
                text = self.tr("{name}: would warn of {flagged} of {judged} approved examples that"
                               " it had not seen")  # fmt: skip
                self._say(text.format(name=name, flagged=alarm.flagged, judged=alarm.judged))


def alarm_name(alarm: Alarm) -> str:
    """Name a learned limit."""
    words = messages()
    if alarm.code == "look":
        return words.title("IMG001")
    if alarm.code.startswith("voice "):
        language = words.name("language_name", alarm.code.removeprefix("voice "))
        return f"{words.title('VOX001')} ({language})"
    return f"{alarm.code} {words.title(alarm.code)}"


class PaletteBar(QWidget):
    """Learned colours side by side, as wide as their middle share, with name and range."""

    def __init__(self, colours: Sequence[LearnedColour], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = tuple(colours)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(self._words(c) for c in self._colours))

    def _words(self, colour: LearnedColour) -> str:
        percent = messages().percent
        low, high = colour.share
        return f"{colour.name} {colour.hex} {percent(low)}–{percent(high)}"

    def sizeHint(self) -> QSize:
        """Give room for the band, and a line a colour."""
        lines = len(self._colours) * (self.fontMetrics().height() + 4)
        return QSize(320, _BAND + theme.SPACE + lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band, and below it each colour with its words."""
        del event
        painter = QPainter(self)
        middles = [max(sum(c.share) / 2, 0.01) for c in self._colours]
        left, line = 0.0, self.fontMetrics().height() + 4
        for at, (colour, middle) in enumerate(zip(self._colours, middles, strict=True)):
            width = middle / sum(middles) * self.width()
            painter.fillRect(QRectF(left, 0, width, _BAND), QColor(colour.hex))
            left += width
            top = _BAND + theme.SPACE + at * line
            painter.fillRect(QRectF(0, top + 2, 16, line - 6), QColor(colour.hex))
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(QRectF(24, top, self.width() - 24, line), 0, self._words(colour))
        painter.setPen(theme.hairline(self.palette()))
        painter.drawRect(QRectF(0, 0, self.width() - 1, _BAND))
