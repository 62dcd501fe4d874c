"""LNK: QR codes and ways online. LNK001, links printed as text, stands with the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brandguard.checks.agreement import SOCIAL
from brandguard.checks.rule import Rule
from brandguard.model.codes import QUIET_MODULES
from brandguard.model.paths import display_text
from brandguard.model.report import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.model.codes import Code
    from brandguard.model.features import PageFeatures
    from brandguard.model.profile import Profile
    from brandguard.model.report import FactValue, Subject

LEAST_MM = 20.0
"""Side of a printed code that a hand's distance of 20 cm asks for: the rule of thumb of a tenth of
the distance, which makers of readers give."""
LEAST_MODULE_MM = 0.396
"""Least module of a QR code that is read by phones (GS1 General Specifications, symbol
specification table 1, extended packaging: X-dimension 0.396 to 0.990 mm)."""
LEAST_CONTRAST = 0.4
"""Symbol contrast of grade C, the least that is recommended for print (ISO/IEC 15415)."""
SHOWN = 120
"""Characters of a code's content that a finding names."""
SILENT = frozenset({"radio", "tv"})
"""Media in which nothing can be scanned or clicked, and words do what they can."""
WAYS = frozenset({"url", "email", "phone", "handle", "hashtag"})


def unreadable_code(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LNK002: a code that is plainly there and cannot be read."""
    del profile
    for page, code in _codes(subject):
        if code.text is None:
            yield _finding("LNK002", subject, page, code, {"format": code.format}, "unreadable")


def poor_code(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LNK003: a code too small or too fine for print, without its margin, or too faint.

    Sizes are judged in print alone: on a screen nobody knows how large it is shown.
    """
    del profile
    for page, code in _codes(subject):
        if code.text is None:
            continue  # LNK002 says worse
        for part, value, limit in _flaws(code, printed=subject.channel != "online"):
            facts: dict[str, FactValue] = {
                "part": part, "value": value, "limit": limit, "format": code.format,
            }  # fmt: skip
            yield _finding("LNK003", subject, page, code, facts, part)


def _flaws(code: Code, *, printed: bool) -> Iterator[tuple[str, float, float]]:
    measures = (
        ("size", code.size_mm if printed else None, LEAST_MM),
        ("module", code.module_mm if printed else None, LEAST_MODULE_MM),
        ("margin", code.quiet_modules, float(QUIET_MODULES)),
        ("contrast", None if code.contrast is None else code.contrast * 100, LEAST_CONTRAST * 100),
    )
    for part, value, limit in measures:
        # half a pixel of the picture is no flaw: 19.6 mm of 20 is within the error of the corners
        if value is not None and value < limit * 0.97:
            yield part, value, limit


def code_to_another_site(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LNK004: a code leads to a host that the profile does not list."""
    wanted = profile.message.facts.get("url", ())
    hosts = {_host(value) for value in wanted} - {""}
    if not hosts:
        return
    for page, code in _codes(subject):
        host = _host(code.text or "")
        if not host or any(host == own or host.endswith("." + own) for own in {*hosts, *SOCIAL}):
            continue
        facts: dict[str, FactValue] = {
            "found": display_text((code.text or "")[:SHOWN]),
            "host": display_text(host[:SHOWN]),
            "wanted": ", ".join(sorted(hosts)),
        }
        yield _finding("LNK004", subject, page, code, facts, host)


def no_way_online(subject: Subject, profile: Profile) -> Iterator[Finding]:
    """LNK005: an offline creative that leads nowhere. Silent where its words were not read."""
    del profile
    features = subject.features
    if subject.channel != "offline" or subject.medium in SILENT or features.facts is None:
        return
    if any(page.text_likely and not page.text for page in features.pages):
        return  # there may be an address in the picture
    if any(fact.kind in WAYS for fact in features.facts) or any(_codes(subject)):
        return
    yield Finding("LNK005", "note", limit_from="built in", suggestion=True)


def _codes(subject: Subject) -> Iterator[tuple[PageFeatures, Code]]:
    for page in subject.features.pages:
        for code in page.codes or ():
            yield page, code


def _finding(  # noqa: PLR0917  one helper for three rules
    rule: str, subject: Subject, page: PageFeatures, code: Code, facts: dict[str, FactValue],
    key: str,
) -> Finding:  # fmt: skip
    ours = rule == "LNK004"
    return Finding(
        rule,
        "warn",
        facts=facts,
        key=key,
        place=Place(page.number, code.box, None, "pixels"),
        limit_from="profile: defaults.brandguard.message.facts.url" if ours else "built in",
        suggestion=True,
        extent=1 / max(1, len(subject.features.pages)),
    )


def _host(value: str) -> str:
    """Give the host that a code or a profile's entry names; nothing for what is no web address."""
    text = value.strip()
    lower = text.casefold()
    if "://" not in text:
        if ":" in text.split("/", maxsplit=1)[0] or "." not in text or " " in text:
            return ""  # mailto:, tel:, WIFI:, a plain word
        text = f"https://{text}"
    elif not lower.startswith(("http://", "https://")):
        return ""
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return ""
    return host.casefold().removeprefix("www.").rstrip(".")


def _never(profile: Profile) -> bool:
    """Nobody asks for these but by naming them under `rules`."""
    del profile
    return False


def _hosts_listed(profile: Profile) -> bool:
    return bool(profile.message.facts.get("url"))


_PICTURE = frozenset({"picture"})
RULES = (
    Rule("LNK002", "message", "warn", unreadable_code, _PICTURE, _never),
    Rule("LNK003", "message", "warn", poor_code, _PICTURE, _never),
    Rule("LNK004", "message", "warn", code_to_another_site, _PICTURE, _hosts_listed),
    Rule("LNK005", "message", "note", no_way_online, frozenset({"facts", "text"}), _never),
)
