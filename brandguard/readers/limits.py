"""How much of a file is read at most. The defaults are those of the hostile-input requirements."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a read. Each is checked before the work it bounds is begun."""

    max_bytes: int = 512 * MIB
    """Size of the file."""
    max_pixels: int = 100_000_000
    """Width × height that a raster's header may announce: A2 at 300 dpi has 35 million."""
    keep_pixels: int = 4_000_000
    """A raster with more is thinned out by a whole stride (or by JPEG's own reduction)."""
    jpeg_side: int = 1000
    """Least long side of a JPEG that its own reduction makes smaller: decoding a quarter costs two
    thirds of decoding a half, and colours, look and thumbnail are measured on less."""
    long_side: int = 1600
    """Pixels of a rendered page's long side: enough for text of flyer size to stay legible."""
    render_pixels: int = 25_000_000
    """Pixels of one rendered page, whatever `long_side` says."""
    max_frames: int = 300
    """Frames of an animation that are looked at."""
    key_frames: int = 5
    """Different frames of an animation that become pages."""
    film_pages: int = 8
    """Different frames of a film that become pages."""
    film_frames: int = 5_000
    """Frames of a film that are decoded: some three minutes."""
    film_pixels: int = 6_000_000_000
    """The same in pixels: 3,000 frames of 1920 × 1080."""
    max_pages: int = 500
    """Pages of a PDF or TIFF; the rest is left out with a note."""
    max_nodes: int = 100_000
    """Elements of an SVG."""
    max_depth: int = 256
    """Nesting of an SVG."""
    max_elements: int = 400_000
    """Elements of an HTML file that are walked; a long newsletter has some thousands."""
    max_characters: int = 8_000_000
    """Characters of a text: some 4,000 pages."""
    max_inflated: int = 64 * MIB
    """Bytes of a compressed SVG once inflated."""
