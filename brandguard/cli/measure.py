"""`measure`, `palette` and `voice`: what was measured, without judging."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load, request
from brandguard.cli.paletteview import draw_palette, palette_json
from brandguard.cli.terminal import console, interruptible, note, wants_color
from brandguard.messages import Messages
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Note
    from brandguard.model.features import Features, VoiceTraits

Short = StrEnum("Short", ["text", "json"])
UNREADABLE = 1
_ENGLISH = ("contractions",)
"""Traits that only English has."""
_SAID_BY_ITS_OWN = frozenset({"readability"})
"""The language's own measure of it stands beside it and is the same figure."""

PathArgument = Annotated[str, typer.Argument(help="A creative or a folder; - is standard input.")]
ShortFormat = Annotated[Short, typer.Option("--format", help="For people, or for programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("measure")(measure)
    app.command("palette")(palette)
    app.command("voice")(voice)


def measure(  # noqa: PLR0917  options, all given by name
    path: PathArgument, language: o.Language = None, no_cache: o.NoCache = False,
    no_ocr: o.NoOcr = False, timeout: o.Timeout = None, max_memory: o.MaxMemory = 1024,
    lang: o.Lang = o.LanguageName.en,
) -> int:  # fmt: skip
    """Say what was measured, as JSON, one line a creative."""
    from pydantic import TypeAdapter

    from brandguard.model.features import Features

    adapter = TypeAdapter(Features)
    options = _options(language, no_cache, timeout, max_memory) | {"ocr": not no_ocr}
    bad = 0
    messages = Messages.load(str(lang))
    for name, result in _measured(path, options, messages, picture=True, voice=True):
        if isinstance(result, Features):
            body = adapter.dump_python(result, mode="json")
            _emit({"schema": "brandguard.features/1", "path": display_path(name), **body})
        else:
            bad = _unreadable(name, result, messages)
    return bad


def palette(  # noqa: PLR0917  options, all given by name
    path: PathArgument, profile: o.NamedProfile = None, format_: ShortFormat = Short.text,
    no_cache: o.NoCache = False, lang: o.Lang = o.LanguageName.en, color: o.Color = o.When.auto,
    timeout: o.Timeout = None, max_memory: o.MaxMemory = 1024,
) -> int:  # fmt: skip
    """Draw the palette of a creative; with --profile beside the brand's nearest colours."""
    from brandguard.model.features import Features

    options = _options(None, no_cache, timeout, max_memory)
    brand = load(profile, ())[0] if profile else None
    messages = Messages.load(str(lang))
    bad = 0
    for name, result in _measured(path, options, messages, picture=True, voice=False):
        if not isinstance(result, Features):
            bad = _unreadable(name, result, messages)
        elif format_ is Short.json:
            _emit(palette_json(name, result, brand))
        else:
            out = console(color=wants_color(str(color), sys.stdout))
            draw_palette(name, result, brand, messages, out)
    return bad


def voice(  # noqa: PLR0917  options, all given by name
    path: PathArgument, language: o.Language = None,
    lines: Annotated[bool, typer.Option("--lines", help="Each line is a text of its own.")] = False,
    format_: ShortFormat = Short.text, lang: o.Lang = o.LanguageName.en,
    no_cache: o.NoCache = False, no_ocr: o.NoOcr = False, color: o.Color = o.When.auto,
    timeout: o.Timeout = None, max_memory: o.MaxMemory = 1024,
) -> int:  # fmt: skip
    """Say how a text sounds: language, address, imperatives, and its traits."""
    from brandguard.model.features import Features

    if lines:
        return _voice_lines(path, str(language) if language else None, format_, str(lang))
    options = _options(language, no_cache, timeout, max_memory) | {"ocr": not no_ocr}
    bad = 0
    messages = Messages.load(str(lang))
    for name, result in _measured(path, options, messages, picture=False, voice=True):
        if not isinstance(result, Features):
            bad = _unreadable(name, result, messages)
        elif format_ is Short.json:
            _emit(_voice_json(result.voices[0] if result.voices else None))
        else:
            _draw_voice(name, result, messages, color=wants_color(str(color), sys.stdout))
    return bad


def _options(
    language: object, no_cache: bool, timeout: float | None, max_memory: int
) -> dict[str, object]:
    return {
        "language": language, "no_cache": no_cache, "timeout_s": timeout,
        "max_memory_mb": max_memory,
    }  # fmt: skip


def _measured(
    path: str, options: dict[str, object], messages: Messages, *, picture: bool, voice: bool
) -> Iterator[tuple[str, Features | Note]]:
    from brandguard.engine import Found, Started, measure_all
    from brandguard.measures.everything import Wanted

    wish = request([path], options)
    languages = (wish.language,) if wish.language else ()
    facts = picture and voice  # the short forms show one thing alone
    wanted = Wanted(
        picture=picture, voice=voice, facts=facts, languages=languages, ocr=voice and wish.ocr
    )
    with interruptible():
        for event in measure_all(wish, wanted):
            if isinstance(event, Found):
                if not event.total:
                    note(f"brandguard: {messages.text('measured.nothing')}")
            elif not isinstance(event, Started):
                yield event.job.path, event.result


def _emit(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _unreadable(path: str, why: Note, messages: Messages) -> int:
    note(f"{display_path(path)}: {messages.note(why)}")
    return UNREADABLE


def _voice_json(voice: VoiceTraits | None) -> dict[str, Any]:
    schema = {"schema": "brandguard.voice/1"}
    if voice is None:
        nothing = {"language": None, "words": 0, "address": "none", "imperatives": 0, "we": 0}
        return {**schema, **nothing, "traits": {}, "dimensions": {}}
    from brandguard.measures.voice_dimensions import voice_dimensions

    placed = voice_dimensions(voice.traits)
    return {
        **schema,
        "language": voice.language,
        "words": voice.words,
        "address": voice.address,
        "imperatives": voice.imperatives,
        "we": voice.we,
        "traits": {name: t.value if t else None for name, t in voice.traits.items()},
        "dimensions": {
            name: {"value": d.value, "low": d.low, "high": d.high} if d else None
            for name, d in placed.items()
        },
    }


def _voice_lines(path: str, language: str | None, format_: Short, lang: str) -> int:
    """Measure each line of a text by itself, in this process: it is text that the user typed."""
    from brandguard.measures.voice import measure_voice

    expected = (language,) if language else ()
    messages = Messages.load(lang)
    for line in _lines_of(path):
        found = measure_voice([(1, line)], expected) if line.strip() else ()
        if format_ is Short.json:
            _emit(_voice_json(found[0] if found else None))
        elif found:
            one = found[0]
            address = messages.text(f"address.{one.address}")
            note_ = f"{one.language}  {address:<10}  {one.imperatives}!  {line.strip()}"
            sys.stdout.write(note_ + "\n")
    return 0


def _lines_of(path: str) -> Iterable[str]:
    """Give the lines as `wc -l` counts them: other breaks (U+2028…) belong to the text."""
    if path == "-":
        data = sys.stdin.buffer.read()
    else:
        from brandguard.readers.guard import read_bytes

        data = read_bytes(path)
    lines = data.decode("utf-8-sig", "replace").split("\n")
    return (line.removesuffix("\r") for line in (lines if lines[-1] else lines[:-1]))


def _draw_voice(path: str, features: Features, messages: Messages, *, color: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from brandguard.measures.voice_traits import READABILITY

    out = console(color=color)
    out.print(Text(display_path(path), style="bold"))
    if not features.voices:
        out.print(Text(f"  {messages.text('measured.no_text')}", style="dim"))
    for voice in features.voices:
        address = messages.name(f"address_{voice.language}", voice.address)
        counted = {"words": voice.words, "imperatives": voice.imperatives}
        facts = {what: messages.count(what, number) for what, number in counted.items()}
        facts |= {"language": voice.language, "address": address}
        out.print(Text(f"  {messages.text('measured.words', we=voice.we, **facts)}"))
        table = Table(box=None, padding=(0, 2), header_style="dim")
        for heading in ("trait", "value", "spread"):
            table.add_column(messages.text(f"measured.{heading}"))
        for name, trait in voice.traits.items():
            if name in _SAID_BY_ITS_OWN or (trait is None and name in {*READABILITY, *_ENGLISH}):
                continue
            value = messages.number(trait.value) if trait else messages.text("measured.too_short")
            ends = [messages.number(end) for end in (trait.low, trait.high)] if trait else []
            spread = "–".join(ends)
            table.add_row(
                Text(messages.text(f"trait.{name}")), Text(value), Text(spread, style="dim")
            )
        out.print(table)
