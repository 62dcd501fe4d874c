"""The PRO rules beyond their cases: notes where nobody asks, facts, places, and real files."""

from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readers.reader_files import encode, noise, pdf

from brandguard.checks import run
from brandguard.checks.production import RULES
from brandguard.checks.production_online import usual_formats
from brandguard.measures.everything import Wanted, measure
from brandguard.model.creative import ONLINE_MEDIA, PlacedPicture, Production, VectorFill
from brandguard.model.features import Features, PageFeatures, Typeface
from brandguard.model.production import OfflineProduction, OnlineProduction, ProductionRules
from brandguard.model.profile import BlackRule, BrandColour, Profile
from brandguard.model.report import Subject
from brandguard.readers import read

BOX = (0.0, 0.0, 0.5, 0.5)
STRICT = Profile("A", production=ProductionRules(
    OfflineProduction(300, cmyk=True, fonts_embedded=True, bleed_mm=3), OnlineProduction(srgb=True),
))  # fmt: skip
SILENT = Profile("A")


def page(number=1, **more):
    return PageFeatures(number, 100, 100, **more)


def subject(*pages, channel="offline", medium="flyer", format_="pdf", **more):
    features = Features("00", format_, 1, pages, len(pages), **more)
    return Subject("a", features, channel, None, medium)


def found(subject_, profile):
    return [f for f in run(subject_, profile) if f.rule.startswith("PRO")]


def codes(subject_, profile):
    return [(f.rule, f.severity) for f in found(subject_, profile)]


def picture(dpi, space="cmyk", box=BOX):
    return PlacedPicture(box, 600, 400, dpi, space)


FLAWED = subject(page(
    production=Production(
        (picture(96, "rgb", (0.2, 0.2, 0.8, 0.8)),), (VectorFill("#FF0000", BOX, area=0.25),),
        (VectorFill("#FFFFFF", BOX, "text"),), (0.0, 3.0, 3.0, 3.0),
    ),
    fills=(VectorFill("#000000", BOX, cmyk=(1, 1, 1, 1), area=0.25),),
    typefaces=(Typeface("Helvetica", letters=9, embedded=False),),
))  # fmt: skip


def test_nothing_that_nobody_asks_for_counts():
    severities = {severity for _, severity in codes(FLAWED, SILENT)}
    assert severities == {"note"}
    assert [code for code, _ in codes(FLAWED, SILENT)] == [
        "PRO001", "PRO002", "PRO005", "PRO006", "PRO007", "PRO008",
    ]  # fmt: skip


def test_what_the_profile_asks_for_warns():
    assert dict(codes(FLAWED, STRICT)) == {
        "PRO001": "warn", "PRO002": "warn", "PRO005": "warn", "PRO006": "warn",
        "PRO007": "note", "PRO008": "warn",
    }  # fmt: skip


def test_nothing_of_print_is_asked_of_screens_or_of_an_unknown_channel():
    for channel in ("online", None):
        assert found(replace(FLAWED, channel=channel), STRICT) == []


def test_a_coarse_picture_says_how_coarse_and_where():
    many = subject(
        page(production=Production((picture(96), picture(150, box=(0.5, 0.5, 1.0, 1.0))))),
        page(2, production=Production((picture(72), picture(300)))),
    )
    (finding, *_) = found(many, STRICT)
    assert finding.facts == {"dpi": 72, "limit": 300, "count": 3, "share": pytest.approx(0.375)}
    assert (finding.place.page, finding.place.box) == (2, BOX)
    assert [place.page for place in finding.more_places] == [1, 1]
    assert finding.limit_from == "profile: defaults.brandguard.production.offline.min_dpi"


def test_posters_are_read_from_afar():
    coarse = subject(page(production=Production((picture(96),))), medium="poster")
    assert "PRO001" not in dict(codes(coarse, SILENT))
    assert dict(codes(coarse, STRICT))["PRO001"] == "warn"


def test_ink_is_judged_once():
    wet = page(fills=FLAWED.features.pages[0].fills, production=Production())
    limited = Profile("A", black=BlackRule(max_ink=300))
    assert [f.rule for f in run(subject(wet), limited) if f.rule in {"PRO007", "COL009"}] == [
        "COL009"
    ]
    assert [code for code, _ in codes(subject(wet), SILENT) if code != "PRO006"] == ["PRO007"]


def test_a_white_page_without_bleed_is_none():
    assert codes(subject(page(production=Production(bleed_mm=(0, 0, 0, 0)))), SILENT) == []
    runs_off = page(fills=(VectorFill("#FF0000", BOX),), production=Production())
    (finding,) = found(subject(runs_off), SILENT)
    assert (finding.rule, finding.facts["unsaid"], finding.facts["limit"]) == ("PRO006", 1, None)


def test_the_profiles_tints_decide_on_lighter_builds():
    red = BrandColour("red", "#D01F33", cmyk=(0, 0.95, 0.85, 0.05))
    lighter = page(fills=(VectorFill("#DC5A66", BOX, cmyk=(0, 0.8, 0.715, 0.042)),),
                   production=Production())  # fmt: skip
    strict = Profile("A", colours=(red,), tints=False)
    assert [f.rule for f in found(subject(lighter), strict) if f.rule == "PRO004"] == ["PRO004"]
    loose = Profile("A", colours=(red,))
    assert not [f for f in found(subject(lighter), loose) if f.rule == "PRO004"]


INK = st.floats(0, 1)


@settings(max_examples=40, deadline=None)
@given(st.tuples(INK, INK, INK, INK), st.tuples(INK, INK, INK, INK))
def test_a_build_that_is_reported_is_off_by_more_than_allowed(build, own):
    red = BrandColour("red", "#D01F33", cmyk=own)
    made = page(fills=(VectorFill("#D01F33", BOX, cmyk=build),), production=Production())
    for finding in found(subject(made), Profile("A", colours=(red,))):
        if finding.rule == "PRO004":
            assert finding.facts["difference"] > finding.facts["limit"] - 0.01


def test_the_usual_formats_name_their_sources_and_known_media():
    for medium, formats in usual_formats().items():
        assert medium in ONLINE_MEDIA
        assert formats["source"]


@pytest.mark.parametrize(("size", "code"), [
    ((300, 250), None), ((600, 500), None), ((310, 260), "PRO010"),
])  # fmt: skip
def test_a_banner_has_a_size_of_the_iab(size, code):
    data = encode(noise(*size), "JPEG", quality=20)
    features = measure(read(data, "a.jpg"), data, Wanted(picture=False, voice=False, facts=False))
    rules = [f.rule for f in found(Subject("a.jpg", features, "online", None, "banner"), SILENT)]
    assert ("PRO010" in rules) == (code is not None)


def test_a_real_file_with_every_flaw_of_print():
    def resources(document):
        image = pikepdf.Stream(document, bytes(60 * 60 * 3))
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = 60, 60, 8
        image.ColorSpace = pikepdf.Name.DeviceRGB
        state = pikepdf.Dictionary(OP=True, op=True, OPM=1)
        return pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Im=image), ExtGState=pikepdf.Dictionary(GS=state)
        )

    content = (
        b"1 0 0 rg 0 0 200 40 re f q 72 0 0 72 100 20 cm /Im Do Q "
        b"BT /F1 9 Tf 0 0 0 1 k 20 60 Td (Ogni mattina) Tj ET "
        b"/GS gs BT /F1 12 Tf 0 0 0 0 k 20 20 Td (Solo oggi) Tj ET"
    )
    data = pdf(content, resources=resources)
    features = measure(read(data, "a.pdf"), data, Wanted(voice=False, facts=False))
    rules = {f.rule for f in found(Subject("a.pdf", features, "offline"), STRICT)}
    assert rules == {"PRO001", "PRO002", "PRO005", "PRO006", "PRO008"}


def test_the_rules_stand_in_the_order_of_their_codes():
    listed = [rule.code for rule in RULES]
    assert listed == sorted(listed)
