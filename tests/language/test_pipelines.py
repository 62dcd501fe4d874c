import hashlib
import shutil

import pytest

from brandguard.language import pipelines
from brandguard.model.errors import ModelError


def test_every_language_has_its_model_with_version_and_licence():
    found = {entry.language: entry for entry in pipelines.installed()}
    assert set(found) == {"en", "es", "it"}
    assert all(entry.problem is None and entry.version for entry in found.values())
    assert found["it"].licence == found["es"].licence == "CC BY-SA 4.0"
    assert found["en"].licence == "MIT"


@pytest.fixture
def copied(tmp_path, monkeypatch):
    folder = tmp_path / "it"
    shutil.copytree(pipelines.model_folder("it"), folder)
    monkeypatch.setattr(pipelines, "model_folder", lambda _language: folder)
    return folder


def test_a_changed_weight_is_refused(copied):
    weights = copied / "tok2vec" / "model"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x00")
    with pytest.raises(ModelError, match="not the file that was shipped"):
        pipelines.pipeline.__wrapped__("it")
    assert "tok2vec" in str(next(e for e in pipelines.installed() if e.language == "it").problem)


def test_a_missing_weight_is_named(copied):
    (copied / "vocab" / "strings.json").unlink()
    with pytest.raises(ModelError, match=r"strings\.json"):
        pipelines.verify(copied)


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(ModelError, match="missing"):
        pipelines.verify(tmp_path)


def test_a_language_without_pipeline_is_refused():
    with pytest.raises(ModelError, match="'fr'"):
        pipelines.pipeline.__wrapped__("fr")


@pytest.mark.parametrize("language", ["it", "es"])
def test_the_shipped_files_are_those_of_the_sums_and_small(language):
    folder = pipelines.model_folder(language)
    sums = dict(
        reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    assert set(files) == {*sums, "SHA256SUMS"}
    assert all(hashlib.sha256(files[n].read_bytes()).hexdigest() == s for n, s in sums.items())
    assert sum(path.stat().st_size for path in files.values()) < 8_500_000
    assert "Attribution-ShareAlike 4.0" in (folder / "LICENSE").read_text()


@pytest.mark.parametrize("language", pipelines.LANGUAGES)
def test_tokens_lie_where_they_say(language):
    text = "Hello 😀 mondo, qué tal?"
    (tokens,) = pipelines.read(language, [text])
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(0 <= token.head < len(tokens) for token in tokens)


def test_nothing_to_read_loads_nothing():
    assert list(pipelines.read("xx", [])) == []
