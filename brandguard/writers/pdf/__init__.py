"""`--format pdf`: the report that a manager prints, signs and files, laid out by hand with Qt.

This door is free of Qt, so that the register of formats can be read without it; the rooms behind
it are made of Qt and are opened when a report is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from brandguard.model.cure import install_it_with
from brandguard.model.errors import UsageError
from brandguard.model.said import Said

if TYPE_CHECKING:
    from brandguard.messages import Messages
    from brandguard.model.report import Report


def ready() -> None:
    """Make sure that a PDF can be drawn here; raises UsageError with the cure where Qt is not."""
    try:
        import PySide6.QtGui  # noqa: F401  only whether it loads
    except ImportError as error:
        cure = install_it_with("brandguard[gui]")
        text = Said(
            "a PDF report needs Qt, which is not here ({why}); {cure}", why=error, cure=cure
        )
        raise UsageError(text) from error


def write(report: Report, out: BinaryIO, messages: Messages) -> None:
    """Write the report; the creatives are walked once and what is drawn of them lies on disk."""
    ready()
    from brandguard.writers.pdf.document import write as draw

    draw(report, out, messages)
