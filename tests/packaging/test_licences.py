import importlib.util
import json
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from license_expression import get_spdx_licensing

ROOT = Path(__file__).parents[2]
NOTICES = ROOT / "packaging" / "notices"


def load(path):
    spec = importlib.util.spec_from_file_location(f"notices_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


notices = load(NOTICES / "make_notices.py")
policy = load(NOTICES / "policy.py")
SHIPPED = json.loads((ROOT / "assets" / "licences.json").read_text(encoding="utf-8"))["parts"]
RULES = policy.load()


@pytest.mark.parametrize("part", SHIPPED, ids=lambda part: part["name"])
def test_what_is_shipped_may_be_shipped(part):
    assert policy.refused(part["licence"], part["kind"], RULES) == []


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-2.0-only",
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later OR GPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "CC-BY-NC-SA-4.0",
        "CC-BY-NC-4.0 AND MIT",
        "LicenseRef-Proprietary",
        "GPL-2.0-only WITH Classpath-exception-2.0",
    ],
)
@pytest.mark.parametrize("kind", ["library", "data"])
def test_strong_copyleft_and_non_commercial_are_refused(licence, kind):
    assert policy.refused(licence, kind, RULES)


def test_a_choice_is_free_where_one_side_is():
    assert policy.refused("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "library", RULES) == []
    assert policy.refused("(GPL-2.0-only OR MIT) AND Zlib", "library", RULES) == []
    assert policy.refused("(GPL-2.0-only OR MIT) AND AGPL-3.0-only", "library", RULES) == [
        "AGPL-3.0-only"
    ]


def test_share_alike_is_for_data_alone():
    assert policy.refused("CC-BY-SA-4.0", "data", RULES) == []
    assert policy.refused("CC-BY-SA-4.0", "library", RULES) == ["CC-BY-SA-4.0"]


def test_every_locked_package_is_in_the_list_with_its_version():
    listed = {part["name"]: part["version"] for part in SHIPPED if part["kind"] == "library"}
    locked = {}
    for lock in notices.LOCKS.values():
        for name, versions in notices.pinned(lock).items():
            locked.setdefault(name, " / ".join(versions))
    assert listed == locked, "run: make notices"


def test_the_list_says_what_the_installed_packages_say():
    known = tomllib.loads((NOTICES / "parts.toml").read_text(encoding="utf-8"))["licences"]
    wrong = {}
    for part in SHIPPED:
        try:
            told = metadata(part["name"]) if part["kind"] == "library" else None
        except PackageNotFoundError:
            told = None
        if told is not None and told["Version"] in part["version"]:
            now = notices.licence_of(part["name"], told, known)
            if now != part["licence"]:
                wrong[part["name"]] = (part["licence"], now)
    assert wrong == {}, "run: make notices"


def test_a_package_that_says_nothing_clear_is_not_guessed():
    from email.message import Message

    told = Message()
    told["License"] = "BSD"
    told["Classifier"] = "License :: OSI Approved :: BSD License"
    with pytest.raises(notices.UnknownLicenceError, match="read its licence"):
        notices.licence_of("nameless", told, {})
    with pytest.raises(notices.UnknownLicenceError, match="not installed"):
        notices.licence_of("nameless", None, {})
    assert notices.licence_of("nameless", told, {"nameless": "BSD-2-Clause"}) == "BSD-2-Clause"


def test_every_licence_is_written_in_spdx_words():
    known = get_spdx_licensing()
    for part in SHIPPED:
        unknown = set(known.validate(part["licence"]).invalid_symbols) - {"LGPLLR", "libtiff"}
        assert not unknown, part["name"]


def test_every_exception_has_its_reason_and_is_used():
    text = json.dumps([part["licence"] for part in SHIPPED])
    for licence, reason in {**RULES.with_reason, **RULES.data}.items():
        assert reason.endswith(".")
        assert licence in text, f"{licence}: nothing of it is shipped any more"


def test_every_part_can_be_found():
    for part in SHIPPED:
        assert part["home"].startswith(("https://", "http://")), part["name"]
        assert set(part) == {"name", "version", "kind", "licence", "home", "extra", "note"}
        assert part["kind"] in {"library", "native", "runtime", "data", "font"}
