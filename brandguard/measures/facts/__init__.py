"""Texts → facts: what a message promises, when, where and how to get it, each with its place.

Bounded: so many characters are read, so many facts kept, and no pattern may take longer than half a
second on a passage (a text that makes one explode gives no facts of that kind).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import regex

from brandguard.language.blocks import blocks
from brandguard.language.cleaning import Clean, clean
from brandguard.language.identify import base, stretches
from brandguard.language.numbers import with_digits
from brandguard.measures.facts import contacts, dates, hours, money
from brandguard.measures.facts.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandguard.model.facts import Fact

MAX_CHARACTERS = 100_000
"""Characters of a creative that are read; what comes after is no headline offer."""
MAX_PASSAGE = 4_000
"""Characters looked at in one go: a line without a break is cut between words."""
MAX_FACTS = 400
MAX_SECONDS = 10.0
"""Of one creative; what has not been read by then is left."""


def measure_facts(
    pages: Sequence[tuple[int, str]], expected: tuple[str, ...] = (), region: str | None = None
) -> tuple[Fact, ...]:
    """Find the facts of a creative's text, in reading order.

    `pages` are page numbers with their text, which all spans index. `expected` names languages, the
    likeliest first; `region` (IT, GB) says where numbers without a country code are from.
    """
    import time

    started = time.monotonic()
    found: list[Fact] = []
    passages = list(_passages(pages, expected))
    main = _main_language(passages)
    whole = " ".join(p.text for p in passages)[:MAX_CHARACTERS]
    for passage in passages:
        if time.monotonic() - started > MAX_SECONDS or len(found) >= MAX_FACTS:
            break
        spoken = (main, passage.language)
        _read(
            passage,
            _regions(region, whole, spoken, expected),
            american=_american(region, whole),
        )
        found += passage.facts()
    return tuple(found[:MAX_FACTS])


def _read(passage: Passage, regions: tuple[str, ...], *, american: bool) -> None:
    """Look for every kind, those first that others could mistake for their own."""
    contacts.find_links(passage)
    contacts.find_codes(passage)
    money.find_offers(passage)
    money.find_discounts(passage)
    money.find_prices(passage)
    contacts.find_addresses(passage)
    dates.find_dates(passage, month_first=american)
    contacts.find_phones(passage, regions)
    hours.find_hours(passage)
    money.find_free_delivery(passage)


def _passages(pages: Sequence[tuple[int, str]], expected: tuple[str, ...]) -> Iterator[Passage]:
    left = MAX_CHARACTERS
    for number, text in pages:
        pieces = [piece for block in blocks(_clean(text[:left])) for piece in _bites(block)]
        left -= min(len(text), left)
        spoken = stretches(pieces, expected)
        texts = [s.block for s in spoken]
        for i, stretch in enumerate(spoken):
            yield Passage(
                number,
                with_digits(stretch.block, stretch.language),
                stretch.language,
                text,
                before=texts[i - 1].text if i else "",
                after=texts[i + 1].text if i + 1 < len(texts) else "",
            )


def _clean(text: str) -> Clean:
    """Clean a text, but keep long links: cleaning takes runs without a space for noise."""
    short = regex.sub(r"(?<=[?&][\w.-]{1,40}=)[^\s&]{24,}|(?<=\?)[^\s]{60,}", _blank, text)
    return clean(short)


def _blank(match: regex.Match[str]) -> str:
    return " " * len(match.group())


def _bites(block: Clean) -> Iterator[Clean]:
    start, end = 0, len(block.text)
    while end - start > MAX_PASSAGE:
        cut = block.text.rfind(" ", start + 1, start + MAX_PASSAGE)
        cut = cut if cut > start else start + MAX_PASSAGE
        yield block.part(start, cut)
        start = cut
    if block.text[start:end].strip():
        yield block.part(start, end)


_HINTS = (
    ("£", "GB"), ("$", "US"), ("P.IVA", "IT"), ("P. IVA", "IT"), ("Cell.", "IT"), ("NIF", "ES"),
    ("CIF", "ES"), ("Tfno", "ES"), ("Tlf", "ES"),
)  # fmt: skip
"""Signs of a country that stand in the text itself."""


def _regions(
    region: str | None, whole: str, spoken: Sequence[str], expected: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the regions to read a phone number in: the profile's, the currency's, the language's.

    `spoken` are the passage's language and that of most of the text; then come all of ours, for a
    number may be written for readers abroad.
    """
    found = [region] if region else []
    found += [place for sign, place in _HINTS if sign in whole]
    for tag in (*expected[:1], *spoken, *expected):
        place = tag.partition("-")[2].upper()
        found += [place] if len(place) == 2 else []  # noqa: PLR2004  a country, not 419
        found += [contacts.REGIONS[base(tag)]] if base(tag) in contacts.REGIONS else []
    return tuple(dict.fromkeys([*found, *contacts.REGIONS.values(), "US"]))


def _main_language(passages: Sequence[Passage]) -> str:
    letters: Counter[str] = Counter()
    for passage in passages:
        letters[passage.language] += len(passage.text)
    return letters.most_common(1)[0][0] if letters else ""


def _american(region: str | None, whole: str) -> bool:
    return region == "US" or (
        region is None and "$" in whole and "€" not in whole and "£" not in whole
    )
