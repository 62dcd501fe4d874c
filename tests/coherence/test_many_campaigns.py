"""The campaigns of a large library are found without going through all of it for each."""

import sqlite3

import pytest

from brandguard.coherence.addresses import AddressStore
from brandguard.coherence.pictures import PictureStore
from brandguard.coherence.portraits import PortraitStore
from brandguard.coherence.store import FactStore


@pytest.mark.parametrize("store", [AddressStore, FactStore, PictureStore, PortraitStore])
def test_a_campaign_is_looked_up_by_an_index(store, monkeypatch):
    opened = []
    real = sqlite3.connect

    def connect(*arguments, **options):
        opened.append(real(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", connect)
    store()
    (db,) = opened
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    assert tables
    for table in tables:
        asked = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE campaign = ? ORDER BY path"
        plan = " ".join(row[3] for row in db.execute(asked, (b"spring",)))
        assert "SEARCH" in plan
        assert "SCAN" not in plan
    db.close()
