"""The text of a campaign file: written anew, or changed in one place with its comments kept."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from brandguard.interchange.campaignfile import CampaignFile
from brandguard.interchange.validation import validate
from brandguard.interchange.yamlfile import parse
from brandguard.model.creative import channel_of
from brandguard.model.errors import ProfileError

if TYPE_CHECKING:
    from brandguard.model.creative import Channel, Medium

ENTRIES = "creatives"
_SPECIAL = re.compile(r"[\\*?\[\]!#]")
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def escaped(name: str) -> str:
    """Write a name or path so that a pattern means it and nothing else.

    What YAML cannot hold (control characters, bytes that are no Unicode) stands as «?», which is
    any one character.
    """
    plain = _UNWRITABLE.sub("?", _SPECIAL.sub(lambda m: f"\\{m.group()}", name))
    plain = re.sub(r"[^\S ](?=/|$)", "?", plain)  # stripped from a pattern's end like a space
    return re.sub(r" (?=/|$)", r"\\ ", plain)


def pattern_of(below: str) -> str:
    """Give the pattern of one creative by its path below the campaign file's folder."""
    pattern = escaped(below)
    return pattern if "/" in pattern else f"/{pattern}"


def with_creative(  # noqa: PLR0917  the parts of one correction
    text: str,
    below: str,
    channel: Channel | None = None,
    medium: Medium | None = None,
    language: str | None = None,
    file: str = "campaign.yml",
) -> str:
    """Give a campaign file's text with one creative's channel, medium or language set.

    Everything else stays, comments too; None leaves a field as it is. The creative's own entry is
    changed if it has one that no later entry outdoes, else one is added at the end, where it wins.
    `below` is the creative's path relative to the file's folder, with forward slashes; `text` may
    be empty for a new file. Raises ProfileError where the text is no campaign file, ValueError
    where medium and channel do not fit.
    """
    own = channel_of(medium)
    if channel and own and own != channel:
        raise ValueError(f"the medium {medium} is {own}, not {channel}")
    document = parse(text, file)
    _, problems = validate(CampaignFile, document.plain(), document)
    if problems:
        raise ProfileError(file, tuple(problems))
    entries = document.tree.get(ENTRIES)
    if entries is None:
        entries = document.tree[ENTRIES] = CommentedSeq()
    entry = _own_entry(entries, below)
    if entry is None:
        entry = CommentedMap({"pattern": pattern_of(below)})
        entries.append(entry)
    _set(entry, channel or own, medium, language)
    return dumped(document.tree)


def dumped(tree: CommentedMap) -> str:
    """Write a tree as YAML, indented as our files are."""
    yaml, out = YAML(), StringIO()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    yaml.dump(tree, out)
    return out.getvalue()


def _own_entry(entries: Any, below: str) -> Any:  # noqa: ANN401  ruamel's sequence of mappings
    """Give the creative's own entry, if it is the last one that matches the creative."""
    from pathspec import GitIgnoreSpec

    for entry in reversed(entries):
        patterns = entry["pattern"]
        patterns = [patterns] if isinstance(patterns, str) else list(patterns)
        if patterns == [pattern_of(below)]:
            return entry
        if GitIgnoreSpec.from_lines(patterns).match_file(below):
            return None
    return None


def _set(
    entry: Any,  # noqa: ANN401  ruamel's mapping
    channel: Channel | None,
    medium: Medium | None,
    language: str | None,
) -> None:
    """Write the fields; one that no longer fits the new ones is taken out."""
    given = {"channel": channel, "medium": medium, "language": language}
    for name, value in given.items():
        if value is not None:
            entry[name] = value
    if channel and medium is None and channel_of(entry.get("medium")) not in {None, channel}:
        entry["medium"] = "other"
