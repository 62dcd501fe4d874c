"""One annotated picture: a page, the places of its findings on it, and a strip of words below."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.model.paths import display_path
from brandguard.settings import asset_path
from brandguard.writers.contour import contours
from brandguard.writers.overlay import BADGE, OVERHANG, overlay

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image, ImageDraw, ImageFont

    from brandguard.messages import Messages
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import CreativeReport, Finding, Severity
    from brandguard.writers.overlay import Outline

COLOURS = {"fail": "#B3261E", "warn": "#8A5800", "note": "#2A5DA6", "off": "#5C616C"}
"""The report's own, see templates/style.css."""
GROUND, INK, MUTED = "#F7F6F3", "#1B1D22", "#5C616C"
LEAST_WIDTH = 640
SCALE_WIDTH = 900
"""Width of a picture at which words are set at their plain size."""
MOST_FINDINGS = 40
MOST_CHARACTERS = 400
_SPOKEN = str.maketrans({"Δ": "delta "})
"""Letters that the font lacks."""

Numbered = tuple[int, "Finding"]


def draw(
    picture: Image.Image,
    creative: CreativeReport,
    page: PageFeatures,
    findings: Sequence[Numbered],
    messages: Messages,
    *,
    small: bool = False,
) -> Image.Image:
    """Draw the findings on the page and say below what they are.

    `small` says that the picture is the enlarged preview because the file is no longer the same.
    """
    from PIL import Image

    scale = max(picture.width, LEAST_WIDTH) / SCALE_WIDTH
    scale = min(max(scale, 0.8), 2.0)
    marked = _mark(picture, page, findings, scale * 1.4)
    width = max(marked.width, LEAST_WIDTH)
    strip = _strip(width, scale, _lines(creative, page, findings, messages, small=small))
    whole = Image.new("RGB", (width, marked.height + strip.height), GROUND)
    whole.paste(marked, ((width - marked.width) // 2, 0))
    whole.paste(strip, (0, marked.height))
    return whole


def _mark(
    picture: Image.Image, page: PageFeatures, findings: Sequence[Numbered], scale: float
) -> Image.Image:
    """Draw the places on the page, with a margin around it in which badges may stand."""
    from PIL import Image, ImageDraw

    places = overlay(page, findings, max(picture.size) / scale, OVERHANG)
    rim = round((OVERHANG + 2) * scale) if places.outlines else 0
    # Borders alone: a tint over an area would falsify the very colour that is spoken of.
    marked = Image.new("RGB", (picture.width + 2 * rim, picture.height + 2 * rim), GROUND)
    marked.paste(picture.convert("RGB"), (rim, rim))
    pen = ImageDraw.Draw(marked)
    strokes = (("#000000", max(3, round(3 * scale))), ("#FFFFFF", max(1, round(scale))))
    for colour, width in strokes:  # seen on any ground
        for one in places.outlines:
            for line in _borders(one, picture.size, scale, rim):
                pen.line(line, fill=colour, width=width, joint="curve")
    for one in places.outlines:
        if one.badge is not None:
            x, y = one.badge
            centre = (x * scale + rim, y * scale + rim)
            _badge(pen, one.number, one.severity, centre, BADGE * scale / 2)
    return marked


def _borders(
    one: Outline, size: tuple[int, int], scale: float, rim: int
) -> Iterator[list[tuple[float, float]]]:
    """Give the closed lines around a place, in pixels of the picture with its margin."""
    if one.mask is not None:
        across, down = size[0] - 1, size[1] - 1
        for line in contours(one.mask):
            ends = [(x * across + rim, y * down + rim) for x, y in line]
            yield ends + ends[:2]  # one step further, or the pen leaves the last corner open
        return
    x, y, width, height = one.frame
    left, top = x * scale + rim, y * scale + rim
    right, bottom = left + width * scale, top + height * scale
    yield [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)]


def _badge(
    pen: ImageDraw.ImageDraw, number: int, severity: Severity, centre: tuple[float, float],
    radius: float,
) -> None:  # fmt: skip
    """Draw a number on the shape of its severity: square, triangle, disc."""
    x, y = centre
    box = (x - radius, y - radius, x + radius, y + radius)
    edge = max(1, round(radius / 6))
    look: dict[str, Any] = {"fill": COLOURS[severity], "outline": "#FFFFFF", "width": edge}
    if severity == "fail":
        pen.rounded_rectangle(box, radius / 3, **look)
    elif severity == "warn":
        wide, high = radius * 1.2, radius * 1.15
        pen.polygon([(x, y - high), (x + wide, y + high), (x - wide, y + high)], **look)
        y += radius * 0.3
    else:
        pen.ellipse(box, **look)
    pen.text((x, y), str(number), "#FFFFFF", _font("Bold", round(radius * 1.15)), anchor="mm")


class _Line:
    """A paragraph of the strip: words in one weight and colour, perhaps after a badge."""

    def __init__(
        self, words: str, weight: str = "Regular", colour: str = INK, size: int = 15,
        badge: tuple[int, Severity] | None = None, *, indent: bool = True,
    ) -> None:  # fmt: skip
        self.words = words.translate(_SPOKEN)[:MOST_CHARACTERS]
        self.weight, self.colour, self.size, self.badge = weight, colour, size, badge
        self.indent = indent


def _lines(
    creative: CreativeReport, page: PageFeatures, findings: Sequence[Numbered],
    messages: Messages, *, small: bool,
) -> Iterator[_Line]:  # fmt: skip
    path = display_path(creative.path)
    if creative.pages > 1:
        path = messages.text("picture.page", path=path, page=page.number, pages=creative.pages)
    yield _Line(path, "SemiBold", size=17, indent=False)
    verdict = messages.name("verdict", creative.verdict)
    score = "" if creative.score is None else f" · {messages.number(creative.score)}"
    yield _Line(verdict + score, colour=MUTED, indent=False)
    if small:
        yield _Line(messages.text("picture.small"), colour=MUTED, indent=False)
    for number, found in findings[:MOST_FINDINGS]:
        title = f"{messages.title(found.rule)} · {found.rule}"
        yield _Line(title, "SemiBold", COLOURS[found.severity], badge=(number, found.severity))
        yield _Line(messages.message(found))
        suggestion = messages.suggestion(found)
        if suggestion:
            yield _Line(suggestion, colour=MUTED)
        if found.waived:
            yield _Line(messages.text("report.waived", reason=found.waived.reason), colour=MUTED)
    if not findings:
        yield _Line(messages.text("report.no_findings"), indent=False)
    elif len(findings) > MOST_FINDINGS:
        more = len(findings) - MOST_FINDINGS
        yield _Line(messages.text("picture.more", count=more), colour=MUTED, indent=False)


def _strip(width: int, scale: float, lines: Iterator[_Line]) -> Image.Image:
    from PIL import Image, ImageDraw

    margin, indent = round(20 * scale), round(34 * scale)
    laid: list[tuple[_Line, str, int, int]] = []
    y = margin
    for line in lines:
        left = margin + (indent if line.indent else 0)
        font = _font(line.weight, round(line.size * scale))
        y += round(10 * scale) if line.badge else 0
        for i, part in enumerate(_wrapped(line.words, font, width - left - margin)):
            laid.append((line, part, left, y) if i == 0 else (_unbadged(line), part, left, y))
            y += round(line.size * scale * 1.4)
    strip = Image.new("RGB", (width, y + margin), GROUND)
    pen = ImageDraw.Draw(strip)
    for line, part, left, top in laid:
        size = round(line.size * scale)
        pen.text((left, top), part, line.colour, _font(line.weight, size))
        if line.badge:
            centre = (margin + 11 * scale, top + size * 0.6)
            _badge(pen, *line.badge, centre, 11 * scale)
    return strip


def _unbadged(line: _Line) -> _Line:
    return _Line(line.words, line.weight, line.colour, line.size, indent=line.indent)


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """Break words into lines; a word that is wider than a line is broken too."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > width and len(line) > 1:
            fits = bisect_right(range(1, len(line)), width, key=lambda n: font.getlength(line[:n]))
            fits = max(fits, 1)
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(asset_path("fonts", "figtree", f"Figtree-{weight}.ttf"), size)
