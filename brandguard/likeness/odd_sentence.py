"""The sentence of a text that is least like the approved ones: something to read and rewrite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.likeness.voice import telling_features

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from brandguard.likeness.voice import VoiceReference
    from brandguard.model.features import VoiceTraits

    Style = Callable[[str, str], dict[str, float]]

LEAST_WORDS = 5
"""A shorter sentence shows no turn of phrase."""
LONGEST = 160
"""Characters that are shown of it."""
MOST_SENTENCES = 400
ALL = 10_000

_SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…](?!\s)[^\n.!?…]*)*[.!?…]*")


def odd_sentence(
    texts: Iterable[str], voice: VoiceTraits, reference: VoiceReference, style: Style
) -> str | None:
    """Give the sentence that holds most of what the text has more of than the approved ones.

    `style` counts the features of a text in a language (measures.style). Long sentences hold more
    of everything, so the sum is divided by the root of their words. None for a text without one.
    """
    more = {name: gap for name, gap in telling_features(voice, reference, ALL) if gap > 0}
    best, most = None, 0.0
    for sentence in _sentences(texts):
        found = style(sentence, voice.language)
        weight = sum(more.get(name, 0.0) * count for name, count in found.items())
        weight /= len(sentence.split()) ** 0.5
        if weight > most:
            best, most = sentence, weight
    if best is None or len(best) <= LONGEST:
        return best.removesuffix(".") if best else None
    return best[:LONGEST].rsplit(" ", 1)[0] + "…"


def _sentences(texts: Iterable[str]) -> list[str]:
    found = (" ".join(m.group().split()) for text in texts for m in _SENTENCE.finditer(text))
    return [s for s in found if len(s.split()) >= LEAST_WORDS][:MOST_SENTENCES]
