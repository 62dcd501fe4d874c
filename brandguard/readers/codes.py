"""Codes of what can be wrong with a file, and the facts that each one carries.

Facts that choose a sentence («cause», «cure», «what») hold one of the words listed here, so that
messages can be written for each in every language; «detail» is a library's own words in English,
one line, and may be empty. `*` = an error: the creative could not be read. The others are notes.
"""

from __future__ import annotations

CANNOT_OPEN = "SYS001"
"""* cause: permission, vanished, name, system, network (of a library elsewhere); detail."""

EMPTY = "SYS002"
"""* No facts: the file has 0 bytes."""

DAMAGED = "SYS003"
"""* format; cause: truncated, damaged, no_pages, not_this_format (does not even start like one),
not_text (bytes that no text holds); detail."""

UNSUPPORTED = "SYS004"
"""* format (its name: «Adobe InDesign»); suffix;
cure: export_pdf, export_picture, save_text, unpack, save_compatible (AI without PDF), install_heif,
save_office (as DOCX, PPTX), save_table (as XLSX or CSV), save_eml,
export_film (as MP4 with H.264), download (an address instead of a file), nothing (not a creative: a
font, a programme)."""

TOO_LARGE = "SYS005"
"""* what: bytes, pixels, nodes, depth, inflated, entities, entries; value and limit (numbers)."""

NOT_REGULAR = "SYS006"
"""* kind: symlink, folder, fifo, socket, device, other."""

LOCKED = "SYS007"
"""* format."""

WRONG_SUFFIX = "SYS008"
"""suffix («.jpg»), expected (the format it promises), found (the format inside);
read: True = a note, it was read as what it is; False = * text under a name that promises none."""

TOOK_TOO_LONG = "SYS009"
"""* limit_s. Made by the worker."""

TOO_MUCH_MEMORY = "SYS010"
"""* limit_mb. Made by the worker."""

CRASHED = "SYS011"
"""* detail. Made by the worker."""

CHANGED = "SYS012"
"""* No facts: the file changed while it was read, twice."""

MISSING = "SYS013"
"""* No facts: listed, but not there."""

CMYK_ASSUMED = "SYS014"
"""No facts: CMYK without a profile; shown as a common offset press would print it."""

NOT_RENDERED = "SYS015"
"""format: only its words and named colours were read; pictures: how many embedded ones became pages
of their own; cure: install_libreoffice, install_weasyprint, install_pango, where that would have it
drawn."""

PAGES_LEFT_OUT = "SYS016"
"""what: pages, frames, rows; pages (how many there are), read (how many were)."""

PROFILE_IGNORED = "SYS017"
"""profile (its name or ""), detail: a colour profile that is broken or of another colour space."""

OUTSIDE_REMOVED = "SYS018"
"""count, first (the first reference, at most 200 characters): pictures, fonts or styles that lie
outside the file were left out."""

TEXT_CUT = "SYS019"
"""limit (characters or, for HTML, elements), what: characters, elements, rows."""

TEXT_NOT_READ = "SYS021"
"""pages (whose words are pixels), read (how many were read in time). Made by the worker."""

EXIF_IGNORED = "SYS020"
"""detail: broken camera data (EXIF); the picture was read as it lies, not turned."""

PARTLY_READ = "SYS022"
"""part: attachments (files attached to an e-mail were not opened), no_posts (no column of the table
is named as copy, so that all its words were read as one page), duotone (a Photoshop file in inks
that its format does not tell: shown in greys), no_preview (a Photoshop file without its preview:
put together from its layers without effects)."""

MOVING = "SYS023"
"""kind: animation, film; frames, seconds (how long it lasts; None where it does not say), pages
(how many frames that differ were looked at)."""

PLANNED = "SYS024"
"""posts (rows of a table that hold copy); channels, languages (what the table says of them, each
once, joined by commas; languages as codes where they are known), first, last (the days of the first
and the last row, as they are written). None where the table has no such column."""
