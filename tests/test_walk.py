import os
from pathlib import Path

import pytest

from brandguard.model.errors import UsageError
from brandguard.walk import Filter, collect


def names(manifest):
    return [Path(item.path).as_posix() for item in manifest]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.png",
        "a.txt",
        "sub/c.pdf",
        ".hidden/x.png",
        ".DS_Store",
        "_brand.yml",
        "p.yml.learned",
    ):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    return tmp_path / "in"


@pytest.mark.usefixtures("folder")
def test_a_folder_gives_its_creatives_in_a_stable_order_under_the_name_given():
    assert names(collect(["in"], None, Filter())) == ["in/a.txt", "in/b.png", "in/sub/c.pdf"]


@pytest.mark.usefixtures("folder")
def test_own_files_are_counted_not_judged():
    manifest = collect(["in"], None, Filter())
    assert (
        manifest.ignored == 3
    )  # _brand.yml, the learned part, .DS_Store; hidden folders are not entered


def test_our_own_html_report_is_no_creative_but_other_html_is(folder):
    (folder / "r.html").write_text(
        '<!doctype html><meta name="generator" content="brandguard report/1">'
    )
    (folder / "mail.html").write_text("<p>Ciao</p>")
    assert "in/mail.html" in names(collect(["in"], None, Filter()))
    assert "in/r.html" not in names(collect(["in"], None, Filter()))


def test_the_ignore_file_speaks_gitignore(folder):
    (folder / ".brandguardignore").write_text("sub/\n*.txt\n")
    (folder / ".gitignore").write_text("*.png\n")
    assert names(collect(["in"], None, Filter())) == ["in/b.png"]


@pytest.mark.usefixtures("folder")
def test_include_and_exclude():
    assert names(collect(["in"], None, Filter(include=("*.pdf", "*.png")))) == [
        "in/b.png",
        "in/sub/c.pdf",
    ]
    assert names(collect(["in"], None, Filter(exclude=("sub/**",)))) == ["in/a.txt", "in/b.png"]


@pytest.mark.usefixtures("folder")
def test_a_path_handed_in_twice_is_judged_once():
    assert names(collect(["in/b.png", "in", "./in/b.png"], None, Filter())) == [
        "in/b.png", "in/a.txt", "in/sub/c.pdf",
    ]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_a_missing_argument_is_a_usage_error_that_names_it():
    with pytest.raises(UsageError, match=r"nowhere\.png"):
        collect(["nowhere.png"], None, Filter())


@pytest.mark.usefixtures("folder")
def test_a_missing_line_of_a_list_is_kept_as_missing(tmp_path):
    listing = tmp_path / "list.txt"
    listing.write_text("in/b.png\n\nin/gone.png\r\n")
    items = list(collect([], listing, Filter()))
    assert [(i.path, i.missing) for i in items] == [("in/b.png", False), ("in/gone.png", True)]


def test_a_list_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match=r"no-list\.txt"):
        collect([], tmp_path / "no-list.txt", Filter())


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_in_a_folder_are_listed_and_never_followed(folder, tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.png").write_text("x")
    (folder / "link.png").symlink_to(tmp_path / "secret" / "s.png")
    (folder / "door").symlink_to(tmp_path / "secret")
    got = {i.path: i.file for i in collect(["in"], None, Filter())}
    assert "in/door/s.png" not in got
    assert got["in/link.png"].endswith("in/link.png")
    assert "in/door" in got


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_that_the_user_names_is_what_she_means(folder):
    (folder / "link.png").symlink_to(folder / "b.png")
    (item,) = collect(["in/link.png"], None, Filter())
    assert item.path == "in/link.png"
    assert item.file.endswith("in/b.png")


@pytest.mark.skipif(os.name == "nt", reason="bytes in names are Unix's")
def test_names_that_are_no_unicode_survive(folder):
    raw = os.fsencode(folder) + b"/caf\xe9\n.png"
    Path(os.fsdecode(raw)).touch()
    (item,) = collect(["in"], None, Filter(include=("caf*",)))
    assert os.fsencode(item.file).endswith(b"caf\xe9\n.png")


@pytest.mark.parametrize("shut", ["b", ""])
def test_a_folder_that_cannot_be_listed_is_not_hushed_up(folder, monkeypatch, shut):
    lost = folder.parent / "library" / "shut"
    lost.mkdir(parents=True)
    (lost.parent / "a.png").write_bytes(b"x")
    listed = os.scandir

    def scandir(path):
        if str(path) == str(lost if shut else lost.parent):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = names(collect(["library"], None, Filter()))
    assert found == (["library/a.png", "library/shut"] if shut else ["library"])
    left = collect(["library"], None, Filter(exclude=("shut/",)))
    assert "library/shut" not in names(left)
