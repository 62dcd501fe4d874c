"""A script among leaflets: compared within its medium's norm, or with other scripts."""

import random

import numpy as np
import pytest

from brandguard.language.media import norm_of
from brandguard.likeness.voice import ENOUGH, fit_voice, voice_distance
from brandguard.likeness.voice_limits import own_wording
from brandguard.likeness.voice_space import shipped_cohort
from brandguard.measures.style import style_profile
from brandguard.model.features import VoiceTraits, Word

PRINTED = [
    "Pane fresco ogni giorno: 5,80 € al chilo, 120 pagnotte e poi basta.",
    "Ti aspettiamo in via Garibaldi 14, dalle 7 alle 19, anche il sabato.",
    "La farina viene da 2 mulini che conosciamo per nome (e per cognome).",
    "Se passi prima delle 12, la focaccia è ancora calda; dopo, chissà.",
    "Prenota la tua teglia: 010 555 0142, entro venerdì alle 18.",
    "Noi impastiamo la sera e inforniamo alle 4: tu dormi pure.",
    "Riportaci il sacchetto, ogni 10 ti diamo un panino a scelta.",
    "Non abbiamo fretta, e il pane nemmeno: 24 ore di riposo.",
]
SPOKEN = [
    "Senti! Senti che profumo!",
    "È il pane! Il nostro! Appena sfornato!",
    "Noi impastiamo la sera. Tu dormi pure!",
    "Passa da noi! Prima di mezzogiorno! Dopo, chissà!",
    "Ti aspettiamo! In via Garibaldi! Anche il sabato!",
    "Prenota la tua teglia! Zero dieci, cinque cinque cinque!",
    "Riportaci il sacchetto! Ogni dieci ti diamo un panino!",
    "Non abbiamo fretta! E il pane nemmeno!",
    "La farina? Due mulini! Li conosciamo per nome!",
]
OFFICE = [
    "La fornitura è effettuata ai sensi delle disposizioni vigenti.",
    "Si informa la gentile clientela che il ritiro avviene presso la sede indicata.",
    "Qualora il prodotto presentasse difetti, il cliente è tenuto a darne comunicazione.",
    "Per ulteriori informazioni è possibile rivolgersi agli uffici competenti.",
    "L'importo dovuto deve essere versato all'atto della sottoscrizione del contratto.",
    "Il servizio è disciplinato dal presente regolamento approvato dalla direzione.",
]


def voice(text, lemmas=()):
    words = text.split()
    return VoiceTraits(
        language="it",
        words=len(words),
        sentences=5,
        address="none",
        address_counts={},
        imperatives=0,
        we=0,
        traits={},
        style=style_profile(text, "it"),
        lemmas=tuple(Word(1, (i, i + 1), word) for i, word in enumerate(lemmas)),
    )


def text(sentences, seed, count):
    return " ".join(random.Random(seed).sample(sentences, count))


def brand(scripts):
    leaflets = [(f"leaflet-{i}.txt", voice(text(PRINTED, i, 5))) for i in range(12)]
    spoken = [(f"radio-{i}.txt", voice(text(SPOKEN, i, 6))) for i in range(scripts)]
    media = {path: "radio" for path, _ in spoken}
    return fit_voice([*leaflets, *spoken], "it", 0.05, media)


@pytest.fixture(scope="module")
def printed():
    return brand(0)


def test_a_script_is_compared_within_the_norm_of_its_medium(printed):
    script = voice(text(SPOKEN, 77, 7))
    on_paper, on_air = voice_distance(script, printed), voice_distance(script, printed, "radio")
    assert on_air.value < on_paper.value
    assert on_air.facts == {"norm": "medium", "medium": "radio"}
    assert on_paper.facts == {}
    assert dict(on_air.parts)["punctuation"] == 0


def test_a_script_in_a_strange_voice_is_told_all_the_same(printed):
    own = voice_distance(voice(text(SPOKEN, 77, 7)), printed, "radio").value
    strange = voice_distance(voice(text(OFFICE, 1, 5)), printed, "radio").value
    assert strange > 1
    assert strange > own


def test_enough_approved_scripts_are_the_norm_themselves():
    reference = brand(ENOUGH)
    distance = voice_distance(voice(text(SPOKEN, 77, 7)), reference, "tv")
    assert distance.facts == {"norm": "examples", "examples_of": "tv"}
    assert distance.nearest.startswith("radio-")
    assert distance.value < 1
    assert voice_distance(voice(text(PRINTED, 99, 5)), reference, "tv").value > distance.value


def test_too_few_approved_scripts_leave_it_at_the_norm():
    distance = voice_distance(voice(text(SPOKEN, 77, 7)), brand(ENOUGH - 1), "radio")
    assert distance.facts["norm"] == "medium"


def test_media_without_a_norm_are_compared_as_ever(printed):
    leaflet = voice(text(PRINTED, 50, 6))
    assert voice_distance(leaflet, printed, "flyer") == voice_distance(leaflet, printed)


def test_a_cohort_without_features_keeps_strangers_at_one():
    whole = shipped_cohort("it")
    part = whole.without(norm_of("radio").decides)
    assert len(part.features) < len(whole.features)
    assert sum(part.weights.values()) == pytest.approx(sum(whole.weights.values()))
    assert part.weights["p"] == 0
    lengths = np.linalg.norm(part.voices[:, part.places["s"]], axis=1)
    assert lengths == pytest.approx(np.ones(len(lengths)), abs=1e-4)


def test_wording_that_another_text_has_is_not_its_own():
    first, second = list("abcdefgh"), list("ijklmnop")
    half = [*first[:4], *"qrstuvw"]
    voices = [voice("x", words) for words in (first, second, half, ())]
    assert own_wording(voices) == [pytest.approx(4 / 5), 1.0, pytest.approx(7 / 8), 1.0]


def test_a_brand_of_near_copies_leans_on_the_prior():
    """Texts put together from the same sentences say little of how the next one will differ."""
    texts = [text(PRINTED, seed, 5) for seed in range(12)]
    alone = [(f"{i}", voice(t)) for i, t in enumerate(texts)]
    shared = [(f"{i}", voice(t, t.split())) for i, t in enumerate(texts)]
    naive, wise = fit_voice(alone, "it", 0.05), fit_voice(shared, "it", 0.05)
    assert wise.limits.own < naive.limits.own
    assert wise.limits.warn_at > naive.limits.warn_at


def test_the_nearest_text_is_not_always_the_one_in_the_middle():
    paths = {path: voice(text(PRINTED, i, 5)) for i, path in enumerate(f"l{i}" for i in range(12))}
    reference = fit_voice(list(paths.items()), "it", 0.05)
    named = {path: voice_distance(each, reference).nearest for path, each in paths.items()}
    assert all(path == nearest for path, nearest in named.items())
