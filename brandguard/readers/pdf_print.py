"""What a PDF tells the printer: inks, pictures, bleed, output intent; and where its links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brandguard.model.creative import Link, Production
from brandguard.readers.matrix import box_within
from brandguard.readers.pdf_geometry import page_matrix

if TYPE_CHECKING:
    from brandguard.model.creative import TextRun, VectorFill

MOST_LINKS = 200
LONGEST_URL = 2_000
LONGEST_NAME = 80

Sides = tuple[float, float, float, float]


def opened(data: bytes) -> Any:  # noqa: ANN401  pikepdf's document
    """Open a PDF for its inks; None where qpdf cannot read what PDFium could repair."""
    import io

    import pikepdf

    try:
        return pikepdf.open(io.BytesIO(data), attempt_recovery=True)
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, RuntimeError):
        return None


def for_print(
    document: Any,  # noqa: ANN401  pikepdf's document, None where qpdf could not open the file
    page: Any,  # noqa: ANN401  pypdfium2 has no types
    index: int,
    runs: tuple[TextRun, ...],
    fills: tuple[VectorFill, ...],
) -> tuple[tuple[VectorFill, ...], Production]:
    """Add to a page's colours the builds of ink that its drawing names, and tell how it prints."""
    if document is None:
        return fills, Production()
    from brandguard.readers.ink_uses import InkUses
    from brandguard.readers.pdf_colours import inks_of_page

    uses = InkUses(page_matrix(page), fills, runs)
    inks = inks_of_page(document, index, uses)
    pictures = tuple(sorted(uses.pictures, key=lambda p: (p.dpi, p.box)))
    return fills + inks, Production(pictures, uses.fills("rgb"), uses.fills("lost"))


def output_intent(document: Any) -> str | None:  # noqa: ANN401  as above
    """Name the printing condition that a file was made for; None where it names none."""
    if document is None:
        return None
    try:
        intents = document.Root.get("/OutputIntents")
        first = intents[0] if intents is not None and len(intents) else None
        names = [first.get(key) for key in _NAMES] if first is not None else []
    except Exception:  # noqa: BLE001  what is broken here costs no more than this name
        return None
    return next((name for n in names if n is not None and (name := _plain(n))), None)


_NAMES = ("/OutputConditionIdentifier", "/OutputCondition", "/Info")


def links_of_page(document: Any, page: Any, index: int) -> tuple[Link, ...]:  # noqa: ANN401  as above
    """Give the addresses that annotations of a page open; nothing is opened or followed."""
    if document is None:
        return ()
    to_page = page_matrix(page)
    found: list[Link] = []
    try:
        annotations = document.pages[index].obj.get("/Annots", ())
        for at in range(min(len(annotations), MOST_LINKS)):
            annotation = annotations[at]
            action = annotation.get("/A")
            url = action.get("/URI") if action is not None else None
            if url is not None and (address := _plain(url, LONGEST_URL)):
                edges = [float(value) for value in annotation.get("/Rect", ())]
                box = box_within(to_page, _ordered(edges)) if len(edges) == 4 else None  # noqa: PLR2004  a rectangle
                found.append(Link(address, box))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  as above: the links that were found until then count
        return tuple(found)
    return tuple(found)


def _ordered(edges: list[float]) -> Sides:
    x0, y0, x1, y1 = edges
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _plain(value: Any, longest: int = LONGEST_NAME) -> str:  # noqa: ANN401  as above
    return "".join(c for c in str(value) if c.isprintable()).strip()[:longest]
