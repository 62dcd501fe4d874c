import sqlite3

import pytest

from brandguard.cache import Cache, FileStamp, pack, unpack, wal_is_safe
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
