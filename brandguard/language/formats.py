"""How prices and percentages are written, read from an example: «19,90 €», «€ 1.299», «20 %»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_CURRENCY = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
    "pounds": "GBP", "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD", "chf": "CHF",
    "mxn": "MXN",
}  # fmt: skip
_SIGN = r"€|£|US\$|\$|EUR|GBP|USD|CHF|MXN|euros?|pounds|dollars"
_PRICE = re.compile(
    rf"(?P<pre>{_SIGN})?(?P<gap>\s?)(?P<amount>\d+(?:[.,'’ \u00a0\u202f]\d+)*)"
    rf"(?P<gap2>\s?)(?P<post>{_SIGN})?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)(\s?)%")
MANY_DIGITS = 10_000
"""Amounts under this are often written without a mark for thousands, by rule in Spanish (RAE)."""


@dataclass(frozen=True, slots=True)
class PriceForm:
    """One way to write a price; None where the example does not show it."""

    sign: str
    """As written: €, EUR, euro."""
    before: bool
    gap: bool
    """Whether a space stands between sign and amount."""
    decimal: str | None
    thousands: str | None
    amount: float

    @property
    def currency(self) -> str:
        """Give the ISO code."""
        return _CURRENCY[self.sign.lower()]

    def as_written(self, other: PriceForm) -> bool:
        """Whether another price is written like this one, as far as both show it."""
        if self.currency == other.currency:
            mine, theirs = (one.sign.lower().rstrip("s") for one in (self, other))
            if (mine, self.before, self.gap) != (theirs, other.before, other.gap):
                return False
        if None not in {self.decimal, other.decimal} and self.decimal != other.decimal:
            return False
        if self.decimal and self.decimal == other.thousands:
            return False
        if self.thousands and other.amount >= MANY_DIGITS and other.thousands is None:
            return False
        return None in {self.thousands, other.thousands} or self.thousands == other.thousands

    def write(self, other: PriceForm) -> str:
        """Write another price's amount in this way."""
        places = 0 if other.decimal is None else 2
        decimal = self.decimal or ("," if self.thousands == "." else other.decimal or ".")
        grouped = other.amount >= MANY_DIGITS or other.thousands
        thousands = self.thousands or ("." if decimal == "," else ",") if grouped else None
        figures = f"{other.amount:,.{places}f}".replace(",", "\0").replace(".", decimal)
        figures = figures.replace("\0", thousands or "")
        sign = self.sign if self.currency == other.currency else other.sign
        gap = "\u00a0" if self.gap else ""
        return f"{sign}{gap}{figures}" if self.before else f"{figures}{gap}{sign}"


@lru_cache(maxsize=512)
def read_price(text: str) -> PriceForm | None:
    """Read one price in figures, with its sign on one side; None for anything else."""
    match = _PRICE.fullmatch(text.strip())
    if match is None or bool(match["pre"]) == bool(match["post"]):
        return None
    before = bool(match["pre"])
    digits = re.split(r"\D", match["amount"])
    marks = re.findall(r"\D", match["amount"])
    decimal = marks.pop() if marks and len(digits[-1]) <= 2 else None  # noqa: PLR2004  cents
    groups = digits[1:-1] if decimal else digits[1:]
    if len(set(marks)) > 1 or decimal in marks or any(len(group) != 3 for group in groups):  # noqa: PLR2004  a group of thousands
        return None
    whole = "".join(digits[:-1] if decimal else digits)
    amount = float(f"{whole}.{digits[-1]}" if decimal else whole)
    gap = bool(match["gap"] if before else match["gap2"])
    sign = match["pre"] or match["post"]
    return PriceForm(sign, before, gap, decimal, marks[0] if marks else None, amount)


def read_percent(text: str) -> tuple[str, bool] | None:
    """Read the first percentage: its figures, and whether a space stands before the sign."""
    match = _PERCENT.search(text)
    return (match[1], bool(match[2])) if match else None
