"""Asks in which format and language a report is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.reporting import Form, forms
from brandguard.gui.words import messages
from brandguard.messages import LANGUAGES

if TYPE_CHECKING:
    from brandguard.gui.memory import Memory

_tr = QCoreApplication.translate


def form_words(form: Form) -> tuple[str, str]:
    """Name a format, and say whom it is for."""
    known = {
        "html": (_tr("forms", "Web page"), _tr("forms", "To read and pass on, all in one file")),
        "pdf": (_tr("forms", "PDF"), _tr("forms", "To print, sign and file")),
        "xlsx": (_tr("forms", "Excel workbook"), _tr("forms", "To sort and count")),
        "csv": (_tr("forms", "Table of findings"), _tr("forms", "For any spreadsheet")),
        "json": (_tr("forms", "JSON"), _tr("forms", "Everything, for programs")),
        "jsonl": (_tr("forms", "JSON lines"), _tr("forms", "For programs, one creative a line")),
        "sarif": (_tr("forms", "SARIF"), _tr("forms", "For code review tools")),
        "junit": (_tr("forms", "JUnit"), _tr("forms", "For build servers")),
        "github": (_tr("forms", "GitHub notes"), _tr("forms", "For pull requests")),
        "annotated": (
            _tr("forms", "Annotated pictures"),
            _tr("forms", "A folder: the findings drawn on each creative"),
        ),
    }  # fmt: skip
    return known.get(form.name, (form.name, ""))


_FIRST = ("html", "pdf", "xlsx", "csv", "annotated")
"""Formats for people; those for programs come after, as the registers have them."""


def _rank(form: Form) -> int:
    return _FIRST.index(form.name) if form.name in _FIRST else len(_FIRST)


class ExportDialog(QDialog):
    """The formats as a list, the language of the words, and whether accepted findings count."""

    def __init__(self, memory: Memory, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the report"))
        self._forms = sorted(forms(), key=_rank)
        self.list = QListWidget()
        self.language = QComboBox()
        self.with_accepted = QCheckBox(self.tr("With the accepted findings and their reasons"))
        self._fill(memory.last_form, language)
        self._lay_out()

    @property
    def form(self) -> Form:
        """The format that is chosen."""
        return self._forms[max(self.list.currentRow(), 0)]

    def _fill(self, last: str, language: str) -> None:
        for form in self._forms:
            name, use = form_words(form)
            item = QListWidgetItem(f"{name}  ({form.suffix})" if form.suffix else name)
            item.setData(Qt.ItemDataRole.ToolTipRole, use)
            item.setText(f"{item.text()}\n{use}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {use}")
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() * 2 + theme.SPACE * 3 // 2))
            self.list.addItem(item)
        names = [form.name for form in self._forms]
        self.list.setCurrentRow(names.index(last) if last in names else 0)
        for each in LANGUAGES:
            self.language.addItem(messages().name("language_name", each), each)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.with_accepted.setChecked(True)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Format"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self.accept)
        self.language.setAccessibleName(self.tr("Language of the report"))
        rows = QFormLayout()
        label = QLabel(self.tr("&Language of the report:"))
        label.setBuddy(self.language)
        rows.addRow(label, self.language)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(
            self.tr("Choose where…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 2] * 4))
        column.setSpacing(theme.SPACE * 3 // 2)
        column.addWidget(self.list, 1)
        column.addLayout(rows)
        column.addWidget(self.with_accepted)
        column.addWidget(buttons)
        self.resize(460, 560)
