"""What was learned, to be looked at before it is accepted: colours, look, voice, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.editor.rangebar import RangeBar
from brandguard.gui.editor.section import Muted, heading, muted_text
from brandguard.gui.editor.traits import voice_of_approved
from brandguard.gui.tint import TintLabel
from brandguard.gui.words import messages, number
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.alarms import Alarm
    from brandguard.gui.learning import Lesson
    from brandguard.learning.palette import LearnedColour
    from brandguard.learning.typefaces import LearnedType

FEW = 12
"""Examples under which limits lean on other brands."""
_BAND = 40
_SWATCH = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


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
        self._typefaces(lesson.learning.typefaces)
        self._voices(lesson)
        self._limits(lesson.alarms, lesson.false_alarms)
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

    def _typefaces(self, faces: LearnedType | None) -> None:
        if faces is None:
            return
        words = messages()
        self._head(words.name("dimension", "typography"))
        names = ", ".join(family.name for family in faces.families)
        self._say(words.text("learned.typefaces", names=names, headings=faces.headings))

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
            rows = self._grid()
            rows.setColumnStretch(1, 1)
            for at, (trait, pair) in enumerate(ranges.items()):
                bar = RangeBar(words.name("trait", trait))
                bar.show_range(pair, dots.get(trait, ()), ())
                bar.setEnabled(False)
                rows.addWidget(QLabel(words.name("trait", trait)), at, 0)
                rows.addWidget(bar, at, 1)
                rows.addWidget(_figure(f"{number(pair[0])}–{number(pair[1])}"), at, 2)

    def _limits(self, found: Sequence[Alarm], asked: float) -> None:
        """Show each limit, how far it is the brand's own, and of whom it would warn wrongly."""
        self._head(self.tr("Limits"))
        self._say(self.tr("Each example was judged by what the others taught. A limit that warns of"
                          " more of them than you asked for is marked."))  # fmt: skip
        rows = self._grid()
        heads = (self.tr("Limit"), self.tr("This brand's own"), self.tr("Would warn of"))
        for column, words in enumerate(heads):
            head = Muted(words)
            head.setAlignment(_RIGHT if column else Qt.AlignmentFlag.AlignLeft)
            rows.addWidget(head, 0, column)
        rows.setColumnStretch(0, 1)
        for at, alarm in enumerate(found, 1):
            warned = self.tr("{flagged} of {judged}")
            warned = warned.format(flagged=alarm.flagged, judged=alarm.judged)
            often = alarm.judged > 0 and alarm.flagged > max(asked * alarm.judged, 1)
            own = messages().percent(alarm.own) if alarm.own is not None else "–"
            rows.addWidget(QLabel(alarm_name(alarm)), at, 0)
            rows.addWidget(_figure(own), at, 1)
            if often:
                warned = f"{theme.LOOKS['warn'].shape} {warned}"
            rows.addWidget(_figure(warned if alarm.judged else "–", often=often), at, 2)

    def _grid(self) -> QGridLayout:
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(theme.SPACE * 2)
        rows.setVerticalSpacing(theme.SPACE // 2)
        self._column.addWidget(grid)
        return rows


def _figure(text: str, *, often: bool = False) -> QLabel:
    """Give a figure at the right of its column; one that is too large looks like a warning."""
    label = TintLabel("warn", text) if often else QLabel(text)
    label.setAlignment(_RIGHT)
    return label


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
        return "  ".join(self._parts(colour))

    def _parts(self, colour: LearnedColour) -> tuple[str, str, str]:
        percent = messages().percent
        low, high = colour.share
        return colour.name, colour.hex, f"{percent(low)}–{percent(high)}"

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
        across = self.fontMetrics().horizontalAdvance
        columns = zip(*map(self._parts, self._colours), strict=True)
        widths = [max(map(across, column)) + 1.0 for column in columns]
        for at, (colour, middle) in enumerate(zip(self._colours, middles, strict=True)):
            width = middle / sum(middles) * self.width()
            painter.fillRect(QRectF(left, 0, width, _BAND), QColor(colour.hex))
            left += width
            top = _BAND + theme.SPACE + at * line
            swatch = QRectF(0.5, top + 2.5, _SWATCH, line - 7)
            painter.fillRect(swatch, QColor(colour.hex))
            painter.setPen(theme.hairline(self.palette()))
            painter.drawRect(swatch)
            painter.setPen(self.palette().color(self.foregroundRole()))
            x = float(_SWATCH + theme.SPACE)
            for text, room in zip(self._parts(colour), widths, strict=True):
                painter.drawText(QRectF(x, top, room, line), 0, text)
                x += room + theme.SPACE * 2
        painter.setPen(theme.hairline(self.palette()))
        painter.drawRect(QRectF(0, 0, self.width() - 1, _BAND))
