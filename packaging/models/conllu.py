"""CoNLL-U treebanks as sentences of tokens, contracted words kept whole.

A contracted word (della, scoprilo, dámelo) is one token here, as it is in the text that spaCy's
Italian and Spanish tokenisers see. It takes part of speech and lemma from its content part; a verb
keeps Mood, Person and Number and gains Clitic=Yes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT_FIRST = (
    ("VERB", "AUX"),
    ("ADP",),
    ("ADJ", "NOUN", "PROPN", "ADV", "PRON", "DET", "SCONJ", "CCONJ", "INTJ", "NUM", "X", "PART"),
    ("PUNCT", "SYM", "_"),
)
"""Which part of a contraction names the whole: a verb before a preposition before the rest."""


@dataclass(slots=True)
class Token:
    """One token of a training sentence; `head` is an index in it, its own for the root."""

    form: str
    pos: str
    feats: dict[str, str]
    lemma: str
    head: int
    dep: str
    space: bool = True


Sentence = list[Token]


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of one CoNLL-U line that are read."""

    number: int
    form: str
    lemma: str
    pos: str
    feats: dict[str, str]
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that one written word stands for."""

    rows: tuple[Row, ...]
    form: str
    space: bool


def read(path: Path) -> list[Sentence]:
    """All sentences of a CoNLL-U file."""
    return [sentence(groups) for lines in blocks(path) if (groups := written_words(lines))]


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """Give the columns of each sentence's lines, comments left out."""
    block: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            if block:
                yield block
            block = []
        elif not line.startswith("#"):
            block.append(line.split("\t"))
    if block:
        yield block


def row(columns: list[str]) -> Row:
    """One line's columns, of a feature with several values the first."""
    number, form, lemma, pos, _, feats, head, dep, _, misc = columns
    pairs = (pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
    return Row(
        number=int(number),
        form=form,
        lemma=form if lemma == "_" else lemma,
        pos="X" if pos == "_" else pos,
        feats={key: value.split(",")[0] for key, value in pairs},
        head=int(head),
        dep=dep,
        space="SpaceAfter=No" not in misc,
    )


def written_words(lines: list[list[str]]) -> list[Group]:
    """Rows gathered by written word; empty nodes (8.1) are left out."""
    rows = {int(columns[0]): row(columns) for columns in lines if columns[0].isdigit()}
    ranges = {
        int(columns[0].split("-")[0]): (int(columns[0].split("-")[1]), columns)
        for columns in lines
        if "-" in columns[0]
    }
    groups: list[Group] = []
    number = 1
    while number <= len(rows):
        last, columns = ranges.get(number, (number, None))
        parts = tuple(rows[i] for i in range(number, last + 1))
        if columns is None:
            groups.append(Group(parts, parts[0].form, parts[0].space))
        else:
            groups.append(Group(parts, columns[1], "SpaceAfter=No" not in columns[9]))
        number = last + 1
    return groups


def content(group: Group) -> Row:
    """Give the part that names the whole contraction."""
    for wanted in CONTENT_FIRST:
        for part in group.rows:
            if part.pos in wanted:
                return part
    return group.rows[0]


def features(group: Group, main: Row) -> dict[str, str]:
    """Give a verb's own features with Clitic=Yes; otherwise those of all parts."""
    if len(group.rows) == 1:
        return dict(main.feats)
    if main.pos in {"VERB", "AUX"}:
        return {**main.feats, "Clitic": "Yes"}
    merged: dict[str, str] = {}
    for part in group.rows:
        merged = {**part.feats, **merged}
    return merged


def sentence(groups: list[Group]) -> Sentence:
    """Tokens with heads between written words; subtypes of relations are dropped but `:pass`."""
    place = {part.number: i for i, group in enumerate(groups) for part in group.rows}
    by_number = {part.number: part for group in groups for part in group.rows}
    tokens: Sentence = []
    for i, group in enumerate(groups):
        main = content(group)
        head, dep = main.head, main.dep
        seen: set[int] = set()
        while head and place[head] == i and head not in seen:
            seen.add(head)
            head, dep = by_number[head].head, by_number[head].dep
        root = not head or place[head] == i
        dep = dep if dep.endswith(":pass") else dep.split(":")[0]
        tokens.append(
            Token(
                form=group.form.replace(" ", "\u00a0"),
                pos=main.pos,
                feats=features(group, main),
                lemma=main.lemma,
                head=i if root else place[head],
                dep="ROOT" if root else ("dep" if dep == "root" else dep),
                space=group.space,
            )
        )
    return tokens


def split_hashtags(tokens: Sentence) -> Sentence:
    """Hashtags as two tokens, # and the word, as spaCy's tokenisers cut them."""
    new: Sentence = []
    place: list[int] = []
    for token in tokens:
        word = token.form[1:]
        if token.form.startswith("#") and word.replace("_", "").isalnum():
            mark = Token("#", "SYM", {}, "#", len(new) + 1, "dep", space=False)
            new.append(mark)
            token = replace(token, form=word, lemma=token.lemma.lstrip("#") or word)  # noqa: PLW2901
        place.append(len(new))
        new.append(replace(token, head=-token.head - 1))
    for token in new:
        if token.head < 0:
            token.head = place[-token.head - 1]
    return new
