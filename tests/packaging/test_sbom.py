import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]


def write(target):
    command = [sys.executable, str(ROOT / "packaging" / "sbom.py"), "--out", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target.read_bytes()


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    return write(tmp_path_factory.mktemp("sbom") / "bill.json")


def test_it_is_valid_and_the_same_each_time(text, tmp_path):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.decode()) is None
    assert write(tmp_path / "again.json") == text


def test_every_part_has_a_licence_and_every_library_a_hash(text):
    parts = json.loads(text)["components"]
    named = [part for part in parts if not part["bom-ref"].startswith("model:")]
    assert [part["name"] for part in named if not part.get("licenses")] == []
    libraries = [part for part in named if part["bom-ref"].startswith("requirements-")]
    assert len(libraries) > 80
    assert all(part["externalReferences"][0]["hashes"] for part in libraries)


def test_models_stand_in_it_with_the_digest_of_their_files(text):
    parts = {part["name"]: part for part in json.loads(text)["components"]}
    name = "assets/models/cmyk_lut.npz"
    digest = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    assert parts[name]["hashes"] == [{"alg": "SHA-256", "content": digest}]
    assert "Qt" in parts
    assert "FFmpeg" in parts
