"""Every rule with its state under this profile, what it asks for, and its page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QTextBrowser

from brandguard.checks import RULES
from brandguard.gui.editor.section import TableSection
from brandguard.gui.editor.table import Cell, Column, Table
from brandguard.gui.words import messages
from brandguard.rulepage import examples, sections

if TYPE_CHECKING:
    from brandguard.checks.rule import Rule
    from brandguard.gui.editor.editing import Editing
    from brandguard.model.profile import Profile

KEYS = ("defaults", "brandguard", "rules")
SETTABLE = tuple(rule for rule in RULES if rule.dimension is not None)
"""Rules of a dimension, and not those about files that cannot be read."""
SEVERITIES = ("fail", "warn", "note", "off")
_STATE = 2


class RulesSection(TableSection):
    """A table of rules; the page of the one in hand stands below it."""

    keys = (".".join(KEYS),)

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Rules"),
            self.tr("Only fails and warnings change a verdict. A rule that the profile does not ask"
                    " for gives notes alone, unless it is set here."),
        )  # fmt: skip
        words = messages()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find a rule"))
        self.search.setAccessibleName(self.tr("Find a rule"))
        self.search.textChanged.connect(self._filter)
        self.column.addWidget(self.search)
        self._names = [words.name("severity", severity) for severity in SEVERITIES]
        self._free = self.tr("by itself")
        self.table = Table(
            self.tr("Rules"),
            (
                Column(self.tr("Code"), width=72),
                Column(self.tr("Rule")),
                Column(self.tr("Set to"), "choice", (self._free, *self._names), width=96),
                Column(self.tr("In force"), width=88),
                Column(self.tr("Asked for"), width=96),
            ),
        )
        self.problem, _ = self.add_table(self.table, ())
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("What the rule says"))
        self.page.setMinimumHeight(200)
        self.column.addWidget(self.page, 1)
        self.table.tallest = 264
        self.table.typed.connect(self._typed)
        self.table.currentCellChanged.connect(lambda row, *_: self._explain(row))

    def show_values(self) -> None:
        """Show the rules as they are now."""
        super().show_values()
        profile = self.editing.profile
        words = messages()
        rows = []
        for rule in SETTABLE:
            given = self.editing.value(*KEYS, rule.code)
            given = "off" if given is False else given
            wrong = self.editing.problem_at(*KEYS, rule.code)
            asked = profile is not None and rule.asked(profile)
            rows.append([
                Cell(rule.code, editable=False),
                Cell(words.title(rule.code), editable=False, tip=words.rule(rule.code)["what"]),
                Cell(self._set_to(given), wrong),
                Cell(words.name("severity", in_force(rule, profile)), editable=False),
                Cell(self.tr("yes") if asked else self.tr("no"), editable=False),
            ])  # fmt: skip
        self.table.show_rows(rows)
        self.problem.say(self.editing.problem_at(*KEYS))
        if self.table.currentRow() < 0:
            self.table.setCurrentCell(0, _STATE)

    def _set_to(self, given: object) -> str:
        return self._names[SEVERITIES.index(str(given))] if given in SEVERITIES else self._free

    def _filter(self, text: str) -> None:
        wanted = text.casefold()
        for row, rule in enumerate(SETTABLE):
            title = f"{rule.code} {messages().title(rule.code)}".casefold()
            self.table.setRowHidden(row, wanted not in title)

    def _typed(self, row: int, _: int, value: object) -> None:
        rule, words = SETTABLE[row], str(value)
        severity = SEVERITIES[self._names.index(words)] if words in self._names else None
        name = self.tr("{rule} is {state}").format(rule=rule.code, state=words)
        self.editing.set_value(name, (*KEYS, rule.code), severity)

    def _explain(self, row: int) -> None:
        if not 0 <= row < len(SETTABLE):
            return
        code, words = SETTABLE[row].code, messages()
        parts = [f"<h3>{code} · {html.escape(words.title(code))}</h3>"]
        for section in sections(code, words, examples().get(code)):
            parts.append(f"<p><b>{html.escape(section.heading)}</b><br>")
            parts += [f"{html.escape(line)}<br>" for line in section.lines]
            parts.append("</p>")
            parts += [f"<pre>{html.escape(block.text)}</pre>" for block in section.blocks]
        self.page.setHtml("".join(parts))


def in_force(rule: Rule, profile: Profile | None) -> str:
    """Give the severity of a rule's findings: the profile's word, else note if nobody asked."""
    if profile is None:
        return "note"
    return profile.rules.get(rule.code) or (rule.severity if rule.asked(profile) else "note")
