"""What a writer wrote, as text: bytes decoded, a workbook as its cells and links."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pypdfium2
import sample_report

from brandguard.messages import Messages
from brandguard.writers import BY_NAME


def data_of(report, name, lang="en"):
    """Give what is written to the file, as bytes."""
    writer = BY_NAME[name]
    out = io.BytesIO() if writer.binary else io.StringIO()
    writer.write(report, out, Messages.load(lang))
    written = out.getvalue()
    return written if writer.binary else written.encode("utf-8")  # a lone surrogate stops here


def text_of(report, name, lang="en"):
    """Give it as text, line ends and all."""
    data = data_of(report, name, lang)
    if name == "pdf":
        return words_of(data)
    return cells_of(data) if name == "xlsx" else data.decode("utf-8")


def workbook_of(report, lang="en"):
    """Open the workbook with another library than the one that wrote it."""
    return openpyxl.load_workbook(io.BytesIO(data_of(report, "xlsx", lang)))


def cells_of(data):
    """Write out every cell of a workbook that is not empty: place, kind, value, format, link."""
    lines = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        lines.append(f"# {sheet.title} {sheet.dimensions} {sheet.freeze_panes}")
        lines.append(f"# filter {sheet.auto_filter.ref}")
        for cell in (c for row in sheet.iter_rows() for c in row if c.value is not None):
            link = f" -> {cell.hyperlink.target}" if cell.hyperlink else ""
            shown = f" {cell.number_format}" if cell.number_format != "General" else ""
            lines.append(f"{cell.coordinate} {cell.data_type}{shown} {cell.value}{link}")
    return "\n".join(lines) + "\n"


def words_of(data):
    """Read a PDF with another library than the one that drew it: its words, page by page."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\f\n".join(text.replace("\r\n", "\n") for text in pages) + "\n"


def lone(*creatives):
    """Give the sample report, or one of these creatives, with nothing said of campaigns."""
    return replace(sample_report.report(*creatives), campaigns=())
