"""Writes the software bill of materials (CycloneDX 1.6, JSON) of what is shipped.

    python packaging/sbom.py --out dist/brandguard.cdx.json

The libraries and their hashes come from requirements/app.txt by cyclonedx-bom; licences, native
parts, models and fonts from assets/licences.json, models with the SHA-256 of their files. The same
sources give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
KINDS = {
    "native": "library",
    "runtime": "framework",
    "data": "data",
    "font": "file",
}
MODELS = ROOT / "assets" / "models"


def libraries() -> dict[str, Any]:
    """Read the lock by cyclonedx-bom; gives the bill of it."""
    lock = ROOT / "requirements" / "app.txt"
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(lock), "--of", "JSON"]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--mc-type", "application"]
    command += ["--sv", "1.6", "--output-reproducible"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    bill: dict[str, Any] = json.loads(done.stdout)
    return bill


def licence(expression: str) -> list[dict[str, Any]]:
    """Give an SPDX expression as CycloneDX has it; one that SPDX does not list, as a name."""
    if "LGPLLR" in expression:
        return [{"license": {"name": expression}}]
    return [{"expression": expression}]


def models() -> list[dict[str, Any]]:
    """List the files of our own models with their hashes."""
    return [
        {
            "type": "file",
            "bom-ref": f"model:{path.relative_to(MODELS).as_posix()}",
            "name": f"assets/models/{path.relative_to(MODELS).as_posix()}",
            "hashes": [
                {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
            ],
        }
        for path in sorted(MODELS.rglob("*"))
        if path.is_file()
    ]


def bill_of_materials() -> dict[str, Any]:
    """Put all together."""
    bill = libraries()
    told = json.loads((ROOT / "assets" / "licences.json").read_text(encoding="utf-8"))["parts"]
    by_name = {part["name"]: part for part in told}
    for component in bill["components"]:
        part = by_name[component["name"].lower().replace("_", "-").replace(".", "-")]
        component["licenses"] = licence(part["licence"])
    inside = [part for part in told if part["kind"] != "library"]
    bill["components"] += [
        {
            "type": KINDS[part["kind"]],
            "bom-ref": f"part:{part['name']}",
            "name": part["name"],
            "description": part["note"],
            "licenses": licence(part["licence"]),
            "externalReferences": [{"type": "website", "url": part["home"]}],
        }
        for part in inside
    ] + models()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bill["metadata"]["component"]["version"] = project["version"]
    return bill


def main() -> None:
    """Write the bill."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "brandguard.cdx.json")
    out = parser.parse_args().out
    bill = bill_of_materials()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(bill['components'])} components")


if __name__ == "__main__":
    main()
