"""A YAML tree against its shape: every problem at once, in plain words, with its line."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from brandguard.model.errors import ProfileProblem

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
    "missing": "is missing",
    "string_type": "must be text",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
    "tuple_type": "must be a pair [low, high]",
    "too_short": "has too few entries",
    "too_long": "must be a pair [low, high]",
    "string_too_short": "must not be empty",
}


def _explain(shape: type[BaseModel], document: Document, error: Any) -> ProfileProblem:  # noqa: ANN401  pydantic's ErrorDetails
    keys = tuple(key for key in error["loc"] if key != "[key]")
    kind = error["type"]
    if kind == "extra_forbidden":
        text = f"is no known key{nearest(str(keys[-1]), _allowed(shape, keys[:-1]))}"
    elif kind == "literal_error":
        wanted = [w.strip(" '") for w in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
        text = f"«{error['input']}» is not one of {', '.join(wanted)}"
        text += nearest(str(error["input"]), wanted)
    elif kind == "string_pattern_mismatch":
        text = f"«{error['input']}» is not written as expected{_PATTERNS.get(keys[-1:], '')}"
    else:
        text = _WORDS.get(kind) or str(error["msg"]).removeprefix("Value error, ").lower()
    return ProfileProblem(document.line_of(keys), ".".join(map(str, keys)), text)


_PATTERNS: dict[tuple[Key, ...], str] = {
    ("region",): " (two capital letters, like IT)",
    ("sha256",): " (64 hexadecimal digits)",
}


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was meant, as the end of a sentence; nothing where none is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean «{close[0]}»?" if close else ""


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
