"""No parser reads a file that was not handed in, and none opens a connection."""

import sys

import outside
import psd_files
import pytest
import reader_files as files
import watched

from brandguard.measures.everything import Wanted
from brandguard.readers import FORMATS, Limits
from brandguard.workers.local import LocalWorkers
from brandguard.workers.task import Job, measure_job

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")
WANTED = Wanted(ocr=False, voice=False)
POINTING = sorted(outside.POINTING)


@pytest.fixture
def canary(tmp_path):
    canary = tmp_path / "canary.png"
    canary.write_bytes(files.encode(files.picture(), "PNG"))
    return canary


def addresses(canary, port):
    return (
        str(canary),
        canary.as_uri(),
        f"../{canary.name}",
        f"http://127.0.0.1:{port}/canary.png",
        f"//127.0.0.1:{port}/canary.png",
        f"\\\\127.0.0.1@{port}\\canary.png",
    )


def test_every_format_that_can_point_outside_is_here():
    told = {name.rsplit(".", 1)[-1] for name in POINTING}
    told |= {"png", "jpeg", "webp", "gif", "bmp", "tiff", "avif", "heic"}  # pixels alone
    told |= {"html", "markdown", "text", "webm"}  # .html, .md, .txt, and the decoder of .mp4
    assert {format_.name for format_ in FORMATS} <= told


@pytest.mark.parametrize("name", POINTING)
def test_nothing_outside_is_read_and_nobody_is_called(name, canary, tmp_path, monkeypatch):
    folder = tmp_path / "in"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with watched.door() as (port, asked), watched.opened(canary) as reads:
        for number, address in enumerate(addresses(canary, port)):
            file = folder / f"{number}-{name}"
            file.write_bytes(outside.POINTING[name](address))
            measure_job(Job(file.name, str(file)), WANTED, Limits())
    assert (asked, reads) == ([], [])


def test_the_watch_would_tell(canary):
    with watched.opened(canary) as reads:
        canary.read_bytes()
    assert reads


def test_workers_keep_to_the_same(canary, tmp_path):
    with watched.door() as (port, asked), watched.opened(canary) as reads:
        jobs = []
        for number, address in enumerate(addresses(canary, port)[:4]):
            for name, make in outside.POINTING.items():
                file = tmp_path / f"{number}-{name}"
                file.write_bytes(make(address))
                jobs.append(Job(file.name, str(file)))
        pool = LocalWorkers(1, timeout_s=10.0, max_memory_mb=700, preload=False)
        outcomes = list(pool.run(jobs, WANTED, Limits(), ordered=True))
        pool.close()
    assert [outcome.job for outcome in outcomes] == jobs
    assert (asked, reads) == ([], [])


def test_a_linked_placed_file_is_told():
    from brandguard.readers import read

    data = psd_files.placed(b"", (10, 10, 70, 10, 70, 60, 10, 60), "/etc/hostname")
    assert "SYS018" in {note.code for note in read(data, "a.psd").notes}
