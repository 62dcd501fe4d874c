"""The letters of a PDF page's drawing: where they begin, how large, in which ink."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.readers.matrix import IDENTITY, multiply
from brandguard.readers.pdf_walk import Operands, Walk, matrix_of, numbers, vanishes

if TYPE_CHECKING:
    from collections.abc import Callable


def _begin_text(walk: Walk, _: Operands) -> None:
    walk.text = walk.line = IDENTITY


def _font(walk: Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, size=float(operands[1]))


def _mode(walk: Walk, operands: Operands) -> None:
    walk.state = replace(walk.state, mode=int(operands[0]))


def _set_leading(walk: Walk, operands: Operands) -> None:
    walk.leading = float(operands[0])


def _set_text(walk: Walk, operands: Operands) -> None:
    walk.text = walk.line = matrix_of(operands)


def _move(walk: Walk, operands: Operands) -> None:
    x, y = numbers(operands)
    walk.line = walk.text = multiply((1.0, 0.0, 0.0, 1.0, x, y), walk.line)


def _move_and_lead(walk: Walk, operands: Operands) -> None:
    walk.leading = -float(operands[1])
    _move(walk, operands)


def _next_line(walk: Walk, _: Operands) -> None:
    _move(walk, (0.0, -walk.leading))


def _show(walk: Walk, _: Operands) -> None:
    state = walk.state
    if state.mode in {0, 2, 4, 6}:  # filled letters; the others are outlines, invisible or clips
        matrix = multiply(walk.text, state.matrix)
        lost = vanishes(state, state.fill, state.fill_space, overprints=state.fill_over)
        size = abs(state.size) * math.hypot(matrix[2], matrix[3])
        walk.uses.text(state.fill, matrix, size, lost=lost)


def _show_next(walk: Walk, operands: Operands) -> None:
    _next_line(walk, operands)
    _show(walk, operands)


STEPS: dict[str, Callable[[Walk, Operands], None]] = {
    "BT": _begin_text, "Tf": _font, "Tr": _mode, "TL": _set_leading, "Tm": _set_text,
    "Td": _move, "TD": _move_and_lead, "T*": _next_line,
    "Tj": _show, "TJ": _show, "'": _show_next, '"': _show_next,
}  # fmt: skip
