"""Whose folder a creative lies in."""

import os

import pytest

from brandguard.history.suppliers import seen_from, supplier_of


@pytest.mark.parametrize(
    ("path", "supplier"),
    [
        ("spring/offline/rossi/flyer.pdf", "rossi"),
        ("spring/offline/rossi/june/flyer.pdf", "rossi"),
        ("spring/stampa/Tipografia Verdi/a.png", "Tipografia Verdi"),
        ("spring\\online\\agency\\a.png", "agency"),
        ("spring/online/post.png", "online"),
        ("handed-in/rossi/flyer.pdf", "rossi"),
        ("./rossi/flyer.pdf", "rossi"),
        ("flyer.pdf", ""),
        ("-", ""),
    ],
)
def test_the_first_folder_below_the_channel_is_the_supplier(path, supplier):
    assert supplier_of(path) == supplier


def test_paths_are_seen_from_the_profile_so_that_they_are_the_same_everywhere(tmp_path):
    home = str(tmp_path / "brand")
    assert seen_from(str(tmp_path / "brand" / "campaigns" / "spring"), home) == "campaigns/spring"
    assert seen_from(home, home) == "."
    elsewhere = str(tmp_path / "brandy" / "x")
    assert seen_from(elsewhere, home) == elsewhere.replace(os.sep, "/")
    assert seen_from(elsewhere, None) == elsewhere.replace(os.sep, "/")


def test_a_name_that_begins_with_dots_is_no_way_up(tmp_path):
    assert seen_from(str(tmp_path / "..odd" / "x"), str(tmp_path)) == "..odd/x"
