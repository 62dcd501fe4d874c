import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandguard.measures.voice import MAX_EVIDENCE, MAX_WORDS, TRAITS, measure_voice

SENTENCES = Path(__file__).with_name("voice_sentences")
LONG_IT = (
    "Da quarant'anni coltiviamo olivi in Umbria e ogni goccia racconta la nostra terra. "
    "Vieni a trovarci: ti faremo assaggiare l'olio migliore della regione, il più profumato, "
    "ottenuto senza fretta. Forse non lo sai, ma il nostro store è aperto anche la domenica!"
)
LONG_ES = (
    "Llevamos cuarenta años cultivando olivos en Jaén y cada gota cuenta la historia de nuestra "
    "tierra. Ven a vernos: te daremos a probar el mejor aceite de la región, el más aromático, "
    "elaborado sin prisas. Quizá no lo sepas, pero nuestra tienda abre también los domingos."
)
LONG_EN = (
    "For forty years we have grown olives in Umbria, and every drop tells the story of our land. "
    "Come and see us: we'll let you taste the best oil in the region, really fragrant and made "
    "without haste. Maybe you don't know it yet, but our shop is open on Sundays too!"
)


def measured(language):
    cases = tomllib.loads((SENTENCES / f"{language}.toml").read_text("utf-8"))["cases"]
    found = []
    for text, *wanted in cases:
        (voice,) = measure_voice([(1, text)], (language,))
        found.append((text, wanted, [voice.address, voice.imperatives, voice.we]))
    return found


@pytest.fixture(scope="session")
def by_language():
    return {language: measured(language) for language in ("it", "es", "en")}


@pytest.mark.parametrize("language", ["it", "es", "en"])
@pytest.mark.parametrize(("at", "what"), [(0, "address"), (1, "imperatives"), (2, "we")])
def test_most_sentences_are_read_as_a_reader_reads_them(by_language, language, at, what):
    found = by_language[language]
    assert len(found) >= 60
    wrong = [(text, want[at], got[at]) for text, want, got in found if want[at] != got[at]]
    assert 1 - len(wrong) / len(found) >= 0.92, (what, wrong)


def test_an_accurate_example_from_end_to_end():
    text = "SALDI\nScopri la nuova\ncollezione e contattaci subito.\nI nostri negozi 😀! #saldi"
    (voice,) = measure_voice([(3, text)], ("it",))
    assert (voice.language, voice.address, voice.imperatives, voice.we) == ("it", "informal", 2, 2)
    places = {(e.kind, text[slice(*e.span)]) for e in voice.evidence}
    assert {("imperative", "Scopri"), ("imperative", "contattaci"), ("we", "nostri")} <= places
    assert {("emoji", "😀"), ("hashtag", "#saldi"), ("exclamation", "!")} <= places
    assert ("capitals", "SALDI") in places
    assert {e.page for e in voice.evidence} == {3}


def test_spans_index_the_original_page_through_ligatures_and_soft_hyphens():
    text = "Oﬃcina nuova: pre\u00adno\u00adta subito, ti aspettiamo."
    (voice,) = measure_voice([(1, text)], ("it",))
    found = {e.kind: text[slice(*e.span)] for e in voice.evidence}
    assert found["imperative"] == "pre\u00adno\u00adta"
    assert {text[slice(*w.span)]: w.lemma for w in voice.lemmas}["Oﬃcina"] == "officina"


# ----------------------------------------------------------------------------------------- traits


@pytest.mark.parametrize(("text", "language"), [(LONG_IT, "it"), (LONG_ES, "es"), (LONG_EN, "en")])
def test_traits_lie_in_their_intervals(text, language):
    (voice,) = measure_voice([(1, text)])
    assert voice.language == language
    assert set(voice.traits) == set(TRAITS)
    given_traits = [trait for trait in voice.traits.values() if trait is not None]
    assert len(given_traits) > 15
    assert all(trait.low <= trait.value <= trait.high for trait in given_traits)


def test_what_is_in_the_text_is_counted():
    (voice,) = measure_voice([(1, LONG_IT)])
    kinds = [e.kind for e in voice.evidence]
    assert kinds.count("superlative") == 2
    assert {"hedge", "anglicism", "exclamation"} <= set(kinds)
    (voice,) = measure_voice([(1, LONG_EN)])
    kinds = [e.kind for e in voice.evidence]
    assert kinds.count("contraction") == 2
    assert {"superlative", "intensifier", "hedge"} <= set(kinds)


def test_each_language_has_its_own_readability():
    it, es, en = (measure_voice([(1, text)])[0].traits for text in (LONG_IT, LONG_ES, LONG_EN))
    assert it["readability"] == it["gulpease"]
    assert it["flesch"] is None
    assert es["readability"] == es["szigriszt"]
    assert es["fernandez_huerta"] is not None
    assert en["readability"] == en["flesch"]
    assert en["anglicisms"] is None


def test_gulpease_is_its_formula():
    text = "La casa nuova è grande e bella. " * 5
    (voice,) = measure_voice([(1, text.strip())], ("it",))
    assert voice.words == 35
    assert voice.sentences == 5
    letters = 5 * 24
    assert voice.traits["gulpease"].value == pytest.approx(
        min(100, 89 + (300 * 5 - 10 * letters) / 35)
    )


def test_short_text_has_counts_but_no_traits():
    (voice,) = measure_voice([(1, "Scopri la nostra collezione!")], ("it",))
    assert set(voice.traits.values()) == {None}
    assert (voice.imperatives, voice.we, voice.address) == (1, 1, "informal")


def test_more_of_the_same_narrows_the_interval():
    one = measure_voice([(1, LONG_IT)])[0].traits["we_rate"]
    five = measure_voice([(1, "\n\n".join([LONG_IT] * 5))])[0].traits["we_rate"]
    assert five.value == pytest.approx(one.value)
    assert five.high - five.low < one.high - one.low


def test_the_same_text_gives_the_same_voice_every_time():
    assert measure_voice([(1, LONG_ES)]) == measure_voice([(1, LONG_ES)])


# ---------------------------------------------------------------------------------------- address


def test_a_document_speaks_with_its_majority():
    text = "Scopri la tua offerta.\nPrenota la tua prova.\nI vostri amici ti aspettano."
    assert measure_voice([(1, text)], ("it",))[0].address == "informal"


@pytest.mark.parametrize(("text", "address"), [
    ("Lei è andata al mare.", "none"),
    ("Lei ama la montagna e lui il mare.", "none"),
    ("Lei può ritirare il biglietto in cassa.", "formal"),
    ("Lei riceverà una conferma.", "formal"),
    ("Lei è nostro ospite: il Suo posto è pronto.", "formal"),
])  # fmt: skip
def test_a_lei_that_opens_a_sentence_needs_more_than_its_capital(text, address):
    assert measure_voice([(1, text)], ("it",))[0].address == address


def test_two_solid_addresses_are_mixed():
    text = (
        "Scopri la tua nuova offerta e prenota la tua prova.\n"
        "Si rivolga ai nostri consulenti: siamo lieti di ascoltare Lei e la Sua famiglia.\n"
    )
    assert measure_voice([(1, text)], ("it",))[0].address == "mixed"


def test_ustedes_is_plural_in_america_and_formal_in_spain():
    text = "Ustedes merecen lo mejor."
    assert measure_voice([(1, text)], ("es",))[0].address == "formal"
    assert measure_voice([(1, text)], ("es-ES",))[0].address == "formal"
    assert measure_voice([(1, text)], ("es-419",))[0].address == "plural"
    assert measure_voice([(1, "Usted merece lo mejor.")], ("es-MX",))[0].address == "formal"


def test_voseo_is_informal():
    (voice,) = measure_voice([(1, "Comprá hoy y pagá en cuotas.")], ("es-AR",))
    assert voice.address == "informal"
    assert voice.imperatives >= 1


# -------------------------------------------------------------------------------------- languages


def test_another_language_is_named_and_not_judged():
    text = "Découvrez notre nouvelle collection dans tous nos magasins de France."
    (voice,) = measure_voice([(1, text)], ("it",))
    assert (voice.language, voice.address, voice.imperatives) == ("fr", "none", 0)
    assert voice.words == 10
    assert set(voice.traits.values()) == {None}


def test_mixed_copy_gives_a_voice_for_each_language_most_words_first():
    text = (
        "Scopri la nuova collezione nei nostri negozi di tutta Italia, ti aspettiamo.\n\n"
        "Discover the new collection in all of our stores."
    )
    italian, english = measure_voice([(1, text)])
    assert (italian.language, english.language) == ("it", "en")
    assert italian.words > english.words
    assert all(text[slice(*w.span)].isascii() for w in english.lemmas)


def test_pages_keep_their_numbers():
    (voice,) = measure_voice([(2, "Scopri il mondo."), (5, "Prenota ora.")], ("it",))
    assert [(e.page, e.span) for e in voice.evidence if e.kind == "imperative"] == [
        (2, (0, 6)),
        (5, (0, 7)),
    ]


@pytest.mark.parametrize("text", ["", "   \n\t", "😀😀", "!!! ... 😀", "漢字" * 3])
def test_text_without_words_of_ours_never_raises(text):
    for voice in measure_voice([(1, text)]):
        assert voice.words > 0


# ---------------------------------------------------------------------------------- hostile texts


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000_000,
        " " * 5_000_000,
        "\n" * 5_000_000,
        "!?" * 2_500_000,
        '" -- ' * 1_000_000,
        "a" + "\u0301" * 3_000_000,
        "a@" * 2_500_000,
        "😀" * 1_000_000,
        "\u202e\u200b\x00" * 1_000_000,
        "\ud800" * 1000,
    ],
    ids=["letter", "space", "break", "mark", "dash", "accent", "at", "emoji", "bidi", "surrogate"],
)
def test_five_megabytes_of_nothing_are_soon_read(text):
    started = process_time()
    measure_voice([(1, text)], ("it",))
    assert process_time() - started < 10


@pytest.mark.slow
def test_five_megabytes_of_words_in_one_line_are_cut_and_say_so():
    started = process_time()
    (voice,) = measure_voice([(1, "scopri la collezione e " * 220_000)], ("it",))
    assert voice.truncated
    assert voice.words == MAX_WORDS
    assert process_time() - started < 20
    assert len(voice.evidence) <= MAX_EVIDENCE * 4


def test_evidence_is_capped_for_each_kind():
    (voice,) = measure_voice([(1, "Scopri di più!\n" * (MAX_EVIDENCE + 20))], ("it",))
    kinds = [e.kind for e in voice.evidence]
    assert kinds.count("imperative") == MAX_EVIDENCE
    assert voice.imperatives == MAX_EVIDENCE + 20


COPY = st.lists(
    st.sampled_from(
        ["Scopri", "la", "nuova", "collezione", "¡Ven", "hoy!", "Book", "now", "ti", "aspettiamo",
         "Lei", "\n", "\n\n", ".", "?", "…", "😀", "ﬁ", "\u00ad", "e\u0301", "#ciao", "www.a.it",
         "nostro", "l’estate", "-", "•", "50%", "\u202b", "𝗕", "'", "“", "don't"]  # noqa: RUF001  letters made to look bold
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), COPY), st.sampled_from([(), ("it",), ("es", "en")]))
def test_every_span_lies_in_its_page_and_nothing_raises(text, expected):
    for voice in measure_voice([(1, text)], expected):
        for place in (*voice.evidence, *voice.lemmas):
            start, end = place.span
            assert 0 <= start < end <= len(text)
        assert voice.imperatives >= 0
        assert sum(voice.address_counts.values()) >= (voice.address != "none")


@settings(max_examples=10, deadline=None)
@given(
    st.permutations(["Scopri il mondo.", "Vi aspettiamo in negozio.", "La tua casa ti somiglia."])
)
def test_the_order_of_blocks_changes_no_count(lines):
    (voice,) = measure_voice([(1, "\n\n".join(lines))], ("it",))
    assert (voice.imperatives, voice.we, voice.words) == (1, 1, 12)
    assert voice.address_counts == {"informal": 3, "plural": 1, "formal": 0}
