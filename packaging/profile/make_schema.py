"""Write assets/schema/profile.schema.json: the shape of a profile file, with its words.

The shape, the limits and the defaults are the program's own (`interchange/schema.py`), the words,
units and examples those of keys.toml, and which rules a key asks for is what the rules' cases say.
Run it after one of them has changed: `make docs`. With `--check` nothing is written.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from brandguard.interchange.schema import ProfileFile

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "assets" / "schema" / "profile.schema.json"
WORDS = Path(__file__).parent / "keys.toml"
EXAMPLES = ROOT / "assets" / "rules" / "examples.json"
OURS = "defaults.brandguard"
SAME = {"logo.images.*": "logo"}
"""Sections whose keys are those of another one again, and are described there."""

Node = dict[str, Any]


def words() -> dict[str, Node]:
    """Give what keys.toml says, by the whole path of each key."""
    told = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return told["theirs"] | {f"{OURS}.{key}": entry for key, entry in told["ours"].items()}


def asked_by() -> dict[str, list[str]]:
    """Give the rules that each key asks for, as their cases say."""
    out: dict[str, list[str]] = {}
    for code, rule in json.loads(EXAMPLES.read_text(encoding="utf-8")).items():
        for key in rule["keys"]:
            out.setdefault(key, []).append(code)
    return out


def profile_schema() -> Node:
    """Give the published schema: without references, each key with its description."""
    raw = ProfileFile.model_json_schema()
    tree = plain(raw, raw.pop("$defs"))
    told, asked = words(), asked_by()
    for path, entry in told.items():
        if "shape" in entry:
            open_key(tree, path.split("."), entry["shape"])
    describe(tree, "", told, asked)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "brandguard.profile/1",
        "title": "Profile of BrandGuard: _brand.yml",
    }
    return head | tree | {"description": "A brand.yml file; our part lies under " + OURS + "."}


def plain(node: Any, shapes: Node) -> Any:  # noqa: ANN401  JSON holds anything
    """Put in what is referred to, and take out what tells a reader of YAML nothing."""
    if isinstance(node, list):
        return [plain(item, shapes) for item in node]
    if isinstance(node, float) and node.is_integer():
        return int(node)
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        shape = shapes[node["$ref"].rpartition("/")[2]]
        node = shape | {key: value for key, value in node.items() if key != "$ref"}
    drop = {"title"} if isinstance(node.get("title"), str) else set()
    drop |= {"default"} if node.get("default", 0) in (None, "", [], {}) else set()
    out = {key: plain(value, shapes) for key, value in node.items() if key not in drop}
    if isinstance(out.get("default"), dict):  # what an empty section holds: each key says its own
        del out["default"]
    choices = [c for c in out.get("anyOf", ()) if c != {"type": "null"}]
    if len(choices) == 1:
        del out["anyOf"]
        return choices[0] | out
    return out | ({"anyOf": choices} if choices else {})


def open_key(tree: Node, path: list[str], shape: Node) -> None:
    """Add a key of brand.yml that the program reads and its schema leaves open."""
    for key in path[:-1]:
        tree = tree["properties"][key]
    tree.setdefault("properties", {})[path[-1]] = dict(shape)


def describe(node: Node, path: str, told: dict[str, Node], asked: dict[str, list[str]]) -> None:
    """Write the words of a key, and of all that lies below it, into its schema."""
    entry = told.get(path, {}) or told.get(elsewhere(path), {})
    rules = sorted({*entry.get("rules", ()), *asked.get(path, ()), *asked.get(elsewhere(path), ())})
    if entry:
        node["description"] = entry["says"]
        node |= {f"x-{key}": entry[key] for key in ("unit", "page") if key in entry}
        if "example" in entry:
            node["examples"] = [YAML(typ="safe", pure=True).load(entry["example"])]
            node["x-yaml"] = entry["example"]
    else:
        node.pop("description", None)
    if rules:
        node["x-rules"] = rules
    for inner, below in below_of(node, path):
        describe(below, inner, told, asked)


def elsewhere(path: str) -> str:
    """Give the path under which a key's words stand, where they hold for several."""
    for theirs, ours in SAME.items():
        path = path.replace(f"{OURS}.{theirs}.", f"{OURS}.{ours}.")
    return path


def below_of(node: Node, path: str) -> list[tuple[str, Node]]:
    """List the schemas below one, each with its path; of a choice those of every branch."""
    found = []
    for key, value in node.get("properties", {}).items():
        found.append((f"{path}.{key}".lstrip("."), value))
    free = [node.get("additionalProperties"), *node.get("patternProperties", {}).values()]
    found += [(f"{path}.*", value) for value in free if isinstance(value, dict)]
    if isinstance(node.get("items"), dict):
        found.append((f"{path}[]", node["items"]))
    for branch in node.get("anyOf", ()):
        found += below_of(branch, path)
    return found


def text() -> str:
    """Give the file as it is kept."""
    return json.dumps(profile_schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the schema, or say that it is stale."""
    current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text()
    if "--check" in sys.argv[1:]:
        print("current" if current else f"{TARGET.relative_to(ROOT)} is stale: run make docs")
        return 0 if current else 1
    TARGET.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
