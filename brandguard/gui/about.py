"""Help → About: versions, the machine, licences, and where the log lies."""

from __future__ import annotations

import platform
import sqlite3

from PySide6.QtCore import QSysInfo, Qt, QUrl, qVersion
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from brandguard import __version__
from brandguard.gui import theme
from brandguard.gui.icons import draw
from brandguard.gui.packages import Package, packages
from brandguard.gui.task import Task
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import plain_tip
from brandguard.model.paths import display_path
from brandguard.settings import log_folder

_ICON = 56


def open_log_folder() -> bool:
    """Show the folder of log files in the system's file manager; False where there is none."""
    folder = log_folder()
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def system_lines() -> tuple[str, ...]:
    """Say what the program runs on, as it helps in a letter to its makers; nothing personal."""
    screens = ", ".join(
        f"{s.size().width()}×{s.size().height()} @{s.devicePixelRatio():g}"
        for s in QGuiApplication.screens()
    )
    system, platform_ = QSysInfo.prettyProductName(), QGuiApplication.platformName()
    return (
        f"BrandGuard {__version__}",
        f"Python {platform.python_version()} · Qt {qVersion()} · SQLite {sqlite3.sqlite_version}",
        f"{system} · {QSysInfo.currentCpuArchitecture()} · {platform_} · {screens}",
    )


class AboutDialog(QDialog):
    """Made of facts that are asked for when it opens; the packages come from a thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About BrandGuard"))
        self.table = QTableWidget(0, 3)
        self.copy = QPushButton(self.tr("Copy the details"))
        self.logs = QPushButton(self.tr("Open the log folder"))
        self.logs.setEnabled(log_folder().is_dir())
        self.copy.clicked.connect(self._copy)
        self.logs.clicked.connect(open_log_folder)
        self._lay_out()
        self._task = Task(packages, self._fill, lambda _: None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 3] * 4))
        column.setSpacing(theme.SPACE * 3 // 2)
        column.addLayout(self._head())
        logs = TintLabel(
            QUIET, self.tr("The log: {path}").format(path=display_path(str(log_folder())))
        )
        logs.setWordWrap(True)
        logs.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(logs)
        column.addWidget(self._paragraph(
            self.tr("BrandGuard is free software under the MIT licence. It sends nothing anywhere.")
        ))  # fmt: skip
        column.addWidget(self._paragraph(self.tr(
            "It uses Qt and PySide6, © The Qt Company Ltd and others, under the GNU Lesser General"
            " Public License, version 3. They are linked dynamically and unchanged: you may replace"
            " them by versions of your own. Their source is at code.qt.io, the licence at"
            " gnu.org/licenses/lgpl-3.0."
        )))  # fmt: skip
        column.addWidget(self._paragraph(self.tr("It is made with these packages:")))
        self._make_table()
        column.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        role = QDialogButtonBox.ButtonRole.ActionRole
        buttons.addButton(self.copy, role)
        buttons.addButton(self.logs, role)
        column.addWidget(buttons)
        self.resize(620, 640)

    def _head(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(draw("brandguard", _ICON * 2, QColor(Qt.GlobalColor.black)))
        sign.setScaledContents(True)
        sign.setFixedSize(_ICON, _ICON)
        name, *rest = system_lines()
        title = QLabel(name)
        font = title.font()
        font.setPointSizeF(max(font.pointSizeF(), theme.LEAST_POINTS) * 1.5)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE // 2)
        words.addWidget(title)
        for line in rest:
            words.addWidget(self._paragraph(line))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE * 2)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _paragraph(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _make_table(self) -> None:
        self.table.setHorizontalHeaderLabels(
            [self.tr("Package"), self.tr("Version"), self.tr("Licence")]
        )
        self.table.setAccessibleName(self.tr("Packages and their licences"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)

    def _fill(self, found: tuple[Package, ...]) -> None:
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            for column, text in enumerate((each.name, each.version, each.licence)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(each.note) if each.note else "")
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, each.note)
                self.table.setItem(row, column, item)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(system_lines()))

    def done(self, result: int) -> None:
        """Let go of the thread."""
        self._task.forget()
        super().done(result)
