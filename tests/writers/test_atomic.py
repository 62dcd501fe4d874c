"""A report is written whole or not at all, and what goes wrong is said with its cure."""

from __future__ import annotations

import errno
import os
import sys
import tempfile

import pytest

from brandguard.model.errors import OutputError
from brandguard.writers.atomic import replace_all, replacing


def test_the_file_appears_whole(tmp_path):
    target = tmp_path / "report.txt"
    with replacing(target) as out:
        out.write("città\n")
        assert not target.exists()
    assert target.read_bytes() == "città\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_bytes_are_written_as_they_are(tmp_path):
    with replacing(tmp_path / "report.pdf", binary=True) as out:
        out.write(b"\x00\r\n")
    assert (tmp_path / "report.pdf").read_bytes() == b"\x00\r\n"


def test_a_failing_writer_leaves_the_old_file_and_no_rest(tmp_path):
    target = tmp_path / "report.txt"
    target.write_text("old")
    with pytest.raises(TypeError), replacing(target) as out:
        out.writelines(["half", None])
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_a_full_disk_leaves_the_old_file_and_says_what_to_do(tmp_path, monkeypatch):
    target = tmp_path / "report.txt"
    target.write_text("old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with (
        pytest.raises(OutputError, match=r"report\.txt.*disk is full.*make room"),
        replacing(target) as out,
    ):
        out.write("new")
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_no_permission_is_named(tmp_path, monkeypatch):
    def refused(*_args):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(OutputError, match="no permission"), replacing(tmp_path / "report.txt"):
        pass


def test_a_missing_folder_is_named(tmp_path):
    with (
        pytest.raises(OutputError, match=r"nowhere.*folder does not exist"),
        replacing(tmp_path / "nowhere" / "r.txt"),
    ):
        pass


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OutputError, match="this is a folder"), replacing(tmp_path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path):
    old, new, plain = tmp_path / "old", tmp_path / "new", tmp_path / "plain"
    old.touch(mode=0o640)
    plain.touch()
    for target in (old, new):
        with replacing(target) as out:
            out.write("x")
    assert old.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)
    try:
        with replacing(pipe) as out:
            out.write("x")
        assert os.read(reader, 9) == b"x"
        assert pipe.is_fifo()
    finally:
        os.close(reader)


def test_files_that_belong_together_are_replaced_together(tmp_path):
    files = {tmp_path / "a": b"new a", tmp_path / "b": b"new b"}
    replace_all(files)
    assert {path: path.read_bytes() for path in files} == files
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("failing", [1, 2])
def test_where_one_of_them_fails_all_stay_as_they_were(tmp_path, monkeypatch, failing):
    files = {tmp_path / "a": b"new a", tmp_path / "b": b"new b"}
    for path in files:
        path.write_bytes(b"old")
    calls, plain = [], os.fsync

    def fsync(handle):
        calls.append(handle)
        if len(calls) == failing:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        plain(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OutputError, match="the disk is full"):
        replace_all(files)
    assert [path.read_bytes() for path in files] == [b"old", b"old"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]
