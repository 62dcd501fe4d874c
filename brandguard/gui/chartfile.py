"""Charts as files: SVG, or PNG at twice the size; and on the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from brandguard.gui import theme
from brandguard.gui.task import Task
from brandguard.writers.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont

    from brandguard.gui.charts import Chart, Ink

WIDTH = 900.0
"""Of a chart in a file, whatever the window's: figures and names have room."""
PNG_SCALE = 2.0
_MARGIN = theme.SPACE * 2


def size_of(chart: Chart, font: QFont, width: float = WIDTH) -> QSize:
    """Give the size of a chart's file with its margins."""
    return QSize(int(width + 2 * _MARGIN), int(chart.height(width, font) + 2 * _MARGIN))


def svg(chart: Chart, font: QFont, ink: Ink, width: float = WIDTH) -> bytes:
    """Draw a chart as SVG; texts stay text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = size_of(chart, font, width)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(chart.name)
    generator.setDescription(chart.description)
    painter = QPainter(generator)
    _draw(painter, chart, font, ink, size, width)
    painter.end()
    buffer.close()
    return bytes(data.data())


def image(chart: Chart, font: QFont, ink: Ink, width: float = WIDTH) -> QImage:
    """Draw a chart as a picture of twice its size."""
    size = size_of(chart, font, width)
    made = QImage(size * PNG_SCALE, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(PNG_SCALE)
    made.fill(ink.ground)
    painter = QPainter(made)
    _draw(painter, chart, font, ink, size, width)
    painter.end()
    made.setText("Description", chart.description)
    return made


def png(chart: Chart, font: QFont, ink: Ink, width: float = WIDTH) -> bytes:
    """Draw a chart as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(chart, font, ink, width).save(buffer, "PNG")  # type: ignore[call-overload]  # Qt takes it
    buffer.close()
    return bytes(data.data())


def _draw(  # noqa: PLR0917  all of it is needed for one drawing
    painter: QPainter, chart: Chart, font: QFont, ink: Ink, size: QSize, width: float
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, size.width(), size.height(), ink.ground)
    painter.translate(_MARGIN, _MARGIN)
    painter.setFont(font)
    chart.paint(painter, width, font, ink)


class ChartSaver(QObject):
    """Asks where a chart goes and writes it there, whole or not at all."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.ask: Callable[[str, str], str] = self._ask
        """Title and proposed name → path, empty for none; a test answers otherwise."""
        self._task: Task[None] | None = None

    def save(self, chart: Chart, kind: str, font: QFont, ink: Ink) -> None:
        """Ask for a path and write the chart, `kind` being svg or png."""
        title = self.tr("Save the picture")
        safe = "".join(c if c.isalnum() else "-" for c in chart.name.casefold())
        path = self.ask(title, "-".join(filter(None, safe.split("-"))) + f".{kind}")
        if not path:
            return
        file = Path(path) if Path(path).suffix else Path(f"{path}.{kind}")
        data = svg(chart, font, ink) if kind == "svg" else png(chart, font, ink)

        def write() -> None:
            with replacing(file, binary=True) as stream:
                stream.write(data)

        def written(_: None) -> None:
            self.said.emit(self.tr("Saved: {name}").format(name=file.name))

        self._task = Task(write, written, self.failed.emit)

    def _ask(self, title: str, name: str) -> str:
        kinds = self.tr("Pictures (*.svg *.png)")
        return QFileDialog.getSaveFileName(self._window, title, name, kinds)[0]


def to_clipboard(chart: Chart, font: QFont, ink: Ink) -> None:
    """Put a chart on the clipboard as a picture."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setImage(image(chart, font, ink))
