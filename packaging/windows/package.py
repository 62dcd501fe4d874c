"""Makes the Windows installer from the frozen folder, signed where a certificate is named.

    python packaging/windows/package.py dist/frozen/brandguard [--dry-run]

Signs with signtool and the certificate whose thumbprint stands in BRANDGUARD_SIGN_SHA1; without it
the installer is unsigned, and Windows says so. `--dry-run` prints the commands and runs none.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLOCK = "http://timestamp.digicert.com"


def signing(thumbprint: str | None) -> list[str]:
    """Give signtool's command without the file; nothing where there is no certificate."""
    if not thumbprint:
        return []
    return ["signtool", "sign", "/sha1", thumbprint, "/fd", "sha256", "/tr", CLOCK, "/td", "sha256"]


def commands(folder: Path, version: str, thumbprint: str | None) -> list[list[str]]:
    """List the commands in order."""
    sign = signing(thumbprint)
    programs = [folder / "brandguard.exe", folder / "BrandGuardWindow.exe"]
    first = [[*sign, *map(str, programs)]] if sign else []
    pack = ["iscc", f"/DVersion={version}", f"/DFolder={folder}"]
    if sign:
        pack += ["/DSigned", f"/Ssign={' '.join(sign)} $f"]
    return [*first, [*pack, str(Path(__file__).parent / "brandguard.iss")]]


def main() -> None:
    """Run or print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dry-run", action="store_true")
    asked = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    thumbprint = os.environ.get("BRANDGUARD_SIGN_SHA1")
    for command in commands(asked.folder.absolute(), project["version"], thumbprint):
        print(subprocess.list2cmdline(command), flush=True)
        if not asked.dry_run:
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
