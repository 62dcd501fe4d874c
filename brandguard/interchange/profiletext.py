"""The text of a profile in the making: changed in one place, with comments and order kept.

A `ProfileText` never changes: every edit gives another one, so that undoing is to go back to the
one before. Unknown keys of brand.yml, which belong to other tools, stay as they are.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from brandguard.interchange.brandyml import OURS, layers_below, merged_over, profile_of
from brandguard.interchange.campaigntext import dumped
from brandguard.interchange.colours import parse_colour
from brandguard.interchange.commentkeeping import in_order, keys_of, put_last, rename, take_out
from brandguard.interchange.yamlfile import Document, Key, parse
from brandguard.model.errors import BrandGuardError
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from brandguard.interchange.swatches import Swatched
    from brandguard.model.profile import Profile

Keys = tuple[Key, ...]
INLINE = 6
"""Entries up to which a new list or mapping of scalars is written on one line."""


class InheritedError(BrandGuardError):
    """What is to be taken out stands in the profile that this one extends."""


@dataclass(frozen=True, slots=True)
class ProfileText:
    """One version of a profile's file."""

    document: Document
    below: tuple[dict[str, Any], ...] = ()
    """The layers that it extends, the nearest first."""

    @classmethod
    def parse(cls, text: str, path: str) -> ProfileText:
        """Read a version from its text; raises ProfileError."""
        document = parse(text, path)
        return cls(document, layers_below(document))

    @property
    def path(self) -> str:
        """Where the file lies."""
        return self.document.path

    @property
    def text(self) -> str:
        """The file's text."""
        return dumped(self._copy())  # writing marks the comments as written

    def tree(self) -> dict[str, Any]:
        """Give all that is in force, what the file extends included, as plain values."""
        return merged_over(self.below, self.document.plain())

    def own(self, *keys: Key) -> Any:  # noqa: ANN401  whatever stands in the file
        """Give what the file itself says at a place, None where it says nothing."""
        return value_at(self.document.tree, keys)

    def profile(self, rules: Collection[str] = ()) -> Profile:
        """Give the profile that this version makes; raises ProfileError with every problem."""
        return profile_of(self.document, self.below, rules)

    # Every edit gives another version

    def with_value(self, keys: Keys, value: Any) -> ProfileText:  # noqa: ANN401  plain values
        """Set a value, with all that leads to it; None takes it out."""
        return self.without(keys) if value is None else self.with_values({keys: value})

    def with_values(self, values: Mapping[Keys, Any]) -> ProfileText:
        """Set many values at once, none of them None."""
        tree = self._copy()
        for keys, value in values.items():
            node, last = self._container(tree, keys[:-1], keys[-1]), keys[-1]
            if isinstance(node, CommentedSeq):
                _set_item(node, int(last), value)
            elif last in node:
                node[last] = made(value, node[last])
            else:
                put_last(node, last, made(value))
        return self._with(tree)

    def without(self, keys: Keys) -> ProfileText:
        """Take an entry out, and the sections that are empty then.

        Raises InheritedError where it stands in the profile that this one extends alone.
        """
        tree = self._copy()
        if value_at(tree, keys) is None and value_at(self.tree(), keys) is not None:
            if not any(isinstance(key, int) for key in keys):
                name = ".".join(map(str, keys))
                raise InheritedError(
                    Said("{name} stands in the profile that this one extends", name=name)
                )
            self._container(tree, keys[:-1], keys[-1])
        if value_at(tree, keys) is None:
            return self
        take_out(value_at(tree, keys[:-1]), keys[-1])
        for depth in range(len(keys) - 1, 0, -1):
            left = value_at(tree, keys[:depth])
            inherited = value_at(self.tree(), keys[:depth]) if self.below else None
            if left or isinstance(keys[depth - 1], int) or (inherited and isinstance(left, list)):
                break
            take_out(value_at(tree, keys[: depth - 1]), keys[depth - 1])
        return self._with(tree)

    def added(self, keys: Keys, value: Any) -> ProfileText:  # noqa: ANN401  plain values
        """Add an item at the end of a list."""
        tree = self._copy()
        node = self._container(tree, keys, 0)
        put_last(node, None, made(value))
        return self._with(tree)

    def renamed(self, keys: Keys, new: str) -> ProfileText:
        """Call an entry of a mapping otherwise, in its place."""
        tree = self._copy()
        node = value_at(tree, keys[:-1])
        if not isinstance(node, CommentedMap) or keys[-1] not in node:
            return self
        rename(node, str(keys[-1]), new)
        return self._with(tree)

    def moved(self, keys: Keys, step: int) -> ProfileText:
        """Move an entry by so many places among its neighbours, as far as there are any."""
        tree = self._copy()
        node = self._container(tree, keys[:-1], keys[-1])
        order = keys_of(node)
        if keys[-1] not in order:
            return self
        at = order.index(keys[-1])
        to = min(max(at + step, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        in_order(node, order)
        return self._with(tree)

    def _copy(self) -> CommentedMap:
        """Copy the tree; ruamel's own deepcopy takes twice as long and loses comments."""
        tree: CommentedMap = pickle.loads(pickle.dumps(self.document.tree))  # noqa: S301  our own
        return tree

    def _with(self, tree: CommentedMap) -> ProfileText:
        document = Document(self.document.path, tree)
        extends = (*OURS, "extends")
        if value_at(tree, extends) != value_at(self.document.tree, extends):
            return ProfileText(document, layers_below(document))
        return ProfileText(document, self.below)

    def _container(self, tree: CommentedMap, keys: Keys, last: Key) -> Any:  # noqa: ANN401  a node
        """Give the node at a place, made as far as it is missing.

        A list of the extended profile is copied first: lists are replaced, not merged.
        """
        node: Any = tree
        for depth, key in enumerate(keys):
            following = keys[depth + 1] if depth + 1 < len(keys) else last
            there = value_at(node, (key,))
            if not isinstance(there, dict | list):
                inherited = value_at(self.tree(), keys[: depth + 1])
                listed = isinstance(following, int)
                there = made(inherited) if listed and inherited else None
                if there is None:
                    there = CommentedSeq() if listed else CommentedMap()
                if isinstance(node, list):
                    node[int(key)] = there
                elif key in node:
                    node[key] = there
                else:
                    put_last(node, key, there)
            node = there
        return node


def value_at(tree: Any, keys: Keys) -> Any:  # noqa: ANN401  a YAML tree
    """Give what stands at a place of a tree, None where there is nothing."""
    for key in keys:
        if isinstance(tree, dict):
            tree = tree.get(key)
        elif isinstance(tree, list) and isinstance(key, int) and 0 <= key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree


def made(value: Any, old: Any = None) -> Any:  # noqa: ANN401  plain values and nodes
    """Turn plain values into what ruamel writes well: figures short, small things on one line."""
    if isinstance(value, dict):
        return _made_map(value, old)
    if isinstance(value, list | tuple):
        seq = CommentedSeq([made(item) for item in value])
        if len(seq) <= INLINE and not any(isinstance(item, dict | list) for item in value):
            seq.fa.set_flow_style()
        return seq
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.startswith("#"):
        return DoubleQuotedScalarString(value)
    return value


def _made_map(value: Mapping[str, Any], old: Any) -> CommentedMap:  # noqa: ANN401  as above
    node = CommentedMap({key: made(inner) for key, inner in value.items()})
    plain = not any(isinstance(inner, dict) for inner in value.values())
    if plain and len(node) <= INLINE and not (isinstance(old, CommentedMap) and _spread(old)):
        node.fa.set_flow_style()
    return node


def _spread(node: CommentedMap) -> bool:
    return not node.fa.flow_style()


def _set_item(node: CommentedSeq, place: int, value: Any) -> None:  # noqa: ANN401  as above
    if place < len(node):
        node[place] = made(value, node[place])
    else:
        put_last(node, None, made(value))


def renamed_colour(text: ProfileText, old: str, new: str) -> ProfileText:
    """Call a colour of the palette otherwise, wherever the file speaks of it."""
    palette: Keys = ("color", "palette")
    text = text.renamed((*palette, old), new)
    text = text.renamed((*OURS, "colour", "palette", old), new)
    for section in (palette, ("color",)):
        for key, value in dict(text.own(*section) or {}).items():
            if value == old:
                text = text.with_value((*section, key), new)
    lists: tuple[Keys, ...] = ((*OURS, "learned", "colours"),)
    pairs = text.own(*OURS, "colour", "forbidden_pairs") or ()
    for place, pair in enumerate(pairs):
        inner: Keys = (*OURS, "colour", "forbidden_pairs", place)
        lists += ((*inner, "colors") if isinstance(pair, dict) else inner,)
    for keys in lists:
        for place, name in enumerate(text.own(*keys) or ()):
            if name == old:
                text = text.with_value((*keys, place), new)
    return text


def without_colour(text: ProfileText, name: str) -> ProfileText:
    """Take a colour out of the palette, with its rules and the roles that it had."""
    for role, value in dict(text.own("color") or {}).items():
        if value == name:
            text = text.without(("color", role))
    rules: Keys = (*OURS, "colour", "palette", name)
    if text.own(*rules) is not None:
        text = text.without(rules)
    return text.without(("color", "palette", name))


def with_colours(
    text: ProfileText, colours: Iterable[Swatched]
) -> tuple[ProfileText, tuple[str, ...]]:
    """Put a file's colours into the palette; also names those that were there with other values.

    What a profile asks of a colour (tolerance, share, core) stays.
    """
    values: dict[Keys, Any] = {}
    other = []
    palette = value_at(text.tree(), ("color", "palette")) or {}
    for colour in colours:
        known = palette.get(colour.name)
        if known is not None and parse_colour(str(palette.get(known, known))) != colour.hex:
            other.append(colour.name)
        values["color", "palette", colour.name] = colour.hex
        rules: Keys = (*OURS, "colour", "palette", colour.name)
        if colour.cmyk is not None:
            values[*rules, "cmyk"] = [round(100 * ink, 1) for ink in colour.cmyk]
        if colour.spot:
            values[*rules, "spot"] = colour.spot
    return text.with_values(values), tuple(other)


def alone(text: ProfileText) -> str:
    """Give a profile as one file: what it extends is written out, without comments then."""
    if not text.below:
        return text.text
    tree = text.tree()
    ours = value_at(tree, OURS)
    if isinstance(ours, dict):
        ours.pop("extends", None)
    return dumped(CommentedMap(tree))
