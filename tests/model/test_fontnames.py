"""Names of fonts, as files write them: family, weight and slope as people speak of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandguard.model.fontnames import family_key, is_dingbats, is_system, parse_font, relatives


@pytest.mark.parametrize(("name", "family", "weight", "italic"), [
    ("ABCDEF+HelveticaNeueLTStd-BdIt", "Helvetica Neue", 700, True),
    ("Calibri,BoldItalic", "Calibri", 700, True),
    ("TimesNewRomanPS-BoldMT", "Times New Roman", 700, False),
    ("TimesNewRomanPSMT", "Times New Roman", None, False),
    ("ArialMT", "Arial", None, False),
    ("Inter_18pt-SemiBold", "Inter", 600, False),
    ("Inter-VariableFont_wght", "Inter", None, False),
    ("Open Sans Extra Bold Italic", "Open Sans", 800, True),
    ("HelveticaNeue-CondensedBold", "Helvetica Neue Condensed", 700, False),
    ("Univers-45Light", "Univers", 300, False),
    ("MuseoSans-500", "Museo Sans", 500, False),
    ("IBMPlexSans-Light", "IBM Plex Sans", 300, False),
    ("Archivo Black", "Archivo Black", None, False),
    ("Futura-Book", "Futura", 400, False),
    ("LiberationSans-Oblique", "Liberation Sans", None, True),
    ("sans-serif", "sans serif", None, False),
    ("proxima-nova", "proxima nova", None, False),
    ("メイリオ", "メイリオ", None, False),
])  # fmt: skip
def test_a_name_is_read(name, family, weight, italic):
    found = parse_font(name)
    assert (found.family, found.weight, found.italic) == (family, weight, italic)


@pytest.mark.parametrize("name", ["F1", "CIDFont+F1", "ABCDEF+CIDFont+F3", "TT0", "T3Font_0", "12"])
def test_a_made_up_name_is_none(name):
    assert parse_font(name) is None


def test_spellings_of_a_family_are_one():
    assert (
        len({family_key(n) for n in ("OpenSans", "Open Sans", "open-sans", "OpenSans-Bold")}) == 1
    )
    assert family_key("Myriad Pro") == family_key("MyriadPro-Semibold")
    assert family_key("Avenir") != family_key("Avenir Next")


def test_a_width_or_a_weight_belongs_to_its_family():
    assert family_key("Roboto") in relatives("Roboto Condensed")
    assert family_key("Roboto") in relatives("Roboto Black")
    assert family_key("Roboto Condensed") not in relatives("Roboto")


def test_fonts_of_the_system_and_of_signs_are_known():
    assert is_system("ArialMT")
    assert is_system("Calibri,Bold")
    assert not is_system("Fraunces")
    assert is_dingbats("Wingdings-Regular")
    assert not is_dingbats("Winger")


@given(st.text(max_size=40))
def test_any_name_is_read_or_none(name):
    found = parse_font(name)
    assert found is None or found.family.strip()
    assert found is None or found.weight is None or 1 <= found.weight <= 1000
    assert isinstance(relatives(name), frozenset)
