"""Asks how far a finding is accepted, why, and until when. Nothing is accepted without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from brandguard.gui import theme
from brandguard.gui.tint import QUIET, TintLabel
from brandguard.gui.words import messages
from brandguard.model.paths import display_text
from brandguard.model.report import CampaignReport

if TYPE_CHECKING:
    import datetime as dt

    from brandguard.model.report import CreativeReport, Finding
    from brandguard.waivers import Scope

_WIDTH = 460
_MONTHS = 3
"""Offered as the last day: long enough for a campaign, short enough to be looked at again."""


class AcceptDialog(QDialog):
    """One finding of one creative, or of what lies between those of a campaign."""

    def __init__(
        self,
        finding: Finding,
        report: CreativeReport | CampaignReport,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accept a finding"))
        self.setMinimumWidth(_WIDTH)
        self._scopes = QButtonGroup(self)
        self.choices: dict[Scope, QRadioButton] = {}
        self.reason = QPlainTextEdit()
        self.ends = QCheckBox(self.tr("Only &until"))
        self.until = QDateEdit(QDate.currentDate().addMonths(_MONTHS))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = self.buttons.addButton(
            self.tr("&Accept"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._make_choices(finding, report)
        self._lay_out(finding)
        self._connect()

    @property
    def scope(self) -> Scope:
        """How far it reaches."""
        return next(name for name, button in self.choices.items() if button.isChecked())

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it holds; None for ever."""
        if not self.ends.isChecked():
            return None
        return cast("dt.date", self.until.date().toPython())

    def _make_choices(self, finding: Finding, report: CreativeReport | CampaignReport) -> None:
        rule = f"{finding.rule} {messages().title(finding.rule)}"
        words: dict[Scope, str] = {
            "here": self.tr("This &finding alone"),
            "region": self.tr("The rule «{rule}» at this &place of the creative"),
            "creative": self.tr("The rule «{rule}» in this &creative"),
            "campaign": self.tr("The rule «{rule}» in the whole ca&mpaign «{campaign}»"),
        }
        between = isinstance(report, CampaignReport)
        name = report.name if isinstance(report, CampaignReport) else report.campaign
        if between or finding.place.box is None or finding.place.page is None:
            del words["region"]
        if between:
            del words["creative"]
        if not name:
            del words["campaign"]
        campaign = display_text(name).replace("&", "&&")
        for name, text in words.items():
            button = QRadioButton(text.format(rule=rule, campaign=campaign))
            self.choices[name] = button
            self._scopes.addButton(button)
        self.choices["here"].setChecked(True)

    def _lay_out(self, finding: Finding) -> None:
        said = QLabel(messages().message(finding))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        why = QLabel(self.tr("&Why may it stay? Every report shows this."))
        why.setBuddy(self.reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().height() * 4)
        self.until.setCalendarPopup(True)
        self.until.setMinimumDate(QDate.currentDate())
        self.until.setEnabled(False)
        self.until.setAccessibleName(self.tr("Last day"))
        ending = QHBoxLayout()
        ending.addWidget(self.ends)
        ending.addWidget(self.until)
        ending.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE)
        column.addWidget(said)
        column.addSpacing(theme.SPACE)
        for button in self.choices.values():
            column.addWidget(button)
        column.addSpacing(theme.SPACE)
        column.addWidget(why)
        column.addWidget(self.reason)
        column.addLayout(ending)
        note = TintLabel(QUIET, self.tr("It stays in every report, marked as accepted."))
        note.setWordWrap(True)
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.reason.setFocus()
        self._allow()

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.ends.toggled.connect(self.until.setEnabled)
        self.reason.textChanged.connect(self._allow)

    def _allow(self) -> None:
        self.yes.setEnabled(bool(self.reason.toPlainText().strip()))
