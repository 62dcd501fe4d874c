"""A learned profile as a file that its owner can read and edit."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from brandguard.learning.reference import pack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.interchange.yamlfile import Document
    from brandguard.learning.learn import Learning, RuleRate
    from brandguard.learning.ranges import Range
    from brandguard.learning.reference import LearnedFile
    from brandguard.learning.typefaces import LearnedType
    from brandguard.likeness.threshold import Limits

FEW = 12
"""Examples under which the file says that its thresholds are mostly prior."""


def profile_text(
    name: str, learning: Learning, file_name: str, false_alarms: float, base: Document | None
) -> tuple[str, bytes]:
    """Give the YAML of the profile and the bytes of its .learned file.

    Whatever `base` says stays, comments too; what was learned only fills the gaps. But the rate of
    false alarms is the one that the limits were learned for.
    """
    data = pack(learning.file)
    tree = base.tree if base else CommentedMap()
    if base is not None and base.plain().get("color", {}).get("palette"):
        learning = _without_colours(learning)
    if base is not None and _says_fonts(base.plain()):
        learning = _without_typefaces(learning)
    learned = _tree(name, learning, file_name, hashlib.sha256(data).hexdigest(), false_alarms)
    _fill(tree, learned)
    tree["defaults"]["brandguard"]["false_alarms"] = false_alarms
    if base is None:
        tree.yaml_set_start_comment(_head(learning))
    out = StringIO()
    yaml = YAML()
    yaml.width = 100
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(tree, out)
    return out.getvalue(), data


def _without_colours(learning: Learning) -> Learning:
    """Leave the colours to a base that names its own."""
    rules = {code: rate for code, rate in learning.rules.items() if not code.startswith("COL")}
    return replace(learning, colours=(), rules=rules)


def _says_fonts(plain: Mapping[str, Any]) -> bool:
    """Say whether a base names its own fonts."""
    ours = (plain.get("defaults") or {}).get("brandguard") or {}
    return bool(plain.get("typography") or (ours.get("typography") or {}).get("families"))


def _without_typefaces(learning: Learning) -> Learning:
    """Leave the fonts to a base that names its own."""
    rules = {code: rate for code, rate in learning.rules.items() if not code.startswith("TYP")}
    return replace(learning, typefaces=None, rules=rules)


def _head(learning: Learning) -> str:
    texts = ", ".join(f"{n} texts in {language}" for language, n in learning.texts.items())
    count = learning.pictures + sum(learning.texts.values())
    sure = (
        "Few examples: the thresholds lean on those of other brands. Add more and learn again."
        if count < FEW
        else "Thresholds come from judging each example by what the others taught."
    )
    return (
        f"Learned from {learning.pictures} approved pictures{' and ' + texts if texts else ''}.\n"
        f"{sure}\nEdit whatever you know better: what is written here goes before what was learned."
    )


def _tree(
    name: str, learning: Learning, file_name: str, sha256: str, false_alarms: float
) -> CommentedMap:
    colours = {c.name: c.hex for c in learning.colours}
    shares = CommentedMap({c.name: CommentedMap(share=_pair(c.share)) for c in learning.colours})
    for colour in learning.colours:
        note = f"on {colour.presence:.0%} of the approved creatives"
        shares.yaml_add_eol_comment(note, colour.name)
    faces = learning.typefaces
    ours = CommentedMap(
        languages=_flow(learning.languages),
        colour=CommentedMap(palette=shares, room=_room(learning.rules)),
        imagery=CommentedMap(traits=_ranges(learning.picture_ranges)),
        voice=CommentedMap(
            address=CommentedMap(learning.address),
            traits=CommentedMap({k: _ranges(v) for k, v in learning.voice_ranges.items()}),
        ),
        typography=CommentedMap(families=_flow(faces.others if faces else ())),
        rules=_rules(learning.rules),
        false_alarms=false_alarms,
        learned=CommentedMap(
            file=file_name,
            sha256=sha256,
            pictures=learning.pictures,
            texts=CommentedMap(learning.texts),
            colours=_flow(colours),
            limits=_limits(learning.file, false_alarms),
        ),
    )
    tree = CommentedMap(
        meta=CommentedMap(name=name),
        color=CommentedMap(palette=CommentedMap(colours)),
        typography=_typography(faces),
        defaults=CommentedMap(brandguard=_without_empty(ours)),
    )
    if not tree["typography"]:
        del tree["typography"]
    return tree


def _typography(faces: LearnedType | None) -> CommentedMap:
    """Say what text and headlines are set in, and how many of the approved creatives use it."""
    roles = CommentedMap()
    if faces is None:
        return roles
    presence = {family.name: family.presence for family in faces.families}
    for role, name in (("base", faces.base), ("headings", faces.headings)):
        if name:
            roles[role] = name
            roles.yaml_add_eol_comment(
                f"in {presence[name]:.0%} of the {faces.judged} approved creatives that name fonts",
                role,
            )
    return roles


def _limits(file: LearnedFile, false_alarms: float) -> CommentedMap:
    """Say where the learned distances warn, and how far that is the brand's own evidence."""
    limits = CommentedMap()
    promise = f"1 warns of {false_alarms:.0%} of on-brand creatives, more is more lenient"
    if file.look is not None:
        limits["look"] = 1.0
        limits.yaml_add_eol_comment(f"{promise}; {_sure(file.look.look)}", "look")
    voices = CommentedMap()
    for language, voice in file.voices.items():
        voices[language] = 1.0
        voices.yaml_add_eol_comment(_sure(voice.limits), language)
    if voices:
        limits["voice"] = voices
    return limits


def _sure(limits: Limits) -> str:
    return (
        f"{limits.own:.0%} from this brand's {limits.series} independent examples, the rest prior"
    )


def _rules(rates: Mapping[str, RuleRate]) -> CommentedMap:
    rules = CommentedMap({code: rate.severity for code, rate in rates.items()})
    for code, rate in rates.items():
        note = f"flags {rate.flagged} of {rate.judged} approved creatives it had not seen"
        rules.yaml_add_eol_comment(note, code)
    return rules


def _room(rates: Mapping[str, RuleRate]) -> CommentedMap:
    """Say how much of the area foreign colours may cover before the rule is more than a note."""
    room = CommentedMap({c: rate.room for c, rate in rates.items() if rate.room is not None})
    for code in room:
        room.yaml_add_eol_comment("of the area; the approved ones, judged unseen, keep to it", code)
    return room


def _fill(tree: Any, learned: Mapping[str, Any]) -> None:  # noqa: ANN401  a YAML tree
    """Put into `tree` what it lacks; colours only where it names none."""
    for key, value in learned.items():
        if tree.get(key) is None:
            tree[key] = value
        elif key in {"palette", "rules", "learned"}:
            if key == "learned":
                tree[key] = value
            elif key == "rules":
                _fill(tree[key], value)
        elif isinstance(tree[key], dict) and isinstance(value, dict):
            _fill(tree[key], value)


def _ranges(ranges: Mapping[str, Range]) -> CommentedMap:
    return CommentedMap({name: _pair(pair) for name, pair in ranges.items()})


def _pair(pair: Range) -> CommentedSeq:
    return _flow(pair)


def _flow(values: Any) -> CommentedSeq:  # noqa: ANN401  any iterable of scalars
    seq = CommentedSeq(values)
    seq.fa.set_flow_style()
    return seq


def _without_empty(tree: CommentedMap) -> CommentedMap:
    """Drop sections that nothing was learned for."""
    for key in list(tree):
        if isinstance(tree[key], CommentedMap):
            _without_empty(tree[key])
        if isinstance(tree[key], dict | list) and not tree[key]:
            del tree[key]
    return tree
