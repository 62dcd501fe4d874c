"""A made-up campaign with agreement in all its parts, for the writers that show it."""

from __future__ import annotations

from dataclasses import replace

import sample_report

from brandguard.model.coherence import (
    Agreement,
    Coherence,
    CreativeAgreement,
    PairAgreement,
    Saying,
)
from brandguard.model.creative import Note
from brandguard.model.facts import Fact
from brandguard.model.features import Swatch
from brandguard.model.report import DIMENSIONS, Deduction, Place, Report, Side

FLYER, POST = "spring/offline/volantino.pdf", "spring/online/post.png"
FIGURES = {"colour": 91.5, "logo": 100.0, "imagery": 38.0, "voice": 74.0, "message": 55.0}
WHY = Note("why.no_picture")


def agreements(shift=0.0):
    """Give one for every dimension; typography and production could not be compared."""
    return tuple(
        Agreement(name, FIGURES[name] - shift, 0.2, None, (("colours", 1.5),))
        if name in FIGURES
        else Agreement(name, None, 0.1, WHY)
        for name in DIMENSIONS
    )


def coherence(nasty="", sides=("offline", "online")):
    dimensions = list(agreements())
    dimensions[5] = replace(
        dimensions[5], parts=((nasty, 1.0),) if nasty else (),
        deductions=(Deduction("CAM010", 45.0, "f" * 16),),
    )  # fmt: skip
    rows = (
        CreativeAgreement(POST, "online", 31.0, agreements(30), ("claim", "core_colour")),
        CreativeAgreement(FLYER, "offline", 82.0, agreements(9)),
    )
    pair = PairAgreement(FLYER, POST, ("offline", "online"), 24.0, agreements(20))
    palettes = (
        (Swatch("#E4002B", 0.6), Swatch("#FFFFFF", 0.3), Swatch(nasty or "#2B2D33", 0.1)),
        (Swatch("#1FA8A0", 0.9),),
    )
    sayings = (
        Saying(FLYER, "offline", f"Scopra la Sua cucina {nasty}", 1, (0, 27), (f"Venga {nasty}",)),
        Saying(POST, "online", "Scarpe nuove", 1, (0, 12), ()),
    )
    return Coherence(
        sides, 71.6, tuple(dimensions), rows, (pair,), pairs_compared=1, creatives_compared=2,
        palettes=palettes, palette_weights=((0.6, 0.3, 0.1), (1.0,)), sayings=sayings,
    )  # fmt: skip


def campaign(nasty="", sides=("offline", "online")):
    """Give a campaign with one conflict of four sides and its finding, and its agreement."""
    base = sample_report.contradicting()
    (conflict,) = base.conflicts
    box = (0.55, 0.5, 0.9, 0.75)
    first, second = (
        replace(conflict.sides[0], path=FLYER, place=Place(1, box)),
        replace(conflict.sides[1], path=POST),
    )
    more = (
        Side(
            "spring/offline/radio.txt", "offline", "-20 %", Place(1, None, (4, 19)),
            "venti per cento", f"Il venti per cento in meno {nasty}",
        ),
        Side("spring/online/email.html", "online", "-20 %", Place(1), nasty or "-20 %", ""),
    )  # fmt: skip
    sides_ = (first, second, *more)
    found = replace(
        base.findings[0], facts=base.findings[0].facts | {"path": FLYER, "other_path": POST}
    )
    return replace(
        base, name=nasty or "spring", conflicts=(replace(conflict, sides=sides_),),
        findings=(found,), coherence=coherence(nasty, sides),
    )  # fmt: skip


def fact(kind, value, raw):
    return Fact(kind, value, raw, 1, (0, len(raw)))


def report(nasty="", sides=("offline", "online")) -> Report:
    """Give the sample report with this campaign and what its creatives state."""
    flyer = replace(
        sample_report.failing(),
        facts=(
            fact("discount", "-30 %", "30\u00a0\uff05"),
            fact("price", "EUR 9.00", nasty or "9 €"),
        ),
    )
    post = replace(sample_report.passing(), facts=(fact("discount", "-20 %", "-20%"),) * 2)
    base = sample_report.report(flyer, post, sample_report.unreadable())
    return replace(base, campaigns=(campaign(nasty, sides),))
