"""Marketing copy of our own in nine registers and three languages, drawn from copy_*.toml.

A register is a made-up voice. Its texts share sentences: they show what is usual in copy
(punctuation, emoji, prices, address), but not how much a voice varies.
"""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = 20
"""Of one register."""
LEAST_WORDS = 35
HERE = Path(__file__).parent


def register_texts(language: str, count: int = TEXTS) -> Iterator[tuple[str, str]]:
    """Give texts of every register of a language, each with the register's name; always alike."""
    with (HERE / f"copy_{language}.toml").open("rb") as file:
        stored = tomllib.load(file)
    for name, sentences in stored["registers"].items():
        for number in range(count):
            rng = random.Random(f"{language}{name}{number}")
            yield f"copy-{name}", one_text(sentences, stored, rng)


def one_text(sentences: list[str], stored: dict, rng: random.Random) -> str:
    """Draw sentences, in their order, until the text is long enough, and fill them in."""
    many = rng.randint(5, len(sentences))
    while True:
        chosen = sorted(rng.sample(range(len(sentences)), many))
        lines = [fill(sentences[i], stored, rng) for i in chosen]
        joint = rng.choice((" ", "\n\n", "\n"))
        text = joint.join(lines)
        if len(text.split()) >= LEAST_WORDS or many == len(sentences):
            return text
        many += 1


def fill(sentence: str, stored: dict, rng: random.Random) -> str:
    """Put a thing, a place and a time into a sentence, and a capital in front."""
    filled = sentence.format(
        thing=rng.choice(stored["things"]),
        place=rng.choice(stored["places"]),
        when=rng.choice(stored["whens"]),
    )
    first = next((i for i, c in enumerate(filled) if c.isalnum()), 0)
    return filled[:first] + filled[first].upper() + filled[first + 1 :]
