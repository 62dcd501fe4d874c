"""What is shown while nothing is open: a drop zone that says what to do, and the sample."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.icons import draw

_FORMATS = "PNG · JPEG · WebP · GIF · BMP · TIFF · AVIF · PDF · SVG · HTML · Markdown · TXT"
_ICON = 72


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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = _Zone()
        self._icon = QLabel()
        self._heading = QLabel(self.tr("Drop creatives or folders here"))
        self._lead = QLabel(
            self.tr("BrandGuard tells whether they look and sound like the brand, and why.")
        )
        self._formats = QLabel(_FORMATS)
        self.add_button = QPushButton(self.tr("Add files…"))
        self.sample_button = QPushButton(self.tr("Try the sample brand"))
        self.add_button.clicked.connect(self.add_files)
        self.sample_button.clicked.connect(self.sample)
        self._lay_out()

    @property
    def held(self) -> bool:
        """Whether something is held over the window."""
        return self._zone.held

    def hold(self, *, held: bool) -> None:
        """Show that something is held over the window, or no longer."""
        self._zone.held = held
        self._zone.update()

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
        self._formats.setForegroundRole(QPalette.ColorRole.PlaceholderText)
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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*([theme.SPACE * 3] * 4))
        outer.addWidget(self._zone)
