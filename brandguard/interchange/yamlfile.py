"""YAML from strangers: bounded, without aliases or tags, with the line of every key."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, MappingStartEvent, NodeEvent, SequenceStartEvent

from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.said import Said

MAX_BYTES = 1024 * 1024
"""robustness.md H10."""
MAX_DEPTH = 32
"""robustness.md H10."""

Key = str | int


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file, parsed: the tree with its comments, and where each key stands."""

    path: str
    tree: CommentedMap

    def line_of(self, keys: tuple[Key, ...]) -> int | None:
        """Give the line (from 1) of the key path, or of its nearest parent that is in the file."""
        node: Any = self.tree
        line: int | None = None
        for key in keys:
            inside = isinstance(node, CommentedMap) and key in node
            if isinstance(node, CommentedSeq):
                inside = isinstance(key, int) and key < len(node)
            if not inside:
                break
            line = _line(node.lc.data, key, line)
            node = node[key]
        return line

    def plain(self) -> dict[str, Any]:
        """Give the tree as ordinary dictionaries, lists and scalars."""
        return _plain(self.tree)  # type: ignore[no-any-return]  # the root is a mapping


def _line(places: Any, key: Key, parent: int | None) -> int | None:  # noqa: ANN401  ruamel's own
    """Give the line of a key; its parent's where the key was put in after the file was read."""
    return int(places[key][0]) + 1 if places and key in places else parent


def parse(text: str, path: str) -> Document:
    """Parse a YAML mapping; raises ProfileError where it is none, or is hostile."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ProfileError(path, (_whole(Said("is over 1 MiB: no profile is so long")),))
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True  # so that what is written back stays as its owner wrote it
    try:
        _guard(text, path)
        tree = yaml.load(StringIO(text))
    except DuplicateKeyError as error:
        raise _problem(path, error, Said("the key stands twice in the same place")) from error
    except MarkedYAMLError as error:
        raise _problem(path, error, _no_yaml(error)) from error
    except (YAMLError, ValueError) as error:
        raise ProfileError(path, (_whole(Said("is no valid YAML: {why}", why=error)),)) from error
    if tree is None:
        tree = CommentedMap()
    if not isinstance(tree, CommentedMap):
        raise ProfileError(path, (_whole(Said("must hold keys and values, like «meta:»")),))
    return Document(path, tree)


def _no_yaml(error: MarkedYAMLError) -> Said:
    if error.problem:
        return Said("is no valid YAML: {why}", why=error.problem)
    return Said("is no valid YAML")


def _whole(text: str) -> ProfileProblem:
    return ProfileProblem(None, "", text)


def _guard(text: str, path: str) -> None:
    """Refuse what could make loading explode: aliases, tags, deep nesting (robustness.md 3.1)."""
    depth = 0
    for event in YAML(typ="rt", pure=True).parse(StringIO(text)):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            problem = ProfileProblem(
                line, "", Said("aliases (*name) are not allowed: write it out")
            )
            raise ProfileError(path, (problem,))
        if isinstance(event, NodeEvent) and getattr(event, "tag", None):
            problem = ProfileProblem(line, "", Said("tags (!name) are not allowed"))
            raise ProfileError(path, (problem,))
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif type(event).__name__ in {"MappingEndEvent", "SequenceEndEvent"}:
            depth -= 1
        if depth > MAX_DEPTH:
            problem = ProfileProblem(
                line, "", Said("is nested deeper than {most} levels", most=MAX_DEPTH)
            )
            raise ProfileError(path, (problem,))


def _problem(path: str, error: MarkedYAMLError, text: str) -> ProfileError:
    mark = error.problem_mark or error.context_mark
    return ProfileError(path, (ProfileProblem(mark.line + 1 if mark else None, "", text),))


def _plain(node: Any) -> Any:  # noqa: ANN401  a YAML tree holds anything
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, bool) or node is None:
        return node
    for kind in (int, float, str):  # ruamel's scalars are subclasses that remember how they looked
        if isinstance(node, kind):
            return kind(node)
    return str(node)
