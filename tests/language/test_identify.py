import pytest

from brandguard.language.blocks import blocks
from brandguard.language.cleaning import clean
from brandguard.language.identify import base, identify, stretches


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Scopri la nuova collezione di stagione", "it"),
        ("Descubre la nueva colección de temporada", "es"),
        ("Discover the new season's collection", "en"),
        ("Découvrez notre nouvelle collection de saison", "fr"),
        ("Entdecken Sie unsere neue Kollektion jetzt", "de"),
        ("Descubra a nova coleção da estação", "pt"),
        ("¡Recorta gastos, no calidad!", "es"),
    ],
)
def test_the_language_is_named(text, language):
    assert identify(text) == language


def test_too_few_words_leave_it_to_the_expected_language():
    assert identify("Shop now", ("it",)) == "it"
    assert identify("Saldi", ("es", "it")) == "es"


def test_the_expected_region_counts_as_its_language():
    assert identify("Hola", ("es-419",)) == "es"
    assert base("es_MX") == "es"


def test_no_words_no_language():
    assert identify("123 !!! 😀") is None
    assert identify("", ("it",)) == "it"


def test_a_plain_text_is_not_taken_for_what_was_expected():
    assert identify("We make furniture that lasts for generations", ("it",)) == "en"


def test_mixed_copy_is_split_by_blocks_and_small_blocks_go_with_the_rest():
    page = (
        "La nuova collezione è arrivata nei nostri negozi di tutta Italia.\n"
        "Sale\n"
        "The new collection has arrived in all of our stores around the country.\n"
    )
    found = stretches(blocks(clean(page)))
    assert [stretch.language for stretch in found] == ["it", "it", "en"]
