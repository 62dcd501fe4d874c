import datetime as dt
import sqlite3
from dataclasses import replace

import pytest

from brandguard.cache import (
    KEEP_DAYS,
    Cache,
    FileStamp,
    StoreInfo,
    clear_store,
    pack,
    prune_store,
    store_info,
    unpack,
    wal_is_safe,
)
from brandguard.model.creative import Note
from brandguard.model.features import Coverage, Features, PageFeatures, Swatch


@pytest.fixture
def features():
    page = PageFeatures(
        1, 10, 20, palette=(Swatch("#E4002B", 0.1234567891234), Swatch("#FFFFFF", 0.8))
    )
    coverage = (Coverage("text", measured=False, reason=Note("why.no_text")),)
    return Features("ab" * 32, "png", 99, (page,), 1, coverage=coverage)


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(b"picture")
    return file


def test_features_come_back_to_the_last_digit(features):
    assert unpack(pack(features)) == features


def test_an_unchanged_file_is_known_and_a_changed_one_is_not(tmp_path, picture, features):
    stamp = FileStamp.of(str(picture))
    with Cache(tmp_path / "c" / "m.db", "x") as cache:
        assert cache.get(stamp) is None
        cache.put(stamp, features)
    with Cache(tmp_path / "c" / "m.db", "x") as cache:
        assert cache.get(stamp) == features
        picture.write_bytes(b"another")
        assert cache.get(FileStamp.of(str(picture))) is None


def test_other_options_keep_other_features(tmp_path, picture, features):
    stamp = FileStamp.of(str(picture))
    with Cache(tmp_path / "m.db", "with voice") as cache:
        cache.put(stamp, features)
    with Cache(tmp_path / "m.db", "without") as cache:
        assert cache.get(stamp) is None


def test_another_measure_version_misses(tmp_path, picture, features, monkeypatch):
    stamp = FileStamp.of(str(picture))
    with Cache(tmp_path / "m.db", "x") as cache:
        cache.put(stamp, features)
    monkeypatch.setattr("brandguard.cache.MEASURE_VERSION", 999_999)
    with Cache(tmp_path / "m.db", "x") as cache:
        assert cache.get(stamp) is None


@pytest.mark.parametrize(
    "damage", [b"no database at all", b"", b"SQLite format 3\x00" + b"\x07" * 900]
)
def test_a_damaged_store_is_a_cold_start(tmp_path, picture, features, damage):
    file = tmp_path / "m.db"
    file.write_bytes(damage)
    stamp = FileStamp.of(str(picture))
    with Cache(file, "x") as cache:
        assert cache.get(stamp) is None
        cache.put(stamp, features)
    with Cache(file, "x") as cache:
        assert cache.get(stamp) == features


def test_a_damaged_row_is_measured_again(tmp_path, picture, features):
    file = tmp_path / "m.db"
    stamp = FileStamp.of(str(picture))
    with Cache(file, "x") as cache:
        cache.put(stamp, features)
    db = sqlite3.connect(file)
    db.execute("UPDATE features SET value=x'00'")
    db.commit()
    db.close()
    with Cache(file, "x") as cache:
        assert cache.get(stamp) is None


def test_a_store_that_cannot_be_made_is_kept_in_memory(tmp_path, picture, features):
    (tmp_path / "file").write_text("")
    stamp = FileStamp.of(str(picture))
    with Cache(tmp_path / "file" / "m.db", "x") as cache:
        cache.put(stamp, features)
        assert cache.get(stamp) == features


def test_wal_only_where_sqlite_is_free_of_the_reset_bug():
    assert not wal_is_safe((3, 40, 1))
    assert not wal_is_safe((3, 51, 2))
    assert all(wal_is_safe(v) for v in ((3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 0)))


def test_the_same_bytes_under_another_suffix_are_another_thing(tmp_path, features):
    for name in ("a.md", "b.MD", "a.txt"):
        (tmp_path / name).write_bytes(b"# one")
    stamps = {n: FileStamp.of(str(tmp_path / n)) for n in ("a.md", "b.MD", "a.txt")}
    with Cache(tmp_path / "m.db", "x") as cache:
        cache.put(stamps["a.md"], features)
        assert cache.by_content(features.sha256, stamps["b.MD"]) == features
        assert cache.by_content(features.sha256, stamps["a.txt"]) is None


DAY = 740_000


def fill(file, features, days):
    """Put a measurement into the store on each of these days."""
    for day in days:
        with Cache(file, "x") as cache:
            cache._today = DAY + day
            cache.put(None, replace(features, sha256=f"{day:064x}"))


def keys(file):
    db = sqlite3.connect(file)
    found = [row[0] for row in db.execute("SELECT key FROM features ORDER BY seen")]
    db.close()
    return found


def test_the_store_says_what_it_holds(tmp_path, picture, features, monkeypatch):
    file = tmp_path / "store" / "m.db"
    assert store_info(file) == StoreInfo(file)
    with Cache(file, "x") as cache:
        cache.put(FileStamp.of(str(picture)), features)
    found = store_info(file)
    assert (found.creatives, found.files, found.outdated) == (1, 1, 0)
    assert found.bytes >= 4096
    assert found.oldest == dt.date.today()  # noqa: DTZ011  as the store counts
    monkeypatch.setattr("brandguard.cache.MEASURE_VERSION", 999_999)
    assert store_info(file).outdated == 1
    assert (file.parent / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_pruning_takes_what_nobody_asked_for(tmp_path, features, monkeypatch):
    file = tmp_path / "m.db"
    fill(file, features, (20, 50, 100))
    monkeypatch.setattr("brandguard.cache.dt", FixedDay)
    assert prune_store(file, days=60)[0] == 1
    assert len(keys(file)) == 2
    assert prune_store(file, days=60, max_bytes=0)[0] == 2
    assert prune_store(tmp_path / "none.db") == (0, 0)


class FixedDay:
    class date(dt.date):  # noqa: N801  stands in for datetime.date
        @classmethod
        def today(cls):
            return dt.date.fromordinal(DAY + 100)


def test_too_large_a_store_loses_the_oldest_first(tmp_path, features, monkeypatch):
    file = tmp_path / "m.db"
    fill(file, features, (1, 2, 3))
    monkeypatch.setattr("brandguard.cache.dt", FixedDay)
    one = len(pack(replace(features, sha256=f"{1:064x}")))
    assert prune_store(file, days=999, max_bytes=2 * one + 5)[0] == 1
    assert [key[:64] for key in keys(file)] == [f"{2:064x}", f"{3:064x}"]


def test_a_path_goes_with_its_last_measurement(tmp_path, picture, features, monkeypatch):
    file = tmp_path / "m.db"
    with Cache(file, "x") as cache:
        cache.put(FileStamp.of(str(picture)), features)
    prune_store(file)
    assert store_info(file).files == 1
    monkeypatch.setattr("brandguard.cache.MEASURE_VERSION", 999_999)
    assert prune_store(file)[0] == 1
    assert store_info(file).files == 0


def test_what_is_asked_for_stays_young(tmp_path, picture, features):
    file = tmp_path / "m.db"
    stamp = FileStamp.of(str(picture))
    with Cache(file, "x") as cache:
        cache._today = DAY
        cache.put(stamp, features)
    with Cache(file, "x") as cache:
        cache._today = DAY + 80
        assert cache.get(stamp) == features
    db = sqlite3.connect(file)
    assert db.execute("SELECT seen FROM features").fetchone() == (DAY + 80,)
    db.close()


def test_a_store_prunes_itself_once_a_week(tmp_path, features):
    file = tmp_path / "m.db"
    fill(file, features, (0, 1, KEEP_DAYS + 1))
    assert [key[:64] for key in keys(file)] == [f"{1:064x}", f"{KEEP_DAYS + 1:064x}"]


def test_a_cleared_store_is_a_cold_start(tmp_path, picture, features):
    file = tmp_path / "m.db"
    stamp = FileStamp.of(str(picture))
    with Cache(file, "x") as cache:
        cache.put(stamp, features)
    assert clear_store(file) > 0
    assert not file.exists()
    with Cache(file, "x") as cache:
        assert cache.get(stamp) is None
