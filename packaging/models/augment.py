"""Sentences as flyers and banners write them: capitals or none, no final stop; and their order.

The shares were found by trial: more capitals cost accuracy on prose, fewer miss headlines.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conllu import Sentence


@dataclass(frozen=True, slots=True)
class Shares:
    """How often, 0–1, a sentence gets each second form beside its own."""

    upper: float = 0.12
    lower: float = 0.06
    title: float = 0.05
    unstopped: float = 0.2


PROSE = Shares()
COPY = Shares(upper=0.2, lower=0.08, title=0.08)


def augmented(sentences: Sequence[Sentence], shares: Shares, seed: int) -> list[Sentence]:
    """Each sentence (some without their final stop), followed by the second forms it drew."""
    draw = random.Random(seed)
    forms: tuple[tuple[Callable[[str], str], float], ...] = (
        (str.upper, shares.upper),
        (str.lower, shares.lower),
        (lambda word: word[:1].upper() + word[1:], shares.title),
    )
    out: list[Sentence] = []
    for tokens in sentences:
        out.append(unstopped(tokens) if draw.random() < shares.unstopped else tokens)
        for change, share in forms:
            if draw.random() < share:
                base = unstopped(tokens) if draw.random() < 0.5 else tokens
                out.append([replace(token, form=change(token.form)) for token in base])
    return out


def unstopped(tokens: Sentence) -> Sentence:
    """Give the sentence without its last punctuation mark, where nothing hangs on it."""
    last = len(tokens) - 1
    if last < 2 or tokens[last].pos != "PUNCT":
        return tokens
    if any(token.head == last for token in tokens[:last]):
        return tokens
    return tokens[:last]


def shuffled(groups: Sequence[Sequence[Sentence]], seed: int, size: int) -> list[Sentence]:
    """All groups' sentences in runs of `size` neighbours, the runs in random order."""
    runs = [group[i : i + size] for group in groups for i in range(0, len(group), size)]
    random.Random(seed).shuffle(runs)
    return [tokens for run in runs for tokens in run]
