"""COL006 contrast, COL008 pairs, COL009 black: what fires, and what is silent."""

import pytest

from brandguard import checks
from brandguard.checks import colour_black, colour_text
from brandguard.interchange.brandyml import load_profile
from brandguard.model.creative import VectorFill
from brandguard.model.errors import ProfileError
from brandguard.model.features import Features, Neighbours, PageFeatures, TextContrast
from brandguard.model.mask import Mask
from brandguard.model.profile import BlackRule, ContrastLimits, ForbiddenPair, Profile
from brandguard.model.report import Subject

RED, GREEN = "#E4002B", "#00843D"
BOX = (0.1, 0.2, 0.5, 0.3)
MASK = Mask(8, 1, (0.125, 1.0), "/w==")
PAIR = ForbiddenPair(RED, GREEN, ("red", "green"), reason="flickers", key="colour.pairs.0")
RICH, PLAIN = (0.6, 0.4, 0.4, 1.0), (0.0, 0.0, 0.0, 1.0)


def block(
    ink="#999999", ground="#FFFFFF", *, ratio=2.8, letters=100, plain=True, large=False, at=0
):
    return TextContrast(BOX, (at, at + letters), ink, ground, ratio, plain, large, 10.0, letters)


def subject(*pages, channel="offline"):
    features = Features("00", "pdf", 1, tuple(pages), len(pages))
    return Subject("a.pdf", features, channel=channel)


def page(number=1, **parts):
    return PageFeatures(number, 100, 100, palette=(), **parts)


def low(subject_, **profile):
    return [*colour_text.low_contrast(subject_, Profile("Acme", **profile))]


def meet(subject_):
    return [*colour_text.forbidden_pair(subject_, Profile("Acme", forbidden_pairs=(PAIR,)))]


def black(*fills, rule=None, channel="offline"):
    profile = Profile("Acme", black=rule)
    return [*colour_black.black(subject(page(fills=fills), channel=channel), profile)]


def ink(cmyk, kind="fill", area=0.5, size=None, spot=None):
    return VectorFill("#231F20", BOX, kind, cmyk, spot, area, size)


def test_text_under_the_limit_is_found_with_its_place_and_extent():
    grey, dark = block(letters=50), block("#1B1B1B", ratio=17, letters=150, at=60)
    (finding,) = low(subject(page(contrasts=(grey, dark))))
    assert finding.facts["ratio"] == 2.8
    assert finding.facts["limit"] == 4.5
    assert finding.place.box == BOX
    assert finding.place.span == (0, 50)
    assert finding.extent == 0.25


def test_large_text_needs_less_and_the_profile_may_ask_for_more():
    large = subject(page(contrasts=(block(ratio=3.2, large=True),)))
    assert low(large) == []
    (finding,) = low(large, contrast=ContrastLimits(7.0, 4.5))
    assert finding.facts["limit"] == 4.5
    assert finding.limit_from == "profile: defaults.brandguard.colour.contrast"


def test_a_ratio_that_is_written_as_the_limit_passes():
    assert low(subject(page(contrasts=(block(ratio=4.498),)))) == []


def test_the_same_colours_on_several_pages_are_one_finding():
    pages = [page(n, contrasts=(block(),)) for n in (1, 2, 3)]
    (finding,) = low(subject(*pages))
    assert [p.page for p in (finding.place, *finding.more_places)] == [1, 2, 3]


def test_on_a_picture_the_worst_part_is_named():
    (finding,) = low(subject(page(contrasts=(block(plain=False, ground="#DDDDDD"),))))
    assert (finding.facts["ground"], finding.facts["picture"]) == (None, "#DDDDDD")


def test_without_the_profiles_word_contrast_is_a_note():
    weak = subject(page(contrasts=(block(),)))
    severities = {
        asked: [f.severity for f in checks.run(weak, profile) if f.rule == "COL006"]
        for asked, profile in (
            (False, Profile("Acme")), (True, Profile("Acme", contrast=ContrastLimits())),
        )
    }  # fmt: skip
    assert severities == {False: ["note"], True: ["warn"]}


@pytest.mark.parametrize("order", [(RED, GREEN), (GREEN, RED), ("#DD0A30", GREEN)])
def test_planes_of_a_forbidden_pair_that_touch_are_found_where_they_do(order):
    touching = Neighbours(*order, 0.4, BOX, MASK)
    (finding,) = meet(subject(page(neighbours=(touching,))))
    assert finding.place.mask == MASK
    assert (finding.facts["plane"], finding.facts["beside"]) == order
    assert finding.facts["reason"] == "flickers"
    assert finding.extent == pytest.approx(0.4)


def test_text_on_a_forbidden_ground_is_found_and_other_colours_are_not():
    (finding,) = meet(subject(page(contrasts=(block(RED, GREEN, letters=20),))))
    assert (finding.facts["letters"], finding.facts["ground"]) == (RED, GREEN)
    assert finding.extent == pytest.approx(0.1)
    apart = page(
        neighbours=(Neighbours(RED, "#FFFFFF", 1.0, BOX, MASK),),
        contrasts=(block(RED, "#FFFFFF"), block(RED, GREEN, plain=False)),
    )
    assert meet(subject(apart)) == []


def test_small_text_in_rich_black_is_found_unless_it_is_the_wanted_build():
    small = ink((0.75, 0.68, 0.67, 0.9), "text", size=8.0)
    (finding,) = black(small, rule=BlackRule(text=PLAIN))
    assert finding.facts["text_build"] == "C75 M68 Y67 K90"
    assert finding.facts["wanted"] == "C0 M0 Y0 K100"
    assert black(small, rule=BlackRule(text=(0.75, 0.68, 0.67, 0.9))) == []
    assert black(ink(RICH, "text", size=30.0)) == []
    assert black(ink(PLAIN, "text", size=8.0)) == []
    assert black(ink((0.1, 0.9, 0.9, 0.2), "text", size=8.0)) == []  # a red


def test_a_large_area_is_built_as_the_profile_says():
    rule = BlackRule(rich=RICH)
    (finding,) = black(ink(PLAIN), rule=rule)
    assert finding.facts["area_build"] == "C0 M0 Y0 K100"
    assert black(ink(RICH), rule=rule) == []
    assert black(ink(PLAIN, area=0.001), rule=rule) == []
    assert black(ink(PLAIN)) == []  # no word of the profile


def test_too_much_ink_is_found():
    (finding,) = black(ink((0.9, 0.9, 0.8, 0.7)), rule=BlackRule(max_ink=300.0))
    assert finding.facts["ink"] == pytest.approx(330)
    assert black(ink(RICH), rule=BlackRule(max_ink=300.0)) == []


def test_black_is_judged_in_print_alone_and_spot_colours_are_let_be():
    small = ink((0.75, 0.68, 0.67, 0.9), "text", size=8.0)
    assert black(small, channel="online") == []
    assert black(small, channel=None) == []
    assert black(ink(None, "text", size=8.0, spot="PANTONE Black C")) == []


PROFILE = """
meta: {name: Acme}
color: {palette: {red: "#E4002B", green: "#00843D"}}
defaults:
  brandguard:
    colour:
"""


def loaded(tmp_path, text):
    path = tmp_path / "_brand.yml"
    path.write_text(PROFILE + "      " + text, encoding="utf-8")
    return load_profile(path)


@pytest.mark.parametrize(
    ("text", "limits"),
    [("contrast: 4.5", (4.5, 3.0)), ("contrast: 7", (7, 4.5)),
     ("contrast: {text: 5, large: 4}", (5, 4)), ("contrast: {}", (4.5, 3.0))],
)  # fmt: skip
def test_a_profile_asks_for_contrast_by_one_number_or_two(tmp_path, text, limits):
    contrast = loaded(tmp_path, text).contrast
    assert (contrast.text, contrast.large) == pytest.approx(limits)


def test_a_profile_names_pairs_and_blacks(tmp_path):
    first, second = loaded(
        tmp_path, "forbidden_pairs: [[red, green], {colors: [red, black], reason: ours}]"
    ).forbidden_pairs
    assert (first.first, first.second, first.names) == (RED, GREEN, ("red", "green"))
    assert (second.second, second.reason) == ("#000000", "ours")
    rule = loaded(tmp_path, "black: {rich: [60, 40, 40, 100], max_ink: 300}").black
    assert (rule.rich, rule.text, rule.max_ink) == (RICH, None, 300)


def test_a_pair_that_names_no_colour_is_an_error_with_the_nearest(tmp_path):
    with pytest.raises(ProfileError, match="did you mean «green»"):
        loaded(tmp_path, "forbidden_pairs: [[red, greem]]")
