"""Whether two facts of one kind say the same, say different things, or speak of different things.

Pure comparisons of values; what a fact is about is compared in checks.subjects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from brandguard.language.meaning import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from brandguard.model.facts import Fact, FactKind

Verdict = Literal["agree", "differ", "apart"]
"""The same; another value of something that may be the same thing; not to be compared."""

SUFFIX_DIGITS = 8
"""Digits at the end of two phone numbers that make them one, where a country code was guessed."""
SAME_SLUG = 0.6
SOCIAL = frozenset({
    "instagram.com", "facebook.com", "fb.com", "fb.me", "tiktok.com", "twitter.com", "x.com",
    "youtube.com", "youtu.be", "linkedin.com", "t.me", "telegram.me", "pinterest.com",
    "threads.net",
    "wa.me", "api.whatsapp.com", "whatsapp.com", "g.page", "maps.app.goo.gl", "goo.gl", "bit.ly",
    "linktr.ee", "tripadvisor.com", "booking.com", "thefork.com", "eventbrite.com", "amazon.com",
    "apps.apple.com", "play.google.com", "google.com", "maps.google.com", "open.spotify.com",
})  # fmt: skip
"""Hosts of others: a page there is not another address of the brand's own site."""
LANGUAGE_PATHS = frozenset({"it", "en", "es", "fr", "de", "pt", "it-it", "en-gb", "en-us", "es-es"})
MAILBOX_PURPOSES = frozenset({
    "stampa", "press", "prensa", "media", "ufficiostampa", "lavoro", "jobs", "hr", "careers",
    "empleo", "rrhh", "privacy", "dpo", "pec", "amministrazione", "admin", "billing", "fatture",
    "webmaster", "support", "assistenza", "soporte",
})  # fmt: skip


def compare(one: Fact, other: Fact) -> Verdict:
    """Compare two facts of the same kind."""
    special = _SPECIAL.get(one.kind)
    if special is not None:
        return special(one, other)
    return "agree" if one.value == other.value else "differ"


def _price(one: Fact, other: Fact) -> Verdict:  # noqa: PLR0911  one answer a case
    units = one.details.get("unit"), other.details.get("unit")
    if None not in units and units[0] != units[1]:
        return "apart"
    if one.value == other.value:
        return "agree"
    if "old" in {one.role, other.role} and one.role != other.role:
        return "apart"
    if one.value[:3] != other.value[:3]:
        return "apart"  # €19 and $21 are prices for different markets
    low, high = _amounts(one), _amounts(other)
    if (low[0] <= high[0] and high[1] <= low[1]) or (high[0] <= low[0] and low[1] <= high[1]):
        return "agree"  # 25 lies in 19–29
    plain, base = (one, other) if other.role == "from" else (other, one)
    if base.role == "from" and plain.role != "from" and _amounts(plain)[0] > _amounts(base)[0]:
        return "apart"  # «from 19» does not contradict one at 29
    return "differ"


def _amounts(fact: Fact) -> tuple[float, float]:
    low, _, high = fact.value[4:].partition("–")
    return float(low), float(high or low)


def _discount(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    return "differ" if ("%" in one.value) == ("%" in other.value) else "apart"


def _offer(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    groups = _offer_group(one.value), _offer_group(other.value)
    if groups[0] != groups[1]:
        return "apart"
    if groups[0] == "delivery" and "free delivery" in {one.value, other.value}:
        return "agree"  # one side does not name the threshold
    if groups[0] == "time" and one.value.split()[-1] != other.value.split()[-1]:
        return "apart"
    return "differ"


def _offer_group(value: str) -> str:
    if value.startswith("free delivery"):
        return "delivery"
    return "time" if value.startswith("free for") else "multiple"


def _date(one: Fact, other: Fact) -> Verdict:
    if _same_day(one.value, other.value):
        return "agree"
    spans = _ends(one), _ends(other)
    (start, end), (start2, end2) = spans
    roles = {one.role, other.role}
    if "range" in roles:
        if start and start2 and end and end2:
            return "agree" if _same_day(start, start2) and _same_day(end, end2) else "differ"
        mine, theirs = spans if one.role == "range" else (spans[1], spans[0])
        single = other if one.role == "range" else one
        if single.role == "on":
            return "agree" if any(_same_day(single.value, x) for x in mine if x) else "apart"
        pair = (mine[1], theirs[1]) if single.role == "until" else (mine[0], theirs[0])
        return "agree" if pair[0] and pair[1] and _same_day(pair[0], pair[1]) else "differ"
    return "apart" if roles in ({"until", "on"}, {"until", "from"}) else "differ"


def _ends(fact: Fact) -> tuple[str, str]:
    """Give begin and end, empty where the fact names none."""
    if fact.role == "range":
        begin, _, end = fact.value.partition("/")
        return begin, end
    return ("", fact.value) if fact.role == "until" else (fact.value, "")


def _same_day(one: str, other: str) -> bool:
    """Compare two days or ranges; a year that is not said fits any."""
    parts = [value.split("/") for value in (one, other)]
    if len(parts[0]) != len(parts[1]):
        return False
    return all(
        a[-5:] == b[-5:] and (a[:4] == b[:4] or a.startswith("--") or b.startswith("--"))
        for a, b in zip(*parts, strict=True)
    )


def _hours(one: Fact, other: Fact) -> Verdict:
    if one.role != other.role:
        return "apart"
    days = set(one.details.get("days", "")), set(other.details.get("days", ""))
    if days[0] and days[1] and not days[0] & days[1]:
        return "apart"
    times = set(one.details["times"].split(",")), set(other.details["times"].split(","))
    return "agree" if times[0] == times[1] else "differ"


def _phone(one: Fact, other: Fact) -> Verdict:
    if one.role != other.role:
        return "apart"
    tails = [fact.value[-SUFFIX_DIGITS:] for fact in (one, other)]
    if one.value == other.value or tails[0] == tails[1]:
        return "agree"
    kinds = {one.details.get("type"), other.details.get("type")}
    return "differ" if len(kinds) == 1 or "unknown" in kinds else "apart"


def _url(one: Fact, other: Fact) -> Verdict:  # noqa: PLR0911  one answer a case
    if one.value == other.value:
        return "agree"
    hosts = [fact.value.partition("/")[0].partition("?")[0] for fact in (one, other)]
    paths = [_path(fact.value) for fact in (one, other)]
    social = [_is_social(host) for host in hosts]
    if any(social):
        return "differ" if hosts[0] == hosts[1] and all(paths) and paths[0] != paths[1] else "apart"
    if hosts[0] == hosts[1]:
        if not all(paths) or paths[0] == paths[1]:
            return "agree"
        return "agree" if _translated(one, other, paths) else "differ"
    if any("spoken" in fact.details for fact in (one, other)) and _heard(*hosts):
        return "agree"
    for parent, child, path in ((*hosts, paths[0]), (*hosts[::-1], paths[1])):
        if child.endswith("." + parent) and not path:
            return "agree"
    return "agree" if _sister(one, other, hosts) else "differ"


def _heard(one: str, other: str) -> bool:
    """Whether a host that is read out is the end of the other: «crumb bakery dot com»."""
    plain = [host.replace("-", "") for host in (one, other)]
    return plain[0].endswith(plain[1]) or plain[1].endswith(plain[0])


def _path(value: str) -> str:
    parts = value.partition("?")[0].split("/")[1:]
    return "/".join(part for part in parts if part and part not in LANGUAGE_PATHS)


def _is_social(host: str) -> bool:
    return any(host == known or host.endswith("." + known) for known in SOCIAL)


def _translated(one: Fact, other: Fact, paths: list[str]) -> bool:
    """Whether two paths are one word in two languages: /primavera, /spring."""
    if one.language == other.language:
        return False
    words = [path.replace("/", " ").replace("-", " ") for path in paths]
    return alike(*words) >= SAME_SLUG


def _sister(one: Fact, other: Fact, hosts: list[str]) -> bool:
    """Whether two hosts are a brand's sites for two languages: acme.it, acme.es."""
    if one.language == other.language:
        return False
    names = [host.rpartition(".")[0] for host in hosts]
    tops = [host.rpartition(".")[2] for host in hosts]
    home = {"it": {"it"}, "es": {"es", "mx", "ar"}, "en": {"com", "uk", "us", "ie", "eu"}}
    own = [top in home.get(fact.language, ()) for top, fact in zip(tops, (one, other), strict=True)]
    return names[0] == names[1] and all(own)


def _email(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    boxes = [fact.value.partition("@")[0] for fact in (one, other)]
    purposes = [box in MAILBOX_PURPOSES for box in boxes]
    return (
        "apart"
        if purposes[0] != purposes[1] or (all(purposes) and boxes[0] != boxes[1])
        else "differ"
    )


def _handle(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    platforms = one.details.get("platform"), other.details.get("platform")
    return "apart" if None not in platforms and platforms[0] != platforms[1] else "differ"


def _hashtag(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    if one.language != other.language and alike(_spaced(one.raw), _spaced(other.raw)) >= SAME_SLUG:
        return "agree"
    return "differ"


def _spaced(tag: str) -> str:
    """Give the words of a hashtag: #EstateAlMare → Estate Al Mare."""
    return "".join(" " + c if c.isupper() else c for c in tag.lstrip("#").replace("_", " "))


def _postal_address(one: Fact, other: Fact) -> Verdict:
    if one.value == other.value:
        return "agree"
    streets = [fact.value.rpartition(" ")[0] for fact in (one, other)]
    cities = one.details.get("city"), other.details.get("city")
    if streets[0] != streets[1] and None not in cities and cities[0] != cities[1]:
        return "apart"  # two shops
    return "differ"


_SPECIAL: Mapping[FactKind, Callable[[Fact, Fact], Verdict]] = {
    "price": _price, "discount": _discount, "offer": _offer, "date": _date, "hours": _hours,
    "phone": _phone, "url": _url, "email": _email, "handle": _handle, "hashtag": _hashtag,
    "postal_address": _postal_address,
}  # fmt: skip
