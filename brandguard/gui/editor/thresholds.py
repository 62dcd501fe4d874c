"""Where warnings begin: the promised rate of false alarms, learned limits, picture traits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandguard.gui.editor.fields import NumberField, number_of, short
from brandguard.gui.editor.ranges import Ranges
from brandguard.gui.editor.section import Section, muted_text
from brandguard.gui.editor.table import Cell, Column, Table
from brandguard.gui.editor.traits import PICTURE, pictures_of_open
from brandguard.gui.words import messages
from brandguard.model.profile import DEFAULT_FALSE_ALARMS

if TYPE_CHECKING:
    from brandguard.gui.editor.alarms import Alarm
    from brandguard.gui.editor.editing import Editing
    from brandguard.learning.reference import LearnedFile

OURS = ("defaults", "brandguard")
LIMITS = (*OURS, "learned", "limits")
_LIMIT = 1


class Thresholds(Section):
    """Rates and limits, each with what was measured beside it."""

    keys = ("defaults.brandguard.false_alarms", "defaults.brandguard.learned",
            "defaults.brandguard.imagery")  # fmt: skip

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Thresholds"),
            self.tr("A limit of 1 warns of the promised share of on-brand creatives; more is more"
                    " lenient. Measured: how many approved examples would be warned of, each judged"
                    " by what the others taught."),
        )  # fmt: skip
        form = self.add_form()
        hint = self.tr("Share of on-brand creatives that may get a warning: 0.05 is one in twenty."
                       " Counts when the brand is learned anew.")  # fmt: skip
        form.add(
            NumberField(
                editing,
                self.tr("False alarms"),
                (*OURS, "false_alarms"),
                hint,
                short(DEFAULT_FALSE_ALARMS),
            )
        )
        self.add_heading(self.tr("Learned limits"))
        self.none = muted_text(self.tr("Nothing was learned yet. Learn from approved examples, and"
                                       " their look and voice are judged as well."))  # fmt: skip
        self.column.addWidget(self.none)
        self.table = Table(
            self.tr("Learned limits"),
            (
                Column(self.tr("What")),
                Column(self.tr("Limit"), width=72),
                Column(self.tr("Measured"), width=152),
                Column(self.tr("The brand's own"), width=136),
            ),
        )
        self.column.addWidget(self.table)
        self.table.typed.connect(self._typed)
        self.add_heading(self.tr("Look of pictures"))
        self.ranges = Ranges(editing)
        self.column.addWidget(self.ranges)
        self.column.addStretch(1)
        self._learned: LearnedFile | None = None
        self._alarms: tuple[Alarm, ...] = ()

    def take_learned(self, learned: LearnedFile | None, found: tuple[Alarm, ...]) -> None:
        """Take what was learned, and the false alarms that it raised."""
        self._learned, self._alarms = learned, found
        self.show_values()

    def show_values(self) -> None:
        """Show the limits as they are now."""
        super().show_values()
        rows = []
        for alarm in self._alarms:
            limit = self.editing.value(*LIMITS, *alarm.keys) if alarm.keys else None
            shown = short(limit if isinstance(limit, int | float) else 1) if alarm.keys else "–"
            wrong = self.editing.problem_at(*LIMITS, *alarm.keys) if alarm.keys else ""
            rows.append([
                Cell(self._name(alarm), editable=False),
                Cell(shown, wrong, editable=bool(alarm.keys)),
                Cell(self._measured(alarm), editable=False),
                Cell(self._own(alarm), editable=False),
            ])  # fmt: skip
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        opened = pictures_of_open(self.editing.session.rows.entries())
        keys = (*OURS, "imagery", "traits")
        self.ranges.show_ranges(keys, PICTURE, {}, opened)

    def _name(self, alarm: Alarm) -> str:
        words = messages()
        if alarm.code == "look":
            return self.tr("Distance of the look")
        if alarm.code.startswith("voice "):
            language = words.name("language_name", alarm.code.removeprefix("voice "))
            return self.tr("Distance of the voice, {language}").format(language=language)
        return f"{alarm.code} {words.title(alarm.code)}"

    def _measured(self, alarm: Alarm) -> str:
        if not alarm.judged:
            return self.tr("not measurable")
        share = messages().percent(alarm.flagged / alarm.judged)
        words = self.tr("{flagged} of {judged} ({share})")
        return words.format(flagged=alarm.flagged, judged=alarm.judged, share=share)

    def _own(self, alarm: Alarm) -> str:
        if alarm.own is None:
            return "–"
        words = self.tr("{share}, the rest prior")
        return words.format(share=messages().percent(alarm.own))

    def _typed(self, row: int, column: int, value: object) -> None:
        alarm = self._alarms[row]
        if column == _LIMIT and alarm.keys:
            keys = (*LIMITS, *alarm.keys)
            self.editing.set_value(self._name(alarm), keys, number_of(str(value)), f"limit {row}")
