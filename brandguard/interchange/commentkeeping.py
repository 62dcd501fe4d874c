"""Comments of a YAML tree that is changed: they stay with what they stand before.

ruamel.yaml hangs the lines between two entries on the first of them. Whoever takes an entry out, or
puts one in behind it, must carry those lines over, or a heading ends up in the wrong place.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.tokens import CommentToken

if TYPE_CHECKING:
    from brandguard.interchange.yamlfile import Key

Node = CommentedMap | CommentedSeq


def keys_of(node: Node) -> list[Any]:
    """Give the keys of a mapping, or the places of a list."""
    return list(node) if isinstance(node, CommentedMap) else list(range(len(node)))


def take_tail(node: Node, key: Key) -> str:
    """Cut the lines that follow an entry, its own line's comment excepted, and give them."""
    inner = _block(node[key])
    if inner is not None:
        return take_tail(inner, keys_of(inner)[-1])
    token = _token(node, key)
    if token is None:
        return ""
    own, _, tail = token.value.partition("\n")
    _put_token(node, key, f"{own}\n" if own.strip() else "", token)
    return str(tail)


def give_tail(node: Node, key: Key, tail: str) -> None:
    """Let lines follow an entry, after its own comment and whatever follows it already."""
    if not tail:
        return
    inner = _block(node[key])
    if inner is not None:
        give_tail(inner, keys_of(inner)[-1], tail)
        return
    token = _token(node, key)
    before = token.value if token is not None else ""
    _put_token(node, key, (before or "\n") + tail, token)


def take_out(node: Node, key: Key) -> None:
    """Remove an entry; what follows it stays where it stood, its own comment goes with it."""
    keys = keys_of(node)
    at = keys.index(key)
    tail = take_tail(node, key)
    if isinstance(node, CommentedMap):
        del node[key]
        node.ca.items.pop(key, None)
        before = keys[at - 1] if at else None
    else:
        del node[int(key)]
        before = at - 1 if at else None
    if before is not None:
        give_tail(node, before, tail)
    elif tail and len(node):
        _before_first(node, tail)


def put_last(node: Node, key: Key | None, value: Any) -> None:  # noqa: ANN401  any scalar or node
    """Add an entry at the end, before the lines that lead over to what follows the container."""
    keys = keys_of(node)
    flow = bool(node.fa.flow_style())
    tail = take_tail(node, keys[-1]) if keys and not flow else ""
    if isinstance(node, CommentedMap):
        node[key] = value
        last: Key = key if key is not None else ""
    else:
        node.append(value)
        last = len(node) - 1
    give_tail(node, last, tail)


def in_order(node: Node, order: list[Any]) -> None:
    """Put the entries into another order, each with the comment of its own line."""
    keys = keys_of(node)
    if not keys or order == keys:
        return
    tail = take_tail(node, keys[-1])
    if isinstance(node, CommentedMap):
        for key in order:
            node.move_to_end(key)
    else:
        values = [node[place] for place in order]
        slots = [copy.copy(node.ca.items.get(place)) for place in order]
        node.ca.items.clear()
        for place, value in enumerate(values):
            list.__setitem__(node, place, value)
            if slots[place] is not None:
                node.ca.items[place] = slots[place]
    give_tail(node, keys_of(node)[-1], tail)


def rename(node: CommentedMap, old: str, new: str) -> None:
    """Call an entry otherwise; its place and its comments stay."""
    at = list(node).index(old)
    slot, value = node.ca.items.pop(old, None), node[old]
    place = (node.lc.data or {}).get(old)
    del node[old]
    node.insert(at, new, value)
    if slot is not None:
        node.ca.items[new] = slot
    if place is not None:
        node.lc.data[new] = place


def _block(value: Any) -> Node | None:  # noqa: ANN401  as above
    """Give a container that is written over several lines."""
    if isinstance(value, CommentedMap | CommentedSeq) and len(value) and not value.fa.flow_style():
        return value
    return None


def _slot(node: Node) -> int:
    return 2 if isinstance(node, CommentedMap) else 0


def _token(node: Node, key: Key) -> CommentToken | None:
    slots = node.ca.items.get(key)
    token = slots[_slot(node)] if slots else None
    return token if isinstance(token, CommentToken) else None


def _put_token(node: Node, key: Key, text: str, old: CommentToken | None) -> None:
    """Hang a comment on an entry, in a token of its own: a flow value may share the old one."""
    column = old.start_mark.column if old is not None else 0
    token = CommentToken(text, CommentMark(column), None) if text else None
    slots = list(node.ca.items.get(key) or [None, None, None, None])
    slots[_slot(node)] = token
    node.ca.items[key] = slots
    value = node[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value.ca.comment:
        value.ca.comment[0] = token


def _before_first(node: Node, tail: str) -> None:
    """Put lines before what is now the first entry."""
    lines = [CommentToken(f"{line}\n", CommentMark(0), None) for line in tail.splitlines()]
    first = keys_of(node)[0]
    slots = list(node.ca.items.get(first) or [None, None, None, None])
    slots[1] = [*lines, *(slots[1] or [])]
    node.ca.items[first] = slots
