"""`measure`, `palette` and `voice`: what was measured, without judging."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brandguard.cli import options as o
from brandguard.cli.common import request
from brandguard.cli.terminal import console, interruptible, note, wants_color
from brandguard.messages import Messages
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandguard.model.creative import Note
    from brandguard.model.features import Features, VoiceTraits

Short = StrEnum("Short", ["text", "json"])
UNREADABLE = 1
BAR = 30

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
) -> int:  # fmt: skip
    """Say what was measured, as JSON, one line a creative."""
    from pydantic import TypeAdapter

    from brandguard.model.features import Features

    adapter = TypeAdapter(Features)
    options = _options(language, no_cache, timeout, max_memory) | {"ocr": not no_ocr}
    bad = 0
    for name, result in _measured(path, options, picture=True, voice=True):
        if isinstance(result, Features):
            body = adapter.dump_python(result, mode="json")
            _emit({"schema": "brandguard.features/1", "path": display_path(name), **body})
        else:
            bad = _unreadable(name, result)
    return bad


def palette(  # noqa: PLR0917  options, all given by name
    path: PathArgument, format_: ShortFormat = Short.text, no_cache: o.NoCache = False,
    color: o.Color = o.When.auto, timeout: o.Timeout = None, max_memory: o.MaxMemory = 1024,
) -> int:  # fmt: skip
    """Draw the palette of a creative."""
    from brandguard.model.features import Features

    options = _options(None, no_cache, timeout, max_memory)
    bad = 0
    for name, result in _measured(path, options, picture=True, voice=False):
        if not isinstance(result, Features):
            bad = _unreadable(name, result)
        elif format_ is Short.json:
            _emit(_palette_json(name, result))
        else:
            _draw_palette(name, result, color=wants_color(str(color), sys.stdout))
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
    for name, result in _measured(path, options, picture=False, voice=True):
        if not isinstance(result, Features):
            bad = _unreadable(name, result)
        elif format_ is Short.json:
            _emit(_voice_json(result.voices[0] if result.voices else None))
        else:
            _draw_voice(
                name, result, Messages.load(str(lang)), color=wants_color(str(color), sys.stdout)
            )
    return bad


def _options(
    language: object, no_cache: bool, timeout: float | None, max_memory: int
) -> dict[str, object]:
    return {
        "language": language, "no_cache": no_cache, "timeout_s": timeout,
        "max_memory_mb": max_memory,
    }  # fmt: skip


def _measured(
    path: str, options: dict[str, object], *, picture: bool, voice: bool
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
                    note("there is no creative here: nothing to measure")
            elif not isinstance(event, Started):
                yield event.job.path, event.result


def _emit(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def _unreadable(path: str, why: Note) -> int:
    note(f"{display_path(path)}: {Messages.load('en').note(why)}")
    return UNREADABLE


def _palette_json(path: str, features: Features) -> dict[str, Any]:
    pages = [
        {
            "palette": [
                {"hex": s.hex, "share": s.share, "photo": s.photo} for s in page.palette or ()
            ]
        }
        for page in features.pages
    ]
    return {"schema": "brandguard.palette/1", "path": display_path(path), "pages": pages}


def _draw_palette(path: str, features: Features, *, color: bool) -> None:
    from rich.text import Text

    out = console(color=color)
    out.print(Text(display_path(path), style="bold"))
    for page in features.pages:
        if len(features.pages) > 1:
            out.print(Text(f"page {page.number}", style="dim"))
        if not page.palette:
            out.print(Text("  no picture on this page", style="dim"))
        for swatch in page.palette or ():
            width = max(1, round(swatch.share * BAR))
            row = Text(f"  {swatch.hex}  {swatch.share:6.1%}  ")
            row.append("█" * width, style=swatch.hex)
            row.append("  photo" if swatch.photo else "", style="dim")
            out.print(row)


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

    out = console(color=color)
    out.print(Text(display_path(path), style="bold"))
    if not features.voices:
        out.print(Text("  no text to measure", style="dim"))
    for voice in features.voices:
        address = messages.text(f"address.{voice.address}")
        head = f"  {voice.language}: {voice.words} words, address {address}, "
        out.print(Text(head + f"{voice.imperatives} imperatives, {voice.we} × we"))
        table = Table(box=None, show_header=False, padding=(0, 2))
        for name, trait in voice.traits.items():
            value = f"{trait.value:.1f}" if trait else "too short"
            spread = f"{trait.low:.1f}–{trait.high:.1f}" if trait else ""
            table.add_row(
                Text(messages.text(f"trait.{name}")), Text(value), Text(spread, style="dim")
            )
        out.print(table)
