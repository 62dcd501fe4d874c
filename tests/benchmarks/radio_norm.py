"""Radio scripts of two voices in three languages, against texts that were never on air.

`python tests/benchmarks/radio_norm.py` learns a shop's plain voice (ten printed texts, without the
one that is most like the script) and a foundation's formal one (twenty, formal_voice.py), and
prints how many of each one's thirty scripts are flagged, and how many of sixty in other voices:
with all that the text has, and within the norm of the medium. No text of radio/ was tuned to.
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import formal_voice

from brandguard.likeness.voice import fit_voice, voice_distance
from brandguard.measures.style import style_profile
from brandguard.measures.voice import measure_voice

if TYPE_CHECKING:
    from brandguard.likeness.voice import VoiceReference
    from brandguard.model.creative import Medium
    from brandguard.model.features import VoiceTraits

HERE = Path(__file__).parent
LANGUAGES = ("en", "es", "it")
MEDIA: tuple[Medium, ...] = ("other", "radio")


@dataclass
class Tally:
    """How many were flagged of how many."""

    flagged: int = 0
    judged: int = 0

    def add(self, text: VoiceTraits, reference: VoiceReference, medium: Medium) -> None:
        """Judge one more."""
        distance = voice_distance(text, reference, medium)
        assert distance is not None
        self.judged += 1
        self.flagged += distance.value > 1


def measured(text: str, language: str) -> VoiceTraits:
    """Measure a text as a creative's would be."""
    first = measure_voice([(1, text)], (language,))[0]
    return replace(first, style=style_profile(text, language))


def learned(texts: list[VoiceTraits], language: str) -> VoiceReference:
    """Learn a voice."""
    named = [(f"{number:02}", text) for number, text in enumerate(texts)]
    reference = fit_voice(named, language, 0.05)
    assert reference is not None
    return reference


def pairs(text: str) -> set[tuple[str, str]]:
    """Give the pairs of neighbouring words."""
    words = re.findall(r"\w+", text.lower())
    return set(pairwise(words))


def of_the_same_matter(script: str, printed: list[str]) -> int:
    """Find the printed text that shares most with a script: the script was made from it."""
    return max(range(len(printed)), key=lambda i: len(pairs(script) & pairs(printed[i])))


def formal_texts(language: str) -> list[VoiceTraits]:
    """Draw the foundation's printed texts."""
    rng = random.Random(language)
    pool = formal_voice.sentences(language)
    drawn = [rng.sample(pool, formal_voice.SENTENCES_EACH) for _ in range(formal_voice.TEXTS)]
    return [measured(formal_voice.formal(chosen), language) for chosen in drawn]


def tallies() -> dict[tuple[str, Medium], tuple[Tally, Tally]]:
    """Give own and foreign scripts flagged, by voice and by the medium that they are judged as."""
    found = {(v, m): (Tally(), Tally()) for v in ("plain", "formal") for m in MEDIA}
    for language in LANGUAGES:
        with (HERE / "radio" / f"{language}.toml").open("rb") as file:
            texts = tomllib.load(file)
        scripts = {kind: [measured(t, language) for t in texts[kind]] for kind in texts}
        plain, formal = scripts["approved"], formal_texts(language)
        for medium in MEDIA:
            own, foreign = found["plain", medium]
            for number, script in enumerate(scripts["own"]):
                same = of_the_same_matter(texts["own"][number], texts["approved"])
                others = [text for i, text in enumerate(plain) if i != same]
                own.add(script, learned(others, language), medium)
            for script in (*scripts["foreign"], *scripts["formal_own"]):
                foreign.add(script, learned(plain, language), medium)
            own, foreign = found["formal", medium]
            reference = learned(formal, language)
            for script in scripts["formal_own"]:
                own.add(script, reference, medium)
            for script in (*scripts["foreign"], *scripts["own"]):
                foreign.add(script, reference, medium)
    return found


def main() -> None:
    """Print a row for each voice, with and without the norm."""
    for (name, medium), (own, foreign) in tallies().items():
        norm = "within the norm" if medium == "radio" else "as any other text"
        sys.stdout.write(
            f"{name}, {norm}: own flagged {own.flagged} of {own.judged}, "
            f"foreign flagged {foreign.flagged} of {foreign.judged}\n"
        )


if __name__ == "__main__":
    main()
