"""A YAML tree against its shape: every problem at once, in plain words, with its line."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from brandguard.model.errors import ProfileProblem
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandguard.interchange.yamlfile import Document, Key

Shape = TypeVar("Shape", bound=BaseModel)


def validate(
    shape: type[Shape], tree: dict[str, Any], document: Document
) -> tuple[Shape, list[ProfileProblem]]:
    """Check a tree's shape; what is wrong is cut out, so that the rest can be checked as well."""
    problems: list[ProfileProblem] = []
    while True:
        try:
            return shape.model_validate(tree), problems
        except ValidationError as error:
            items = error.errors()
            problems += [_explain(shape, document, item) for item in items]
            wrong = {_nearest_there(tree, item["loc"]) for item in items}
            if tree == {}:
                raise  # a shape of ours that does not take an empty file: for us to mend
            tree = {} if () in wrong else _without(tree, wrong)


def _nearest_there(tree: Any, keys: tuple[Key, ...]) -> tuple[Key, ...]:  # noqa: ANN401  a YAML tree holds anything
    """Give the key path as far as the tree goes along with it; of a list, to its element alone."""
    there: list[Key] = []
    for key in keys:
        if isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            return (*there, key)
        if not isinstance(tree, dict) or key not in tree:
            break
        tree = tree[key]
        there.append(key)
    return tuple(there)


def _without(tree: Any, wrong: set[tuple[Key, ...]]) -> Any:  # noqa: ANN401  as above
    """Give the tree without the elements at these key paths."""

    def below(key: Key) -> set[tuple[Key, ...]]:
        return {keys[1:] for keys in wrong if keys[0] == key}

    if isinstance(tree, dict):
        kept = ((key, value, below(key)) for key, value in tree.items())
        return {key: _without(value, inner) for key, value, inner in kept if () not in inner}
    if isinstance(tree, list):
        rows = ((value, below(place)) for place, value in enumerate(tree))
        return [_without(value, inner) for value, inner in rows if () not in inner]
    return tree


_WORDS = {
    "missing": Said("is missing"),
    "string_type": Said("must be text"),
    "float_parsing": Said("must be a number"),
    "float_type": Said("must be a number"),
    "int_parsing": Said("must be a whole number"),
    "bool_parsing": Said("must be true or false"),
    "list_type": Said("must be a list"),
    "dict_type": Said("must hold keys and values"),
    "model_type": Said("must hold keys and values"),
    "tuple_type": Said("must be a pair [low, high]"),
    "too_short": Said("has too few entries"),
    "too_long": Said("must be a pair [low, high]"),
    "string_too_short": Said("must not be empty"),
}


def _explain(shape: type[BaseModel], document: Document, error: Any) -> ProfileProblem:  # noqa: ANN401  pydantic's ErrorDetails
    keys = tuple(key for key in error["loc"] if key != "[key]")
    kind = error["type"]
    text: str
    if kind == "extra_forbidden":
        text = Said(
            "is no known key{hint}", hint=nearest(str(keys[-1]), _allowed(shape, keys[:-1]))
        )
    elif kind == "literal_error":
        wanted = [w.strip(" '") for w in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
        text = Said(
            "«{value}» is not one of {wanted}{hint}",
            value=error["input"], wanted=", ".join(wanted),
            hint=nearest(str(error["input"]), wanted),
        )  # fmt: skip
    elif kind == "string_pattern_mismatch":
        text = Said(
            "«{value}» is not written as expected{hint}",
            value=error["input"], hint=_PATTERNS.get(keys[-1:], ""),
        )  # fmt: skip
    else:
        text = _WORDS.get(kind) or _limit(kind, error) or _own_words(error)
    return ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text)


_PATTERNS: dict[tuple[Key, ...], str] = {
    ("region",): Said(" (two capital letters, like IT)"),
    ("sha256",): Said(" (64 hexadecimal digits)"),
}


def _limit(kind: str, error: Any) -> str:  # noqa: ANN401  as above
    """Say which limit a number breaks; nothing where it breaks none."""
    context = error.get("ctx", {})
    words = {
        "greater_than": lambda: Said("input should be greater than {gt}", **context),
        "greater_than_equal": lambda: Said(
            "input should be greater than or equal to {ge}", **context
        ),
        "less_than": lambda: Said("input should be less than {lt}", **context),
        "less_than_equal": lambda: Said("input should be less than or equal to {le}", **context),
    }
    return words[kind]() if kind in words else ""


def _own_words(error: Any) -> str:  # noqa: ANN401  as above
    """Give what a validator of ours says, else pydantic's words."""
    raised = error.get("ctx", {}).get("error")
    said = raised.args[0] if isinstance(raised, ValueError) and raised.args else None
    if isinstance(said, Said):
        return said
    return str(error["msg"]).removeprefix("Value error, ").lower()


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was meant, as the end of a sentence; nothing where none is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return Said("; did you mean «{word}»?", word=close[0]) if close else ""


def _allowed(shape: type[BaseModel], keys: tuple[Key, ...]) -> list[str]:
    """Give the keys that may stand at a place of the file."""
    model: Any = shape
    for key in keys:
        field = model.model_fields.get(key) if _is_model(model) else None
        model = _inner_model(field.annotation if field else model)
        if model is None:
            return []
    fields = model.model_fields if _is_model(model) else {}
    return [field.alias or name for name, field in fields.items()]


def _is_model(thing: Any) -> bool:  # noqa: ANN401  any annotation
    return isinstance(thing, type) and issubclass(thing, BaseModel)


def _inner_model(annotation: Any) -> Any:  # noqa: ANN401  any annotation
    """Find the section that an annotation wraps in lists, dictionaries and options."""
    if _is_model(annotation):
        return annotation
    return next(filter(None, map(_inner_model, get_args(annotation))), None)
