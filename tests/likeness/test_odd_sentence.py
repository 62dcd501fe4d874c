from brandguard.likeness.odd_sentence import odd_sentence
from brandguard.likeness.voice import fit_voice
from brandguard.measures.style import style_profile
from brandguard.model.features import VoiceTraits

WARM = (
    "Vieni a trovarci in bottega, ti aspettiamo con il caffè. Scegli la tazza che ami e portala "
    "via con te. Noi la cuociamo due volte, così dura a lungo. Se ti va, resta e guarda come si fa."
)
STIFF = (
    "Si comunica alla spettabile clientela che la consegna della merce avverrà ai sensi delle "
    "condizioni generali"
)


def voice(text):
    return VoiceTraits(
        "it", len(text.split()), 4, "none", {}, 0, 0, {}, style=style_profile(text, "it")
    )


def test_the_sentence_that_sounds_most_unlike_the_brand_is_shown():
    warm = [(f"{i}.md", voice(f"{WARM} Numero {i}.")) for i in range(4)]
    reference = fit_voice(warm, "it", 0.05)
    odd = f"{WARM} {STIFF}. {WARM}"
    assert odd_sentence([odd], voice(odd), reference, style_profile) == STIFF


def test_a_text_without_a_whole_sentence_shows_none():
    reference = fit_voice([("a.md", voice(WARM)), ("b.md", voice(WARM))], "it", 0.05)
    assert odd_sentence(["Solo qui."], voice(WARM), reference, style_profile) is None
