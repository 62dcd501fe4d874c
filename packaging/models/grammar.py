"""What Italian and Spanish template sentences have in common: words, draws, kinds of sentence."""

from __future__ import annotations

import tomllib
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tree import Node, mark, tokens, word

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence

    from conllu import Sentence
    from verbs import Verb

PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}
SINGULAR, PLURAL = {"Number": "Sing"}, {"Number": "Plur"}
ADDRESSEES = ("tu", "voi", "lei", "loro")


def words(language: str) -> dict[str, Any]:
    """Give the language's word list (words_xx.toml beside this file)."""
    return tomllib.loads(Path(__file__).with_name(f"words_{language}.toml").read_text("utf-8"))


def attach(root: Node, *right: Node | None) -> Node:
    """Give the root with the given dependents after it; None stands for nothing."""
    root.right.extend(node for node in right if node is not None)
    return root


class Grammar(ABC):
    """Draws template sentences of one language; the same seed gives the same sentences.

    `wide` holds many more verbs than the word list: with few, the model learns the verbs and not
    the construction.
    """

    language: str
    also: str
    """«and»."""
    negation: str
    conditions: tuple[str, ...]
    """Conjunctions that open a condition: if, when."""
    shares: tuple[float, ...]
    """How often tu, voi, lei and loro are spoken to."""

    def __init__(self, verbs: Mapping[str, Verb], wide: Sequence[str], draw: random.Random) -> None:
        self.words = words(self.language)
        self.verbs = verbs
        self.wide = wide
        self.draw = draw
        self.common = [verb for verb in self.words["verbs"].split() if verb in verbs]

    # ------------------------------------------------------------------------------ the language

    @abstractmethod
    def phrase(self, owner: str | None = "any", dep: str = "obj") -> Node:
        """Give a noun phrase; `owner`: p1 (our), tu, voi, lei, bare, none or any."""

    @abstractmethod
    def adverbial(self) -> Node:
        """Give an adverb or a prepositional phrase."""

    @abstractmethod
    def imperative_feats(self, who: str) -> dict[str, str]:
        """Give the features of an imperative that speaks to `who`."""

    @abstractmethod
    def enclitic(self, who: str) -> Node | None:
        """Give an imperative with a pronoun written to it."""

    @abstractmethod
    def forbidden(self, who: str) -> Node | None:
        """Give a negative imperative."""

    @abstractmethod
    def modal(self, who: str) -> Node:
        """You can, want, must do something."""

    @abstractmethod
    def greeting(self) -> Node:
        """We do something for you."""

    @abstractmethod
    def special(self) -> Node | None:
        """Give a kind of sentence that only this language has."""

    # ------------------------------------------------------------------------------------ draws

    def verb(self) -> Verb:
        """Give a verb, of the wide list more often than of the short one."""
        pool = self.wide if self.wide and self.draw.random() < 0.55 else self.common
        return self.verbs[self.draw.choice(pool)]

    def addressee(self) -> str:
        """Who is spoken to."""
        return self.draw.choices(ADDRESSEES, self.shares)[0]

    def chance(self, share: float) -> bool:
        """Give true as often as the share says."""
        return self.draw.random() < share

    def owner_for(self, who: str) -> str:
        """Whose things an imperative to `who` may speak of."""
        return self.draw.choice(["any", "p1", "none", {"loro": "lei"}.get(who, who)])

    # ----------------------------------------------------------------------------------- sentences

    def sentences(self, count: int) -> list[Sentence]:
        """`count` sentences, kinds drawn by their weight."""
        kinds: list[tuple[float, Callable[[], Node | None]]] = [
            (0.25, self.order),
            (0.15, lambda: self.ended(self.enclitic(self.addressee()))),
            (0.08, lambda: self.ended(self.forbidden(self.addressee()))),
            (0.05, self.fronted_order),
            (0.03, self.chain),
            (0.06, lambda: self.ended(self.modal(self.addressee()))),
            (0.05, lambda: self.ended(self.greeting())),
            (0.09, self.statement),
            (0.06, self.condition),
            (0.06, self.special),
            (0.07, self.headline),
            (0.05, self.fragment),
        ]
        weights = [weight for weight, _ in kinds]
        found: list[Sentence] = []
        while len(found) < count:
            _, kind = self.draw.choices(kinds, weights)[0]
            root = kind()
            if root is not None and all(node.form for node in root.in_order()):
                found.append(tokens(root))
        return found

    def ended(self, root: Node | None, signs: str = ".!") -> Node | None:
        """Give the sentence with a final mark, or in copy's manner without one."""
        if root is None:
            return None
        sign = self.draw.choice([*signs, ""])
        if sign:
            attach(root, mark(sign))
        opening = {"!": "¡", "?": "¿"}.get(sign)
        if opening and self.language == "es" and self.chance(0.9):
            root.left.insert(0, mark(opening))
        return root

    def imperative(self, who: str) -> Node:
        """Give a bare imperative."""
        verb = self.verb()
        return word(
            getattr(verb, who), "VERB", verb.infinitive, "ROOT", **self.imperative_feats(who)
        )

    def order(self) -> Node | None:
        """Do something (and something else), perhaps here or now."""
        who = self.addressee()
        root = self.imperative(who)
        if self.chance(0.8):
            attach(root, self.phrase(self.owner_for(who)))
        if self.chance(0.5):
            attach(root, self.adverbial())
        if self.chance(0.25):
            second = self.imperative(who)
            second.dep = "conj"
            second.left.append(word(self.also, "CCONJ", dep="cc"))
            attach(second, self.phrase(self.owner_for(who)))
            attach(root, second)
        return self.ended(root)

    def fronted_order(self) -> Node | None:
        """Give here or now, or after a call: do something."""
        who = self.addressee()
        root = self.imperative(who)
        first = self.adverbial()
        root.left.append(first)
        if self.chance(0.4):
            attach(first, mark(","))
        attach(root, self.phrase(self.owner_for(who)))
        return self.ended(root)

    def chain(self) -> Node | None:
        """Three imperatives in a row."""
        root, second, third = (self.imperative("tu") for _ in range(3))
        second.dep = third.dep = "conj"
        second.left.append(mark(","))
        third.left.append(mark(",") if self.chance(0.5) else word(self.also, "CCONJ", dep="cc"))
        return self.ended(attach(root, second, third))

    def finite(self, verb: Verb, person: str, dep: str = "ROOT") -> Node:
        """Give an indicative form: s2, s3, p1, p2, or the future f2, f5."""
        feats = {
            **PRESENT,
            "Number": "Plur" if person in {"p1", "p2", "f5"} else "Sing",
            "Person": {"s2": "2", "s3": "3", "p1": "1", "p2": "2", "f2": "2", "f5": "2"}[person],
        }
        if person[0] == "f":
            feats["Tense"] = "Fut"
        return word(getattr(verb, person), "VERB", verb.infinitive, dep, **feats)

    @abstractmethod
    def subject(self, person: str) -> Node | None:
        """Give a pronoun for the person, or none, as is usual."""

    def statement(self) -> Node | None:
        """We, you or our things do something: no imperative."""
        person = self.draw.choice(["p1", "p1", "s2", "p2", "f2", "f5", "s3", "s3", "s3"])
        root = self.finite(self.verb(), person)
        first = self.phrase("any", "nsubj") if person == "s3" else self.subject(person)
        while person == "s3" and first is not None and first.feats["Number"] == "Plur":
            first = self.phrase("any", "nsubj")
        if first is not None:
            root.left.append(first)
        elif person in {"s2", "p2"} or self.chance(0.3):
            # Without anything before it, the form would be read as an imperative.
            root.left.append(self.adverbial())
        attach(root, self.phrase())
        if self.chance(0.3):
            attach(root, self.adverbial())
        return self.ended(root, "..!?" if person != "s3" else ".")

    def condition(self) -> Node | None:
        """If or when you do one thing, you get another (or: do another)."""
        who = self.draw.choice(["tu", "tu", "voi"])
        person = {"tu": "s2", "voi": "p2"}[who]
        clause = self.finite(self.verb(), person, "advcl")
        clause.left.append(word(self.draw.choice(self.conditions), "SCONJ", dep="mark"))
        attach(clause, self.phrase(self.owner_for(who)), mark(",") if self.chance(0.8) else None)
        order = self.chance(0.35)
        root = self.imperative(who) if order else self.finite(self.verb(), person)
        root.left.append(clause)
        attach(root, self.phrase(self.owner_for(who)))
        return self.ended(root)

    def headline(self) -> Node | None:
        """Give a noun that looks like an imperative, or any noun: it asks for nothing."""
        if self.chance(0.6):
            form, gender = self.draw.choice(self.words["homographs"]).split()
            number = "P" if gender == "M" else "S"
            root = word(form, "NOUN", form, "ROOT", **(PLURAL if number == "P" else SINGULAR))
            tail = self.draw.choice(["adjective", "adverbial", "of", "pair"])
        else:
            root, gender, number, tail = self.phrase("bare", "ROOT"), "", "", "adverbial"
        if tail == "adjective":
            attach(root, self.adjective(self.draw.choice(self.words["adjectives"]), gender, number))
        elif tail == "of":
            attach(root, self.of(self.bare()))
        elif tail == "pair":
            attach(root, self.joined(self.bare()))
        if tail == "adverbial" or self.chance(0.2):
            attach(root, self.adverbial())
        return self.ended(root)

    def fragment(self) -> Node | None:
        """Give an adjective with a complement, less of this and more of that, two things."""
        kind = self.draw.randrange(3)
        if kind == 0:
            root = word(self.draw.choice(self.words["fragments"]), "ADJ", dep="ROOT", **SINGULAR)
            return self.ended(attach(root, self.of(self.bare(), free=True)), ".")
        if kind == 1:
            less, more = {"it": ("meno", "più"), "es": ("menos", "más")}[self.language]
            root, second = self.bare(), self.bare()
            root.dep, second.dep = "ROOT", "conj"
            root.left.append(word(less, "ADV", dep="advmod"))
            second.left += [mark(","), word(more, "ADV", dep="advmod")]
            return self.ended(attach(root, second), ".")
        root = self.bare()
        root.dep = "ROOT"
        return self.ended(attach(root, self.joined(self.bare())))

    # ------------------------------------------------------------------------------- small parts

    def noun(self) -> tuple[str, str, str, str]:
        """Form, gender, number, lemma of a noun."""
        form, shape, *lemma = self.draw.choice(self.words["nouns"]).split()
        return form, shape[0], shape[1], lemma[0] if lemma else form

    def bare(self) -> Node:
        """Give a noun alone."""
        form, _, number, lemma = self.noun()
        return word(form, "NOUN", lemma, "obl", **(PLURAL if number == "P" else SINGULAR))

    def joined(self, node: Node) -> Node:
        """«and» something."""
        node.dep = "conj"
        node.left.insert(0, word(self.also, "CCONJ", dep="cc"))
        return node

    def of(self, node: Node, *, free: bool = False) -> Node:
        """«of» something; `free` also for and with."""
        choices = {"it": ("di", "per", "con"), "es": ("de", "para", "con")}[self.language]
        node.dep = "nmod"
        node.left.insert(
            0, word(self.draw.choice(choices) if free else choices[0], "ADP", dep="case")
        )
        return node

    @abstractmethod
    def adjective(self, entry: str, gender: str, number: str) -> Node:
        """Give an adjective of the word list, agreeing."""
