"""Makes a Debian package from the frozen folder.

    python packaging/linux/make_deb.py dist/frozen/brandguard --out dist

What it depends on is read from the libraries in the folder and named by needs.toml. The same folder
gives the same bytes: every file carries the time of SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NEWEST_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")
CONTROL = """Package: brandguard
Version: {version}
Section: graphics
Priority: optional
Architecture: {architecture}
Maintainer: The BrandGuard authors <brandguard@localhost>
Installed-Size: {size_kb}
Depends: {depends}
Recommends: {recommends}
Suggests: libreoffice-core
Description: see whether creatives look and sound like the brand
 BrandGuard tells whether a brand's creatives, online and offline, look and
 sound like the brand, and like each other. It measures colours, logos, look,
 tone of voice and the facts of the message, and shows what is off and how to
 mend it. Everything happens on this machine.
"""
UPDATE = """#!/bin/sh
set -e
if command -v update-desktop-database >/dev/null; then update-desktop-database -q || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime || true; fi
if command -v gtk-update-icon-cache >/dev/null; then
    gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
"""


def compiled(folder: Path) -> list[Path]:
    """List the programs and libraries of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if _begins(path) == b"\x7fELF"]


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def asked_for(folder: Path) -> tuple[dict[str, str], tuple[int, int]]:
    """Give the libraries that are asked for and not inside, and the version of glibc.

    Each library comes with a file that asks for it.
    """
    asks: dict[str, str] = {}
    glibc = (2, 0)
    files = compiled(folder)
    for path in files:
        told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
        for name in re.findall(r"NEEDED\s+(\S+)", told.stdout):
            asks.setdefault(name, str(path.relative_to(folder)))
        found = [(int(a), int(b)) for a, b in NEWEST_GLIBC.findall(told.stdout)]
        glibc = max([glibc, *found])
    inside = {path.name for path in files}
    return {name: by for name, by in asks.items() if name not in inside}, glibc


def depends(folder: Path) -> list[str]:
    """Name the packages that the folder depends on; raises LookupError for an unknown library."""
    known = tomllib.loads((HERE / "needs.toml").read_text(encoding="utf-8"))
    packages = known["start"] | known["screen"]
    asks, glibc = asked_for(folder)
    unknown = {n: by for n, by in asks.items() if n not in packages and n not in known["wish"]}
    if unknown:
        raise LookupError(f"write into needs.toml which packages bring: {unknown}")
    named = {packages[name] for name in asks if name in packages} - {"libc6"}
    # Qt opens GL and EGL itself, without being linked to them
    return [f"libc6 (>= {glibc[0]}.{glibc[1]})", *sorted(named | {"libegl1", "libgl1"})]


def recommends() -> list[str]:
    """Name what the program does without and is better with; some of it is only loaded if there."""
    known = tomllib.loads((HERE / "needs.toml").read_text(encoding="utf-8"))
    return sorted({"fonts-dejavu-core", "xdg-desktop-portal", *known["wish"].values()})


def lay_out(folder: Path, root: Path) -> None:
    """Put everything where Debian has it."""
    shutil.copytree(folder, root / "usr/lib/brandguard", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/brandguard").symlink_to("../lib/brandguard/brandguard")
    icons = root / "usr/share/icons"
    shutil.copytree(ROOT / "build" / "icons" / "hicolor", icons / "hicolor")
    for name, place in {
        "brandguard.desktop": "usr/share/applications",
        "brandguard-profile.desktop": "usr/share/applications",
        "io.github.brandguard.BrandGuard.metainfo.xml": "usr/share/metainfo",
        "brandguard-mime.xml": "usr/share/mime/packages",
    }.items():
        (root / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / name, root / place / name.replace("-mime", ""))
    papers = root / "usr/share/doc/brandguard"
    papers.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", papers / "copyright")
    (papers / "licences").symlink_to("../../../lib/brandguard/licences")


def control(root: Path, folder: Path, version: str, architecture: str) -> None:
    """Write what the package manager reads."""
    about = root / "DEBIAN"
    about.mkdir()
    size = sum(f.stat().st_size for f in root.rglob("*") if f.is_file() and not f.is_symlink())
    text = CONTROL.format(
        version=version,
        architecture=architecture,
        size_kb=size // 1024,
        depends=", ".join(depends(folder)),
        recommends=", ".join(recommends()),
    )
    (about / "control").write_text(text, encoding="utf-8")
    for name in ("postinst", "postrm"):
        (about / name).write_text(UPDATE, encoding="utf-8")


def settle(root: Path) -> None:
    """Give every file one time and the usual rights."""
    for path in sorted([root, *root.rglob("*")]):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.name in {"postinst", "postrm"} or path.name == "brandguard"
        path.chmod(0o755 if runs else 0o644)


def make(folder: Path, out: Path, version: str) -> Path:
    """Make the package; gives its path."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"brandguard_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=out) as scratch:
        root = Path(scratch) / "root"
        lay_out(folder, root)
        control(root, folder, version, architecture)
        settle(root)
        settled = {"SOURCE_DATE_EPOCH": "1767225600"} | os.environ  # the caller's wins
        pack = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--build", root, target]
        subprocess.run(pack, check=True, env=settled, stdout=subprocess.DEVNULL)
    return target


def main() -> None:
    """Make the package and say what it needs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--needs", action="store_true", help="only say what it depends on")
    asked = parser.parse_args()
    if asked.needs:
        print("\n".join(depends(asked.folder)))
        return
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = make(asked.folder, asked.out, project["version"])
    print(f"{made}: {made.stat().st_size / 1_000_000:.0f} MB")


if __name__ == "__main__":
    main()
