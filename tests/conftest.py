"""Every test has a home of its own, and no test opens a window on a screen."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["BRANDGUARD_LIBREOFFICE"] = ""  # tests are the same where it is installed; its own ask


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in list(os.environ):
        if name.startswith("BRANDGUARD_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("BRANDGUARD_LIBREOFFICE", "")
    return home
