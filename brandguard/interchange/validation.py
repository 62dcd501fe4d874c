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
            for item in error.errors():
                problems.append(_explain(shape, document, item))
                tree = _without(tree, item["loc"])


def _without(tree: Any, keys: tuple[Key, ...]) -> Any:  # noqa: ANN401  a YAML tree holds anything
    """Give the tree without the element that the key path leads to, or its nearest parent."""
    if isinstance(tree, dict) and keys and keys[0] in tree:
        inner = _without(tree[keys[0]], keys[1:])
        rest = {k: v for k, v in tree.items() if k != keys[0]}
        return rest if inner is None else {**rest, keys[0]: inner}
    if isinstance(tree, list) and keys and isinstance(keys[0], int) and keys[0] < len(tree):
        return [v for i, v in enumerate(tree) if i != keys[0]]
    return None


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
    return list(model.model_fields) if _is_model(model) else []


def _is_model(thing: Any) -> bool:  # noqa: ANN401  any annotation
    return isinstance(thing, type) and issubclass(thing, BaseModel)


def _inner_model(annotation: Any) -> Any:  # noqa: ANN401  any annotation
    """Find the section that an annotation wraps in lists, dictionaries and options."""
    if _is_model(annotation):
        return annotation
    return next(filter(None, map(_inner_model, get_args(annotation))), None)
