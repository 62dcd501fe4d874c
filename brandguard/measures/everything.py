"""Creative → Features: every measure that was asked for, in one walk over the pages."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from brandguard.measures.codes import find_codes
from brandguard.measures.contrast import text_contrasts
from brandguard.measures.imagery import phash, picture_traits, reduced_oklab, thumbnail
from brandguard.measures.lead import lead_of
from brandguard.measures.logo import find_logos
from brandguard.measures.look import look
from brandguard.measures.ocr_likely import may_hold_text, strokes_of
from brandguard.measures.palette import extract_colours
from brandguard.measures.raster import rasterise
from brandguard.measures.shades import shades
from brandguard.measures.typography import typefaces
from brandguard.model.creative import Note
from brandguard.model.errors import ModelError
from brandguard.model.features import Coverage, Features, PageFeatures, VoiceTraits
from brandguard.model.logo import LogoTemplate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.measures.ocr import ReadPage
    from brandguard.model.creative import Creative, Page
    from brandguard.model.facts import Fact


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure. Two runs that want different things keep different features."""

    picture: bool = True
    voice: bool = True
    facts: bool = True
    languages: tuple[str, ...] = ()
    """Languages to expect, the likeliest first: decides where a text is too short to tell."""
    region: str | None = None
    logos: tuple[LogoTemplate, ...] = ()
    """Logos to look for."""
    ocr: bool = False
    """Whether text in pixels is to be read; done after the rest, by workers of its own."""

    @property
    def expected(self) -> tuple[str, ...]:
        """Give the languages as tags; the region decides how «ustedes» is meant."""
        spanish = f"es-{self.region}" if self.region else "es"
        return tuple(spanish if x == "es" else x for x in self.languages)

    @property
    def key(self) -> str:
        """Name these wishes, for the cache."""
        logos = [(logo.name, logo.source) for logo in self.logos]
        wish = [self.picture, self.voice, self.facts, self.languages, self.region, logos, self.ocr]
        return hashlib.sha256(json.dumps(wish).encode()).hexdigest()[:12]


def measure(creative: Creative, data: bytes, wanted: Wanted) -> Features:
    """Measure a creative; `data` are the very bytes that were read."""
    pages = tuple(_page(page, wanted) for page in creative.pages)
    voices, why = _voices(pages, wanted, looked=False) if wanted.voice else ((), None)
    return Features(
        sha256=hashlib.sha256(data).hexdigest(),
        format=creative.format,
        bytes=len(data),
        pages=pages,
        page_count=creative.page_count,
        colour_space=creative.colour_space,
        output_intent=creative.output_intent,
        voices=voices,
        facts=_facts(pages, wanted) if wanted.facts else None,
        lead=lead_of(pages, voices) if wanted.voice else None,
        coverage=_coverage(pages, why, wanted, looked=False),
        notes=creative.notes,
    )


def lacks_text(features: Features) -> tuple[int, ...]:
    """Give the numbers of the pages whose text must be recognised in their pixels."""
    return tuple(page.number for page in features.pages if page.text_likely)


def with_text(features: Features, read: Mapping[int, ReadPage], wanted: Wanted) -> Features:
    """Join what was recognised to what was measured; all that speaks of the text is made anew."""
    pages = tuple(
        replace(p, text=r.text, runs=r.runs, contrasts=r.contrasts)
        if (r := read.get(p.number)) is not None and r.text
        else p
        for p in features.pages
    )
    voices, why = _voices(pages, wanted, looked=True) if wanted.voice else ((), None)
    measured = {row.what: row for row in features.coverage if row.what == "logo"}  # from the pixels
    return replace(
        features,
        pages=pages,
        voices=voices,
        facts=_facts(pages, wanted) if wanted.facts else None,
        lead=lead_of(pages, voices) if wanted.voice else None,
        coverage=tuple(
            measured.get(row.what, row) for row in _coverage(pages, why, wanted, looked=True)
        ),
    )


def _page(page: Page, wanted: Wanted) -> PageFeatures:
    strokes = None if page.pixels is None else strokes_of(page.pixels)
    likely = strokes is not None and not page.text.strip() and may_hold_text(strokes)
    base = {
        "number": page.number,
        "width_px": page.width_px,
        "height_px": page.height_px,
        "width_mm": page.width_mm,
        "height_mm": page.height_mm,
        "text": page.text,
        "runs": page.runs,
        "fills": page.fills,
        "text_likely": likely,
        "typefaces": typefaces(page.text, page.runs),
        "production": page.production,
        "links": page.links,
    }
    if page.pixels is None or not wanted.picture:
        return PageFeatures(**base)  # type: ignore[arg-type]  # the fields above, by name
    raster = rasterise(page)
    small, colours = reduced_oklab(raster), extract_colours(page, raster)
    return PageFeatures(
        **base,  # type: ignore[arg-type]  # the fields above, by name
        palette=colours.swatches,
        neighbours=colours.neighbours,
        contrasts=text_contrasts(page),
        codes=find_codes(page.pixels, page.width_mm, strokes),
        traits=picture_traits(page, raster, small),
        look=look(page, raster, small),
        phash=phash(raster),
        shades=shades(raster),
        logos=find_logos(page, wanted.logos) if wanted.logos else None,
        thumbnail=thumbnail(page),
    )


def _voices(
    pages: Sequence[PageFeatures], wanted: Wanted, *, looked: bool
) -> tuple[tuple[VoiceTraits, ...], Note | None]:
    """Measure the voice; the Note says why there is none."""
    texts = [(page.number, page.text) for page in pages if page.text.strip()]
    if not texts:
        return (), Note(_why_no_text(pages, wanted, looked=looked))
    from brandguard.measures.style import style_profile
    from brandguard.measures.voice import measure_voice

    try:
        voices = measure_voice(texts, wanted.expected)
    except ModelError as error:
        return (), Note("why.no_model", {"detail": str(error)})
    if not voices:
        return (), Note("why.other_language", {"language": None})
    first, *others = voices
    live = [p.text for p in pages if p.text.strip() and not any(r.source == "ocr" for r in p.runs)]
    if not live:
        return voices, None  # slips and broken lines of recognised text would pass for style
    return (replace(first, style=style_profile("\n\n".join(live), first.language)), *others), None


def _facts(pages: Sequence[PageFeatures], wanted: Wanted) -> tuple[Fact, ...] | None:
    """Find the facts of the text and of the links, None where there are neither."""
    texts = [(page.number, page.text) for page in pages if page.text.strip()]
    if not texts and not any(page.links for page in pages):
        return None
    from brandguard.measures.facts import measure_facts
    from brandguard.measures.link_facts import link_facts

    found = measure_facts(texts, wanted.expected, wanted.region) if texts else ()
    return (*found, *link_facts(pages, found, wanted.expected, wanted.region))


def _coverage(
    pages: Sequence[PageFeatures], why_no_voice: Note | None, wanted: Wanted, *, looked: bool
) -> tuple[Coverage, ...]:
    """Say what was measured and what was not, and why."""
    has_picture = any(page.palette is not None for page in pages)
    has_text = any(page.text.strip() for page in pages)
    rows = []
    if wanted.picture:
        rows.append(_row("picture", has_picture, "why.no_picture"))
    why_no_text = _why_no_text(pages, wanted, looked=looked)
    rows.append(_row("text", has_text, why_no_text))
    if wanted.voice:
        rows.append(Coverage("voice", why_no_voice is None, why_no_voice))
    if wanted.facts:
        rows.append(_row("message", has_text, why_no_text))
    rows.append(_logo_row(wanted, has_picture=has_picture))
    rows.append(_typography_row(pages, why_no_text))
    made = has_picture or any(page.production is not None for page in pages)
    rows.append(_row("production", made, "why.no_picture"))
    return tuple(rows)


def _typography_row(pages: Sequence[PageFeatures], why_no_text: str) -> Coverage:
    """Say whether fonts are known; letters that are pixels or outlines have none."""
    if any(page.typefaces for page in pages):
        return Coverage("typography", measured=True)
    live = any(p.text.strip() and not any(r.source == "ocr" for r in p.runs) for p in pages)
    if live:
        return Coverage("typography", measured=False, reason=Note("why.no_fonts_named"))
    pixels = any(page.text_likely for page in pages)
    reason = "why.letters_are_pixels" if pixels else why_no_text
    return Coverage("typography", measured=False, reason=Note(reason))


def _why_no_text(pages: Sequence[PageFeatures], wanted: Wanted, *, looked: bool) -> str:
    """Say why there is no text; `looked` where recognition has come to its end.

    Until then it counts as failed: nobody has to come back and say so where its worker dies.
    """
    if looked or not any(page.text_likely for page in pages):
        return "why.no_text"
    return "why.ocr_failed" if wanted.ocr else "why.no_ocr"


def _logo_row(wanted: Wanted, *, has_picture: bool) -> Coverage:
    if not wanted.logos:
        return Coverage("logo", measured=False, reason=Note("why.no_logo_in_profile"))
    return _row("logo", has_picture and wanted.picture, "why.no_picture")


def _row(what: str, measured: bool, reason: str) -> Coverage:
    return Coverage(what, measured, None if measured else Note(reason))
