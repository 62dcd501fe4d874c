import textwrap
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from brandguard.interchange.brandyml import find_profile, load_profile
from brandguard.interchange.colours import parse_colour
from brandguard.measures.voice_traits import TRAITS
from brandguard.model.errors import ProfileError
from brandguard.model.profile import VoiceTrait
from brandguard.settings import asset_path

RULES = ("COL001", "COL002", "TRM001")


@pytest.fixture
def write(tmp_path):
    def _write(text, name="_brand.yml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
        return file

    return _write


def problems(file, rules=RULES):
    with pytest.raises(ProfileError) as caught:
        load_profile(file, rules)
    return [(p.line, p.key, p.text) for p in caught.value.problems]


def test_a_brand_yml_of_another_tool_is_a_profile(write, tmp_path):
    Image.new("RGB", (40, 10)).save(tmp_path / "logo.png")
    profile = load_profile(
        write("""
        meta: {name: {short: Acme, full: Acme Inc.}, link: https://example.com}
        logo: {small: logo.png}
        color:
          palette: {red: "#e4002b", rosso: red, night: rgb(1 2 3)}
          primary: red
          background: "#fff"
        typography: {fonts: [{family: Inter, source: google}]}
        defaults: {bootstrap: {rules: ".x {}"}}
        """)
    )
    assert profile.name == "Acme"
    assert {c.name: c.hex for c in profile.colours} == {
        "red": "#E4002B", "rosso": "#E4002B", "night": "#010203", "background": "#FFFFFF",
    }  # fmt: skip


def test_our_part_says_how_strictly(write):
    profile = load_profile(
        write("""
        color: {palette: {red: "#E4002B"}}
        defaults:
          brandguard:
            languages: [it, es]
            region: IT
            colour:
              tolerance: 4
              palette: {red: {share: [0.1, 0.4], core: true}}
              forbidden: ["#00FF00"]
            voice: {address: {it: Lei, es: tú}}
            wording:
              banned: [gratis, {term: low cost, instead: conveniente, language: it}]
              required: [{text: Acme srl, media: [flyer], channel: offline}]
            rules: {COL001: fail, TRM001: off}
            weights: {colour: 0.5}
        """),
        RULES,
    )
    (red,) = profile.colours
    assert (red.tolerance, red.share, red.core, red.key) == (
        4,
        (0.1, 0.4),
        True,
        "color.palette.red",
    )
    assert profile.address == {"it": "formal", "es": "informal"}
    assert [t.term for t in profile.wording.banned] == ["gratis", "low cost"]
    assert profile.rules == {"COL001": "fail", "TRM001": "off"}
    assert profile.weights["colour"] == 0.5
    assert profile.weights["voice"] == 0.15


def test_all_errors_at_once_with_lines_and_the_nearest_right_name(write):
    got = problems(
        write("""\
        color:
          palette: {ink: "#11", red: "#E4002B"}
        defaults:
          brandguard:
            languges: [it]
            colour:
              tolerance: -2
              palette: {reed: {core: true}}
            voice:
              traits: {it: {words_per_sentence: [20, 8]}}
            wording:
              banned: [{trm: x}]
            rules: {COL001: of, COL00l: warn, XYZ001: warn}
        """)
    )
    text = "\n".join(f"{line} {key} {what}" for line, key, what in got)
    assert "2 color.palette.ink «#11» is no colour" in text
    assert "5 defaults.brandguard.languges is no known key; did you mean «languages»?" in text
    assert "7 defaults.brandguard.colour.tolerance" in text
    assert "did you mean «red»?" in text
    assert "the lower limit must come first" in text
    assert "banned.0.trm is no known key; did you mean «term»?" in text
    assert "«of» is not one of fail, warn, note, off; did you mean «off»?" in text
    assert "13 defaults.brandguard.rules.XYZ001 is no rule" in text
    assert len(got) >= 9


def test_extends_takes_another_profile_as_base(write):
    write(
        'color: {palette: {red: "#E4002B", ink: "#111111"}}\nmeta: {name: Base}', "base/_brand.yml"
    )
    file = write("""
        color: {palette: {ink: "#222222"}}
        defaults: {brandguard: {extends: base/_brand.yml, languages: [it]}}
        """)
    profile = load_profile(file)
    assert {c.name: c.hex for c in profile.colours} == {"red": "#E4002B", "ink": "#222222"}
    assert profile.name == "Base"


@pytest.mark.parametrize(
    "base", ["/etc/passwd", "C:\\x.yml", "\\\\host\\share\\x.yml", "gone.yml", "_brand.yml"]
)
def test_extends_stays_on_relative_paths_that_exist_and_end(write, base):
    file = write(f"defaults: {{brandguard: {{extends: '{base}'}}}}")
    assert "extends" in problems(file)[0][1]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: !!python/object:os.system x", "tags"),
        ("[" * 100_000, "nested deeper"),
        ("a: 1\na: 2", "twice"),
        ("a: [1", "expected"),
        ("- just\n- a list", "keys and values"),
        ("a: " + "x" * (1024 * 1024), "over 1 MiB"),
        ("a\x00b: 1", "valid YAML"),
    ],
)
def test_hostile_yaml_is_refused_at_once(write, text, says):
    file = write("")
    file.write_text(text)
    assert says in problems(file)[0][2]


def test_a_file_that_is_no_utf8_is_told_so(write):
    file = write("")
    file.write_bytes(b"meta:\n  name: caf\xe9\n")
    assert problems(file) == [(2, "", "is not UTF-8 text: save it as UTF-8")]


def test_an_empty_profile_and_empty_sections_are_fine(write):
    assert load_profile(write("")).colours == ()
    assert load_profile(write("meta:\ncolor:\ndefaults:\n  brandguard:\n")).colours == ()


def test_the_nearest_profile_upward_is_found(tmp_path, write):
    file = write("meta: {name: X}")
    (tmp_path / "a" / "b").mkdir(parents=True)
    found, searched = find_profile(tmp_path / "a" / "b")
    assert found == file
    assert searched[0] == tmp_path / "a" / "b"


def test_the_template_for_new_profiles_is_good():
    profile = load_profile(asset_path("profile", "template.yml"), RULES)
    assert profile.colours
    assert profile.address == {"en": "informal"}


def test_the_hash_names_what_counts_and_not_the_comments(write):
    one = load_profile(write('color: {palette: {red: "#E4002B"}}')).sha256
    same = load_profile(write('# hello\ncolor:\n  palette:\n    red: "#E4002B"\n')).sha256
    other = load_profile(write('color: {palette: {red: "#E4002C"}}')).sha256
    assert one == same != other


@given(st.text(max_size=300))
def test_any_text_is_a_profile_or_a_profile_error(tmp_path_factory, text):
    file = tmp_path_factory.getbasetemp() / "any.yml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    problems = problems_of(file)
    assert problems is None or problems


def problems_of(file):
    try:
        load_profile(file)
    except ProfileError as error:
        return error.problems
    return None


@pytest.mark.parametrize(
    ("text", "code"),
    [("#abc", "#AABBCC"), ("#E4002B", "#E4002B"), ("tomato", "#FF6347"), ("rgb(1 2 3)", "#010203"),
     ("hsl(120 50% 50%)", "#40BF40"), ("RGB(10%, 0%, 100%)", "#1A00FF"), ("currentcolor", None),
     ("no", None), ("", None), ("oklch(0.6 0.2 30)", None)],
)  # fmt: skip
def test_css_colours(text, code):
    assert parse_colour(text) == code


def test_claim_and_facts_of_the_message(write):
    file = write("""
    meta: {name: Acme}
    defaults:
      brandguard:
        message:
          claim: {it: "Il buono del pane, ogni giorno."}
          facts: {phone: "+39 02 5550 1234", url: [acme.example, acme.shop]}
    """)
    message = load_profile(file, RULES).message
    assert message.claims == {"it": "Il buono del pane, ogni giorno."}
    assert message.facts == {"phone": ("+39 02 5550 1234",), "url": ("acme.example", "acme.shop")}


def test_a_kind_of_fact_that_is_none_is_named(write):
    file = write("""
    meta: {name: Acme}
    defaults: {brandguard: {message: {facts: {phones: "1"}}}}
    """)
    ((_, key, text),) = problems(file)
    assert "phones" in key + text


def test_several_mistakes_in_one_list_are_all_told(write):
    with pytest.raises(ProfileError) as caught:
        load_profile(
            write("""
            defaults:
              brandguard:
                wording:
                  banned: [{terms: a}, {term: ""}, fine, {term: b, instaed: c}, {}]
                  required: [{}, {text: x, media: [flier]}]
            """)
        )
    text = str(caught.value)
    for part in ("banned.0", "banned.1", "banned.3", "banned.4", "required.0", "required.1"):
        assert part in text
    assert "banned.2" not in text


def test_unknown_traits_are_told_with_the_known_ones_and_the_nearest(write):
    got = problems(
        write("""\
        defaults:
          brandguard:
            voice:
              traits:
                it: {nonsense: [1, 2], gulpeas: [40, 60]}
        """)
    )
    told = {key.rpartition(".")[2]: (line, what) for line, key, what in got}
    assert set(told) == {"nonsense", "gulpeas"}
    line, what = told["nonsense"]
    assert line == 5
    assert "«nonsense» is not one of words_per_sentence, letters_per_word" in what
    assert "; did you mean «gulpease»?" in told["gulpeas"][1]


def test_the_traits_that_a_profile_may_name_are_those_that_are_measured():
    assert get_args(VoiceTrait) == TRAITS
