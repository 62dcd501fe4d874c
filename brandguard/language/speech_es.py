"""Spanish: tú (and vos), vosotros, usted and ustedes, imperatives, nosotros."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from brandguard.language.lexicons import imperatives, infinitives
from brandguard.language.speech import Kind, Mark, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brandguard.language.lexicons import Imperative
    from brandguard.language.pipelines import Token

AMERICAN = frozenset(
    {"419", "mx", "ar", "co", "cl", "pe", "ve", "uy", "ec", "gt", "cu", "bo", "us"}
)
"""Regions, in lower case, in which ustedes is the plural of tú."""

OPENERS = frozenset(
    """y e o u pero luego después ahora hoy ya primero entonces no te se os lo la los las le les nos
    me tú vosotros usted también siempre además así pues solo sólo nunca jamás mañana""".split()  # noqa: SIM905
)
CLITICS = frozenset("te se os lo la los las le les nos me".split())  # noqa: SIM905
ADDRESS: dict[str, Kind] = {"tu": "informal", "voi": "plural", "lei": "formal", "loro": "formal",
           "no_tu": "informal", "no_voi": "plural"}  # fmt: skip
TU_WORDS = frozenset("tú tu tus te ti contigo tuyo tuya tuyos tuyas vos".split())  # noqa: SIM905
VOSOTROS_WORDS = frozenset(
    "vosotros vosotras os vuestro vuestra vuestros vuestras".split()  # noqa: SIM905
)
USTED_WORDS = frozenset("usted ustedes ud uds ud. uds. vd. vds.".split())  # noqa: SIM905
WE_WORDS = frozenset(
    "nosotros nosotras nos nuestro nuestra nuestros nuestras".split()  # noqa: SIM905
)
GREETING = frozenset("estimado estimada estimados estimadas distinguido distinguida".split())  # noqa: SIM905
NEVER = frozenset("haber ser estar poder querer deber soler".split())  # noqa: SIM905
ASKS_POLITELY = frozenset("desea quiere necesita prefiere busca tiene conoce".split())  # noqa: SIM905
NOT_ORDERS = frozenset({"basta", "vale", "sale", "para", "entre", "sobre", "este", "cada", "como"})
"""Impersonal verbs and words that only look like imperatives."""
ONLY_TU = frozenset("ven haz pon di ten sé mantén obtén detén".split())  # noqa: SIM905
"""Short imperatives that are no indicative."""
THINGS = frozenset({"lo", "la", "los", "las", "nos"})
SECOND_SINGULAR = re.compile(r"(?:[aeiáé]s|ste)$")
PLAINLY_TU = re.compile(
    r"^(?:has|eres|vas|puedes|quieres|debes|tienes|sabes|estás)$|[aei]r(?:ás|ías)$"
)
PLAINLY_VOSOTROS = re.compile(r"[áé]is$|^sois$|íais$|steis$")
"""Forms of the second person that are hardly anything else, whatever the model says."""
BOUND = re.compile(r"^(?P<verb>.+(?:[aeií]r|ndo))(?P<who>te|os|nos|le|les)$")


def marks(tokens: Sequence[Token]) -> list[Mark]:
    """Find the marks of a Spanish sentence."""
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
    _polite(sentence)
    return sorted(sentence.marks, key=lambda m: (m.start, m.kind))


def _order(sentence: Sentence, i: int, who: str | None) -> None:
    if who:
        token = sentence.tokens[i]
        bound = not _bare(token.lower)
        sentence.mark("imperative", token)
        sentence.mark(ADDRESS[who], token, strong=bound and token.lower.endswith(("te", "os")))
        if bound and token.lower.endswith("nos"):
            sentence.mark("we", token)


def _bare(low: str) -> bool:
    return any(not reading.clitic for reading in imperatives("es", low))


# ------------------------------------------------------------------------------------ imperatives


def _imperative(sentence: Sentence, i: int) -> str | None:  # noqa: PLR0911  one answer a case
    """Say who is told to do something by this token; None for nobody."""
    token = sentence.tokens[i]
    readings = imperatives("es", token.lower) if token.lower not in NOT_ORDERS else ()
    if not readings:
        return _voseo(sentence, i)
    if not sentence.opens(i):
        return _with_subject(sentence, i, readings)
    if _negated(sentence, i):
        return _forbidden(token, readings)
    readings = tuple(r for r in readings if not r.who.startswith("no_"))
    if not readings or sentence.has_subject(i) or sentence.lower(i - 1) in CLITICS:
        return _with_subject(sentence, i, readings)
    if sentence.question and not any(reading.clitic for reading in readings):
        return None
    if token.has(Mood="Imp"):
        return _who(token, readings)
    return _rescued(sentence, i, readings)


def _with_subject(sentence: Sentence, i: int, readings: tuple[Imperative, ...]) -> str | None:
    """«Tú piensa en el viaje»: the pronoun before an imperative."""
    before = {"tú": "tu", "vosotros": "voi", "vosotras": "voi"}.get(sentence.lower(i - 1))
    bare = {reading.who for reading in readings if not reading.clitic}
    return before if before in bare and sentence.tokens[i].pos in {"VERB", "AUX"} else None


def _who(token: Token, readings: tuple[Imperative, ...]) -> str:
    """Choose among the readings by the model's person and number; the form often decides alone."""
    people = {reading.who for reading in readings}
    polite, plural = token.has(Person="3"), token.has(Number="Plur")
    model = ("loro" if plural else "lei") if polite else ("voi" if plural else "tu")
    if model in people:
        return model
    return next(who for who in ("tu", "lei", "voi", "loro") if who in people)


def _rescued(  # noqa: PLR0911  one answer a case
    sentence: Sentence, i: int, readings: tuple[Imperative, ...]
) -> str | None:
    """Give an imperative that the model missed: the form allows it and hardly anything else."""
    token = sentence.tokens[i]
    if sentence.question or {reading.infinitive for reading in readings} <= NEVER:
        return None
    if token.pos in {"ADP", "DET", "ADV", "SCONJ", "CCONJ", "PRON", "NUM"}:
        return None
    people = {reading.who for reading in readings}
    bound = tuple(reading for reading in readings if reading.clitic)
    noun = token.pos in {"NOUN", "ADJ"}
    plain = any(letter in "áéíóú" for letter in token.lower) or token.lower.endswith(
        ("dnos", "aos", "íos")
    )
    if bound and len(token.text) > 4 and not _bare(token.lower) and (plain or not noun):  # noqa: PLR2004  dese, este
        return _who(token, bound)
    things = tuple(r for r in bound if r.clitic in THINGS)
    if things and sentence.first_word(i) and not _bare(token.lower):  # «Dilo», taken for a noun
        return _who(token, things)
    if not sentence.first_word(i) or noun:
        return None
    if token.lower in ONLY_TU and not token.has(Number="Plur"):
        return "tu"
    if "voi" in people:
        return "voi"
    if people & {"lei", "loro"} and token.has(Mood="Sub"):
        return "loro" if "loro" in people else "lei"
    return None


def _negated(sentence: Sentence, i: int) -> bool:
    at = i - 1
    while sentence.lower(at) in CLITICS:
        at -= 1
    return sentence.lower(at) in {"no", "nunca", "jamás"}


def _forbidden(token: Token, readings: tuple[Imperative, ...]) -> str | None:
    """«No» and a subjunctive that opens a clause."""
    people = {reading.who for reading in readings if not reading.clitic}
    for who in ("no_tu", "no_voi"):
        if who in people and not token.has(Mood="Ind"):
            return who
    for who in ("lei", "loro"):
        # Where it is also an indicative (siente, sentir and sentar) the model decides.
        if who in people and not token.has(Mood="Ind"):
            return who
    return None


def _like_the_others(sentence: Sentence, i: int) -> str | None:
    """Give an imperative in a row of imperatives: after a comma or «y», to the same people."""
    token = sentence.tokens[i]
    readings = [r for r in imperatives("es", token.lower) if r.infinitive not in NEVER]
    # Vosotros has forms of its own (disfrutad), which no noun that it might be taken for has.
    bound = bool(readings) and all(r.clitic or r.who == "voi" for r in readings)
    if token.lower in NOT_ORDERS or not sentence.may_join(i, bound=bound):
        return None
    people = {reading.who for reading in readings}
    return sentence.same_people(i, people, ADDRESS)


def _voseo(sentence: Sentence, i: int) -> str | None:
    """Comprá, vení: the stressed ending of -ar and -er verbs can be nothing else."""
    token = sentence.tokens[i]
    low = token.lower
    if low[-1:] not in {"á", "é"} or not sentence.opens(i) or token.pos not in {"VERB", "PROPN"}:
        return None
    plural = low[:-1] + {"á": "ad", "é": "ed"}[low[-1]]
    found = any(r.who == "voi" and not r.clitic for r in imperatives("es", plural))
    return "tu" if found and not token.has(Person="1") else None


def american(mark: Mark, tokens: Sequence[Token]) -> Mark:
    """Give a mark as American Spanish means it: what speaks to ustedes is plural, not formal."""
    if mark.kind != "formal":
        return mark
    token = next(token for token in tokens if token.start == mark.start)
    people = {r.who for r in imperatives("es", token.lower)}
    plural = token.lower in {"ustedes", "uds", "uds.", "les"} or people == {"loro"}
    return replace(mark, kind="plural") if plural else mark


# ---------------------------------------------------------------------------------------- address


def _verb(sentence: Sentence, i: int) -> None:
    token = sentence.tokens[i]
    low = token.lower
    match = BOUND.search(low)
    if match and (match["verb"].endswith("ndo") or match["verb"] in infinitives("es")):
        _bound_pronoun(sentence, i, match["who"])
    elif PLAINLY_VOSOTROS.search(low):
        sentence.mark("plural", token, strong=True)
    elif token.pos not in {"NOUN", "ADJ"} and PLAINLY_TU.search(low):
        sentence.mark("informal", token, strong=True)
    elif _second_singular(sentence, i):
        sentence.mark("informal", token)
    elif token.pos in {"VERB", "AUX"} and low.endswith("mos"):
        sentence.mark("we", token)


def _bound_pronoun(sentence: Sentence, i: int, who: str) -> None:
    token = sentence.tokens[i]
    if who == "nos":
        sentence.mark("we", token)
    elif who in {"te", "os"}:
        sentence.mark("informal" if who == "te" else "plural", token, strong=True)
    elif any(t.has(Person="1") for t in sentence.tokens[max(0, i - 3) : i]):
        sentence.mark("formal", token)


def _second_singular(sentence: Sentence, i: int) -> bool:
    """Whether this is a verb in the second person singular, by the model or by the lexicon."""
    token = sentence.tokens[i]
    low = token.lower
    if token.pos in {"VERB", "AUX"} and token.has(Person="2") and SECOND_SINGULAR.search(low):
        return True
    known = low.endswith("s") and any(
        r.who == "tu" and not r.clitic for r in imperatives("es", low[:-1])
    )
    asked = token.pos in {"PROPN", "X"} and sentence.question and sentence.first_word(i)
    return known and not token.has(Number="Plur") and (token.pos == "VERB" or asked)


def _words(sentence: Sentence, i: int) -> None:
    token = sentence.tokens[i]
    low = token.lower
    if low in TU_WORDS:
        sentence.mark("informal", token, strong=True)
    elif low in VOSOTROS_WORDS:
        sentence.mark("plural", token, strong=True)
    elif low in USTED_WORDS:
        sentence.mark("formal", token, strong=True)
    elif low in WE_WORDS:
        sentence.mark("we", token)


def _polite(sentence: Sentence) -> None:
    """Le informamos, les recordamos; greetings; polite questions."""
    for i, token in enumerate(sentence.tokens):
        following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
        if following is None:
            return
        if token.lower in {"le", "les"} and sentence.opens(i):
            if following.has(Person="1") and following.lower.endswith(("mos", "o")):
                sentence.mark("formal", token, strong=True)
        elif (sentence.first_word(i) and token.lower in GREETING) or sentence.asks_politely(
            i, ASKS_POLITELY
        ):
            sentence.mark("formal", token)
