"""Where bytes come from: only regular files, and no waiting."""

import os
import socket

import pytest

from brandguard.model.errors import UnreadableCreativeError
from brandguard.readers import guard, read_bytes


def refused(path, **options):
    with pytest.raises(UnreadableCreativeError) as caught:
        read_bytes(path, **options)
    return caught.value.note


def test_a_file_is_read_as_it_is(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(b"\0\xff" * 3_000_000)
    assert read_bytes(file) == b"\0\xff" * 3_000_000


def test_an_empty_file(tmp_path):
    (tmp_path / "a.png").touch()
    assert refused(tmp_path / "a.png").code == "SYS002"


def test_a_path_that_is_gone(tmp_path):
    note = refused(tmp_path / "a.png")
    assert (note.code, note.facts["cause"]) == ("SYS001", "vanished")


def test_a_name_that_cannot_be(tmp_path):
    assert refused(str(tmp_path / "a\0b")).facts["cause"] == "name"


def test_a_file_over_the_limit(tmp_path):
    (tmp_path / "a.png").write_bytes(bytes(11))
    note = refused(tmp_path / "a.png", max_bytes=10)
    assert note.code == "SYS005"
    assert note.facts == {"what": "bytes", "value": 11, "limit": 10}


def test_a_huge_sparse_file_is_refused_unread(tmp_path):
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(1 << 40)
    assert refused(tmp_path / "a.png").code == "SYS005"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_what_is_no_regular_file_is_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "fifo.png")
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    (tmp_path / "real.png").write_bytes(b"x")
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    (tmp_path / "zero.png").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("sock.png")
        kinds = {
            name: refused(name).facts["kind"]
            for name in ("fifo.png", "folder.png", "loop.png", "link.png", "zero.png", "sock.png")
        }
    assert kinds == {
        "fifo.png": "fifo", "folder.png": "folder", "loop.png": "symlink", "link.png": "symlink",
        "zero.png": "symlink", "sock.png": "socket",
    }  # fmt: skip
    assert refused("/dev/zero").facts["kind"] == "device"


def test_a_file_without_permission(tmp_path, monkeypatch):
    file = tmp_path / "a.png"
    file.write_bytes(b"x")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(
        guard.os, "open", denied
    )  # root may read everything, so chmod shows nothing
    note = refused(file)
    assert note.code == "SYS001"
    assert note.facts == {"cause": "permission", "detail": "Permission denied"}


def test_a_file_that_changes_once_is_read_again(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")
    real, calls = guard._read_all, []

    def interrupted(descriptor, max_bytes):
        calls.append(1)
        data = real(descriptor, max_bytes)
        if len(calls) == 1:
            file.write_bytes(b"newer")
        return data

    monkeypatch.setattr(guard, "_read_all", interrupted)
    assert read_bytes(file) == b"newer"


def test_a_file_that_never_rests(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    real = guard._read_all

    def interrupted(descriptor, max_bytes):
        data = real(descriptor, max_bytes)
        file.write_bytes(data + b"x")
        return data

    monkeypatch.setattr(guard, "_read_all", interrupted)
    assert refused(file).code == "SYS012"


def test_what_a_library_says_is_the_same_in_every_run():
    from brandguard.readers.refusal import from_library

    error = ValueError("cannot identify image file <_io.BytesIO object at 0x7f297209c090>")
    assert from_library("png", error).note.facts["detail"] == "cannot identify image file"


def test_a_folder_that_nobody_may_look_into_cannot_be_opened(tmp_path, monkeypatch):
    def scandir(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(UnreadableCreativeError) as refused:
        read_bytes(tmp_path)
    assert refused.value.note.code == "SYS001"
    assert refused.value.note.facts["cause"] == "permission"
