import pytest

from brandguard.baseline import CHUNK, Baseline
from brandguard.model.errors import UsageError

HEAD = '{"schema": "brandguard.report/1", "creatives": ['


def test_the_fingerprints_of_a_report_are_known(tmp_path):
    file = tmp_path / "old.json"
    file.write_text(HEAD + '{"fingerprint": "0123456789abcdef"}]}')
    old = Baseline(file)
    assert "0123456789abcdef" in old
    assert "f" * 16 not in old
    assert len(old) == 1
    old.close()


def test_a_fingerprint_across_two_reads_is_found(tmp_path):
    file = tmp_path / "old.json"
    text = HEAD + '{"fingerprint": "0123456789abcdef"}'
    for cut in range(-40, 3):
        filler = " " * (CHUNK - len(text) - cut)
        file.write_text(HEAD + filler + text[len(HEAD) :] + "]}")
        old = Baseline(file)
        assert "0123456789abcdef" in old
        old.close()


def test_json_lines_name_the_schema_at_the_end(tmp_path):
    file = tmp_path / "old.jsonl"
    line = '{"type": "creative", "findings": [{"fingerprint": "0123456789abcdef"}]}\n'
    file.write_text(line * 100 + '{"type": "summary", "schema": "brandguard.report/1"}\n')
    old = Baseline(file)
    assert len(old) == 1
    old.close()


@pytest.mark.parametrize("name", ["photo.bin", "missing.json"])
def test_another_file_is_refused(tmp_path, name):
    (tmp_path / "photo.bin").write_bytes(bytes(range(256)) * 100)
    with pytest.raises(UsageError, match=name):
        Baseline(tmp_path / name)
