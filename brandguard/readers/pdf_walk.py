"""What a walk through a PDF page's drawing carries: the graphics state, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from brandguard.readers.ink_spaces import BLACK, GREY, Ink, Space
from brandguard.readers.ink_uses import InkUses
from brandguard.readers.matrix import IDENTITY, Matrix, multiply

if TYPE_CHECKING:
    from collections.abc import Callable

Operands = Any
"""pikepdf's list of an operator's operands; pikepdf has no public type for it."""

MOST_BYTES = 3_000_000
"""Of a page's drawing with all that is placed on it, unpacked. More is a map or a mesh."""
MOST_OPERATORS = 200_000
MOST_FORMS = 500
MOST_STATES = 256


@dataclass(frozen=True, slots=True)
class State:
    """What q and Q keep."""

    matrix: Matrix = IDENTITY
    fill: Ink = BLACK
    stroke: Ink = BLACK
    fill_space: Space = GREY
    stroke_space: Space = GREY
    fill_over: bool = False
    stroke_over: bool = False
    """Whether it is set to overprint: what lies beneath is printed, too."""
    zero_keeps: bool = False
    """Whether overprinting leaves alone the inks of which a CMYK colour has none (OPM 1)."""
    size: float = 0.0
    mode: int = 0
    clip: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """Around what is seen, as fractions of the page."""


@dataclass(slots=True)
class Walk:
    """One walk through a page's drawing."""

    pdf: Any
    uses: InkUses
    state: State = State()
    kept: list[State] = field(default_factory=list)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    leading: float = 0.0
    points: list[tuple[float, float]] = field(default_factory=list)
    clips: bool = False
    """Whether the path at hand is to be the clip of what follows."""
    resources: Any = None
    bytes_left: int = MOST_BYTES
    operators_left: int = MOST_OPERATORS
    forms_left: int = MOST_FORMS
    depth: int = 0


def numbers(operands: Operands) -> list[float]:
    """Give the operands as numbers; ValueError or TypeError where they are none."""
    return [float(value) for value in operands]


def keep(walk: Walk, _: Operands) -> None:
    """Operator q."""
    if len(walk.kept) < MOST_STATES:
        walk.kept.append(walk.state)


def restore(walk: Walk, _: Operands) -> None:
    """Operator Q."""
    if walk.kept:
        walk.state = walk.kept.pop()


def matrix_of(operands: Operands) -> Matrix:
    """Give six operands as a matrix."""
    a, b, c, d, e, f = numbers(operands)
    return (a, b, c, d, e, f)


def concatenate(walk: Walk, operands: Operands) -> None:
    """Operator cm."""
    walk.state = replace(walk.state, matrix=multiply(matrix_of(operands), walk.state.matrix))


def set_overprint(walk: Walk, operands: Operands) -> None:
    """Operator gs, as far as it says how colours are laid over each other (ISO 32000-1, 8.4.5)."""
    import pikepdf

    states = walk.resources.get("/ExtGState") if walk.resources is not None else None
    named = states.get(str(operands[0])) if isinstance(states, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Dictionary):
        return
    stroke = named.get("/OP")
    fill = named.get("/op", stroke)  # where «op» is missing, «OP» holds for both
    state = walk.state
    walk.state = replace(
        state,
        stroke_over=state.stroke_over if stroke is None else bool(stroke),
        fill_over=state.fill_over if fill is None else bool(fill),
        zero_keeps=bool(int(named.get("/OPM", int(state.zero_keeps)))),
    )


def vanishes(state: State, ink: Ink, space: Space, *, overprints: bool) -> bool:
    """Tell whether a colour prints nothing at all: white, over whatever lies beneath.

    A white in greys or CMYK does so where inks of none are kept (OPM 1); a spot ink's always.
    """
    return overprints and ink.bare and (state.zero_keeps or space.kind == "named")


STEPS: dict[str, Callable[[Walk, Operands], None]] = {
    "q": keep, "Q": restore, "cm": concatenate, "gs": set_overprint,
}  # fmt: skip
