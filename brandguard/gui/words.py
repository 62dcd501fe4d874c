"""Words that more than one widget says; findings' words come from brandguard.messages."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from brandguard.messages import LANGUAGES, Messages
from brandguard.model.paths import display_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brandguard.gui.entry import Entry
    from brandguard.gui.view import Group, Heading
    from brandguard.walk import LeftOut

_tr = QCoreApplication.translate


def messages() -> Messages:
    """Give the messages in the user's language, in English where there are none in it."""
    language = QLocale().name().split("_")[0]
    return Messages.load(language if language in LANGUAGES else "en")


def number(value: float, digits: int = 1) -> str:
    """Write a number as the user's country does."""
    return QLocale().toString(float(value), "f", digits)


def counted(count: int) -> str:
    """Write a count as the user's country does."""
    return QLocale().toString(count)


def file_size(size: int) -> str:
    """Write a number of bytes as the user's country does."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def state_word(state: str) -> str:
    """Name a state of a creative in one or two words, as the reports do."""
    return _tr("words", "Waiting") if state == "queued" else messages().name("verdict", state)


def severity_word(severity: str) -> str:
    """Name a severity in one word."""
    return messages().name("severity", severity)


def severity_count(severity: str, count: int) -> str:
    """Count findings of one severity in a form that needs no plural: «Warnings 3»."""
    name = {
        "fail": _tr("words", "Fails"),
        "warn": _tr("words", "Warnings"),
        "note": _tr("words", "Notes"),
    }[severity]
    return f"{name} {QLocale().toString(count)}"


def where_words(entry: Entry) -> str:
    """Say where a creative belongs («Offline · poster»), or why it could not be read."""
    report = entry.report
    words = messages()
    if report is None:
        return ""
    if report.error is not None:
        return words.title(report.error.code)
    parts = [words.name("channel", report.channel)] if report.channel else []
    if report.medium != "other":
        parts.append(words.name("medium", report.medium))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def left_out_words(total: int, left_out: Mapping[LeftOut, int]) -> str:
    """Say how many creatives were found, and which files are none and so were left out."""
    words = messages()
    kinds = ", ".join(words.count(f"left_{kind}", left_out[kind]) for kind in sorted(left_out))
    return f"{words.count('creatives', total)}. {words.text('run.left_out', kinds=kinds)}"


def heading_words(heading: Heading, group: Group) -> str:
    """Name a group of the list, with the number of creatives in it."""
    if group == "state":
        name = state_word(heading.key)
    elif group == "channel":
        name = messages().name("channel", heading.key) if heading.key else ""
        name = name[:1].upper() + name[1:] or _tr("words", "Channel unknown")
    else:
        name = display_text(heading.key) or _tr("words", "No campaign")
    return f"{name} ({QLocale().toString(heading.count)})"


def entry_sentence(entry: Entry) -> str:
    """Say a row in one sentence, for screen readers and tool tips."""
    parts = [entry.name, state_word(entry.state)]
    if (where := where_words(entry)) != "":
        parts.append(where)
    parts += [severity_count(key, count) for key, count in entry.counts.items() if count]
    if entry.report is not None and entry.report.score is not None:
        parts.append(_tr("words", "score {score}").format(score=number(entry.report.score)))
    return ", ".join(parts)


def plain_tip(text: str) -> str:
    """Give text as a tool tip that stays plain text, whatever a file name or a creative holds."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>'
