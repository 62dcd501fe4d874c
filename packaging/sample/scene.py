"""A page being composed: shapes and text in one SVG, with a guard against text that overflows."""

# ruff: noqa: PLR0917  place and size come first and in order, as in SVG

from __future__ import annotations

from functools import cache
from html import escape

from PIL import ImageFont
from sample.brand import BRAND_FACES, Face
from sample.draw import rect


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.path, 200)


def width_of(text: str, face: Face, size: float, tracking: float = 0) -> float:
    """Return how wide a line will be, in the scene's units."""
    return _font(face).getlength(text) * size / 200 + tracking * len(text)


class Scene:
    """A page of a given size in units of its own; everything that is added lies on top."""

    def __init__(
        self, width: float, height: float, ground: str, faces: dict[str, Face] | None = None
    ) -> None:
        self.width, self.height = width, height
        self.faces = faces or BRAND_FACES
        self.parts = [rect(0, 0, width, height, ground)]

    def add(self, *svg: str) -> None:
        """Put pieces on the page."""
        self.parts += svg

    def wrap(self, text: str, face: Face, size: float, width: float) -> list[str]:
        """Break text into lines no wider than `width`; a line break in the text is kept."""
        lines = []
        for paragraph in text.split("\n"):
            current = ""
            for word in paragraph.split(" "):
                longer = f"{current} {word}".strip()
                if current and width_of(longer, face, size) > width:
                    lines.append(current)
                    current = word
                else:
                    current = longer
            lines.append(current)
        return lines

    def text(
        self, x: float, y: float, text: str, kind: str, size: float, fill: str, *,
        width: float | None = None, leading: float = 1.3, anchor: str = "start",
        tracking: float = 0,
    ) -> float:  # fmt: skip
        """Set text with its top at `y`; return where the next block may start.

        Raises ValueError where a line leaves the page or its column: a sample must not overflow.
        """
        face = self.faces[kind]
        room = width or self.width
        for text_line in self.wrap(text, face, size, room):
            wide = width_of(text_line, face, size, tracking)
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
            below = y + leading * size
            if wide > room + 1 or left < 0 or left + wide > self.width or below > self.height + 2:
                raise ValueError(f"does not fit: {text_line!r} at {size:g}")
            baseline = y + (leading - 1) * size / 2 + size * 0.78
            self.parts.append(
                f'<text x="{x:.1f}" y="{baseline:.1f}" font-family="{face.family}" '
                f'font-weight="{face.weight}" font-style="{face.style}" font-size="{size:g}" '
                f'letter-spacing="{tracking:g}" text-anchor="{anchor}" fill="{fill}">'
                f"{escape(text_line, quote=False)}</text>"
            )
            y = below
        return y

    def pill(
        self, x: float, y: float, text: str, size: float, fill: str, ink: str, anchor: str = "start"
    ) -> float:
        """Set text in a rounded label; return its right edge."""
        wide = width_of(text, self.faces["bold"], size) + size * 1.8
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        self.add(rect(left, y, wide, size * 2.1, fill, size * 1.05))
        self.text(left + wide / 2, y + size * 0.4, text, "bold", size, ink, anchor="middle")
        return left + wide

    def svg(self) -> str:
        """Return the page as one SVG document."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{self.width:g}" height="{self.height:g}" '
            f'viewBox="0 0 {self.width:g} {self.height:g}">{"".join(self.parts)}</svg>'
        )
