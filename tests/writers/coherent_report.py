"""A made-up campaign with both sides compared, for reports that show agreement."""

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
from brandguard.model.features import Swatch
from brandguard.model.report import Deduction, Place, Side

FLYER, POST = "spring/offline/volantino.pdf", "spring/online/post.png"


def agreements(*scores):
    names = ("colour", "logo", "typography", "imagery", "voice", "message", "production")
    return tuple(
        Agreement(
            name, score, 1.0,
            reason=Note("why.text_is_pixels") if score is None else None,
            deductions=(Deduction("CAM010", 45.0, "a" * 16),) if name == "message" else (),
        )
        for name, score in zip(names, scores, strict=True)
    )  # fmt: skip


def coherence(flyer=FLYER, post=POST):
    scores = agreements(91.0, 100.0, None, 80.2, 74.0, 55.0, None)
    return Coherence(
        ("offline", "online"), 81.3, scores,
        (
            CreativeAgreement(flyer, "offline", 61.0, scores, ("claim", "core_colour")),
            CreativeAgreement(post, "online", 78.0, scores, ("link",)),
        ),
        (PairAgreement(flyer, post, ("offline", "online"), 61.0, scores),),
        1, 2,
        palettes=(
            (Swatch("#E5002B", 0.45), Swatch("#FFFFFF", 0.42), Swatch("#2B2D33", 0.03)),
            (Swatch("#E4002B", 0.81), Swatch("#1FA8A0", 0.09)),
        ),
        sayings=(
            Saying(flyer, "offline", "Scopra la Sua nuova cucina!", 1, (0, 27), ("Chiamaci oggi",)),
            Saying(post, "online", "La tua cucina, a modo tuo", 1, (0, 25)),
        ),
    )  # fmt: skip


def report(flyer=FLYER, post=POST):
    """Give the sample report with a campaign that contradicts itself and is compared."""
    base = sample_report.contradicting()
    first, second = base.conflicts[0].sides
    sides = (
        replace(first, path=flyer), replace(second, path=post),
        Side(sample_report.unreadable().path, "online", "-20 %", Place(1), "20%", "Solo oggi 20%"),
    )  # fmt: skip
    conflict = replace(base.conflicts[0], sides=sides)
    campaign = replace(base, conflicts=(conflict,), coherence=coherence(flyer, post))
    creatives = (
        sample_report.failing(flyer), sample_report.passing(post), sample_report.unreadable(),
    )  # fmt: skip
    return replace(sample_report.report(*creatives), campaigns=(campaign,))
