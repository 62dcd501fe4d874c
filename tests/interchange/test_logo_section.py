"""The logo section of a profile: every way brand.yml writes it, our limits, and what is wrong."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from brandguard.interchange.brandyml import load_profile
from brandguard.model.errors import ProfileError


@pytest.fixture
def folder(tmp_path):
    for name in ("a.png", "b.png", "sub/c.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        picture = Image.new("RGBA", (40, 20))
        ImageDraw.Draw(picture).ellipse((2, 2, 30, 18), fill="#E4002B")
        picture.save(file)
    return tmp_path


def load(folder, text):
    path = folder / "_brand.yml"
    path.write_text(text, encoding="utf-8")
    return load_profile(path)


def problems(folder, text):
    with pytest.raises(ProfileError) as caught:
        load(folder, text)
    return [(p.line, p.key, p.text) for p in caught.value.problems]


def names(profile):
    return [(logo.name, Path(logo.path).name, logo.role) for logo in profile.logos]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("logo: a.png", [("logo", "a.png", "primary")]),
        ("logo: {path: a.png, alt: A}", [("logo", "a.png", "primary")]),
        ("logo: {medium: a.png}", [("medium", "a.png", "primary")]),
        (
            "logo: {images: {main: {path: a.png}, white: b.png}, medium: main}",
            [("main", "a.png", "primary"), ("white", "b.png", "reversed")],
        ),
        (
            "logo: {large: {light: a.png, dark: {path: b.png}}}",
            [("large-light", "a.png", "primary"), ("large-dark", "b.png", "reversed")],
        ),
        ("logo: {images: {one: a.png, two: a.png}}", [("one", "a.png", "primary")]),
        ("logo: {images: {old-icon: sub/../sub/c.png}}", [("old-icon", "c.png", "legacy")]),
        ("meta: {name: Acme}", []),
        ("logo:", []),
    ],
)
def test_every_way_to_name_a_logo(folder, text, wanted):
    assert names(load(folder, text)) == wanted


def test_limits_hold_for_all_logos_and_single_ones_may_have_their_own(folder):
    profile = load(
        folder,
        """
logo: {images: {main: a.png, mark: b.png, gone: sub/c.png}}
defaults:
  brandguard:
    logo:
      required: {media: [flyer], channel: offline}
      clear_space: 0.5
      min_width_mm: 20
      images:
        mark: {role: symbol, min_width_mm: 6, distortion: 0.01, max_rotation: 15}
        gone: {forbidden: true}
""",
    )
    main, mark, gone = profile.logos
    assert (main.clear_space, main.min_width_mm, main.distortion) == (0.5, 20, 0.03)
    assert (mark.clear_space, mark.min_width_mm, mark.distortion) == (0.5, 6, 0.01)
    assert mark.max_rotation == 15
    assert gone.role == "legacy"
    assert main.stated("min_width_mm") == "profile: defaults.brandguard.logo.min_width_mm"
    assert mark.stated("min_width_mm").endswith("logo.images.mark.min_width_mm")
    assert main.stated("distortion") == "built in"
    assert main.line == 2
    assert profile.logo_duty.media == ("flyer",)
    assert profile.logo_duty.channel == "offline"


def test_a_base_profile_names_its_logo_from_its_own_folder(folder):
    (folder / "sub" / "base.yml").write_text("logo: c.png", encoding="utf-8")
    profile = load(folder, "defaults: {brandguard: {extends: sub/base.yml}}")
    assert [Path(logo.path) for logo in profile.logos] == [(folder / "sub" / "c.png").resolve()]


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ("logo: none.png", 1, "logo", "does not exist"),
        ("logo:\n  images:\n    x: none.png", 3, "logo.images.x", "does not exist"),
        ("logo: https://acme.example/a.png", 1, "logo", "is on the web"),
        ("logo: notes.docx", 1, "logo", "is no logo file"),
        ("logo: [a.png]", 1, "logo", "must be a path"),
        ("logo:\n  images: {x: 3}", 2, "logo.images.x", "must be a path"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(folder, text, line, key, words):
    ((at, where, why),) = problems(folder, text)
    assert (at, where) == (line, key)
    assert words in why


def test_limits_of_a_logo_that_is_not_there_and_a_duty_without_a_logo(folder):
    text = "logo: {images: {main: a.png}}\ndefaults:\n  brandguard:\n    logo: {images: {mian: {}}}"
    ((_, key, why),) = problems(folder, text)
    assert key == "defaults.brandguard.logo.images.mian"
    assert "did you mean «main»" in why
    ((_, key, why),) = problems(folder, "defaults: {brandguard: {logo: {required: true}}}")
    assert key == "defaults.brandguard.logo.required"
    assert "names none" in why


@pytest.mark.parametrize(
    "limit", ["clear_space: 9", "min_width_mm: 0", "role: main", "min_contrast: 0.5", "colour: red"]
)
def test_impossible_limits_are_refused(folder, limit):
    text = (
        "logo: {images: {main: a.png}}\n"
        f"defaults: {{brandguard: {{logo: {{images: {{main: {{{limit}}}}}}}}}}}"
    )
    assert problems(folder, text)
