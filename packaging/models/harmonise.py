"""One set of features for treebanks that annotate differently.

Only what the voice measures ask for is kept: fewer features, learned better. Fixed tables set what
a form alone decides (clitics, articles), so that the treebanks cannot contradict each other on it.
"""

from __future__ import annotations

import itertools
import re

from conllu import Sentence, Token, split_hashtags

KEPT = frozenset(
    {"Mood", "Number", "Person", "Tense", "VerbForm", "PronType", "Poss", "Clitic", "Polite"}
)
BARE = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "INTJ", "CCONJ", "SCONJ"})
"""Parts of speech that carry no feature here."""

ITALIAN_CLITICS: dict[str, dict[str, str]] = {
    "mi": {"Number": "Sing", "Person": "1"},
    "ti": {"Number": "Sing", "Person": "2"},
    "vi": {"Number": "Plur", "Person": "2"},
    "si": {"Person": "3"},
    "ne": {},
    "lo": {"Number": "Sing", "Person": "3"},
    "li": {"Number": "Plur", "Person": "3"},
    "le": {"Person": "3"},
    "gli": {"Number": "Sing", "Person": "3"},
}
ITALIAN_PRONOUNS = frozenset({*ITALIAN_CLITICS, "ci", "la", "l'"})
ITALIAN_ARTICLES = frozenset({"il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"})
ITALIAN_OWNERS = frozenset(
    {"mio", "tuo", "suo", "sua", "suoi", "sue", "nostro", "vostro", "loro", "proprio"}
)
ITALIAN_OWN_FORMS = frozenset(
    "suo sua suoi sue nostro nostra nostri nostre mio mia loro".split()  # noqa: SIM905
)
INFINITIVE = re.compile(r"(re|r|rsi|rlo|rla|rli|rne|rci|rmi|rti)$")
GERUND = re.compile(r"ndo(si|lo|la|li|le|ne)?$")
PARTICIPLE = re.compile(r"[tsn][oaie]$")
APOSTROPHE = re.compile(
    r"^(l|un|d|c|n|s|m|t|v|.*ll|quest|cos|tutt|quegl|quell|bell|sant|anch|com|dov|nient|qualcun"
    r"|nessun|ciascun|alcun)'$",
    re.IGNORECASE,
)
"""Words that are written together with the next one."""

SPANISH_CLITICS = frozenset("me te se nos os lo la los las le les".split())  # noqa: SIM905


def italian(tokens: Sentence, *, pud: bool = False) -> Sentence:
    """Give a sentence with the kept features; `pud` repairs that treebank's own style."""
    for token in tokens:
        if pud:
            _repair_pud(token)
        token.feats = _kept(_italian_features(token))
    for token, after in itertools.pairwise(tokens):
        if APOSTROPHE.match(token.form) and after.form[:1].isalpha():
            token.space = False
    return split_hashtags(tokens)


def spanish(tokens: Sentence) -> Sentence:
    """Give a sentence with the kept features."""
    for token in tokens:
        token.feats = _kept(_spanish_features(token))
    return split_hashtags(tokens)


def _kept(feats: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in feats.items() if key in KEPT}


def _italian_features(token: Token) -> dict[str, str]:
    word, feats = token.form.lower(), dict(token.feats)
    if token.pos in BARE:
        return {}
    if token.pos == "ADV":
        return {"PronType": "Neg"} if word == "non" else {}
    if token.pos == "PRON":
        if word == "che":
            feats.setdefault("PronType", "Rel")
        if feats.get("Clitic") == "Yes" and word in ITALIAN_CLITICS:
            feats = {k: v for k, v in feats.items() if k not in {"Number", "Person"}}
            feats |= ITALIAN_CLITICS[word]
    if feats.get("Polarity") == "Neg":
        feats["PronType"] = "Neg"
    return feats


def _spanish_features(token: Token) -> dict[str, str]:
    word, feats = token.form.lower(), dict(token.feats)
    if token.pos in BARE or token.pos == "ADP":
        return {}
    if token.pos == "ADV":
        return {"PronType": "Neg"} if word == "no" else {}
    if token.pos == "PRON" and word in SPANISH_CLITICS:
        feats |= {"Clitic": "Yes", "PronType": "Prs"}
    if token.pos == "PRON" and word in {"usted", "ustedes"}:
        feats |= {"Polite": "Form", "Person": "3", "PronType": "Prs"}
    if feats.get("VerbForm") == "Part":
        feats.setdefault("Tense", "Past")
    if token.pos == "ADJ":
        feats.pop("VerbForm", None)
        feats.pop("Tense", None)
    return feats


def _repair_pud(token: Token) -> None:
    """UD Italian PUD as the other Italian treebanks annotate."""
    word = token.form.lower()
    if token.pos in {"VERB", "AUX"}:
        _repair_pud_verb(token, word)
    owner = token.pos == "PRON" and token.lemma.lower() in ITALIAN_OWNERS
    determiner = token.pos in {"PRON", "ADJ", "DET"} and token.dep in {"det", "nmod"}
    if owner or (determiner and word in ITALIAN_OWN_FORMS):
        guess = "Sing" if word[-1] in "oa" and word != "loro" else "Plur"
        token.pos = "DET"
        token.feats = {
            "Number": token.feats.get("Number", guess),
            "Poss": "Yes",
            "PronType": "Prs",
        }
    if token.pos == "ADJ" and word in {"tutti", "tutte", "tutto", "tutta"}:
        token.pos = "DET"
        token.feats["PronType"] = "Tot"
    if token.pos == "DET" and word in ITALIAN_ARTICLES:
        token.feats["PronType"] = "Art"
    if token.pos == "PRON":
        _repair_pud_pronoun(token, word)


def _repair_pud_pronoun(token: Token, word: str) -> None:
    if word == "che":
        token.feats = {"PronType": "Rel"}
    if word in {"cui", "quale", "quali"}:
        token.feats["PronType"] = "Rel"
    if "Person" in token.feats:
        token.feats.setdefault("PronType", "Prs")
    if word in ITALIAN_PRONOUNS:
        token.feats |= {"PronType": "Prs", "Clitic": "Yes"}


def _repair_pud_verb(token: Token, word: str) -> None:
    feats, lemma = token.feats, token.lemma.lower()
    if "Mood" in feats:
        feats["VerbForm"] = "Fin"
    elif (
        INFINITIVE.search(word)
        and lemma.endswith(("re", "rsi"))
        and not word.endswith("to")
        and "Tense" not in feats
    ):
        feats["VerbForm"] = "Inf"
    elif GERUND.search(word):
        feats["VerbForm"] = "Ger"
        feats.pop("Tense", None)
    elif PARTICIPLE.search(word):
        feats |= {"VerbForm": "Part", "Tense": "Past"}
        feats.setdefault("Number", "Sing" if word[-1] in "oa" else "Plur")
    elif lemma == word or word.endswith("re"):
        feats["VerbForm"] = "Inf"
    if feats.get("VerbForm") == "Inf":
        token.feats = {"VerbForm": "Inf"} | ({"Clitic": "Yes"} if "Clitic" in feats else {})
