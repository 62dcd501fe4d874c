"""`brandguard learn`: a profile from approved creatives."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path  # noqa: TC003  typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from brandguard.cli import options as o
from brandguard.cli.common import request
from brandguard.cli.terminal import Progress, interruptible, note
from brandguard.messages import Messages
from brandguard.model.errors import UsageError
from brandguard.model.paths import display_path

if TYPE_CHECKING:
    from brandguard.engine import Request
    from brandguard.learning.learn import Learning, Named
    from brandguard.model.profile import Profile

SURE_FROM = 20
"""Examples from which leave-one-out resolves a rate of 5 %."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("learn")(learn)


def learn(  # noqa: PLR0917  options, all given by name
    output: Annotated[Path, typer.Option("--output", "-o", help="The profile to write.")],
    name: Annotated[str, typer.Option("--name", help="The brand's name.")],
    paths: o.Paths = None,
    base: Annotated[
        Path | None, typer.Option("--base", help="A profile whose rules stay as they are.")
    ] = None,
    false_alarms: Annotated[
        float,
        typer.Option(
            "--false-alarms", min=0.001, max=0.5, envvar="BRANDGUARD_FALSE_ALARMS",
            help="Share of on-brand creatives that may be flagged.",
        ),
    ] = 0.05,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing profile.")] = False,
    channel: o.Channel = None,
    medium: o.Medium = None,
    language: o.Language = None,
    files_from: o.FilesFrom = None,
    include: o.Include = None,
    exclude: o.Exclude = None,
    jobs: o.Jobs = 0,
    timeout: o.Timeout = None,
    max_memory: o.MaxMemory = 1024,
    no_cache: o.NoCache = False,
    lang: o.Lang = o.LanguageName.en,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
) -> int:  # fmt: skip
    """Learn a profile from approved creatives and copy: colours, look, voice, and thresholds."""
    _may_write(output, base, force=force)
    wanted = request(
        paths,
        {
            "files_from": files_from, "include": include, "exclude": exclude, "channel": channel,
            "medium": medium, "language": language, "jobs": jobs, "timeout_s": timeout,
            "max_memory_mb": max_memory, "no_cache": no_cache,
        },
    )  # fmt: skip
    from brandguard.interchange.brandyml import load_profile, read_document

    document = read_document(base) if base else None
    if base is not None:
        brand = load_profile(base)  # a base with errors is refused before the work begins
        _stays_beside(base, output, brand)
    with ExitStack() as stack:
        examples = _examples(wanted, stack, lang=str(lang), quiet=quiet, verbose=verbose)
    if not examples:
        raise UsageError("nothing to learn from: none of the creatives could be read")
    from brandguard.learning.learn import learn as learn_from
    from brandguard.learning.write import profile_text
    from brandguard.writers.atomic import replacing

    learned = learn_from(examples, false_alarms)
    learned_file = output.with_name(f"{output.name}.learned")
    text, data = profile_text(name, learned, learned_file.name, false_alarms, document)
    for file, content in ((learned_file, data), (output, text.encode("utf-8"))):
        with replacing(file, binary=True) as stream:
            stream.write(content)
    if not quiet:
        _say(output, learned, len(examples))
    return 0


def _may_write(output: Path, base: Path | None, *, force: bool) -> None:
    same = base is not None and output.exists() and output.samefile(base)
    if output.exists() and not force and not same:
        raise UsageError(f"{output}: exists already; --force replaces it, --base builds on it")
    if not output.parent.is_dir():
        raise UsageError(f"{output.parent}: there is no such folder")


def _stays_beside(base: Path, output: Path, brand: Profile) -> None:
    """Refuse a folder from which the base's own paths would lead nowhere."""
    if brand.logos and output.resolve().parent != base.resolve().parent:
        text = "names logo files by their path from its own folder"
        raise UsageError(f"{base}: {text}: write the new profile there, with --output FILE")


def _examples(
    wanted: Request, stack: ExitStack, *, lang: str, quiet: bool, verbose: bool
) -> list[Named]:
    """Measure the approved creatives; the unreadable are named and left out, the same one once."""
    from brandguard.engine import Found, Started, measure_all, wanted_for
    from brandguard.model.features import Features

    progress = Progress(quiet=quiet, verbose=verbose)
    stack.callback(progress.close)
    messages = Messages.load(lang)
    examples: list[Named] = []
    seen: set[str] = set()
    done = total = 0
    with interruptible():
        for event in measure_all(wanted, wanted_for(None, wanted.language)):
            if isinstance(event, Found):
                total = event.total
                progress.total(total)
            elif not isinstance(event, Started):
                done += 1
                progress.step(event.job.path, done, total)
                if not isinstance(event.result, Features):
                    note(f"left out: {display_path(event.job.path)}: {messages.note(event.result)}")
                elif event.result.sha256 not in seen:
                    seen.add(event.result.sha256)
                    examples.append((event.job.path, event.result))
    return examples


def _say(output: Path, learned: Learning, count: int) -> None:
    texts = ", ".join(f"{n} texts in {language}" for language, n in learned.texts.items())
    found = f"{learned.pictures} pictures{' and ' + texts if texts else ''}"
    note(f"{output}: learned from {count} approved creatives ({found})")
    note(f"{len(learned.colours)} colours: {', '.join(c.name for c in learned.colours) or 'none'}")
    silent = [code for code, rate in learned.rules.items() if rate.severity == "note"]
    if silent:
        note(f"only notes, since they would flag the brand's own creatives: {', '.join(silent)}")
    if count < SURE_FROM:
        note(
            f"{count} examples are few: the thresholds lean on those of other brands. "
            f"From about {SURE_FROM} on they are the brand's own"
        )
