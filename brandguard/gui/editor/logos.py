"""The brand's logos: their files, what each is for, its clear space and least size."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon

from brandguard.gui.editor.fields import FlagField, NumberField, number_of, short
from brandguard.gui.editor.section import TableSection
from brandguard.gui.editor.table import Cell, Column, Table
from brandguard.interchange.profiletext import value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.gui.editor.editing import Editing
    from brandguard.interchange.profiletext import Keys, ProfileText

OURS: Keys = ("defaults", "brandguard", "logo")
IMAGES: Keys = ("logo", "images")
ROLES = ("primary", "reversed", "mono", "symbol", "legacy")
_CELLS = ("name", "path", "role", "clear_space", "min_width_px", "min_width_mm")


class Logos(TableSection):
    """Files, and what is asked of every creative that shows one."""

    keys = ("logo", "defaults.brandguard.logo")
    add_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__(
            editing,
            self.tr("Logos"),
            self.tr("SVG, PNG or PDF beside the profile. Clear space counts in heights of the"
                    " logo. A legacy logo is one that must no longer be used."),
        )  # fmt: skip
        self.table = Table(
            self.tr("Logos"),
            (
                Column(self.tr("Name"), width=112),
                Column(self.tr("File")),
                Column(self.tr("Role"), "choice", (self.tr("by name"), *ROLES), width=96),
                Column(self.tr("Clear space"), width=96),
                Column(self.tr("Least px"), width=80),
                Column(self.tr("Least mm"), width=80),
            ),
        )
        self.problem, _ = self.add_table(
            self.table,
            ((self.tr("Add files…"), self.add_wanted.emit), (self.tr("Remove"), self._remove)),
        )
        self.add_heading(self.tr("Of all logos"))
        form = self.add_form()
        form.add(FlagField(editing, self.tr("Duty"), (*OURS, "required"),
                           self.tr("Every creative with a picture shows a logo")))  # fmt: skip
        for key, words in (
            ("clear_space", self.tr("Clear space, heights")),
            ("min_width_px", self.tr("Least width, px")),
            ("min_width_mm", self.tr("Least width, mm")),
            ("min_contrast", self.tr("Least contrast with its ground")),
        ):
            form.add(NumberField(editing, words, (*OURS, key)))
        self.column.addStretch(1)
        self._names: list[str] = []
        self.table.typed.connect(self._typed)
        self.table.remove_wanted.connect(self._remove)

    def show_values(self) -> None:
        """Show the logos as they are now."""
        super().show_values()
        named = _named(self.editing.value())
        self._names = list(named)
        rows = []
        for name, path in named.items():
            rule = self.editing.value(*OURS, "images", name)
            rule = rule if isinstance(rule, dict) else {}
            keys = IMAGES if self._listed() else ("logo",)
            wrong = self.editing.problem_at(*keys, name) if self._listed() else (
                self.editing.problem_at("logo")
            )  # fmt: skip
            figures = [Cell(_shown(rule.get(key))) for key in _CELLS[3:]]
            role = str(rule.get("role") or "")
            rows.append(
                [Cell(name, wrong, self._icon(path)), Cell(path, wrong), Cell(role), *figures]
            )
        self.table.show_rows(rows)
        problem = self.editing.problem_at(*IMAGES) or self.editing.problem_at(*OURS)
        self.problem.say(problem or self.editing.problem_at("logo"))

    def _listed(self) -> bool:
        return isinstance(self.editing.value("logo"), dict)

    def _icon(self, path: str) -> QIcon | None:
        profile = self.editing.path
        file = profile.parent / path if profile is not None else None
        return QIcon(str(file)) if file is not None and file.is_file() else None

    def _typed(self, at: int, column: int, value: object) -> None:
        if at >= len(self._names):
            return
        name, what, text = self._names[at], _CELLS[column], str(value)
        title = self.tr("logo {name}").format(name=name)
        merge = f"logo {at} {what}"
        if what == "name":
            if text and text not in self._names:
                self.editing.edit(title, lambda t: _renamed(t, name, text), merge)
            return
        if what == "path":
            keys = _path_keys(self.editing.value("logo"), name)
            self.editing.set_value(title, keys, text, merge)
            return
        found: object = text if text in ROLES else None
        if what != "role":
            found = number_of(text)
        self.editing.set_value(title, (*OURS, "images", name, what), found, merge)

    def add_files(self, files: Sequence[str]) -> None:
        """Name these files as logos, by their path from the profile."""
        home = self.editing.path
        if home is None or not files:
            return

        def make(text: ProfileText) -> ProfileText:
            raw = value_at(text.tree(), ("logo",))
            if isinstance(raw, str):
                text = text.with_value(("logo",), {"images": {"logo": raw}})
            for file in files:
                path = os.path.relpath(file, home.parent).replace(os.sep, "/")
                text = text.with_value((*IMAGES, Path(file).stem), path)
            return text

        self.editing.edit(self.tr("add logos"), make)

    def _remove(self) -> None:
        at = self.table.currentRow()
        if not 0 <= at < len(self._names):
            return
        name = self._names[at]
        title = self.tr("remove {name}").format(name=name)
        self.editing.edit(title, lambda text: _without(text, name))


def _named(tree: object) -> dict[str, str]:
    """Give the logos by name, however the file writes them."""
    raw = value_at(tree, ("logo",))
    if isinstance(raw, str):
        return {"logo": raw}
    images = value_at(raw, ("images",))
    given = images if isinstance(images, dict) else {}
    return {
        str(name): str(value.get("path", "") if isinstance(value, dict) else value)
        for name, value in given.items()
    }


def _path_keys(raw: object, name: str) -> Keys:
    if not isinstance(raw, dict):
        return ("logo",)
    inner = isinstance(value_at(raw, ("images", name)), dict)
    return (*IMAGES, name, "path") if inner else (*IMAGES, name)


def _renamed(text: ProfileText, name: str, new: str) -> ProfileText:
    text = text.renamed((*IMAGES, name), new).renamed((*OURS, "images", name), new)
    for size in ("small", "medium", "large"):
        if text.own("logo", size) == name:
            text = text.with_value(("logo", size), new)
    return text


def _without(text: ProfileText, name: str) -> ProfileText:
    if text.own(*OURS, "images", name) is not None:
        text = text.without((*OURS, "images", name))
    for size in ("small", "medium", "large"):
        if text.own("logo", size) == name:
            text = text.without(("logo", size))
    listed = isinstance(text.own("logo"), dict)
    return text.without((*IMAGES, name) if listed else ("logo",))


def _shown(value: object) -> str:
    return short(value) if isinstance(value, int | float) else "" if value is None else str(value)
