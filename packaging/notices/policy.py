"""Tells which licences may be shipped: free ones, and others for a reason that is written down."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from license_expression import get_spdx_licensing

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be shipped; the reason by licence where one is needed."""

    free: frozenset[str]
    with_reason: dict[str, str]
    data: dict[str, str]

    def allows(self, licence: str, kind: str) -> bool:
        """Tell whether one licence, with its exception, may be shipped in a part of this kind."""
        own = licence in self.data and kind in {"data", "font"}
        return own or licence in self.free or licence in self.with_reason


def load() -> Policy:
    """Read policy.toml."""
    told = tomllib.loads((HERE / "policy.toml").read_text(encoding="utf-8"))
    return Policy(frozenset(told["free"]), told["with_reason"], told["data"])


def refused(licence: str, kind: str, policy: Policy) -> list[str]:
    """List what stands against shipping under an SPDX expression; nothing where one may."""
    parsed = _spdx().parse(licence, validate=False)
    return [] if _allowed(parsed, kind, policy) else _against(parsed, kind, policy)


@cache
def _spdx() -> Any:  # noqa: ANN401  license_expression has no types
    return get_spdx_licensing()


def _allowed(tree: Any, kind: str, policy: Policy) -> bool:  # noqa: ANN401  a node of license_expression
    if not getattr(tree, "args", ()):  # one licence, or one WITH its exception
        return policy.allows(str(tree), kind)
    each = [_allowed(node, kind, policy) for node in tree.args]
    return any(each) if tree.operator.strip() == "OR" else all(each)


def _against(tree: Any, kind: str, policy: Policy) -> list[str]:  # noqa: ANN401  as above
    if not getattr(tree, "args", ()):
        return [] if policy.allows(str(tree), kind) else [str(tree)]
    return [
        name
        for node in tree.args
        if not _allowed(node, kind, policy)
        for name in _against(node, kind, policy)
    ]
