"""A page as a picture to look at."""

import pytest
from PIL import Image

from brandguard.model.errors import UnreadableCreativeError
from brandguard.workers.preview import preview


def test_a_picture_comes_with_its_own_pixels(tmp_path):
    file = tmp_path / "red.png"
    Image.new("RGB", (40, 20), "#C5472B").save(file)
    picture = preview(str(file), 1, 2000)
    assert (picture.width, picture.height) == (40, 20)
    assert picture.rgb == bytes.fromhex("C5472B") * 800


def test_a_large_picture_becomes_as_small_as_asked_for(tmp_path):
    file = tmp_path / "large.png"
    Image.new("RGB", (900, 300), "#C5472B").save(file)
    picture = preview(str(file), 1, 90)
    assert (picture.width, picture.height) == (90, 30)
    assert len(picture.rgb) == 90 * 30 * 3


def test_a_page_that_is_not_there_is_told(tmp_path):
    file = tmp_path / "red.png"
    Image.new("RGB", (4, 4)).save(file)
    with pytest.raises(LookupError, match="page 2"):
        preview(str(file), 2, 90)


def test_a_broken_file_is_told(tmp_path):
    file = tmp_path / "broken.png"
    file.write_bytes(b"")
    with pytest.raises(UnreadableCreativeError):
        preview(str(file), 1, 90)
