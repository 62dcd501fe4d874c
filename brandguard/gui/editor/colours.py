"""The brand's colours: a table, an eyedropper, import from other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from brandguard.gui.editor.colouredits import (
    CELLS,
    FORBIDDEN,
    PALETTE,
    RULES,
    ColourRow,
    added,
    colour_rows,
    edited,
    removed,
)
from brandguard.gui.editor.fields import FlagField, NumberField, number_of, short
from brandguard.gui.editor.section import Muted, TableSection
from brandguard.gui.editor.swatches import as_cmyk, as_oklch, as_rgb, nearest_colour, swatch
from brandguard.gui.editor.table import Cell, Column, Table
from brandguard.gui.task import Task
from brandguard.gui.words import number
from brandguard.interchange.brandyml import ROLES
from brandguard.interchange.profiletext import with_colours

if TYPE_CHECKING:
    from pathlib import Path

    from brandguard.gui.editor.editing import Editing
    from brandguard.interchange.swatches import Swatched


class Colours(TableSection):
    """The palette with what is wanted of each colour, and colours that are forbidden."""

    keys = ("color", "defaults.brandguard.colour")
    pick_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Colours"),
            self.tr("Every colour of the palette is allowed. Tolerance is CIEDE2000: over 3 a"
                    " difference is visible, 5 is plain side by side."),
        )  # fmt: skip
        self._rows: list[ColourRow] = []
        self._task: Task[tuple[Swatched, ...]] | None = None
        none = self.tr("–")
        self.table = Table(
            self.tr("Colours"),
            (
                Column(self.tr("Name")),
                Column(self.tr("Hex"), width=104),
                Column(self.tr("Role"), "choice", (none, *ROLES), width=112),
                Column(self.tr("ΔE ≤"), width=64, tip=self.tr("Tolerance, CIEDE2000")),
                Column(self.tr("Share, %"), width=88, tip=self.tr("Least – most of the area")),
                Column(self.tr("Core"), "check", width=56, tip=self.tr("Every creative shows it")),
                Column(self.tr("Forbidden"), "check", width=88),
            ),
        )
        self.problem, buttons = self.add_table(
            self.table,
            (
                (self.tr("Add"), self._add),
                (self.tr("Remove"), self._remove),
                (self.tr("Pick from the creative…"), self.pick_wanted.emit),
                (self.tr("Import…"), self.import_wanted.emit),
                (self.tr("Copy as"), self._copy_menu),
            ),
        )
        self.add_button, self.remove_button, self.pick_button, self.import_button, copy = buttons
        self._copy_button = copy
        self.near = Muted()
        self.near.setWordWrap(True)
        self.column.addWidget(self.near)
        form = self.add_form()
        ours = ("defaults", "brandguard", "colour")
        form.add(NumberField(editing, self.tr("Tolerance of all"), (*ours, "tolerance"),
                             placeholder="5"))  # fmt: skip
        form.add(FlagField(editing, self.tr("Tints"), (*ours, "tints"),
                           self.tr("Lighter steps count as the colour"), default=True))  # fmt: skip
        self.column.addStretch(1)
        self.table.typed.connect(self._typed)
        self.table.remove_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.table.currentCellChanged.connect(lambda *_: self._show_near())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda at: self._menu().exec(self.table.viewport().mapToGlobal(at))
        )

    @property
    def chosen(self) -> ColourRow | None:
        """The colour in hand."""
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def show_values(self) -> None:
        """Show the colours as they are now."""
        super().show_values()
        self._rows = colour_rows(self.editing.value())
        self.table.show_rows([self._cells(row) for row in self._rows])
        problems = []
        for row in self._rows:
            said = self._problem(row)
            problems += [f"{row.name or row.hex}: {said}"] if said else []
        self.problem.say("\n■ ".join(problems))
        self.remove_button.setEnabled(bool(self._rows))
        self._show_near()

    def _problem(self, row: ColourRow) -> str:
        if row.forbidden:
            return self.editing.problem_at(*FORBIDDEN, row.place)
        said = (self.editing.problem_at(*PALETTE, row.name),
                self.editing.problem_at(*RULES, row.name))  # fmt: skip
        return "; ".join(filter(None, said))

    def _cells(self, row: ColourRow) -> list[Cell]:
        wrong = self._problem(row)
        low_high = "" if row.share is None else "–".join(short(100 * v) for v in row.share)
        plain = not row.forbidden
        return [
            Cell(row.name, wrong, swatch(row.code)),
            Cell(row.hex, wrong),
            Cell(row.role if plain else "", editable=plain),
            Cell("" if row.tolerance is None else short(row.tolerance), wrong),
            Cell(low_high if plain else "", wrong, editable=plain),
            Cell(row.core),
            Cell(row.forbidden),
        ]

    def _show_near(self) -> None:
        """Say which colour lies nearest to the one in hand: of two alike, one is too many."""
        row, profile = self.chosen, self.editing.profile
        near = nearest_colour(row.code, profile.colours, row.name) if (
            row is not None and row.code and profile is not None
        ) else None  # fmt: skip
        if near is None or row is None:
            self.near.setText("")
            return
        text = self.tr("{name}: nearest is {other} {hex}, ΔE {delta}")
        self.near.setText(
            text.format(name=row.name, other=near[0].name, hex=near[0].hex, delta=number(near[1]))
        )

    # What the user does

    def _typed(self, at: int, column: int, value: object) -> None:
        if at >= len(self._rows):
            return
        row, what = self._rows[at], CELLS[column]
        if what == "share":
            value = share_of(str(value))
        elif what == "tolerance":
            value = number_of(str(value))
        elif what == "role" and value not in ROLES:
            value = None
        name = self.tr("colour {name}").format(name=row.name)
        merge = None if column >= CELLS.index("core") else f"colour {at} {what}"
        self.editing.edit(name, lambda text: edited(text, row, what, value), merge)

    def _add(self) -> None:
        names = {row.name for row in self._rows}
        name = next(n for i in range(1, 9999) if (n := f"colour-{i}") not in names)
        self.add_colour(name, "#808080")
        self.table.setFocus()

    def add_colour(self, name: str, code: str) -> None:
        """Put a colour at the end of the palette and take it in hand."""
        self.editing.edit(self.tr("add {name}").format(name=name), lambda t: added(t, name, code))
        places = [i for i, row in enumerate(self._rows) if row.name == name and not row.forbidden]
        if places:
            self.table.setCurrentCell(places[-1], 0)

    def _remove(self) -> None:
        row = self.chosen
        if row is not None:
            name = self.tr("remove {name}").format(name=row.name)
            self.editing.edit(name, lambda text: removed(text, row))

    def _move(self, step: int) -> None:
        row = self.chosen
        if row is None:
            return
        keys = (*FORBIDDEN, row.place) if row.forbidden else (*PALETTE, row.name)
        at = self.table.currentRow() + step
        self.editing.edit(
            self.tr("move {name}").format(name=row.name), lambda t: t.moved(keys, step)
        )
        if 0 <= at < len(self._rows):
            self.table.setCurrentCell(at, self.table.currentColumn())

    def import_file(self, path: Path) -> None:
        """Take the colours of a file; those that are there by name are given its values."""
        doors = self.editing.doors

        def take(colours: tuple[Swatched, ...]) -> None:
            self._task = None
            name = self.tr("import {file}").format(file=path.name)
            self.editing.edit(name, lambda text: with_colours(text, colours)[0])
            said = self.tr("%n colours from {file}", "", len(colours)).format(file=path.name)
            self.editing.session.said.emit(said)

        self._task = Task(lambda: doors.colours(path), take, self.editing.session.failed.emit)

    def _copy_menu(self) -> None:
        below = self._copy_button.mapToGlobal(QPoint(0, self._copy_button.height()))
        self._menu().exec(below)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words in self.copies():
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, w=words: self._copy(w))
        return menu

    def copies(self) -> tuple[str, ...]:
        """Give the colour in hand in all the ways that it can be copied."""
        row = self.chosen
        if row is None or not row.code:
            return ()
        inks = (as_cmyk(row.cmyk),) if row.cmyk else ()
        return (row.code, as_rgb(row.code), *inks, as_oklch(row.code))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.editing.session.said.emit(self.tr("Copied {words}").format(words=words))


def share_of(text: str) -> object:
    """Read «10–40», in per cent, as a share; what is none is left to the profile's door."""
    if not text:
        return None
    parts = [number_of(part.strip()) for part in text.replace("–", "-").split("-")]
    if len(parts) == 2 and all(isinstance(part, int | float) for part in parts):  # noqa: PLR2004  low, high
        return [round(float(part) / 100, 4) for part in parts]  # type: ignore[arg-type]  # numbers
    return text
