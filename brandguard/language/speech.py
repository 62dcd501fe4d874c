"""Who speaks to whom, sentence by sentence: the marks that address, imperatives and «we» leave.

A model reads the context and a lexicon has the veto: a pipeline trained on template sentences finds
nearly every imperative and invents some, so that a word counts as one only if it can be one and
stands where a clause begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brandguard.language.pipelines import Token

Kind = Literal["informal", "plural", "formal", "imperative", "we"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that speaks; `start` and `end` index the sentence's text.

    `strong` is a word that can hardly mean anything else (a pronoun, a possessive); a verb form is
    weak, for many forms are shared.
    """

    kind: Kind
    start: int
    end: int
    strong: bool = False


COORDINATORS = frozenset("e ed o oppure y u and or & +".split())  # noqa: SIM905  reads as a text
JOINED_BEFORE = frozenset(
    """non no si ci vi ti lo la li le ne mi gli te se os los las les nos me never don't then
    just""".split()  # noqa: SIM905
)
"""Words that may stand between a coordinator and its verb."""


class Sentence:
    """A read sentence with the questions that every language asks of it."""

    def __init__(self, tokens: Sequence[Token], openers: frozenset[str]) -> None:
        self.tokens = tokens
        self.openers = openers
        """Words that may stand before an imperative in its own clause (so, now, please, not)."""
        self.question = any(token.text.endswith("?") for token in tokens[-3:])
        self.exclaims = any("!" in token.text for token in tokens)
        self.shouts = _shouts(tokens)
        self.first = next((i for i, token in enumerate(tokens) if not _is_mark(token)), len(tokens))
        """Index of the first token that is no mark."""
        self.marks: list[Mark] = []

    def mark(self, kind: Kind, token: Token, *, strong: bool = False) -> None:
        """Keep a mark on a token, once for a kind."""
        found = Mark(kind, token.start, token.end, strong)
        if not any(m.kind == kind and m.start == found.start for m in self.marks):
            self.marks.append(found)

    def lower(self, i: int) -> str:
        """Give a token's text in lower case, empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def first_word(self, i: int) -> bool:
        """Whether nothing but marks stands before a token."""
        return i <= self.first

    def opens(self, i: int, depth: int = 0) -> bool:
        """Whether a clause may begin with this token, alone or after words that may come before."""
        if i == 0 or _is_mark(self.tokens[i - 1]):
            return True
        return depth < 5 and self.lower(i - 1) in self.openers and self.opens(i - 1, depth + 1)  # noqa: PLR2004  bounded

    def coordinated(self, i: int) -> bool:
        """Whether «and» or «or» (and pronouns) joins a token to an imperative before it."""
        at = i - 1
        while at > 0 and self.lower(at) in JOINED_BEFORE:
            at -= 1
        earlier = self.tokens[at].start if at >= 0 else 0
        return self.lower(at) in COORDINATORS and any(
            m.kind == "imperative" and m.start < earlier for m in self.marks
        )

    def addressed(self) -> set[Kind]:
        """Give the kinds of address that the imperatives found so far use."""
        orders = {m.start for m in self.marks if m.kind == "imperative"}
        return {m.kind for m in self.marks if m.start in orders and m.kind != "imperative"}

    def may_join(self, i: int, *, bound: bool) -> bool:
        """Whether a token may be one more imperative in a row: a verb after a mark or «and».

        After «and» also a word that the model takes for a noun, where an article follows it («e
        visita il negozio», not «cena e visita») or a pronoun is with it («e lo consegni», or
        `bound`: «y entréguelo»).
        """
        token = self.tokens[i]
        following = self.tokens[i + 1].pos if i + 1 < len(self.tokens) else ""
        if token.pos in {"VERB", "AUX"}:
            return self.coordinated(i) or (i > 0 and self.opens(i))
        with_pronoun = bound or self.lower(i - 1) in JOINED_BEFORE
        noun = token.pos in {"NOUN", "ADJ", "PROPN", "ADV", "X"}
        return noun and (following == "DET" or with_pronoun) and self.coordinated(i)

    def same_people(self, i: int, people: set[str], address: Mapping[str, Kind]) -> str | None:
        """Give who is spoken to by a token in a row, where the row speaks to one of `people`."""
        token = self.tokens[i]
        infinitive = token.has(VerbForm="Inf") and "voi" not in people
        if infinitive or token.has(VerbForm="Part") or self.has_subject(i):
            return None
        spoken = self.addressed()
        return next((who for who in sorted(people) if address[who] in spoken), None)

    def asks_politely(self, i: int, verbs: frozenset[str]) -> bool:
        """Whether the sentence asks with one of these verbs first and nobody as its subject."""
        if not (self.question and self.first_word(i) and self.lower(i) in verbs):
            return False
        return not any(token.head == i and token.dep.startswith("nsubj") for token in self.tokens)

    def has_subject(self, i: int) -> bool:
        """Whether a subject stands before the verb."""
        for at in range(i - 1, -1, -1):
            token = self.tokens[at]
            if _is_mark(token):  # another clause
                return False
            if token.head == i and token.dep.startswith("nsubj"):
                return True
        return False


def _is_mark(token: Token) -> bool:
    return not any(letter.isalnum() for letter in token.text)


def _shouts(tokens: Sequence[Token]) -> bool:
    """Whether capitals say nothing here: all capitals, or most words capitalised."""
    heads = [token.text for token in tokens if token.text[:1].isalpha()]
    return sum(word[0].isupper() for word in heads) > len(heads) / 2
