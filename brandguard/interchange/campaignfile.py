"""campaign.yml: a campaign's name, where its creatives run, and the facts that it is to state."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from brandguard.interchange.brandyml import read_document
from brandguard.interchange.schema import Language  # noqa: TC001  pydantic reads the annotations
from brandguard.interchange.schema_base import Medium, Ours
from brandguard.interchange.validation import validate
from brandguard.interchange.yamlfile import MAX_BYTES
from brandguard.model.campaign import Campaign, CampaignEntry, Expected, ExpectedKey
from brandguard.model.creative import channel_of
from brandguard.model.errors import ProfileError, ProfileProblem
from brandguard.model.facts import Fact, FactKind
from brandguard.model.said import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from brandguard.interchange.yamlfile import Document, Key

    Reader = Callable[[ExpectedKey, str], Fact | None]
    """One value as the file writes it → the fact it is, None where it is none of that kind."""

NAMES = ("campaign.yml", "campaign.yaml")
KEYS: tuple[ExpectedKey, ...] = get_args(ExpectedKey)
DATES = ("date", "from", "until")
EXAMPLES: dict[ExpectedKey, str] = {
    "price": "19.90 €", "discount": "20 %", "offer": "3x2", "date": "2027-05-31",
    "from": "2027-05-01", "until": "2027-05-31", "hours": "Mon-Fri 9:00-13:00",
    "phone": "+39 019 555 0142", "url": "acme.example/spring", "email": "info@acme.example",
    "handle": "@acme", "hashtag": "#spring", "code": "SPRING20",
    "postal_address": "via Roma 12",
}  # fmt: skip


_KINDS: dict[ExpectedKey, Said] = {
    "price": Said("a price"), "discount": Said("a discount"), "offer": Said("an offer"),
    "date": Said("a date"), "from": Said("a date"), "until": Said("a date"),
    "hours": Said("opening hours"), "phone": Said("a phone number"), "url": Said("a link"),
    "email": Said("an e-mail address"), "handle": Said("a handle"),
    "hashtag": Said("a hashtag"), "code": Said("a code"),
    "postal_address": Said("a postal address"),
}  # fmt: skip


def _values(value: Any) -> Any:  # noqa: ANN401  pydantic hands over whatever stands in the file
    """Let one text, or a list of texts, stand for `{value: …}`."""
    if isinstance(value, dict):
        if "value" in value and not isinstance(value["value"], list):
            return {**value, "value": [value["value"]]}
        return value
    return {"value": value if isinstance(value, list) else [value]}


def _text(value: Any) -> Any:  # noqa: ANN401  as above
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise ValueError(Said("must be text: put it in quotes"))


def _claim(value: Any) -> Any:  # noqa: ANN401  as above
    """Let a text, or texts by language, stand for `{value: …}`."""
    if isinstance(value, dict) and "value" in value:
        inner = value["value"]
        return {**value, "value": inner if isinstance(inner, dict) else {"": inner}}
    if isinstance(value, dict):
        return {
            "value": {k: v for k, v in value.items() if k != "required"},
            **{k: v for k, v in value.items() if k == "required"},
        }
    return {"value": {"": value}}


Text = Annotated[str, BeforeValidator(_text)]


class ExpectedValues(Ours):
    """Values of which any is right, and whether one of them must be there."""

    value: Annotated[list[Text], Field(min_length=1)]
    required: bool = False


class ExpectedClaim(Ours):
    """The claim, by language; the key is empty where it is the same in all."""

    value: Annotated[
        dict[Annotated[str, Field(pattern=r"^([a-z]{2})?$")], Text], Field(min_length=1)
    ]
    required: bool = False


Wanted = Annotated[ExpectedValues, BeforeValidator(_values)]


class ExpectedSection(Ours):
    """The facts that creatives must not contradict, by kind."""

    price: Wanted | None = None
    discount: Wanted | None = None
    offer: Wanted | None = None
    date: Wanted | None = None
    from_: Wanted | None = Field(default=None, alias="from")
    until: Wanted | None = None
    hours: Wanted | None = None
    phone: Wanted | None = None
    url: Wanted | None = None
    email: Wanted | None = None
    handle: Wanted | None = None
    hashtag: Wanted | None = None
    code: Wanted | None = None
    postal_address: Wanted | None = None
    claim: Annotated[ExpectedClaim, BeforeValidator(_claim)] | None = None


def _pattern(value: Any) -> Any:  # noqa: ANN401  as above
    """Refuse what is no pattern of gitignore, or reaches out of the file's folder."""
    _text(value)
    text = str(value)  # its last blank may be a part of a name
    if text.startswith("!"):
        raise ValueError(Said("«!» is not known here: a later entry wins over an earlier one"))
    if ".." in text.split("/") or text.startswith("~"):
        raise ValueError(Said("a pattern is relative to this file and stays below its folder"))
    if text.startswith("#"):
        raise ValueError(Said("a pattern that begins with # needs a backslash before it"))
    from pathspec import GitIgnoreSpec

    try:
        spec = GitIgnoreSpec.from_lines([text])
    except ValueError as error:
        raise ValueError(Said("«{text}» is no pattern ({why})", text=text, why=error)) from error
    if all(pattern.include is None for pattern in spec.patterns):
        raise ValueError(Said("«{text}» is a pattern that matches nothing", text=text))
    return text


Patterns = Annotated[
    list[Annotated[str, BeforeValidator(_pattern)]],
    Field(min_length=1),
    BeforeValidator(lambda v: v if isinstance(v, list) else [v]),
]


def _membership(value: Any) -> Any:  # noqa: ANN401  as above
    if isinstance(value, bool) or (isinstance(value, str) and value.strip()):
        return value
    raise ValueError(Said("must be true (of this campaign), false (of none), or a campaign's name"))


class CreativeEntry(Ours):
    """What holds for the creatives that a pattern matches."""

    pattern: Patterns
    channel: Literal["online", "offline"] | None = None
    medium: Medium | None = None
    language: Language | None = None
    campaign: Annotated[bool | str | None, BeforeValidator(_membership)] = None
    expected: ExpectedSection = ExpectedSection()

    @model_validator(mode="after")
    def _fits(self) -> CreativeEntry:
        if self.channel is not None and channel_of(self.medium) not in {None, self.channel}:
            raise ValueError(
                Said(
                    "the medium {medium} is not {channel}", medium=self.medium, channel=self.channel
                )
            )
        return self


class CampaignFile(Ours):
    """The whole file."""

    name: Text | None = None
    expected: ExpectedSection = ExpectedSection()
    creatives: list[CreativeEntry] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _empty_sections(cls, value: Any) -> Any:  # noqa: ANN401  as above
        """Let `expected:` with nothing but comments below it be an empty section."""
        return _without_empty(value) if isinstance(value, dict) else value


def _without_empty(tree: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in tree.items() if v is not None or k not in {"expected", "creatives"}}
    rows = kept.get("creatives")
    if isinstance(rows, list):
        kept["creatives"] = [_without_empty(row) if isinstance(row, dict) else row for row in rows]
    return kept


def load_campaign(path: Path, read: Reader) -> Campaign:
    """Read a campaign file; `read` makes facts of its values.

    Raises ProfileError with every problem of the file, each with its line.
    """
    if path.exists() and path.stat().st_size > MAX_BYTES:
        raise ProfileError(str(path), (ProfileProblem(None, "", Said("is over 1 MiB")),))
    return resolve(read_document(path), read)


def resolve(document: Document, read: Reader) -> Campaign:
    """Make a campaign of a parsed file; raises ProfileError with every problem."""
    file, problems = validate(CampaignFile, document.plain(), document)
    expected = _expected(file.expected, ("expected",), document, read, problems)
    entries = [
        CampaignEntry(
            patterns=tuple(entry.pattern),
            channel=entry.channel,
            medium=entry.medium,
            language=entry.language,
            campaign=entry.campaign,
            expected=_expected(
                entry.expected, ("creatives", i, "expected"), document, read, problems
            ),
        )
        for i, entry in enumerate(file.creatives)
    ]
    if problems:
        ordered = sorted(problems, key=lambda p: (p.line or 0, p.key))
        raise ProfileError(document.path, tuple(ordered))
    name = file.name or Path(document.path).absolute().parent.name
    return Campaign(name, document.path, expected, tuple(entries))


def _expected(
    section: ExpectedSection,
    keys: tuple[Key, ...],
    document: Document,
    read: Reader,
    problems: list[ProfileProblem],
) -> tuple[Expected, ...]:
    """Read the values of one section; what cannot be read is added to the problems."""
    found = []
    for key, wanted in _wanted(section):
        where = (*keys, key)
        facts = []
        for language, text in _texts(wanted):
            fact = _fact(key, language, text, read)
            if fact is None:
                told = Said(
                    "«{text}» cannot be read as {kind}; write it like «{example}»",
                    text=text,
                    kind=_KINDS.get(key, key),
                    example=EXAMPLES[key],
                )
                problems.append(ProfileProblem(document.line_of(where), _place(where), told))
            else:
                facts.append(fact)
        kind: FactKind = "date" if key in DATES else key  # type: ignore[assignment]  # the rest are kinds
        origin = _place(where)
        found.append(Expected(key, kind, tuple(facts), wanted.required, origin))
    return tuple(found)


def _place(where: Sequence[Key]) -> str:
    """Write a place as people count: the first entry is number one."""
    return ".".join(f"#{key + 1}" if isinstance(key, int) else str(key) for key in where)


def _wanted(
    section: ExpectedSection,
) -> Iterator[tuple[ExpectedKey, ExpectedValues | ExpectedClaim]]:
    for key in KEYS:
        wanted = getattr(section, "from_" if key == "from" else key)
        if wanted is not None:
            yield key, wanted


def _texts(wanted: ExpectedValues | ExpectedClaim) -> Iterable[tuple[str, str]]:
    if isinstance(wanted, ExpectedClaim):
        return wanted.value.items()
    return [("", text) for text in wanted.value]


def _fact(key: ExpectedKey, language: str, text: str, read: Reader) -> Fact | None:
    if key == "claim":
        return Fact("claim", text, text, 0, (0, 0), language)
    if key in DATES and (day := iso_date(text)) is not None:
        roles = {"date": "range" if "/" in day else "on"}
        return Fact("date", day, text, 0, (0, 0), role=roles.get(key, key))
    return read(key, text)


def iso_date(text: str) -> str | None:
    """Give a date or range that is written as our reports write it: 2027-05-31, a/b."""
    try:
        days = [dt.date.fromisoformat(day.strip()).isoformat() for day in text.split("/")]
    except ValueError:
        return None
    return "/".join(days) if len(days) <= 2 else None  # noqa: PLR2004  begin and end
