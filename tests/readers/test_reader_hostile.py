"""Whatever the bytes are, a reader gives pages or one clear refusal."""

import pytest
import reader_files as files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandguard.readers import FORMATS, Limits

SUFFIXES = sorted(suffix for format_ in FORMATS for suffix in format_.suffixes)
SMALL = Limits(long_side=64, keep_pixels=10_000, max_pixels=1_000_000)
STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ".jpg": b"\xff\xd8\xff\xe0", ".gif": b"GIF89a",
    ".tif": b"II*\0\x08\0\0\0", ".bmp": b"BM\0\0\0\0\0\0\0\0", ".webp": b"RIFF\0\0\0\0WEBPVP8 ",
    ".avif": b"\0\0\0\x1cftypavif", ".pdf": b"%PDF-1.4\n", ".svg": b"<svg>", ".html": b"<html>",
}  # fmt: skip


def check(data, path):
    """Read to the end; anything but pages or a SYS note breaks the test."""
    pages, note = files.outcome(data, path, SMALL)
    for page in pages:
        assert all(0 <= run.span[0] < run.span[1] <= len(page.text) for run in page.runs)
    assert pages or note.code.startswith("SYS")
    assert pages or note.facts


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=400), st.sampled_from([*SUFFIXES, ".xyz", ""]))
def test_random_bytes(data, suffix):
    check(data, f"file{suffix}")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(sorted(STARTS)))
def test_random_bytes_after_a_true_beginning(data, suffix):
    check(STARTS[suffix] + data, f"file{suffix}")


@pytest.mark.parametrize("suffix", sorted(files.every_format()))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_real_files_with_some_bytes_changed(suffix, data):
    whole = bytearray(files.every_format()[suffix])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    check(bytes(whole), f"file{suffix}")


def test_a_register_without_gaps():
    names = [format_.name for format_ in FORMATS]
    assert len(set(names)) == len(names)
    suffixes = [suffix for format_ in FORMATS for suffix in format_.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(format_.gives for format_ in FORMATS)


def test_heavy_libraries_are_loaded_only_when_needed():
    import subprocess
    import sys

    heavy = "{'PIL', 'pypdfium2', 'pikepdf', 'lxml', 'resvg_py', 'selectolax'}"
    source = f"import sys, brandguard.readers; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
