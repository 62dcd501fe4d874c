"""Pairs of online and offline copy: which facts contradict, and how well that is found.

`python tests/coherence/fact_pairs.py` prints the table. Every third pair of a file is held
out, and all that were written last.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from brandguard.checks.contradictions import contradictions
from brandguard.checks.message import claims_of
from brandguard.measures.facts import measure_facts
from brandguard.model.facts import FACT_KINDS
from brandguard.model.features import Features, PageFeatures
from brandguard.model.profile import MessageRules, Profile
from brandguard.model.report import Subject

PAIRS = Path(__file__).parent / "pairs"
FILES = ("it", "es", "en", "across", "later")


def pairs():
    """Give file, number, whether it is held out, and the pair."""
    for file in FILES:
        table = tomllib.loads((PAIRS / f"{file}.toml").read_text(encoding="utf-8"))
        for number, pair in enumerate(table["pair"]):
            yield file, number, number % 3 == 2 or file == "later", pair


def stated(text, claims):
    facts = measure_facts([(1, text)])
    features = Features("", "text", 1, (PageFeatures(1, 0, 0, text=text),), 1, facts=facts)
    profile = Profile("A", message=MessageRules(claims=claims))
    return (*facts, *claims_of(Subject("a.txt", features), profile))


def found(pair):
    claims = pair.get("claim", {})
    sides = (stated(pair[side], claims) for side in ("offline", "online"))
    return {c.kind for c in contradictions(*sides, close=True)}


@dataclass
class Score:
    right: Counter = field(default_factory=Counter)
    invented: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    def add(self, wanted, got):
        self.right.update(wanted & got)
        self.invented.update(got - wanted)
        self.missed.update(wanted - got)

    def f1(self, kind=None):
        kinds = (kind,) if kind else FACT_KINDS
        right, wrong = (sum(c[k] for k in kinds) for c in (self.right, self.invented + self.missed))
        return 2 * right / (2 * right + wrong) if right + wrong else 1.0


def scores():
    every, held = Score(), Score()
    for _, _, is_held, pair in pairs():
        wanted, got = set(pair["conflict"]), found(pair)
        every.add(wanted, got)
        if is_held:
            held.add(wanted, got)
    return every, held


def table():
    every, held = scores()
    rows = ["kind             found  invented  missed    F1  held out"]
    for kind in FACT_KINDS:
        counts = every.right[kind], every.invented[kind], every.missed[kind]
        rows.append(
            f"{kind:<16}" + "".join(f"{n:7}" for n in counts) + f"{every.f1(kind):9.2f}"
            f"{held.f1(kind):9.2f}"
        )
    rows.append(f"{'all':<37}{every.f1():9.2f}{held.f1():9.2f}")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())  # noqa: T201  the command's purpose
