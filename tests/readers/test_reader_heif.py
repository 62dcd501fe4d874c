"""HEIC, where its optional library is installed; and the way out where it is not."""

import io
from importlib.util import find_spec

import numpy as np
import pytest
import reader_files as files

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import read, sniff

needs_heif = pytest.mark.skipif(find_spec("pillow_heif") is None, reason="the extra heif")


@needs_heif
def test_heic_is_read_with_its_colours():
    import pillow_heif

    made = pillow_heif.from_pillow(files.picture())
    out = io.BytesIO()
    made.save(out, quality=95)
    creative = read(out.getvalue(), "photo.heic")
    (page,) = creative.pages
    assert creative.format == "heic"
    assert np.abs(page.pixels[40, 10].astype(int) - files.RED).max() < 12
    assert np.abs(page.pixels[40, 110].astype(int) - files.BLUE).max() < 12


@needs_heif
def test_broken_heic_is_refused():
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(files.picture()).save(out)
    for part in range(1, 16):
        try:
            list(read(out.getvalue()[: len(out.getvalue()) * part // 16], "a.heic").pages)
        except UnreadableCreativeError as error:
            assert error.note.facts  # noqa: PT017  a cut in the padding may be read


def test_without_the_library_its_name_is_told(monkeypatch):
    monkeypatch.setattr(sniff, "find_spec", lambda _: None)
    with pytest.raises(UnreadableCreativeError) as caught:
        read(b"\0\0\0\x18ftypheic" + bytes(60), "photo.heic")
    assert caught.value.note.facts["cure"] == "install_heif"
