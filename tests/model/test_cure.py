"""What is told where a package is missing: in an installed Python, and in a frozen program."""

import sys

import pytest

from brandguard.messages import Messages
from brandguard.model.cure import install_it_with, installed_by


def test_a_package_is_installed_by_pip():
    assert installed_by("brandguard[remote]", "gcsfs") == "pip install 'brandguard[remote]' gcsfs"
    assert install_it_with("brandguard[gui]") == "install it with: pip install 'brandguard[gui]'"


@pytest.mark.parametrize("lang", ["en", "it", "es"])
def test_a_frozen_program_does_not_advise_pip(monkeypatch, lang):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for cure in (installed_by("brandguard[team]"), install_it_with("brandguard[team]")):
        said = Messages.load(lang).said(cure)
        assert "brandguard[team]" in said
        assert "Python" in said
        assert "pip" not in said
        assert (said == cure) == (lang == "en")
