"""What is kept can be read back, in SQLite and in PostgreSQL, and grows by little."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from pathlib import Path

import pytest
from kept_runs import NOON, a_run, campaign, creative, found
from sqlalchemy import text

from brandguard.history import tables
from brandguard.history.record import forget, record
from brandguard.history.trends import Wish, lines
from brandguard.history.where import engine_for, where
from brandguard.model.coherence import Agreement, Coherence
from brandguard.model.errors import HistoryError


@pytest.fixture(scope="session")
def server():
    """Start a PostgreSQL of its own; skipped where there is none, or none may be started."""
    if shutil.which("initdb") is None or shutil.which("pg_ctl") is None:
        pytest.skip("PostgreSQL is not installed here")
    pytest.importorskip("psycopg")
    run = {"capture_output": True, "cwd": "/"}
    folder = Path(tempfile.mkdtemp(prefix="bg-pg-"))  # short: a socket's path has 100 bytes
    if os.geteuid() == 0:  # a server does not run as root
        run["user"] = "nobody"
        shutil.chown(folder, "nobody")
    data = folder / "data"
    made = subprocess.run(
        ["initdb", "-D", data, "-U", "ada", "-A", "trust", "-N"], check=False, **run
    )
    if made.returncode:
        pytest.skip(f"no database can be made here: {made.stderr.decode()[-200:]}")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    start = ["pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
    subprocess.run(start, check=True, **(run | {"capture_output": False}))
    yield f"postgresql://ada:secret@/postgres?host={folder}"
    subprocess.run(["pg_ctl", "-D", data, "-m", "immediate", "stop"], check=True, **run)
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    if request.param == "sqlite":
        yield where(str(tmp_path / "new" / "history.sqlite3"))
        return
    place = where(request.getfixturevalue("server"))
    yield place
    engine = engine_for(place)
    with engine.begin() as connection:
        tables.tables().every.drop_all(connection)


def test_a_run_is_read_back_with_its_parts_oldest_first(place):
    agreed = Coherence(("offline", "online"), 61.5, (Agreement("colour", 40.0, 1.0),))
    second = a_run(
        creative("spring/offline/rossi/a.png", 50.0, "fail", found("COL001", "fail")),
        day=1, campaigns=[campaign(coherence=agreed)], sha="b" * 64,
    )  # fmt: skip
    record(place, second)
    record(place, a_run(creative("spring/offline/rossi/a.png", 80.0), campaigns=[campaign()]))
    kept = lines(place, Wish())
    assert [(line.kind, line.name) for line in kept] == [
        ("run", ""), ("campaign", "spring"), ("folder", "rossi"),
    ]  # fmt: skip
    whole, spring, rossi = kept
    assert [point.score for point in whole.points] == [80.0, 50.0]
    assert [point.run.profile_sha256 for point in whole.points] == ["a" * 64, "b" * 64]
    assert whole.points[0].run.started == "2026-11-01T12:00:00+00:00"
    assert [point.coherence for point in spring.points] == [None, 61.5]
    assert spring.points[1].dimensions == {"colour": (50.0, 40.0)}
    assert rossi.points[0].rules == {}
    assert rossi.points[1].rules["COL001"]["fail"] == 1
    assert rossi.points[1].counts["failed"] == 1


def test_runs_of_other_brands_folders_and_days_stay_apart(place):
    for day, brand, paths in (
        (0, "Acme", ("spring",)), (1, "Acme", ("spring",)), (2, "Acme", ("autumn",)),
        (3, "Zenith", ("spring",)),
    ):  # fmt: skip
        record(place, a_run(creative("x/a.png", campaign=""), day=day, brand=brand, paths=paths))
    scopes = [(line.scope, len(line.points)) for line in lines(place, Wish("Acme"))]
    assert scopes == [("autumn", 1), ("autumn", 1), ("spring", 2), ("spring", 2)]
    assert {len(line.points) for line in lines(place, Wish("Acme", last=1))} == {1}
    assert {line.scope for line in lines(place, Wish("Acme", since="2026-11-03"))} == {"autumn"}
    assert {line.points[0].run.brand for line in lines(place, Wish())} == {"Acme", "Zenith"}


def test_old_runs_are_forgotten_with_all_that_hangs_on_them(place):
    for day in range(3):
        record(place, a_run(creative("spring/a.png", 80.0, "warn", found()), day=day))
    assert forget(place, NOON + dt.timedelta(days=2)) == 2
    assert {len(line.points) for line in lines(place, Wish())} == {1}
    engine = engine_for(place)
    with engine.connect() as connection:
        for table, left in (("runs", 1), ("parts", 3), ("dimensions", 3), ("rules", 3)):
            count = connection.execute(text(f"SELECT count(*) FROM brandguard_{table}")).scalar()
            assert (table, count) == (table, left)


def test_hostile_names_come_back_as_words(place):
    path = "spring/online/x'); DROP TABLE brandguard_runs;--\x00\udce9\n/a.png"
    record(place, a_run(creative(path, campaign="{\x1b[31m"), brand="<b>\x00"))
    names = [line.name for line in lines(place, Wish())]
    assert names == ["", "{\\x1b[31m", "x'); DROP TABLE brandguard_runs;--\\x00\\xe9\\n"]


def test_older_tables_are_taken_to_the_newest_version(place, monkeypatch):
    record(place, a_run(creative("spring/a.png", 80.0)))

    def with_a_note(connection):
        connection.execute(text("ALTER TABLE brandguard_runs ADD COLUMN remark TEXT"))
        connection.execute(text("UPDATE brandguard_runs SET remark = 'old'"))

    monkeypatch.setattr(tables, "MIGRATIONS", (with_a_note,))
    for day in (1, 2):  # the second finds them up to date
        record(place, a_run(creative("spring/a.png", 90.0), day=day))
    engine = engine_for(place)
    with engine.connect() as connection:
        asked = text("SELECT remark FROM brandguard_runs ORDER BY started")
        assert list(connection.execute(asked).scalars()) == ["old", None, None]
        assert tables.version_of(connection) == 2


def test_tables_of_a_later_version_are_left_alone(place, monkeypatch):
    monkeypatch.setattr(tables, "MIGRATIONS", (lambda _: None,) * 6)
    record(place, a_run(creative("spring/a.png")))
    monkeypatch.undo()
    for deed in (
        lambda: record(place, a_run(creative("spring/a.png"))),
        lambda: lines(place, Wish()),
        lambda: forget(place, NOON),
    ):
        with pytest.raises(HistoryError, match=r"later BrandGuard \(version 7 .* knows 1"):
            deed()


def test_a_migration_that_fails_leaves_everything_as_it_was(place, monkeypatch):
    record(place, a_run(creative("spring/a.png")))

    def half_done(connection):
        connection.execute(text("ALTER TABLE brandguard_runs ADD COLUMN remark TEXT"))
        connection.execute(text("UPDATE nowhere SET x = 1"))

    monkeypatch.setattr(tables, "MIGRATIONS", (half_done,))
    with pytest.raises(HistoryError, match="nowhere"):
        record(place, a_run(creative("spring/a.png"), day=1))
    monkeypatch.undo()
    record(place, a_run(creative("spring/a.png"), day=2))
    assert len(lines(place, Wish())[0].points) == 2


def test_many_runs_may_end_at_once(place):
    record(place, a_run(creative("spring/a.png")))
    failures = []

    def end(day):
        try:
            record(place, a_run(creative("spring/a.png"), day=day))
        except HistoryError as error:
            failures.append(error)

    threads = [threading.Thread(target=end, args=(day,)) for day in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(lines(place, Wish())[0].points) == 9


def test_a_run_of_a_million_adds_thousands_of_rows_at_most(tmp_path):
    rules = [found(f"COL{n:03}") for n in range(15)]
    creatives = (
        creative(f"c{n}/online/s{n}/x.png", 50.0, "warn", *rules, campaign=f"c{n}")
        for n in range(2000)
    )
    place = where(str(tmp_path / "history.sqlite3"))
    record(place, a_run(*creatives))
    with sqlite3.connect(place.file) as db:
        tables_ = ("runs", "parts", "dimensions", "rules")
        count = sum(
            db.execute(f"SELECT count(*) FROM brandguard_{t}").fetchone()[0] for t in tables_
        )
    db.close()
    assert count < 8000


def test_nothing_is_made_by_asking(tmp_path):
    place = where(str(tmp_path / "history.sqlite3"))
    assert lines(place, Wish()) == []
    assert forget(place, NOON) == 0
    assert not place.file.exists()


def test_a_database_of_somebody_else_is_no_history_yet(tmp_path):
    file = tmp_path / "other.sqlite3"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()
    assert lines(where(str(file)), Wish()) == []


@pytest.mark.skipif(os.name == "nt", reason="SQLite on Windows tells it otherwise")
def test_a_file_that_is_no_database_is_told_and_stays(tmp_path):
    file = tmp_path / "_brand.yml"
    file.write_text("meta: {name: Acme}\n" * 100)
    with pytest.raises(HistoryError, match=r"_brand\.yml: file is not a database"):
        record(where(str(file)), a_run(creative("spring/a.png")))
    assert file.read_text().startswith("meta:")
