"""What a profile says of type and of how files are made: brand.yml's own section, and ours."""

import re

import pytest

from brandguard.interchange.brandyml import load_profile
from brandguard.model.errors import ProfileError
from brandguard.model.production import OfflineProduction, OnlineProduction
from brandguard.model.typography import Family, Headings
from brandguard.settings import asset_path


def loaded(tmp_path, text):
    path = tmp_path / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return load_profile(path)


def problems(tmp_path, text):
    with pytest.raises(ProfileError) as caught:
        loaded(tmp_path, text)
    return [(p.line, p.text) for p in caught.value.problems]


BRAND = """
typography:
  fonts:
    - {family: Inter, source: google, weight: [400, bold], style: normal}
    - {family: Lora, source: google, weight: 400..700}
    - family: Fraunces
      source: file
      files: [{path: a.ttf}, {path: b.ttf, weight: 600, style: italic}]
  base: Inter
  headings: {family: Fraunces, weight: semi-bold}
  monospace: {family: Fira Code, size: 0.9em}
"""


def test_brand_yml_names_families_with_their_weights_and_slopes(tmp_path):
    rules = loaded(tmp_path, BRAND).typography
    assert rules.families == (
        Family("Inter", ((400, 400), (700, 700)), italic=False, key="typography.fonts.0"),
        Family("Lora", ((400, 700),), key="typography.fonts.1"),
        Family("Fraunces", ((400, 400), (600, 600)), key="typography.fonts.2"),
        Family("Fira Code", key="typography.monospace"),
    )
    assert rules.headings == Headings("Fraunces", 600)


@pytest.mark.parametrize("text", [
    "typography: 3", "typography: {fonts: x, base: 4}", "typography: {fonts: [{family: 7}]}",
    "typography: {headings: {weight: nonsense}}", "color: {}",
])  # fmt: skip
def test_what_other_tools_write_there_is_left_aside(tmp_path, text):
    assert loaded(tmp_path, text).typography is None


def test_files_that_say_nothing_allow_every_weight_and_slope(tmp_path):
    text = "typography: {fonts: [{family: Inter, source: file, files: [{path: Inter.ttf}]}]}"
    (family,) = loaded(tmp_path, text).typography.families
    assert family.allows(700, italic=True)
    two = "typography: {fonts: [{family: Inter, files: [{path: a}, {path: b, weight: 700}]}]}"
    (family,) = loaded(tmp_path, two).typography.families
    assert family.weights == ((400, 400), (700, 700))


OURS = """
defaults:
  brandguard:
    typography:
      families: [Caveat]
      fallbacks: [Arial]
      min_size: {offline: 6, online: {text: 12, headline: 24}, billboard: 60}
      max_families: 2
    colour: {palette: {red: {cmyk: [0, 95, 85, 5], spot: PANTONE 186 C}}}
    production:
      offline:
        {min_dpi: 250, colour: cmyk, spots: [PANTONE 877 C], fonts_embedded: true, bleed_mm: 3}
      online: {sizes: {banner: [300x250, [728, 90]]}, max_kb: {banner: 150}, colour: srgb}
color: {palette: {red: "#C8102E"}}
"""


def test_our_own_keys(tmp_path):
    profile = loaded(tmp_path, OURS)
    rules = profile.typography
    assert [f.name for f in rules.families] == ["Caveat"]
    assert rules.fallbacks == ("Arial",)
    assert rules.max_families == 2
    assert rules.least == {
        ("offline", "text"): 6, ("online", "text"): 12, ("online", "headline"): 24,
        ("billboard", "text"): 60,
    }  # fmt: skip
    assert profile.production.offline == OfflineProduction(
        250, cmyk=True, spots=("PANTONE 877 C",), no_other_spots=True, fonts_embedded=True,
        bleed_mm=3,
    )  # fmt: skip
    assert profile.production.online == OnlineProduction(
        {"banner": ((300, 250), (728, 90))}, {"banner": 150}, srgb=True
    )
    (red,) = profile.colours
    assert (red.cmyk, red.spot) == ((0, 0.95, 0.85, 0.05), "PANTONE 186 C")


def test_one_figure_of_kilobytes_holds_for_all(tmp_path):
    text = "defaults: {brandguard: {production: {online: {max_kb: 500}}}}"
    assert loaded(tmp_path, text).production.online.max_kb == {"": 500}


def test_a_profile_that_says_nothing_asks_for_nothing(tmp_path):
    profile = loaded(tmp_path, "meta: {name: Acme}")
    assert profile.typography is None
    assert profile.production is None


def test_wrong_keys_are_named_with_the_nearest_right_one(tmp_path):
    text = """
defaults:
  brandguard:
    typography: {min_sizes: {offline: 6}}
    production: {offline: {bleed: 3, min_dpi: 0}}
"""
    found = dict(problems(tmp_path, text))
    assert "did you mean «min_size»?" in found[4]
    everything = "\n".join(text for _, text in problems(tmp_path, text))
    assert "did you mean «bleed_mm»?" in everything
    assert "greater than 0" in everything


def test_a_family_holds_its_widths_and_a_weight_that_is_not_known():
    roboto = Family("Roboto", ((400, 400),), italic=False)
    assert roboto.holds("RobotoCondensed-Bold")
    assert not roboto.holds("Roboto Slab")
    assert roboto.allows(None, italic=False)
    assert not roboto.allows(700, italic=False)
    assert not roboto.allows(400, italic=True)


def test_what_stands_in_the_template_as_a_comment_is_right(tmp_path):
    text = asset_path("profile", "template.yml").read_text(encoding="utf-8")
    shown = re.sub(r"(?m)^(\s*)# ?( *)((?:[a-z_]+:|- |\{).*)$", r"\1\2\3", text)
    profile = loaded(tmp_path, shown)
    assert [f.name for f in profile.typography.families] == ["Inter", "Lora", "Caveat"]
    assert profile.typography.headings.family == "Lora"
    assert profile.production.offline.bleed_mm == 3
    assert profile.production.online.srgb
    assert profile.colours[0].spot == "PANTONE 1795 C"
