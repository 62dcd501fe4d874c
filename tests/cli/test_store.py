"""Somebody looks after the store of measurements."""

import sqlite3

import pytest

from brandguard.cli import store


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    place = tmp_path / "store" / "measurements.sqlite3"
    monkeypatch.setattr(store, "cache_file", lambda: place)
    monkeypatch.setattr("brandguard.cli.common.cache_file", lambda: place)
    return place


def test_info_prune_and_clear(command, brand, file):
    assert command("check", brand / "spring").code in {0, 1}
    found = command("cache", "info", "--format", "json").json
    assert found["path"] == str(file)
    assert (found["creatives"], found["files"], found["outdated"]) == (3, 3, 0)
    said = command("cache", "info", "--lang", "it").out
    assert "3 misurazioni di lavori" in said
    pruned = command("cache", "prune", "--max-size", "0")
    assert pruned.code == 0
    assert "3 measurements thrown away" in pruned.err
    cleared = command("cache", "clear", "--lang", "es")
    assert "la próxima ejecución lo mide todo de nuevo" in cleared.err
    assert not file.exists()
    assert command("cache", "info", "--format", "json").json["creatives"] == 0


def test_a_store_in_use_is_told(command, brand, file, monkeypatch):
    command("check", brand / "spring")

    def locked(*_):
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("brandguard.cache.prune_store", locked)
    said = command("cache", "prune")
    assert said.code == 2
    assert "in use" in said.err
    assert file.exists()


def test_cache_alone_shows_its_commands(command):
    said = command("cache")
    assert "prune" in said.out + said.err
