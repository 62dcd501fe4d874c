"""A small fixed report, made by hand: one creative that fails, one that passes, one unreadable."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from functools import cache

from PIL import Image, ImageDraw

from brandguard.coherence.conflicts import findings_of
from brandguard.model.creative import Note, TextRun
from brandguard.model.features import Coverage, PageFeatures, Swatch
from brandguard.model.report import (
    CampaignReport,
    Conflict,
    CreativeReport,
    Deduction,
    DimensionScore,
    Distance,
    Finding,
    PaletteRow,
    Place,
    ProfileRef,
    Report,
    Side,
    Summary,
    Waived,
)

TEXT = "Scopra la Sua nuova cucina!\nSolo da Brandguard, a prezzo economico.\nChiamaci oggi."


@cache
def thumbnail(width: int = 254, height: int = 360) -> str:
    picture = Image.new("RGB", (width, height), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, height * 0.45), fill="#E5002B")
    draw.ellipse(
        (width * 0.55, height * 0.5, width * 0.9, height * 0.5 + width * 0.35), fill="#1FA8A0"
    )
    draw.rectangle((width * 0.08, height * 0.85, width * 0.6, height * 0.9), fill="#2B2D33")
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=60)
    return base64.b64encode(data.getvalue()).decode()


def later(name: str, weight: float) -> DimensionScore:
    reason = Note("why.not_measured_yet", {"what": name})
    return DimensionScore(name, None, "not_evaluable", weight, reason=reason)


def findings() -> tuple[Finding, ...]:
    colour = {
        "found": "#1FA8A0", "share": 0.0612, "nearest": "Charcoal", "nearest_hex": "#2B2D33",
        "delta_e": 41.27, "limit": 5.0, "instead": None, "cure": "no_near_colour",
    }  # fmt: skip
    return (
        Finding(
            "COL001", "fail", colour, key="#1FA8A0",
            place=Place(1, (0.55, 0.5, 0.9, 0.75), None, "pixels"),
            limit_from="profile: color.palette", suggestion=True, fingerprint="a" * 16,
        ),
        Finding(
            "COL002", "warn",
            {"found": "#E5002B", "share": 0.45, "nearest": "Signal Red", "nearest_hex": "#E4002B",
             "delta_e": 5.31, "limit": 5.0},
            key="#E5002B", place=Place(1, (0.0, 0.0, 1.0, 0.45), None, "pixels"),
            limit_from="profile: color.palette.signal-red", suggestion=True, fingerprint="b" * 16,
        ),
        Finding(
            "VOX003", "warn", {"first": "formal", "second": "informal", "language": "it"},
            place=Place(1, None, (0, 6), "live"),
            more_places=(Place(1, None, (10, 13), "live"), Place(1, None, (68, 76), "live")),
            limit_from="profile: defaults.brandguard.voice.address.it", suggestion=True,
            fingerprint="c" * 16,
        ),
        Finding(
            "TRM003", "warn", {"found": "Brandguard", "name": "BrandGuard"},
            place=Place(1, None, (36, 46), "live"), suggestion=True,
            limit_from="profile: defaults.brandguard.wording.names", fingerprint="d" * 16,
        ),
        Finding(
            "TRM001", "warn", {"term": "economico", "found": "economico", "instead": "conveniente"},
            place=Place(1, None, (57, 66), "live"), suggestion=True, fingerprint="e" * 16,
            limit_from="profile: defaults.brandguard.wording.banned",
            waived=Waived("The retailer insists on it", "Anna", "2026-11-01", "2027-01-31"),
        ),
        Finding("SYS014", "note", place=Place(1), fingerprint="f" * 16),
    )  # fmt: skip


def failing(path: str = "spring/offline/volantino.pdf", text: str = TEXT) -> CreativeReport:
    colour = DimensionScore(
        "colour", 41.2, "fail", 0.3, 0.84,
        (Deduction("COL001", 24.0, "a" * 16), Deduction("COL002", 9.6, "b" * 16)),
    )  # fmt: skip
    voice = DimensionScore(
        "voice", 88.0, "warn", 0.15, None, (Deduction("VOX003", 12.0, "c" * 16),)
    )
    page = PageFeatures(
        1, 1754, 2480, 210.0, 297.0, text=text, thumbnail=thumbnail(),
        runs=(TextRun((0, 27), (0.08, 0.3, 0.8, 0.36)), TextRun((28, 67), (0.08, 0.85, 0.6, 0.9))),
    )  # fmt: skip
    return CreativeReport(
        path=path, sha256="1" * 64, channel="offline", channel_from="folder", medium="flyer",
        language="it", campaign="spring", pages=1, score=28.4, verdict="fail",
        dimensions=(
            colour, later("logo", 0.15),
            DimensionScore("imagery", 62.5, "pass", 0.15, 1.3178),
            voice,
        ),
        cap=50.0,
        coverage=(
            Coverage("palette", measured=True), Coverage("voice", measured=True),
            Coverage("logo", measured=False, reason=Note("why.not_measured_yet", {"what": "logo"})),
        ),
        palette=(
            PaletteRow(Swatch("#E5002B", 0.45), 1, "Signal Red", "#E4002B", 5.31),
            PaletteRow(Swatch("#FFFFFF", 0.42), 1, "White", "#FFFFFF", 0.0),
            PaletteRow(Swatch("#1FA8A0", 0.0612), 1, "Charcoal", "#2B2D33", 41.27),
            PaletteRow(Swatch("#2B2D33", 0.03, exact=True), 1, "Charcoal", "#2B2D33", 0.0),
        ),
        findings=findings(),
        distances=(Distance("colour", 0.84, 1.6, (("palette", 0.84),)),),
        page_views=(page,),
    )  # fmt: skip


def passing(path: str = "spring/online/post.png") -> CreativeReport:
    return CreativeReport(
        path=path, sha256="2" * 64, channel="online", channel_from="folder", medium="social",
        language=None, campaign="spring", pages=1, score=96.31, verdict="pass",
        dimensions=(
            DimensionScore("colour", 96.31, "pass", 0.3, 0.1054), later("logo", 0.15),
            DimensionScore("voice", None, "not_evaluable", 0.15, reason=Note("why.text_is_pixels")),
        ),
        coverage=(Coverage("text", measured=False, reason=Note("why.text_is_pixels")),),
        palette=(PaletteRow(Swatch("#E4002B", 0.81), 1, "Signal Red", "#E4002B", 0.0),),
        page_views=(PageFeatures(1, 1080, 1080, thumbnail=thumbnail(360, 360)),),
    )  # fmt: skip


def unreadable(path: str = "spring/online/banner.png") -> CreativeReport:
    note = Note("SYS003", {"format": "png", "cause": "truncated", "detail": ""})
    return CreativeReport(
        path=path, sha256=None, channel=None, channel_from=None, medium="other", language=None,
        campaign="", pages=0, score=None, verdict="fail", error=note,
        findings=(Finding("SYS003", "fail", {"file": path, **note.facts}, fingerprint="9" * 16),),
    )  # fmt: skip


def contradicting() -> CampaignReport:
    box = (0.1, 0.2, 0.5, 0.3)
    sides = (
        Side(
            "spring/offline/flyer.pdf", "offline", "-30 %", Place(1, box, (11, 15)), "30 %",
            "Sconto del 30 % sulle scarpe",
        ),
        Side(
            "spring/online/story.png", "online", "-20 %", Place(1, None, (9, 13)), "-20%",
            "Scarpe a -20%",
        ),
    )  # fmt: skip
    conflict = Conflict("CAM010", "discount", sides)
    return CampaignReport(
        "spring", 62.355, "fail", 3, findings_of((conflict,), None), (conflict,), "spring"
    )


def report(*creatives: CreativeReport) -> Report:
    chosen = creatives or (failing(), passing(), unreadable())
    return Report(
        version="0.1.0",
        profile=ProfileRef("Acme", "brand/_brand.yml", "0" * 64),
        summary=Summary(3, passed=1, failed=1, unreadable=1, score=62.355),
        creatives=chosen,
        campaigns=(CampaignReport("spring", 62.355, "fail", 3),),
        brand_palette=(("Signal Red", "#E4002B"), ("White", "#FFFFFF"), ("Charcoal", "#2B2D33")),
    )


def replace_score(creative: CreativeReport, score: float) -> CreativeReport:
    return replace(creative, score=score)


def stamped(stamp: str) -> Report:
    return replace(report(), stamp=stamp)
