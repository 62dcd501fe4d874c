"""Italian: tu, voi, Lei, imperatives, noi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brandguard.language.lexicons import imperatives, infinitives, lemma
from brandguard.language.speech import Kind, Mark, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.language.lexicons import Imperative
    from brandguard.language.pipelines import Token

OPENERS = frozenset(
    """e ed o oppure ma poi quindi allora ora adesso oggi subito prima non si ci vi ti mi lo la li
    le ne gli se tu voi lei intanto inoltre anche sempre quest' domani perciò
    dunque infine""".split()  # noqa: SIM905
) - {"se"}
ADDRESS: dict[str, Kind] = {"tu": "informal", "voi": "plural", "lei": "formal"}
TU_WORDS = frozenset("tu te ti tuo tua tuoi tue".split())  # noqa: SIM905
VOI_WORDS = frozenset("voi vostro vostra vostri vostre".split())  # noqa: SIM905
WE_WORDS = frozenset("noi nostro nostra nostri nostre".split())  # noqa: SIM905
LEI_OWN = frozenset({"Suo", "Sua", "Suoi", "Sue"})
GREETING = frozenset("gentile gentilissimo gentilissima egregio egregia spettabile".split())  # noqa: SIM905
NEVER = frozenset("avere essere potere volere dovere sapere solere".split())  # noqa: SIM905
"""Verbs whose second person is nearly always a statement (avete, potete, volete)."""
NOT_HERE = frozenset("è sono era erano sia siano sarà saranno vuole vogliono fu c' sarebbe".split())  # noqa: SIM905
"""After ci or vi these make «there is»."""
NOT_US = ("esser", "andar", "pensar", "prova", "provar", "creder", "entrar", "voler", "tornar",
          "arrivar", "star", "riuscir", "giocar", "pensa", "gioca", "vivere", "viver")  # fmt: skip
"""Verbs whose -ci is a place or a thing more often than us."""
OFFERED = frozenset("può deve merita desidera vuole".split())  # noqa: SIM905
"""After a «Lei» that opens a sentence these speak to the reader more often than of a woman."""
ASKS_POLITELY = frozenset("desidera vuole preferisce conosce cerca ha".split())  # noqa: SIM905
NOT_ORDERS = frozenset({"basta", "saldi", "pare", "dopo", "verso"})
"""Impersonal verbs and words that only look like imperatives."""
RESCUED = frozenset({"VERB", "AUX", "PROPN", "X", "INTJ", "ADJ", "ADV"})
"""Parts of speech that a pipeline gives to imperatives it does not know."""
THINGS = frozenset({"lo", "la", "li", "le", "ne", "ci"})
BOUND_NOUNS = frozenset({"stalla", "falla", "fallo", "stallo", "dalle", "galla"})
"""Nouns that look like an imperative with a pronoun (dillo and provalo are none)."""
BOUND = re.compile(r"^(?P<verb>.+(?:[aei]r|rr|ndo))(?P<who>ti|vi|ci|te(?:lo|la|li|le|ne))$")
BOUND_LEI = re.compile(r"[a-zàèìòù](?:La|Le|Lei)$")
SECOND_SINGULAR = re.compile(r"(?:i|fa'|va'|da'|di'|sta')$")
PLAINLY_TU = re.compile(r"^(?:hai|sei|puoi|vuoi|devi|sai)$|(?:[aei]|[vdr])r(?:ai|esti)$")
PLAINLY_VOI = re.compile(
    r"^(?:avete|siete|potete|volete|dovete|sapete)$|(?:[ei]|[vdr])re(?:te|ste)$"
)
"""Forms of the second person that are hardly anything else, whatever the model says."""


def marks(tokens: Sequence[Token]) -> list[Mark]:
    """Find the marks of an Italian sentence."""
    sentence = Sentence(tokens, OPENERS)
    for i in range(len(tokens)):
        _order(sentence, i, _imperative(sentence, i))
    for i in range(len(tokens)):
        _order(sentence, i, _like_the_others(sentence, i))
    orders = {m.start for m in sentence.marks if m.kind == "imperative"}
    for i, token in enumerate(tokens):
        if token.start not in orders:
            _verb(sentence, i)
        _words(sentence, i)
        _bound_pronouns(sentence, i, order=token.start in orders)
    _polite(sentence)
    return sorted(sentence.marks, key=lambda m: (m.start, m.kind))


def _order(sentence: Sentence, i: int, who: str | None) -> None:
    if who:
        token = sentence.tokens[i]
        sentence.mark("imperative", token)
        sentence.mark(ADDRESS[who], token, strong=_bound(token.lower, who))


def _bound(low: str, who: str) -> bool:
    return any(reading.clitic and reading.who == who for reading in imperatives("it", low))


# ------------------------------------------------------------------------------------ imperatives


def _imperative(sentence: Sentence, i: int) -> str | None:
    """Say who is told to do something by this token: tu, voi, lei; None for nobody."""
    token = sentence.tokens[i]
    negated = _negated(sentence, i)
    if negated and token.has(VerbForm="Inf") and _forbids(sentence, i):
        return "tu"
    readings = imperatives("it", token.lower)
    if token.lower in NOT_ORDERS:
        return None
    if not readings or not sentence.opens(i) or sentence.has_subject(i):
        return _with_subject(sentence, i, readings)
    if sentence.question and not any(reading.clitic for reading in readings):
        return None
    if token.has(Mood="Imp"):
        return _who(token, readings)
    return _rescued(sentence, i, readings, negated=negated)


def _with_subject(sentence: Sentence, i: int, readings: tuple[Imperative, ...]) -> str | None:
    """«Tu pensa al viaggio»: a subject before an imperative that the model is sure of."""
    token, before = sentence.tokens[i], sentence.lower(i - 1)
    bare = {reading.who for reading in readings if not reading.clitic}
    if before not in bare or token.pos not in {"VERB", "AUX"}:
        return None
    # The indicative of these verbs is another form: tu pensi, but: tu pensa.
    return before if token.has(Mood="Imp") or token.lower.endswith("a") else None


def _like_the_others(sentence: Sentence, i: int) -> str | None:
    """Give an imperative in a row of imperatives: after a comma or «e», to the same people."""
    token = sentence.tokens[i]
    readings = [r for r in imperatives("it", token.lower) if r.infinitive not in NEVER]
    bound = bool(readings) and all(reading.clitic for reading in readings)
    if token.lower in NOT_ORDERS or not sentence.may_join(i, bound=bound):
        return None
    people = {reading.who for reading in readings}
    return sentence.same_people(i, people, ADDRESS)


def _who(token: Token, readings: tuple[Imperative, ...]) -> str:
    """Choose among the readings by the model's person and number."""
    people = {reading.who for reading in readings}
    model = "lei" if token.has(Person="3") else "voi" if token.has(Number="Plur") else "tu"
    if model in people:
        return model
    return next(who for who in ("tu", "voi", "lei") if who in people)


def _rescued(  # noqa: PLR0911  one answer a case
    sentence: Sentence, i: int, readings: tuple[Imperative, ...], *, negated: bool
) -> str | None:
    """Give an imperative that the model missed: the form allows it and hardly anything else."""
    token = sentence.tokens[i]
    noun = token.pos == "NOUN" and sentence.first_word(i) and token.lower not in BOUND_NOUNS
    if sentence.question or not (noun or token.pos in RESCUED):
        return None
    if {reading.infinitive for reading in readings} <= NEVER or token.has(VerbForm="Part"):
        return None
    people = {reading.who for reading in readings}
    bound = tuple(r for r in readings if r.clitic and (not noun or r.clitic in THINGS))
    if noun and not bound:
        return None
    first = sentence.first_word(i) or negated
    if bound and len(token.text) > 4 and not token.has(VerbForm="Inf"):  # noqa: PLR2004  dallo, alle
        return _who(token, bound)
    if not first:
        return None
    if "voi" in people and token.has(Person="2", Number="Plur"):
        return "voi"
    known = token.has(Person="2", Number="Sing") and token.pos == "VERB"
    unknown = token.pos != "VERB" and lemma(token.text, "it") in {r.infinitive for r in readings}
    if "tu" in people and (known or unknown):
        return "tu"
    return "lei" if negated and "lei" in people and token.has(Mood="Sub") else None


def _negated(sentence: Sentence, i: int) -> bool:
    at = i - 1
    while at >= 0 and sentence.lower(at) in {"si", "ci", "vi", "ti", "lo", "la", "li", "le", "ne"}:
        at -= 1
    return sentence.lower(at) == "non"


def _forbids(sentence: Sentence, i: int) -> bool:
    """Whether «non» and an infinitive open a clause that is not a question."""
    at = i
    while sentence.lower(at) != "non":
        at -= 1
    return not sentence.question and sentence.opens(at)


# ---------------------------------------------------------------------------------------- address


def _verb(sentence: Sentence, i: int) -> None:
    token = sentence.tokens[i]
    low = token.lower
    if token.pos not in {"NOUN", "ADJ"} and PLAINLY_TU.search(low):
        sentence.mark("informal", token, strong=True)
    elif token.pos not in {"NOUN", "ADJ"} and PLAINLY_VOI.search(low):
        sentence.mark("plural", token, strong=True)
    elif _asked(sentence, i):
        sentence.mark("informal", token)
    elif token.pos not in {"VERB", "AUX"}:
        return
    elif token.has(Person="2", Number="Plur") and re.search(r"te(?:vi|ci|lo|la|li|le|ne)?$", low):
        sentence.mark("plural", token)
    elif token.has(Person="2", Number="Sing") and SECOND_SINGULAR.search(low):
        sentence.mark("informal", token)
    elif token.has(Person="1", Number="Plur") and low.endswith("mo"):
        sentence.mark("we", token)


def _asked(sentence: Sentence, i: int) -> bool:
    """«Cerchi casa?»: a second person that the model takes for a noun."""
    token = sentence.tokens[i]
    following = sentence.tokens[i + 1].pos if i + 1 < len(sentence.tokens) else ""
    return (
        sentence.question
        and sentence.first_word(i)
        and token.pos in {"NOUN", "PROPN"}
        and token.lower.endswith("i")
        and following in {"NOUN", "DET"}
        and any(not reading.clitic for reading in imperatives("it", token.lower))
    )


def _words(sentence: Sentence, i: int) -> None:
    token = sentence.tokens[i]
    low, after = token.lower, sentence.lower(i + 1)
    if low in TU_WORDS:
        sentence.mark("informal", token, strong=True)
    elif low in VOI_WORDS or (
        low in {"vi", "ve"} and after not in NOT_HERE and token.pos == "PRON"
    ):
        sentence.mark("plural", token, strong=True)
    elif low in WE_WORDS or (low == "ci" and after not in NOT_HERE and token.pos != "ADV"):
        sentence.mark("we", token)


def _bound_pronouns(sentence: Sentence, i: int, *, order: bool) -> None:
    """Mark pronouns written to a verb: trovarti, aspettandovi, contattateci, informarLa."""
    token = sentence.tokens[i]
    if BOUND_LEI.search(token.text) and not token.text.isupper():
        sentence.mark("formal", token, strong=True)
    low = token.lower
    us = order and any(reading.clitic == "ci" for reading in imperatives("it", low))
    if match := BOUND.search(low):
        verb, who = match["verb"], match["who"]
        if not verb.endswith("ndo") and not {verb + "e", verb + "re"} & infinitives("it"):
            return
        us = us or who == "ci"
        if who != "ci":
            sentence.mark("informal" if who[0] == "t" else "plural", token, strong=True)
    if us and not low.removesuffix("ci").startswith(NOT_US):
        sentence.mark("we", token)


def _offers(sentence: Sentence, i: int) -> bool:
    """Whether a «Lei» that opens a sentence is the reader: «Lei può…», not «Lei è andata…»."""
    verb = sentence.tokens[i + 1]
    ahead = verb.has(Tense="Fut") or verb.has(Mood="Cnd")
    return ahead or verb.lower in OFFERED or any(t.text in LEI_OWN for t in sentence.tokens[i:])


def _polite(sentence: Sentence) -> None:
    """Mark Lei, Suo, La (the capital tells, unless all words have one), greetings, questions."""
    for i, token in enumerate(sentence.tokens):
        first, after = sentence.first_word(i), i + 1 < len(sentence.tokens)
        following = sentence.tokens[i + 1] if after else None
        capital = not first and not sentence.shouts
        acts = following is not None and following.pos in {"VERB", "AUX"}
        lei = token.text == "Lei" and (capital or (acts and _offers(sentence, i)))
        if lei or (token.text in LEI_OWN and capital):
            sentence.mark("formal", token, strong=True)
        elif token.text in {"La", "Le"} and following and acts:
            ours = following.has(Person="1") and following.lower.endswith("mo")
            if ours or (capital and token.pos == "PRON"):
                sentence.mark("formal", token, strong=True)
        elif (first and token.lower in GREETING and following) or sentence.asks_politely(
            i, ASKS_POLITELY
        ):
            sentence.mark("formal", token)
