"""HTML drawn as it is seen, without scripts: by WeasyPrint, where it and Pango are installed.

Nothing is opened but what lies in the file itself: `data:` addresses, and the parts of an e-mail.
Fonts that a page brings are left out; what is drawn by another stays what the page names.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import logging
import math
import re
import sys
import threading
import time
import warnings
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

import numpy as np

from brandguard.readers.html_inside import NOWHERE, Inside
from brandguard.readers.pdf_fills import fills_of_page
from brandguard.readers.pdf_placed import placed_on_page
from brandguard.readers.pdf_text import text_of_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray  # noqa: TC004  hints alone, never asked for at run time

    from brandguard.model.creative import PlacedObject, TextRun, VectorFill  # noqa: TC004  as above
    from brandguard.readers.html_inside import Part
    from brandguard.readers.limits import Limits

SECONDS: Final = 10.0
"""Of the processor that one page may take, a long newsletter takes one; after that it is read
without a picture."""
_TIMES: Final = 6
"""As much longer it may take where the machine is busy with other things."""
WEB_WIDTH, MAIL_WIDTH = 1280, 600
"""CSS pixels of a usual desktop window, and of the e-mails that newsletter programs make."""
SCREEN_HEIGHT: Final = 800
"""What «100vh» is: the height of the window in which a page is seen first."""
_AGAIN: Final = 1.0
TALLEST: Final = 30_000
"""CSS pixels of a page's height that are drawn."""
_MOST_SHEETS: Final = 20
"""Pages of that height after which laying out is given up: something of endless size."""
_MOST_TAGS: Final = 10_000
"""Elements of a page that is drawn; a long newsletter has some 2,000."""
_LEAST_SIDE, _MOST_SIDE = 16, 4_000
"""Of a banner that says its own size."""
_POINTS: Final = 0.75
_GONE: Final = (
    "script", "noscript", "iframe", "frame", "object", "embed", "applet", "audio", "video",
    "canvas", "template", "base", "portal",
)  # fmt: skip
"""Elements that run something, or show what lies elsewhere."""
_HEIGHT_OF_SCREEN: Final = re.compile(r"(?<![\w.#-])(\d{0,6}\.?\d{1,6})[sld]?vh\b", re.IGNORECASE)
_AD_SIZE: Final = re.compile(r"width\s*=\s*(\d{1,5})\D+?height\s*=\s*(\d{1,5})", re.IGNORECASE)
_PIXELS: Final = re.compile(r"\s*(\d{1,5}(?:\.\d{1,6})?)px\s*", re.IGNORECASE)
_MADE_FOR_MAIL: Final = re.compile(
    r"\[if [^\]]{0,40}mso|x-apple-disable-message-reformatting", re.IGNORECASE
)
_MAIL_WIDTHS: Final = re.compile(
    r"<(?:table|td)\b[^>]{0,500}?\bwidth\s*=\s*[\"']?(\d{3})(?:px)?[\"'\s>]", re.IGNORECASE
)
_WIDEST_MAIL: Final = 800


@dataclass(frozen=True, slots=True)
class Sheet:
    """How large the page is in CSS pixels; a height of None is as tall as its content."""

    width: int
    height: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A page as it is seen, with what was drawn on it."""

    pixels: NDArray[np.uint8]
    width_px: int
    height_px: int
    text: str
    runs: tuple[TextRun, ...]
    """Of what was drawn: their fonts are those of this machine, and say nothing."""
    fills: tuple[VectorFill, ...]
    placed: tuple[PlacedObject, ...]
    missing: tuple[str, ...]
    """References to what does not lie in the file, each once and in order."""
    sheets: int
    """Pages that the content fills; the first is drawn."""


class _StoppedError(BaseException):
    """Ends a layout from outside; no handler of a library catches it."""


@cache
def why_not() -> str | None:
    """Say what is missing for drawing: «weasyprint», «pango», or None where nothing is."""
    if find_spec("weasyprint") is None:
        return "weasyprint"
    if find_spec("pyphen") is None:
        _never_hyphenate()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # of parts that later versions will need
            import weasyprint  # noqa: F401  only loading it tells
    except (ImportError, OSError):  # OSError: the system's Pango is not there
        return "pango"
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint has switched it on for everybody
    return None


def _never_hyphenate() -> None:
    """Stand in for the dictionaries of hyphenation, which frozen programs do not carry."""
    from types import ModuleType

    stand_in: Any = ModuleType("pyphen")
    stand_in.LANGUAGES = {}
    stand_in.language_fallback = lambda _language: None
    sys.modules["pyphen"] = stand_in


def sheet_for(
    tree: Any,  # noqa: ANN401  selectolax has no public types
    source: str,
    style_of: Callable[[Any], Mapping[str, str]],
    *,
    mail: bool,
) -> Sheet:
    """Find the size of a page: its own as a banner, else that of a window or an e-mail."""
    for node in tree.css("meta[name='ad.size']"):
        found = _AD_SIZE.search(node.attributes.get("content") or "")
        if found and (size := _banner(float(found[1]), float(found[2]))):
            return size
    for node in _outermost(tree.body):
        style = style_of(node)
        sides = [_PIXELS.fullmatch(style.get(name, "")) for name in ("width", "height")]
        if all(sides) and (size := _banner(*(float(side[1]) for side in sides if side))):
            return size
    if not (mail or _MADE_FOR_MAIL.search(source)):
        return Sheet(WEB_WIDTH)
    widths = (int(width) for width in _MAIL_WIDTHS.findall(source))
    return Sheet(max((w for w in widths if MAIL_WIDTH < w <= _WIDEST_MAIL), default=MAIL_WIDTH))


def _banner(width: float, height: float) -> Sheet | None:
    fits = all(_LEAST_SIDE <= side <= _MOST_SIDE for side in (width, height))
    return Sheet(math.ceil(width), math.ceil(height)) if fits else None


def _outermost(body: Any) -> Iterator[Any]:  # noqa: ANN401  as above
    """Give the body, and what it holds where that is one single element."""
    if body is None:
        return
    yield body
    inside = [n for n in body.iter() if n.tag not in {*_GONE, "style", "link"}]
    if len(inside) == 1:
        yield inside[0]


def draw(
    tree: Any,  # noqa: ANN401  as above
    sheet: Sheet,
    limits: Limits,
    parts: Mapping[str, Part] | None = None,
    base: str | None = None,
) -> Drawing | None:
    """Draw a parsed page, which is changed thereby; None where that fails or takes too long.

    `parts` are what may be shown by the name it is asked for; `base` is where the page once lay.
    Only call it where `why_not` gives None.
    """
    tags = sum(1 for _ in tree.root.traverse(include_text=False)) if tree.root else 0
    if not 0 < tags <= _MOST_TAGS:
        return None
    inside = Inside(parts or {}, limits)
    _disarm(tree, inside, base or NOWHERE)
    source = _HEIGHT_OF_SCREEN.sub(_in_pixels, tree.html or "")
    try:
        with _at_most(SECONDS), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = _lay_out(source, sheet, inside, base or NOWHERE)
    except _StoppedError:
        return None
    except Exception:  # noqa: BLE001  a page that cannot be drawn still has its words
        return None
    data, width, height, sheets = found
    return _pictured(data, (width, height), sheets, inside, limits)


def _in_pixels(height: re.Match[str]) -> str:
    return f"{min(float(height[1]) * SCREEN_HEIGHT / 100, 1e6):.6g}px"


def _disarm(tree: Any, inside: Inside, base: str) -> None:  # noqa: ANN401  as above
    """Take out what runs or reaches outside; pictures that are missing leave no words either."""
    tree.strip_tags(list(_GONE), recursive=True)
    for node in tree.css("[rel]"):
        if node.tag != "link":
            del node.attrs["rel"]
    for node in tree.css("img"):
        address = (node.attributes.get("src") or "").strip()
        with contextlib.suppress(ValueError):
            if not inside.knows(urljoin(base, address)) and "alt" in node.attributes:
                node.attrs["alt"] = ""


@contextlib.contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """End what runs in this thread after so long, wherever it is in Python's own code.

    Raised again each second: WeasyPrint goes on after whatever goes wrong with one drawing in it.
    """
    thread, lock, done, stopped = threading.get_ident(), threading.Lock(), threading.Event(), False
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc

    def stop() -> None:
        nonlocal stopped
        begun, until, wait = time.process_time(), time.monotonic() + _TIMES * seconds, seconds / 10
        while not done.wait(wait):
            if time.process_time() - begun < seconds and time.monotonic() < until:
                continue
            with lock:
                if not done.is_set():
                    stopped, wait = True, _AGAIN
                    raise_in(ctypes.c_ulong(thread), ctypes.py_object(_StoppedError))

    threading.Thread(target=stop, name="drawing watch", daemon=True).start()
    usual = sys.unraisablehook

    def quiet(what: sys.UnraisableHookArgs) -> None:
        if what.exc_type is not _StoppedError:  # it struck while something was thrown away
            usual(what)

    sys.unraisablehook = quiet
    try:
        yield
    finally:
        try:
            with lock:
                done.set()
        finally:  # it may strike even here
            done.set()
            sys.unraisablehook = usual
    if stopped:
        raise _StoppedError


class _Counted:
    """Hears which page is begun, and stops a layout that goes on and on."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Look at a step; nothing is ever written."""
        number = record.args[-1] if isinstance(record.args, tuple) and record.args else 0
        if isinstance(number, int) and number > _MOST_SHEETS:
            raise _StoppedError
        return False


def _lay_out(
    source: str, sheet: Sheet, inside: Inside, base: str
) -> tuple[bytes, float, float, int]:
    """Give the first page as a PDF, its width and height in CSS pixels, and how many there are."""
    from weasyprint import CSS, HTML

    fonts = _fonts()
    own = CSS(string=_own_rules(sheet), url_fetcher=inside, media_type="screen", font_config=fonts)
    page = HTML(string=source, base_url=base, url_fetcher=inside, media_type="screen")
    with _watched_pages():
        document = page.render(fonts, stylesheets=[own], presentational_hints=True)
    sheets, first = len(document.pages), document.pages[0]
    if sheet.height is None and sheets == 1:
        first.height = min(max(math.ceil(_bottom(first)), _LEAST_SIDE), TALLEST)
    return document.copy([first]).write_pdf(), first.width, first.height, sheets


@cache
def _fonts() -> Any:  # noqa: ANN401  as above
    """Give this machine's fonts, loaded once; none that a page brings is let in."""
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    fonts.add_font_face = lambda _rules, _fetcher: None
    return fonts


@contextlib.contextmanager
def _watched_pages() -> Iterator[None]:
    """Have WeasyPrint tell its steps, and count them."""
    steps, count = logging.getLogger("weasyprint.progress"), _Counted()
    before = steps.level
    steps.setLevel(logging.INFO)
    steps.addFilter(count)
    try:
        yield
    finally:
        steps.removeFilter(count)
        steps.setLevel(before)


def _own_rules(sheet: Sheet) -> str:
    """Say the size of the page, and that a page grows with its content as in a window."""
    rules = (
        f"@page{{size:{sheet.width}px {sheet.height or TALLEST}px!important;margin:0!important}}"
        "*{hyphens:manual!important;break-before:auto!important;break-after:auto!important}"
    )
    grows = "html,body{height:auto!important}html{min-height:0!important}"
    return rules if sheet.height else rules + grows


def _bottom(page: Any) -> float:  # noqa: ANN401  as above
    """Find where the content of a page ends: that of its root, or of what floats outside it."""
    root = page._page_box.children[0]  # noqa: SLF001  nothing public tells a content's height
    bottom = float(root.position_y + root.margin_height())
    if bottom >= _LEAST_SIDE:
        return bottom
    boxes = (b for b in root.descendants() if isinstance(b.height, int | float))
    ends = (float(b.position_y + b.height) for b in boxes)
    return max((end for end in ends if end <= TALLEST), default=bottom)


def _pictured(
    data: bytes, size: tuple[float, float], sheets: int, inside: Inside, limits: Limits
) -> Drawing:
    """Draw the PDF, one pixel a CSS pixel; less where that were more than a picture may have."""
    import pypdfium2

    width, height = math.ceil(size[0]), math.ceil(size[1])
    scale = min(1.0, math.sqrt(limits.keep_pixels / (width * height))) / _POINTS
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        drawn = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False).to_numpy()
        text, runs = text_of_page(page)
        fills, placed = fills_of_page(page, runs), placed_on_page(page)
        page.close()
    finally:
        document.close()
    if drawn.ndim == 2:  # noqa: PLR2004  a grey page
        drawn = np.repeat(drawn[..., None], 3, axis=2)
    pixels = np.ascontiguousarray(drawn[..., :3])
    return Drawing(
        pixels, width, height, text, runs, fills, placed,
        tuple(inside.missing), sheets,
    )  # fmt: skip
