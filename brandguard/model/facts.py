"""A fact of a message: a price, a date, a phone number, with its value written in one way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from brandguard.model.creative import Span

FactKind = Literal[
    "price", "discount", "offer", "date", "hours", "phone", "url", "email", "handle", "hashtag",
    "code", "postal_address", "claim",
]  # fmt: skip
FACT_KINDS: tuple[FactKind, ...] = (
    "price", "discount", "offer", "date", "hours", "phone", "url", "email", "handle", "hashtag",
    "code", "postal_address", "claim",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that a text states.

    `value` is the same for the same fact in every language: «EUR 19.90», «-20 %», «3x2»,
    «2026-06-30» («--06-30» without a year, «a/b» for a range), «Mo-Fr 09:00-19:00», E.164 numbers,
    host and path, upper-case codes.
    """

    kind: FactKind
    value: str
    raw: str
    """As it stands in the text."""
    page: int
    span: Span
    language: str = ""
    role: str = ""
    """from, until, on, range (dates); old, from (prices); up to (discounts); open, at, until
    (hours); the purpose of a number or mailbox; empty where the text says nothing of it."""
    about: tuple[str, ...] = ()
    """Lemmas of the words that say what it is about, nearest last; empty where there are none."""
    topic: str = ""
    """The same words as they stand in the text."""
    sentence: str = ""
    """The sentence that it stands in, shortened, for people."""
    details: dict[str, str] = field(default_factory=dict)
    """What one kind alone knows: weekday (1–7), unit (month), days and times, city, platform."""
