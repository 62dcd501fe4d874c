"""A chart on the screen: drawn, told to screen readers, saved or copied from its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.chartfile import to_clipboard
from brandguard.gui.charts import ink_of
from brandguard.gui.headings import heading
from brandguard.gui.icons import icon

if TYPE_CHECKING:
    from brandguard.gui.chartfile import ChartSaver
    from brandguard.gui.charts import Chart


class ChartView(QWidget):
    """Shows one chart as wide as it is itself."""

    def __init__(self, saver: ChartSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saver = saver
        self.chart: Chart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Chart"))

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart; nothing for None."""
        self.chart = chart
        if chart is not None:
            self.setAccessibleName(chart.name)
            self.setAccessibleDescription(chart.description)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As tall as the chart is at the width that there is."""
        return QSize(320, self._tall())

    def minimumSizeHint(self) -> QSize:
        """As sizeHint, but narrower."""
        return QSize(240, self._tall())

    def _tall(self) -> int:
        if self.chart is None:
            return 0
        return int(self.chart.height(float(max(self.width(), 240)), self.font())) + 4

    def _fit(self) -> None:
        if self.height() != self._tall():
            self.setFixedHeight(self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the new width makes the chart."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, and a ring while it has the focus."""
        del event
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.save()
        painter.translate(0, 2)
        self.chart.paint(painter, float(self.width()), self.font(), ink_of(self.palette()))
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def fill_menu(self, menu: QMenu) -> None:
        """Add what can be done with the chart."""
        menu.addAction(self.tr("Save as SVG…")).triggered.connect(lambda: self.save("svg"))
        menu.addAction(self.tr("Save as PNG…")).triggered.connect(lambda: self.save("png"))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the picture")).triggered.connect(self._copy)
        menu.addAction(self.tr("Copy as text")).triggered.connect(self._copy_words)

    def save(self, kind: str) -> None:
        """Save the chart, svg or png."""
        if self.chart is not None:
            self._saver.save(self.chart, kind, self.font(), ink_of(self.palette()))

    def _copy(self) -> None:
        if self.chart is not None:
            to_clipboard(self.chart, self.font(), ink_of(self.palette()))

    def _copy_words(self) -> None:
        from PySide6.QtGui import QGuiApplication

        if self.chart is not None:
            QGuiApplication.clipboard().setText(f"{self.chart.name}\n{self.chart.description}")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer saving and copying."""
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.popup(event.globalPos())


class ChartBox(QWidget):
    """A chart under its name, with a button for its menu. Hidden where there is nothing."""

    def __init__(self, saver: ChartSaver, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ChartView(saver)
        self.title = heading("")
        self.more = QToolButton()
        self.more.setIcon(icon("export", self.palette()))
        self.more.setIconSize(QSize(16, 16))
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setToolTip(self.tr("Save or copy this picture"))
        self.more.clicked.connect(self._pop_up)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.title)
        head.addWidget(self.more)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.view)
        self.hide()

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart; nothing, not even a name, for None or an empty one."""
        some = chart is not None and chart.height(600.0, self.font()) > 0
        self.view.show_chart(chart if some else None)
        self.setVisible(some)
        if chart is not None:
            self.title.setText(chart.name)
            self.more.setAccessibleName(self.tr("Save or copy: {name}").format(name=chart.name))

    def _pop_up(self) -> None:
        menu = QMenu(self)
        self.view.fill_menu(menu)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the scheme's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "more"):
            self.more.setIcon(icon("export", self.palette()))
