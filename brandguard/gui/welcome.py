"""What is shown while nothing is open: a drop zone that says what to do, and ways back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.families import families
from brandguard.gui.icons import draw
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import plain_tip
from brandguard.model.paths import display_path
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from brandguard.gui.memory import Memory

_ICON = 72
_LINK_WIDTH = 440
_RECENT = 4
"""Folders and profiles that are offered; the menu of the profile has the rest."""


class _Zone(QFrame):
    """A frame with a dashed outline, which becomes solid while something is held over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline, and a wash while something is held over it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.Highlight if self.held else QPalette.ColorRole.PlaceholderText
        line = self.palette().color(role)
        style = Qt.PenStyle.SolidLine if self.held else Qt.PenStyle.DashLine
        painter.setPen(QPen(line, 2.0 if self.held else 1.5, style))
        wash = QColor(line)
        wash.setAlphaF(0.10 if self.held else 0.03)
        painter.setBrush(wash)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)


class Welcome(QWidget):
    """The drop zone with its two buttons."""

    add_files = Signal()
    sample = Signal()
    folder = Signal(str)
    """A folder of creatives that was open before."""
    profile = Signal(str)

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._zone = _Zone()
        self._icon = QLabel()
        self._heading = QLabel(self.tr("Drop creatives or folders here"))
        self._lead = QLabel(
            self.tr("BrandGuard tells whether they look and sound like the brand, and why.")
        )
        self._formats = TintLabel(QUIET, self._format_words())
        self._recent = QGridLayout()
        self.add_button = QPushButton(self.tr("Add files…"))
        self.sample_button = QPushButton(self.tr("Try the sample brand"))
        self.add_button.clicked.connect(self.add_files)
        self.sample_button.clicked.connect(self.sample)
        self._lay_out()
        self.show_recent()

    def _format_words(self) -> str:
        """Name what can be read, family by family; a line each."""
        names = {
            "pictures": self.tr("Pictures and video"),
            "layouts": self.tr("Layouts and e-mail"),
            "documents": self.tr("Documents"),
            "texts": self.tr("Texts and tables"),
        }
        lines = (f"{names[key]}: {'  '.join(found)}" for key, found in families().items())
        return "\n".join(lines)

    @property
    def held(self) -> bool:
        """Whether something is held over the window."""
        return self._zone.held

    def hold(self, *, held: bool) -> None:
        """Show that something is held over the window, or no longer."""
        self._zone.held = held
        self._zone.update()

    def show_recent(self) -> None:
        """Offer what was open before; what is gone is not offered."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        sample = asset_path("sample")
        profiles = [p for p in self._memory.recent_profiles() if p.parent != sample]
        columns = (
            (self.tr("Recent folders"), self._memory.recent_folders(), self.folder),
            (self.tr("Recent profiles"), profiles, self.profile),
        )
        left = Qt.AlignmentFlag.AlignLeft
        for column, (title, paths, chosen) in enumerate(columns):
            for row, path in enumerate(paths[:_RECENT]):
                if not row:
                    head = TintLabel(QUIET, title)
                    head.setContentsMargins(theme.SPACE // 2, 0, 0, 0)
                    self._recent.addWidget(head, 0, column, left)
                self._recent.addWidget(_link(path, chosen), row + 1, column, left)

    def _lay_out(self) -> None:
        self._icon.setPixmap(draw("brandguard", _ICON * 2, QColor(Qt.GlobalColor.black)))
        self._icon.setScaledContents(True)
        self._icon.setFixedSize(_ICON, _ICON)
        font = self._heading.font()
        font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self._heading.setFont(font)
        for label in (self._heading, self._lead, self._formats):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        for button in (self.add_button, self.sample_button):
            button.setMinimumHeight(36)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add_button.setDefault(True)
        column = QVBoxLayout(self._zone)
        column.setContentsMargins(*([theme.SPACE * 4] * 4))
        column.setSpacing(theme.SPACE)
        column.addStretch(3)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.SPACE)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addSpacing(theme.SPACE * 2)
        column.addLayout(buttons)
        column.addSpacing(theme.SPACE * 2)
        column.addWidget(self._formats)
        column.addStretch(4)
        self._recent.setHorizontalSpacing(theme.SPACE * 4)
        self._recent.setVerticalSpacing(theme.SPACE // 2)
        self._recent.setColumnStretch(0, 1)
        self._recent.setColumnStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*([theme.SPACE * 3] * 4))
        outer.setSpacing(theme.SPACE * 2)
        outer.addWidget(self._zone, 1)
        outer.addLayout(self._recent)


def _link(path: Path, chosen: SignalInstance) -> QToolButton:
    """Make a flat button that names a path's last part and the folder it lies in."""
    button = QToolButton()
    name, parent = display_path(path.name), display_path(path.parent.name)
    text = f"{name}  —  {parent}" if parent else name
    metrics = button.fontMetrics()
    short = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, _LINK_WIDTH)
    button.setText(short.replace("&", "&&"))
    button.setAccessibleName(text)
    button.setToolTip(plain_tip(display_path(str(path))))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: chosen.emit(str(path)))
    return button
