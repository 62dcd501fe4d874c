"""`profile new`, `check`, `show`, `import` and `export`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import load, nearest
from brandguard.cli.terminal import console, note, wants_color
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.settings import asset_path

if TYPE_CHECKING:
    from brandguard.interchange.profiletext import ProfileText
    from brandguard.model.profile import Profile

Short = StrEnum("Short", ["text", "json"])
ColourFile = StrEnum("ColourFile", ["ase", "aco", "gpl", "css", "tokens", "brand.yml"])
Exported = StrEnum("Exported", ["css", "ase", "gpl", "tokens", "brand.yml"])
PIPED = Path("-")
ProfileArgument = Annotated[
    Path | None, typer.Argument(help="A profile; else the nearest _brand.yml.", show_default=False)
]
ReadProfile = Annotated[
    Path | None,
    typer.Argument(
        help="A profile, - for standard input; else the nearest _brand.yml.", show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Write, check and show profiles.", no_args_is_help=True)
    group.command("new")(new)
    group.command("check")(check)
    group.command("show")(show)
    group.command("import")(import_)
    group.command("export")(export)
    app.add_typer(group, name="profile")


def new(
    output: Annotated[Path, typer.Argument(help="The file to write.")] = Path("_brand.yml"),
    name: Annotated[str, typer.Option("--name", help="The brand's name.")] = "My brand",
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Write a profile to start from, with every part explained."""
    from brandguard.writers.atomic import replacing

    if output.exists() and not force:
        raise UsageError(f"{output}: exists already; --force replaces it")
    template = asset_path("profile", "template.yml").read_text(encoding="utf-8")
    text = template.replace("My brand", json.dumps(name, ensure_ascii=False))
    with replacing(output, binary=True) as stream:
        stream.write(text.encode("utf-8"))
    note(Messages.load(str(lang)).text("brand.written", path=str(output)))
    return 0


def check(profile: ReadProfile = None, lang: o.Lang = o.LanguageName.en) -> int:
    """Say whether a profile can be used, with all errors at once."""
    brand = _read(profile)
    messages = Messages.load(str(lang))
    words = brand.wording
    terms = len(words.banned) + len(words.preferred) + len(words.names) + len(words.required)
    counts = {"colours": len(brand.colours), "terms": terms, "rules": len(brand.rules)}
    facts = {what: messages.count(what, number) for what, number in counts.items()}
    note(messages.text("brand.good", path=brand.path, name=brand.name, **facts))
    return 0


def _read(profile: Path | None) -> Profile:
    """Load a profile; one from standard input stands in the current folder."""
    if profile != PIPED:
        return load(profile or nearest(()), ())[0]
    from brandguard.checks import BY_CODE
    from brandguard.interchange.brandyml import document_of, layers_below, profile_of
    from brandguard.learning.reference import load_reference

    document = document_of(sys.stdin.buffer.read(), str(PIPED))
    brand = profile_of(document, layers_below(document), BY_CODE)
    load_reference(brand)  # what it learned must fit, as in a file
    return brand


def show(
    profile: ReadProfile = None,
    format_: Annotated[
        Short, typer.Option("--format", help="For people, or programs.")
    ] = Short.text,
    lang: o.Lang = o.LanguageName.en,
    color: o.Color = o.When.auto,
) -> int:
    """Show a profile as the checks see it."""
    brand = _read(profile)
    if format_ is Short.json:
        sys.stdout.write(json.dumps(asdict(brand), indent=1, ensure_ascii=False) + "\n")
    else:
        _draw(brand, Messages.load(str(lang)), color=wants_color(str(color), sys.stdout))
    return 0


def import_(
    file: Annotated[Path, typer.Argument(help="A file of colours.", show_default=False)],
    into: Annotated[
        Path, typer.Option("--into", help="The profile; written anew where there is none.")
    ] = Path("_brand.yml"),
    format_: Annotated[
        ColourFile | None, typer.Option("--format", help="Else told by the file's name.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace colours of the same name.")
    ] = False,
    lang: o.Lang = o.LanguageName.en,
) -> int:
    """Take the colours of an ASE, ACO, GPL, CSS, design tokens or brand.yml file into a profile."""
    from brandguard.interchange.colourfiles import BY_NAME, load_colours
    from brandguard.interchange.profiletext import with_colours
    from brandguard.readers.inks import hex_of_inks
    from brandguard.writers.atomic import replacing

    form = BY_NAME[str(format_)] if format_ else None
    colours = load_colours(file, form, hex_of_inks)
    if into.exists():
        load(into, ())  # one with errors is refused
        text = _text_of(into)
    else:
        text = _new_text(into)
    new, other = with_colours(text, colours)
    if other and not force:
        names = ", ".join(other)
        raise UsageError(f"{into}: has other values for {names}; --force replaces them")
    with replacing(into) as stream:
        stream.write(new.text)
    messages = Messages.load(str(lang))
    count = messages.count("colours", len(colours))
    note(messages.text("brand.imported", path=str(into), colours=count, source=str(file)))
    return 0


def _text_of(path: Path) -> ProfileText:
    from brandguard.interchange.profiletext import ProfileText

    return ProfileText.parse(path.read_text(encoding="utf-8-sig"), str(path))


def _new_text(path: Path) -> ProfileText:
    from brandguard.interchange.profiletext import ProfileText

    name = path.absolute().parent.name or "My brand"
    return ProfileText.parse("", str(path)).with_value(("meta", "name"), name)


def export(
    profile: ProfileArgument = None,
    format_: Annotated[Exported, typer.Option("--format", help="What to write.")] = Exported.css,
    output: o.Output = None,
) -> int:
    """Write a profile's colours for other programs, or the whole of it as one brand.yml."""
    from brandguard.interchange.colourfiles import BY_NAME
    from brandguard.interchange.profiletext import alone
    from brandguard.interchange.swatches import Swatched
    from brandguard.writers.atomic import replacing

    brand, _ = load(profile or nearest(()), ())
    form = BY_NAME[str(format_)]
    if form.write is None:
        data = alone(_text_of(Path(str(brand.path)))).encode()
    elif not brand.colours:
        raise UsageError(f"{brand.path}: names no colours")
    else:
        colours = [Swatched(c.name, c.hex, c.cmyk, c.spot) for c in brand.colours]
        data = form.write(colours, brand.name)
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(data)
        return 0
    with replacing(output, binary=True) as stream:
        stream.write(data)
    return 0


def _draw(brand: Profile, messages: Messages, *, color: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    out = console(color=color)
    out.print(Text(brand.name, style="bold"))
    table = Table(box=None, show_header=False, padding=(0, 1))
    core = messages.text("brand.core")
    for colour in brand.colours:
        share = f"{colour.share[0]:.0%}–{colour.share[1]:.0%}" if colour.share else ""
        table.add_row(
            Text("██", style=colour.hex), colour.hex, Text(colour.name),
            f"ΔE ≤ {colour.tolerance:g}", share, core if colour.core else "",
            messages.name("colour_origin", colour.origin),
        )  # fmt: skip
    out.print(table)
    for language, address in brand.address.items():
        said = messages.name(f"address_{language}", address)
        out.print(Text(f"{messages.name('language_name', language)}: {said}"))
    for label, items in (
        ("banned", list(dict.fromkeys(t.term for t in brand.wording.banned))),
        ("names", list(brand.wording.names)),
        ("required", [t.text for t in brand.wording.required]),
        (
            "formats",
            [
                f"{language} «{example}»"
                for language, form in brand.wording.formats.items()
                for example in (form.price, form.percent)
                if example
            ],
        ),
    ):
        if items:
            out.print(Text(f"{messages.text(f'brand.{label}')}: {', '.join(items)}"))
    for code, severity in brand.rules.items():
        said = f"{messages.title(code)}: {messages.name('severity', severity)}"
        out.print(Text(f"{code} {said}"))
