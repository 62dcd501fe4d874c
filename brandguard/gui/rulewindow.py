"""Help → Explain this rule: what is checked, why, and how to mend it, as the manual says it."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from brandguard.gui import theme
from brandguard.gui.words import messages
from brandguard.rulepage import Section, examples, sections

_WRAPPED = 'style="white-space: pre-wrap"'
_CODE, _AS_CODE = re.compile(r"`([^`]*)`"), r"<code>\1</code>"


class RuleWindow(QDialog):
    """Stays open beside the main window while one works on; shows one rule at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.rule = ""
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.SPACE * 2] * 4))
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(560, 640)

    def show_rule(self, code: str) -> None:
        """Show the page of a rule in the window's language."""
        words = messages()
        self.rule = code
        title = f"{code} · {words.title(code)}"
        self.setWindowTitle(title)
        self.page.setAccessibleName(title)
        parts = [f"<h2>{html.escape(title)}</h2>"]
        parts += [_part(section) for section in sections(code, words, examples().get(code))]
        self.page.setHtml("".join(parts))
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()


def _part(section: Section) -> str:
    lines = "".join(f"<p>{_CODE.sub(_AS_CODE, html.escape(line))}</p>" for line in section.lines)
    blocks = "".join(
        f'<pre style="white-space: pre-wrap">{html.escape(block.text)}</pre>'
        for block in section.blocks
    )
    return f"<h4>{html.escape(section.heading)}</h4>{lines}{blocks}"
