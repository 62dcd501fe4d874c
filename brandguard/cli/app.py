"""All commands together, and what happens when one goes wrong: one line, the right exit code."""

from __future__ import annotations

import difflib
import errno
import os
import re
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from typer._click.exceptions import ClickException, NoSuchOption
from typer._click.exceptions import UsageError as ClickUsageError

from brandguard import __version__
from brandguard.cli import (
    about,
    campaign,
    check,
    compare,
    history,
    learn,
    measure,
    profile,
    rules,
    store,
    waive,
    watch,
    window,
)
from brandguard.cli import options as o
from brandguard.model.errors import BrandGuardError
from brandguard.model.paths import display_text
from brandguard.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="brandguard",
    help="Tells whether a brand's creatives look and sound like the brand, and like each other.",
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
check.register(app)
compare.register(app)
campaign.register(app)
learn.register(app)
measure.register(app)
profile.register(app)
rules.register(app)
waive.register(app)
history.register(app)
store.register(app)
watch.register(app)
about.register(app)
window.register(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"brandguard {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
    lang: Annotated[
        o.LanguageName | None,
        typer.Option("--lang", help="The language of messages, of any command."),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="BRANDGUARD_DEBUG", help="Show tracebacks.")
    ] = False,
) -> None:
    """Open the window where there is a display, else show help."""
    del version, debug  # both have done their work
    del lang  # the command that follows asks for it
    settings = load_settings()
    shared = {k.replace("-", "_"): v for k, v in settings.items() if not isinstance(v, dict)}
    commands = {k: v for k, v in settings.items() if isinstance(v, dict)}
    context.default_map = {
        name: shared | {k.replace("-", "_"): v for k, v in commands.get(name, {}).items()}
        for name in context.command.list_commands(context)  # type: ignore[attr-defined]  # a group
    }
    if context.invoked_subcommand is None:
        if window.display_is_there():
            raise typer.Exit(window.open_window((), None))
        typer.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run a command; gives the exit code: 0, 1 findings, 2 wrong use or error, 130 interrupted."""
    _speak_utf8()
    debug = "--debug" in arguments or os.environ.get("BRANDGUARD_DEBUG", "") not in {"", "0"}
    words = [a for a in arguments if a != "--debug"]
    command = typer.main.get_command(app)
    try:
        result = command.main(args=words, prog_name="brandguard", standalone_mode=False)
    except typer.Exit as leaving:
        return int(leaving.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except ClickException as error:
        _complain(_usage_text(error, words))
    except BrandGuardError as error:
        _complain(_in_words(error, words))
    except Exception as error:
        if debug:
            raise
        _complain(_unforeseen(error))
    else:
        return int(result) if isinstance(result, int) else OK
    return WRONG


def _unforeseen(error: Exception) -> str:
    """Say what nobody else has caught: standard output that is full, or a fault of ours."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None:
        _pipe_closed()  # what Python still holds back would fail once more when it leaves
        return "standard output: the disk is full; make room or choose another drive"
    return f"internal error: {type(error).__name__}: {error} (run again with --debug)"


def _in_words(error: BrandGuardError, words: Sequence[str]) -> str:
    """Say an error in the language that was asked for, in English where that is not to be had."""
    from brandguard.messages import LANGUAGES, Messages

    lang = _spoken(words)
    return Messages.load(lang).error(error) if lang in LANGUAGES else str(error)


def _spoken(words: Sequence[str]) -> str:
    """Find the language: the command may not have come so far as to say it."""
    named = [
        word.partition("=")[2] or "".join(words[at + 1 : at + 2])
        for at, word in enumerate(words)
        if word == "--lang" or word.startswith("--lang=")
    ]
    if named:
        return named[-1]
    try:
        return os.environ.get("BRANDGUARD_LANG") or str(load_settings().get("lang", "en"))
    except BrandGuardError:
        return "en"  # the settings are what is wrong


def _complain(text: str) -> None:
    for line in text.splitlines():
        print(f"brandguard: {display_text(line)}", file=sys.stderr)  # noqa: T201  the command line's voice


def _usage_text(error: ClickException, words: Sequence[str]) -> str:
    """Say in one line what is wrong with the call, and the nearest right name."""
    if isinstance(error, NoSuchOption):
        wrong = error.option_name
        close = _nearest(wrong, error.possibilities or _options_of(error))
        return f"there is no option {wrong}{close}"
    text = error.format_message().strip().rstrip(".")
    missing = re.match(r"No such command '(.*?)'", text)
    if missing:
        command = typer.main.get_command(app)
        names = list(command.commands)  # type: ignore[attr-defined]  # a group has commands
        return f"there is no command {missing[1]}{_nearest(missing[1], names)}"
    text = re.sub(r" \(env var: '[^']*'\)|Value error, ", "", text)
    text = re.sub(r"'(--?[\w-]+)'", r"\1", text)
    choice = re.search(r"'(.*)' is not one of (.*)", text)
    if choice:
        text += _nearest(choice[1], re.findall(r"'(.*?)'", choice[2]))
    first = text[:1].lower() + text[1:]
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group
    where = next((w for w in words if w in commands), "")
    return f"{where}: {first}" if where and isinstance(error, ClickUsageError) else first


def _options_of(error: NoSuchOption) -> list[str]:
    context = error.ctx
    params = context.command.params if context else []
    return [option for param in params for option in param.opts]


def _nearest(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else ""


def _pipe_closed() -> int:
    """End quietly where the reader of our output has left (`| head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _speak_utf8() -> None:
    """Write UTF-8 whatever the terminal says, and never stumble over a file name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
