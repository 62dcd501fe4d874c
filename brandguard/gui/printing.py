"""Pages of the report on paper, and on the screen as they will be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog, QWidget


class Printing(QObject):
    """Opens the system's dialogs for pages that are drawn already; each page is a JPEG."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: QDialog | None = None
        """The dialog that is open, for tests."""
        self._printer: QPrinter | None = None
        """Kept as long as its dialog, which does not own it."""

    def print(self, pages: Sequence[bytes], name: str) -> None:
        """Ask which printer, how often and which pages; then print."""
        printer = self._printer = _printer(name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(len(pages), 1))
        dialog.accepted.connect(lambda: paint(printer, pages))
        self._open(dialog)

    def preview(self, pages: Sequence[bytes], name: str) -> None:
        """Show the pages as they will be on paper."""
        printer = self._printer = _printer(name)
        dialog = QPrintPreviewDialog(printer, self._window)
        dialog.resize(self._window.size() * 0.85)
        dialog.setWindowTitle(self.tr("Print preview"))
        dialog.paintRequested.connect(lambda onto: paint(onto, pages))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    page = QPageSize(QPageSize.PageSizeId.A4)
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)  # the report has margins of its own
    printer.setPageLayout(layout)
    return printer


def paint(printer: QPrinter, pages: Sequence[bytes]) -> None:
    """Lay each page onto a sheet, as large as fits."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter()
    if not painter.begin(printer):
        return
    for number, page in enumerate(chosen):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
        size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
    painter.end()
