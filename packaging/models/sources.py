"""Where the training data comes from: treebank parts, their licences, and what is held out.

The Spanish model is trained without AnCora, whose licence has changed over time: it only tests.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences of a treebank file, from `first` to before `last`."""

    file: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """What one language's pipeline is trained, tuned and measured on."""

    train: tuple[Part, ...]
    dev: tuple[Part, ...]
    tests: dict[str, Part]
    credits: tuple[tuple[str, str], ...]
    """Name and licence of every source, for the LICENSE file and meta.json."""
    steps: int
    """Updates; the best weights on the way, by the development set, are kept."""


ITALIAN = Source(
    train=(
        Part("it_markit-ud-train.conllu"),
        Part("it_markit-ud-dev.conllu", first=120),
        Part("it_parlamint-ud-train.conllu"),
        Part("it_parlamint-ud-test.conllu", last=200),
        Part("it_pud-ud-test.conllu", last=800),
        Part("it_twittiro-ud-train.conllu"),
        Part("it_thvalico.conllu"),
    ),
    dev=(
        Part("it_markit-ud-dev.conllu", last=120),
        Part("it_parlamint-ud-test.conllu", 200, 260),
        Part("it_pud-ud-test.conllu", 800, 880),
        Part("it_twittiro-ud-dev.conllu"),
    ),
    tests={
        "MarkIT test": Part("it_markit-ud-test.conllu"),
        "ParlaMint, 115 sentences": Part("it_parlamint-ud-test.conllu", first=260),
        "PUD, 120 sentences": Part("it_pud-ud-test.conllu", first=880),
        "TWITTIRO test": Part("it_twittiro-ud-test.conllu"),
    },
    credits=(
        ("UD Italian MarkIT", "CC BY 4.0"),
        ("UD Italian ParlaMint", "CC BY-SA 4.0"),
        ("UD Italian PUD", "CC BY-SA 3.0"),
        ("UD Italian TWITTIRÒ", "CC BY-SA 4.0"),
        ("UD Italian Valico", "CC BY-SA 4.0"),
        ("Morph-it! by Marco Baroni and Eros Zanchetta (template sentences)", "CC BY-SA 2.0"),
    ),
    steps=3200,
)

SPANISH = Source(
    train=(
        Part("es_gsd-ud-dev.conllu"),
        Part("es_gsd-ud-test.conllu", last=200),
        Part("es_pud-ud-test.conllu", last=850),
        Part("es_coser.conllu"),
    ),
    dev=(Part("es_gsd-ud-test.conllu", 200, 260), Part("es_pud-ud-test.conllu", 850, 930)),
    tests={
        "GSD, 167 sentences": Part("es_gsd-ud-test.conllu", first=260),
        "PUD, 70 sentences": Part("es_pud-ud-test.conllu", first=930),
        "AnCora test (no AnCora in training)": Part("es_ancora-ud-test.conllu"),
    },
    credits=(
        ("UD Spanish GSD", "CC BY-SA 4.0"),
        ("UD Spanish PUD", "CC BY-SA 3.0"),
        ("UD Spanish COSER", "CC BY-SA 4.0"),
    ),
    steps=2400,
)

SOURCES = {"it": ITALIAN, "es": SPANISH}
