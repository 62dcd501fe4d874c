"""Campaign files found: which one speaks for a creative, and what it says of it.

The nearest file upward from a creative speaks for it, unless a file further out claims it for its
own campaign (`campaign: true`). Each folder is looked at once, each file read once; what is kept is
bounded, so that a million creatives cost no more than their folders.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from brandguard.channels import belonging
from brandguard.interchange.campaignfile import DATES, NAMES, load_campaign
from brandguard.model.campaign import Campaign, CampaignEntry, Expected, ExpectedKey, Ruling
from brandguard.model.creative import channel_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pathspec import GitIgnoreSpec  # noqa: TC004  help must not load it

    from brandguard.model.creative import Channel, Medium
    from brandguard.model.facts import Fact

Kept = TypeVar("Kept")

FOLDERS_KEPT = 4096
"""Folders of which it is known which files speak for them; a walk comes folder by folder."""
FILES_KEPT = 256

# What stands around a value, so that it is read as in a creative: «20 %» alone may be anything.
_SAID: dict[ExpectedKey, tuple[str, ...]] = {
    "discount": ("{} off", "{}"),
    "price": ("{}", "price {}"),
    "date": ("on {}", "{}"),
    "from": ("{}", "from {}"),
    "until": ("{}", "until {}"),
    "phone": ("tel. {}", "{}"),
    "url": ("visit {}", "{}"),
    "code": ("code {}", "{}"),
    "hashtag": ("see {}", "{}"),
    "handle": ("see {}", "{}"),
    "hours": ("open {}", "{}"),
}
_MINUS = "-−–"


def read_value(
    key: ExpectedKey, text: str, languages: tuple[str, ...] = (), region: str | None = None
) -> Fact | None:
    """Read one expected value as it would be read in a creative; None where it is none."""
    from brandguard.measures.facts import measure_facts

    kind = "date" if key in DATES else key
    plain = text.lstrip(_MINUS).strip() if key == "discount" else text
    for template in _SAID.get(key, ("{}",)):
        facts = measure_facts([(1, template.format(plain))], languages, region)
        fact = next((f for f in facts if f.kind == kind), None)
        if fact is not None:
            role = key if key in {"from", "until"} and fact.role != "range" else fact.role
            return replace(
                fact, raw=text, page=0, span=(0, 0), language="", role=role,
                about=(), topic="", sentence="",
            )  # fmt: skip
    return None


def read_campaign(
    path: Path, languages: tuple[str, ...] = (), region: str | None = None
) -> Campaign:
    """Read a campaign file as the profile's languages and region would have it.

    Raises ProfileError with every problem of the file, each with its line.
    """

    def read(key: ExpectedKey, text: str) -> Fact | None:
        return read_value(key, text, languages, region)

    return load_campaign(path, read)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A campaign with its patterns made ready, one for each entry."""

    campaign: Campaign
    specs: tuple[GitIgnoreSpec, ...]

    def matching(self, below: str) -> list[CampaignEntry]:
        """Give the entries that match a path below the file's folder, in the file's order."""
        pairs = zip(self.campaign.entries, self.specs, strict=True)
        return [entry for entry, spec in pairs if spec.match_file(below)]


class _Latest(Generic[Kept]):
    """The answers used last, bounded."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def get(self, key: str) -> Kept | None:
        """Give what is kept, None where nothing is."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: str, value: Kept) -> Kept:
        """Keep an answer, and forget the one that was not asked for longest."""
        self._kept[key] = value
        if len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return value


def home_of(path: str) -> Path:
    """Give the campaign file that speaks for a creative, or the place where one would be written.

    That is the folder which holds its channel folders, else its own.
    """
    file = os.path.abspath(path)  # noqa: PTH100  keeps bytes that are no Unicode
    folder = os.path.dirname(file)  # noqa: PTH120  as above
    while True:
        own = _file_in(folder)
        if own is not None:
            return Path(own)
        parent = os.path.dirname(folder)  # noqa: PTH120  as above
        if parent == folder:
            break
        folder = parent
    return Path(belonging(file).folder or os.path.dirname(file), NAMES[0])  # noqa: PTH120  as above


class CampaignFiles:
    """The campaign files of one run."""

    def __init__(self, languages: tuple[str, ...] = (), region: str | None = None) -> None:
        self._languages, self._region = languages, region
        self._folders: _Latest[tuple[str, ...]] = _Latest(FOLDERS_KEPT)
        self._files: _Latest[_Loaded] = _Latest(FILES_KEPT)

    def ruling(self, path: str) -> Ruling | None:
        """Say what campaign files say of a creative; None where none speaks for it.

        Raises ProfileError for a file that cannot be used.
        """
        if path == "-" or "://" in path:
            return None
        file = os.path.abspath(path)  # noqa: PTH100  keeps bytes that are no Unicode
        chain = self._chain(os.path.dirname(file))  # noqa: PTH120  as above
        if not chain:
            return None
        spoken = [(one, one.matching(_below(file, one))) for one in map(self._loaded, chain)]
        claims = (pair for pair in reversed(spoken[1:]) if _claims(pair[1]))
        loaded, entries = next(claims, spoken[0])
        return _ruling(loaded.campaign, entries, path)

    def expects_facts(self, folders: Iterable[str]) -> bool:
        """Read every campaign file that speaks for these folders; tell whether any wants facts.

        To be asked before anything is measured: a file that cannot be used raises ProfileError.
        """
        expecting = False
        for folder in folders:
            for file in self._chain(os.path.abspath(folder)):  # noqa: PTH100  as above
                campaign = self._loaded(file).campaign
                expecting |= bool(campaign.expected or any(e.expected for e in campaign.entries))
        return expecting

    def _chain(self, folder: str) -> tuple[str, ...]:
        """Give the campaign files in a folder and those above it, the nearest first."""
        new: list[str] = []
        while (chain := self._folders.get(folder)) is None:
            new.append(folder)
            parent = os.path.dirname(folder)  # noqa: PTH120  as above
            if parent == folder:
                chain = ()
                break
            folder = parent
        for one in reversed(new):
            own = _file_in(one)
            chain = self._folders.put(one, (own, *chain) if own else chain)
        return chain

    def _loaded(self, file: str) -> _Loaded:
        return self._files.get(file) or self._files.put(file, self._load(file))

    def _load(self, file: str) -> _Loaded:
        from pathspec import GitIgnoreSpec

        campaign = read_campaign(Path(file), self._languages, self._region)
        specs = (GitIgnoreSpec.from_lines(entry.patterns) for entry in campaign.entries)
        return _Loaded(campaign, tuple(specs))


def _file_in(folder: str) -> str | None:
    files = (os.path.join(folder, name) for name in NAMES)  # noqa: PTH118  as above
    return next((file for file in files if os.path.isfile(file)), None)  # noqa: PTH113  as above


def _below(file: str, loaded: _Loaded) -> str:
    folder = os.path.dirname(loaded.campaign.path)  # noqa: PTH120  as above
    return os.path.relpath(file, folder).replace(os.sep, "/")


def _claims(entries: Sequence[CampaignEntry]) -> bool:
    """Whether a file calls a creative its own, wherever it lies."""
    said = [entry.campaign for entry in entries if entry.campaign is not None]
    return bool(said) and said[-1] is not False


def _ruling(campaign: Campaign, entries: Sequence[CampaignEntry], path: str) -> Ruling:
    """Lay the entries that match over one another, the later over the earlier."""
    shown = _as_written(campaign.path, path)
    folder = shown.rpartition("/")[0] or "."
    channel: Channel | None = None
    medium: Medium | None = None
    language: str | None = None
    member: bool | str = True
    for entry in entries:
        if entry.medium is not None:
            medium, own = entry.medium, channel_of(entry.medium)
            channel = own or channel
        if entry.channel is not None:
            channel = entry.channel
            fits = medium is None or channel_of(medium) in {None, channel}
            medium = medium if fits else None
        language = entry.language or language
        member = member if entry.campaign is None else entry.campaign
    other = isinstance(member, str) and member != campaign.name
    name = member if isinstance(member, str) else campaign.name if member else ""
    general = () if other or not name else campaign.expected
    expected = {e.key: e for e in (*general, *(e for entry in entries for e in entry.expected))}
    return Ruling(
        campaign=name,
        folder=folder if name else "",
        file=shown,
        channel=channel,
        medium=medium,
        language=language,
        expected=tuple(_named(e, shown) for e in expected.values()) if name else (),
    )


def _named(expected: Expected, file: str) -> Expected:
    return replace(expected, origin=f"{file} {expected.origin}")


def _as_written(file: str, path: str) -> str:
    """Write a campaign file's path as the creative's was given: from here, or in full."""
    if not os.path.isabs(path):  # noqa: PTH117  as above
        file = os.path.relpath(file)
    return file.replace(os.sep, "/")
