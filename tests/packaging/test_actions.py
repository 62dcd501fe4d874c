"""Steps of others in our action and our release are named by commit: a tag can be moved."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = (ROOT / "action.yml", *sorted((ROOT / ".github" / "workflows").glob("*.yml")))
USES = re.compile(r"^\s*(?:- )?uses:\s*(\S+)(?:\s+#\s*(\S+))?", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_step_of_others_is_named_by_its_commit(file):
    found = USES.findall(file.read_text(encoding="utf-8"))
    assert found
    for name, version in found:
        assert re.fullmatch(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}", name), name
        assert re.fullmatch(r"v\d+(\.\d+)+", version), f"{name}: say which version that is"
