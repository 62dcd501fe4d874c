"""`--report annotated=FOLDER`: each creative as a picture with its findings drawn on it.

The places carry the numbers that they have in the HTML report, and a strip below says in words what
they are. The pictures carry a mark by which they are known as ours, and are never judged.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from brandguard.model.paths import display_path
from brandguard.model.report import CreativeReport
from brandguard.walk import has_mark
from brandguard.writers.atomic import explaining, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PIL import Image

    from brandguard.messages import Messages
    from brandguard.model.features import PageFeatures
    from brandguard.model.report import Finding, Report

MARK = b"brandguard annotated/1"
"""Stands in a comment at the file's beginning; see walk.OWN_MARKS."""
LONG_SIDE = 1600
"""Pixels of a drawn page's long side, at most; a preview of the report is enlarged to half."""
MOST_PAGES = 8
"""Pages of a creative that are drawn: the first, and those with findings."""
QUALITY = 88
_MOST_NAME = 48
_OURS = re.compile(r"\d{4,}-.+-p\d+\.jpg")


class Raster(Protocol):
    """A page as pixels: three bytes each in sRGB, row after row."""

    @property
    def width(self) -> int: ...  # noqa: D102  said above
    @property
    def height(self) -> int: ...  # noqa: D102  said above
    @property
    def rgb(self) -> bytes: ...  # noqa: D102  said above


Redraw = Callable[[CreativeReport, int, int], Raster | None]
"""Draws a page of a creative anew, so many pixels at its long side at most; None if it cannot."""


def write(report: Report, folder: Path, messages: Messages, redraw: Redraw | None = None) -> None:
    """Draw every creative that has a picture; older pictures of ours in the folder are removed.

    `redraw` draws a page of a creative anew, so many pixels at its long side at most; where it is
    not given or gives None, the report's small preview is enlarged. Raises OutputError.
    """
    with explaining(folder):
        folder.mkdir(exist_ok=True)
        _remove_old(folder)
    digits = max(4, len(str(report.summary.creatives)))
    for number, creative in enumerate(report.creatives, start=1):
        for page, picture in _pictures(creative, messages, redraw):
            name = f"{number:0{digits}d}-{_slug(creative.path)}-p{page}.jpg"
            with replacing(folder / name, binary=True) as out:
                picture.save(out, "JPEG", quality=QUALITY, subsampling=0, comment=MARK)


def _remove_old(folder: Path) -> None:
    for file in sorted(folder.iterdir()):
        if _OURS.fullmatch(file.name) and file.is_file() and has_mark(str(file)):
            file.unlink()


def _slug(path: str) -> str:
    """Give what of a file's name may stand in another name; it is for people, and not unique."""
    name = re.split(r"[/\\]", path)[-1]
    return re.sub(r"[^\w.-]+", "_", display_path(name)).strip("._-")[:_MOST_NAME] or "creative"


def _pictures(
    creative: CreativeReport, messages: Messages, redraw: Redraw | None
) -> Iterator[tuple[int, Image.Image]]:
    from brandguard.writers.drawing import draw

    numbered = list(enumerate(creative.findings, start=1))
    pages = _pages(creative, creative.findings)
    for page in pages:
        fresh = redraw(creative, page.number, LONG_SIDE) if redraw else None
        picture = _of_raster(fresh) if fresh else _of_thumbnail(page.thumbnail)
        if picture is None:
            continue
        first = page is pages[0]
        shown = [
            (number, found)
            for number, found in numbered
            if page.number in (on := _on(found)) or (first and not on & {p.number for p in pages})
        ]
        lost = bool(redraw) and fresh is None
        yield page.number, draw(picture, creative, page, shown, messages, small=lost)


def _on(found: Finding) -> set[int | None]:
    return {place.page for place in (found.place, *found.more_places)}


def _pages(creative: CreativeReport, findings: Sequence[Finding]) -> list[PageFeatures]:
    hit = {number for found in findings for number in _on(found)}
    drawn = [page for page in creative.page_views if page.thumbnail]
    return [page for i, page in enumerate(drawn) if i == 0 or page.number in hit][:MOST_PAGES]


def _of_raster(raster: Raster) -> Image.Image:
    from PIL import Image

    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)


def _of_thumbnail(thumbnail: str | None) -> Image.Image | None:
    """Enlarge a preview; None where it is no JPEG."""
    from PIL import Image

    try:
        data = io.BytesIO(base64.b64decode(thumbnail or "", validate=True))
        with Image.open(data, "r", ("JPEG",)) as opened:
            picture = opened.convert("RGB")
    except (ValueError, OSError, SyntaxError):  # what base64 and Pillow raise over broken data
        return None
    scale = LONG_SIDE / 2 / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
