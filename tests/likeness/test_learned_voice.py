"""The learned voice: two made-up brands that talk of the same things in two ways."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from brandguard.likeness import voice_limits as learned
from brandguard.likeness.voice import (
    VoiceReference,
    fit_voice,
    telling_features,
    trait_ranges,
    voice_distance,
)
from brandguard.likeness.voice_space import (
    LANGUAGES,
    packed,
    read_cohort,
    shipped_cohort,
    unpacked,
)
from brandguard.measures.style import style_profile
from brandguard.model.errors import ModelError
from brandguard.model.features import Measured, VoiceTraits

NOUNS = ["cucina", "camera", "poltrona", "lampada", "libreria", "finestra", "tenda", "scala"]
OTHER_NOUNS = ["marina", "pantera", "colona", "cascada", "galleria", "minestra", "panda", "gala"]
WARM = [
    "Vieni a provare la tua nuova {}!",
    "Non aspettare: la {} che sogni è già qui con te.",
    "E se cambi idea? Ci pensiamo noi, tu rilassati.",
    "Scrivici quando vuoi e ti mandiamo subito la foto della {}.",
    "Hai una {} da rifare? Dai, la facciamo insieme!",
    "Ti aspettiamo sabato, porta anche i tuoi amici.",
    "Per te la {} non è mai stata così bella.",
    "Se ti piace, la {} è tua.",
]
COLD = [
    "La fornitura della {} è effettuata ai sensi delle disposizioni vigenti.",
    "Si informa la gentile clientela che la {} potrà essere ritirata presso la sede.",
    "Le condizioni relative alla {} sono indicate nel contratto sottoscritto dalle parti.",
    "Qualora la {} presentasse difetti, il cliente è tenuto a darne comunicazione scritta.",
    "Il servizio di consegna della {} è disciplinato dal presente regolamento.",
    "Per ulteriori informazioni, è possibile rivolgersi agli uffici competenti.",
    "La {}, la cui realizzazione è affidata a terzi, viene consegnata entro trenta giorni.",
    "L'importo dovuto per la {} deve essere versato all'atto della sottoscrizione.",
]


def text(sentences, seed, nouns=NOUNS, count=7):
    rng = random.Random(seed)
    return " ".join(s.format(rng.choice(nouns)) for s in rng.sample(sentences, count))


def voice(words, language="it", traits=None):
    return VoiceTraits(
        language=language,
        words=len(words.split()),
        sentences=5,
        address="none",
        address_counts={},
        imperatives=0,
        we=0,
        traits=traits or {},
        style=style_profile(words, language),
    )


def brand(sentences, count=12, **more):
    return [(f"{i:02}.txt", voice(text(sentences, i), **more)) for i in range(count)]


@pytest.fixture(scope="module")
def warm():
    return fit_voice(brand(WARM), "it", 0.05)


def value(words, reference):
    return voice_distance(voice(words), reference).value


def test_own_texts_pass_and_another_way_of_talking_does_not(warm):
    own = [value(text(WARM, seed), warm) for seed in range(100, 120)]
    others = [value(text(COLD, seed), warm) for seed in range(100, 120)]
    assert max(own) < 1 < min(others)


def test_other_nouns_change_little_another_register_much(warm):
    plain = value(text(WARM, 200), warm)
    swapped = value(text(WARM, 200, OTHER_NOUNS), warm)
    cold = value(text(COLD, 200), warm)
    assert abs(swapped - plain) < 0.2 * abs(cold - plain)


def test_parts_add_up_and_the_nearest_example_is_named(warm):
    distance = voice_distance(voice(text(WARM, 3)), warm)
    assert distance.nearest == "03.txt"
    other = voice_distance(voice(text(COLD, 3)), warm)
    assert sum(amount for _, amount in other.parts) == pytest.approx(other.value)
    assert [a for _, a in other.parts] == sorted((a for _, a in other.parts), reverse=True)
    assert {name for name, _ in other.parts} == {
        "style", "words", "endings", "punctuation", "shape", "range",
    }  # fmt: skip
    assert (other.dimension, other.decides) == ("voice", True)
    assert other.fail_at > 1


def test_short_text_and_other_languages_are_not_judged(warm):
    assert voice_distance(voice("Vieni a provare la tua nuova cucina!"), warm) is None
    assert voice_distance(voice(text(WARM, 1), "es"), warm) is None


def test_nothing_to_learn_from():
    assert fit_voice([], "it", 0.05) is None
    assert fit_voice([("a", voice("troppo corto"))], "it", 0.05) is None
    assert fit_voice(brand(WARM), "de", 0.05) is None


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_examples_lean_on_the_prior(count, warm):
    reference = fit_voice(brand(WARM, count), "it", 0.05)
    assert reference.limits.own < warm.limits.own
    assert value(text(WARM, 300), reference) < value(text(COLD, 300), reference)
    assert reference.limits.warn_at > 0


def test_copies_of_one_text_are_one_example():
    same = [(f"{i}.txt", voice(text(WARM, 1))) for i in range(6)]
    reference = fit_voice(same, "it", 0.05)
    assert reference.limits.series == 0
    assert reference.limits.own == 0
    assert value(text(WARM, 1), reference) < 1


def test_order_of_examples_and_repeated_paths_do_not_matter(warm):
    shuffled = brand(WARM)
    random.Random(1).shuffle(shuffled)
    assert fit_voice([*shuffled, shuffled[0]], "it", 0.05) == warm


def test_a_stricter_rate_warns_earlier(warm):
    lenient = fit_voice(brand(WARM), "it", 0.01)
    assert lenient.limits.warn_at > warm.limits.warn_at


def test_written_and_read_again_it_judges_the_same(warm):
    adapter = TypeAdapter(VoiceReference)
    again = adapter.validate_json(adapter.dump_json(warm))
    assert again == warm
    assert voice_distance(voice(text(COLD, 9)), again) == voice_distance(voice(text(COLD, 9)), warm)


def test_limits_are_set_anew_for_another_cohort(warm):
    stale = VoiceReference(
        warm.language, warm.examples, warm.false_alarms, "older", warm.limits, 0.1
    )
    assert value(text(COLD, 9), stale) == pytest.approx(value(text(COLD, 9), warm))


def test_left_out_means_left_out():
    cohort = shipped_cohort("it")
    rows = np.stack([cohort.vector(v.style, v.traits) for _, v in brand(WARM, 6)])
    with_itself = learned.left_out(rows[:1], rows, cohort)[0]
    assert learned.left_out(rows[:1], rows[1:], cohort)[0] > with_itself


def test_ranges_hold_the_examples_and_narrow_with_their_number():
    def measured(i):
        return {"words_per_sentence": Measured(10 + i % 3, 8.0, 14.0), "flesch": None}

    few, many = (
        [(f"{i}", voice(text(WARM, i), traits=measured(i))) for i in range(n)] for n in (3, 30)
    )
    wide, narrow = (
        trait_ranges(fit_voice(e, "it", 0.05))["words_per_sentence"] for e in (few, many)
    )
    assert wide.low < narrow.low < 10
    assert wide.high > narrow.high > 12
    assert narrow.low >= 0


def test_an_uncertain_trait_weighs_less():
    cohort = shipped_cohort("it")
    place = cohort.features["t:words_per_sentence"]
    style = voice(text(WARM, 1)).style
    sure, unsure = (
        cohort.vector(style, {"words_per_sentence": Measured(60.0, *ends), "we_rate": other})
        for ends in ((55.0, 65.0), (5.0, 180.0))
        for other in [Measured(3.0, 2.9, 3.1)]
    )
    assert abs(unsure[place]) < abs(sure[place])


def test_what_sets_a_text_apart_is_named(warm):
    telling = telling_features(voice(text(COLD, 5)), warm, 12)
    assert len(telling) == 12
    assert not [name for name, _ in telling if name.startswith("c:")]
    strength = [abs(amount) for _, amount in telling]
    assert strength == sorted(strength, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_cohorts_are_whole(language):
    cohort = shipped_cohort(language)
    assert cohort.language == language
    assert set(cohort.places) == set("cbepst")
    assert all(place.stop > place.start for place in cohort.places.values())
    assert sum(cohort.weights.values()) == pytest.approx(1, abs=0.2)


def test_a_damaged_cohort_says_so(tmp_path):
    file = tmp_path / "voice_cohort_it.json.gz"
    file.write_bytes(b"no gzip")
    with pytest.raises(ModelError, match="install again"):
        read_cohort(file)
    with pytest.raises(ModelError, match="install again"):
        read_cohort(tmp_path / "missing")


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_gets_a_finite_distance(words):
    reference = fit_voice(brand(WARM, 2), "it", 0.05)
    odd = voice(words)
    distance = voice_distance(
        VoiceTraits("it", 40, 1, "none", {}, 0, 0, {}, style=odd.style), reference
    )
    assert distance is None or 0 <= distance.value < 100


def test_one_odd_approved_text_does_not_open_the_door():
    assert max(learned.without_oddities([0.6, 0.62, 0.64, 0.66, 1.4])) < 0.8
    assert learned.without_oddities([0.6, 1.4]) == [0.6, 1.4]


@given(st.lists(st.floats(0, 2), max_size=30))
def test_oddities_are_brought_down_and_nothing_else_moves(values):
    calm = learned.without_oddities(values)
    assert len(calm) == len(values)
    assert all(new <= old for new, old in zip(calm, values, strict=True))
    below = [old for old in values if values and old <= np.median(values)]
    assert [new for new, old in zip(calm, values, strict=True) if old in below] == below


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_like_another_voice_of_the_cohort_lies_farther(language):
    cohort = shipped_cohort(language)
    near, approved = cohort.voices[:1], cohort.voices[-1:]
    plain = cohort.weigh(cohort.likeness(near, approved, cohort.mean(approved)))
    assert cohort.distances(near, approved, cohort.mean(approved)).sum() > plain.sum()
    assert cohort.strangers(near).shape == (len(cohort.places), 1)


def test_packed_rows_are_read_again_to_a_127th():
    rows = np.random.default_rng(1).normal(size=(3, 7)).astype(np.float32)
    again = unpacked(packed(rows), 7)
    assert np.abs(again - rows).max() <= np.abs(rows).max() / 127
    with pytest.raises(ValueError, match="reshape"):
        unpacked(packed(rows), 6)
