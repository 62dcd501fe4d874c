"""The four dimensions: casual is told from formal, and what is not measured says so."""

from hypothesis import given
from hypothesis import strategies as st

from brandguard.measures.voice import measure_voice
from brandguard.measures.voice_dimensions import DIMENSIONS, voice_dimensions
from brandguard.model.features import Measured

FORMAL = (
    "La Fondazione comunica che l'accesso alla sala è consentito esclusivamente agli abbonati in "
    "possesso della tessera nominativa, la quale dovrà essere esibita al personale incaricato. La "
    "invitiamo a verificare la correttezza dei Suoi dati presso la segreteria organizzativa."
)
CASUAL = (
    "Ehi, ci sei? Stasera si suona! 🎉 Vieni con chi vuoi, porta pure il cane. Ti va? Dai, ti "
    "aspettiamo alle nove: musica bellissima, birra fresca e noi super felici di vederti! 🔥 Sei "
    "dei nostri? Fatti vivo!"
)


def dimensions(text):
    return voice_dimensions(measure_voice([(1, text)], ("it",))[0].traits)


def test_formal_and_casual_lie_apart_with_their_whole_intervals():
    formal, casual = dimensions(FORMAL), dimensions(CASUAL)
    assert formal["formal_casual"].high < 50 < casual["formal_casual"].low
    assert formal["factual_enthusiastic"].value < 50 < casual["factual_enthusiastic"].value


def test_what_is_not_measured_and_what_is_too_short_is_none():
    found = dimensions(CASUAL)
    assert found["serious_funny"] is None
    assert found["respectful_irreverent"] is None
    assert set(dimensions("Vieni a trovarci!").values()) == {None}


@given(st.dictionaries(
    st.sampled_from(sorted({t.trait for terms in DIMENSIONS.values() for t in terms})),
    st.lists(st.floats(0, 1000), min_size=3, max_size=3).map(sorted),
))  # fmt: skip
def test_the_value_lies_in_its_interval_and_on_the_scale(traits):
    measured = {name: Measured(mid, low, high) for name, (low, mid, high) in traits.items()}
    for found in voice_dimensions(measured).values():
        assert found is None or 0 <= found.low <= found.value <= found.high <= 100
