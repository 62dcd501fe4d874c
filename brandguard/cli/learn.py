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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandguard.engine import Request
    from brandguard.learning.learn import Learning, Named, RuleRate
    from brandguard.model.profile import Profile

NAMED = 5
"""Creatives that are named as the reason why something is not judged."""
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
        float | None,
        typer.Option(
            "--false-alarms", min=0.001, max=0.5, envvar="BRANDGUARD_FALSE_ALARMS",
            show_default=False,
            help="Share of on-brand creatives that may be flagged; else the base's, else 0.05.",
        ),
    ] = None,
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

    document, brand = read_document(base) if base else None, None
    if base is not None:
        brand = load_profile(base)  # a base with errors is refused before the work begins
        _stays_beside(base, output, brand)
    with ExitStack() as stack:
        examples = _examples(wanted, stack, lang=str(lang), quiet=quiet, verbose=verbose)
    if not examples:
        raise UsageError("nothing to learn from: none of the creatives could be read")
    from brandguard.learning.learn import learn as learn_from
    from brandguard.learning.write import profile_text
    from brandguard.model.profile import DEFAULT_FALSE_ALARMS
    from brandguard.writers.atomic import replace_all

    rate = false_alarms or (brand.false_alarms if brand else DEFAULT_FALSE_ALARMS)
    learned = learn_from(examples, rate)
    learned_file = output.with_name(f"{output.name}.learned")
    text, data = profile_text(name, learned, learned_file.name, rate, document)
    replace_all({learned_file: data, output: text.encode("utf-8")})
    if not quiet:
        _say(output, learned, len(examples), Messages.load(str(lang)), brand)
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
                    facts = {"path": event.job.path, "reason": messages.note(event.result)}
                    note(messages.text("learned.left_out", **facts))
                elif event.result.sha256 not in seen:
                    seen.add(event.result.sha256)
                    examples.append((event.job.path, event.result))
    return examples


def _judged_by(learned: Learning, messages: Messages, *, own_colours: bool) -> Iterator[str]:
    """Say what a learned rule will judge, what not, and why; a base's own colours judge anyway."""
    told = set() if own_colours else {code for code in learned.rules if code.startswith("COL")}
    first = learned.rules.get("COL001")
    if own_colours and first is not None:
        told |= {"COL001", "COL002"}
        yield _of_foreign_colours(first, learned.rules.get("COL002"), messages)
    silent = [
        (code, rate)
        for code, rate in learned.rules.items()
        if rate.severity == "note" and code not in told
    ]
    for key, enough in (("silent", True), ("silent_few", False)):
        codes = [code for code, rate in silent if (rate.enough or bool(rate.flagged)) == enough]
        if codes:
            yield messages.text(f"learned.{key}", rules=", ".join(codes))


def _of_foreign_colours(first: RuleRate, second: RuleRate | None, messages: Messages) -> str:
    from brandguard.learning.learn import LEAST_FOREIGN

    if first.severity != "note":
        near = second.room or 0.0 if second and second.severity != "note" else None
        return messages.text("learned.foreign", other=first.room or 0.0, near=near)
    if not first.enough:
        return messages.text("learned.few_pictures", least=LEAST_FOREIGN, found=first.judged)
    names = ", ".join(first.by[:NAMED]) + (", …" if len(first.by) > NAMED else "")
    return messages.text(
        "learned.no_colours", creatives=messages.count("approved", len(first.by)), names=names
    )


def _say(
    output: Path, learned: Learning, count: int, messages: Messages, brand: Profile | None
) -> None:
    texts = ", ".join(
        messages.text("learned.texts_in", texts=messages.count("texts", n), language=language)
        for language, n in learned.texts.items()
    )
    facts = {
        "output": str(output), "creatives": messages.count("approved", count),
        "pictures": messages.count("pictures", learned.pictures), "texts": texts,
    }  # fmt: skip
    note(messages.text("learned.from", **facts))
    if learned.colours:
        names = ", ".join(c.name for c in learned.colours)
        colours = messages.count("colours", len(learned.colours))
        note(messages.text("learned.colours", colours=colours, names=names))
    faces = learned.typefaces
    if faces and not (brand and brand.typography and brand.typography.families):
        families = ", ".join(family.name for family in faces.families)
        note(messages.text("learned.typefaces", names=families, headings=faces.headings))
    own_colours = not (brand and brand.colours)
    for line in _judged_by(learned, messages, own_colours=own_colours):
        note(line)
    if not (brand and brand.logos):
        note(messages.text("learned.no_logo"))
    if count < SURE_FROM:
        examples = messages.count("examples", count)
        note(messages.text("learned.few", examples=examples, sure=SURE_FROM))
