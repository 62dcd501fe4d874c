"""Plane affine maps, as PDF and SVG both write them."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """Give the map that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def box_within(
    matrix: Matrix, edges: tuple[float, float, float, float]
) -> tuple[float, float, float, float] | None:
    """Map a rectangle (x0, y0, x1, y1) to the unit square; None where it lies outside of it.

    The corners may be given in any order; what sticks out is cut off.
    """
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = edges
    across = sorted(a * x + c * y + e for x in (x0, x1) for y in (y0, y1))
    down = sorted(b * x + d * y + f for x in (x0, x1) for y in (y0, y1))
    # written so that a NaN too is outside
    if not (across[-1] > 0 and across[0] < 1 and down[-1] > 0 and down[0] < 1):
        return None
    return (
        round(max(0.0, across[0]), 5), round(max(0.0, down[0]), 5),
        round(min(1.0, across[-1]), 5), round(min(1.0, down[-1]), 5),
    )  # fmt: skip
