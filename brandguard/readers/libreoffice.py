"""Draws Office and OpenDocument files through LibreOffice, where it is installed, as a PDF.

It runs with a profile folder of its own, macros and outside references switched off, a dead proxy,
bounds on time, processor and file size, and as a process group that ends with us however we end.
Only files without references to the outside may be handed in: the caller has looked.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

SECONDS: Final = 90.0
"""What drawing one file may take; a start from cold takes some ten."""
VARIABLE: Final = "BRANDGUARD_LIBREOFFICE"
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_GUARD: Final = """
ulimit -t 120; ulimit -f 1048576; ulimit -c 0
exec 3<&0
"$@" </dev/null 3<&- >/dev/null 2>&1 &
main=$!
{ read -r _ <&3; rm -rf -- "$PWD"; kill -KILL 0; } &
wait $main
"""
"""Runs a command in a folder of its own. When our end of the pipe closes, the folder goes and the
whole process group is killed: that happens even when we are killed ourselves, which LibreOffice's
own processes would survive. The bounds are seconds of processor time and blocks of 512 bytes a
file."""
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{items}
</oor:items>
"""
_ITEM: Final = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_VALUES: Final = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_DEAD_PROXY: Final = "http://127.0.0.1:9"
"""The port «discard», where nothing listens."""


def executable() -> str | None:
    """Give LibreOffice's program, None where it is not installed.

    BRANDGUARD_LIBREOFFICE names another one; empty, none is used.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen is not None:
        return chosen or None
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def to_pdf(data: bytes, suffix: str, max_bytes: int) -> bytes | None:
    """Draw a file; None where LibreOffice is not installed, fails, or takes too long."""
    program = executable()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(
        prefix="brandguard-draw-", ignore_cleanup_errors=True
    ) as folder:
        here = Path(folder)
        _write_profile(here / "profile" / "user")
        source = here / f"in{suffix}"
        source.write_bytes(data)
        _run(
            [
                program, f"-env:UserInstallation={(here / 'profile').as_uri()}", "--headless",
                "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
                "--convert-to", "pdf", "--outdir", str(here / "out"), str(source),
            ],
            here,
        )  # fmt: skip
        drawn = here / "out" / "in.pdf"
        if not drawn.is_file() or drawn.is_symlink() or drawn.stat().st_size > max_bytes:
            return None
        return drawn.read_bytes()


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _VALUES)
    (folder / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")


def _run(command: list[str], folder: Path) -> None:
    """Run to the end, or kill it and all that it started."""
    kept = ("PATH", "SYSTEMROOT", "WINDIR", "LANG", "LC_ALL", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {
        "HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder),
        "SAL_USE_VCLPLUGIN": "svp", "http_proxy": _DEAD_PROXY, "https_proxy": _DEAD_PROXY,
    }  # fmt: skip
    guarded = sys.platform != "win32"
    process = subprocess.Popen(  # noqa: S603  our own command; the file's name is ours too
        ["/bin/sh", "-c", _GUARD, "sh", *command] if guarded else command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=guarded,
    )
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=SECONDS)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what still runs of the group, and wait for its first process."""
    if sys.platform == "win32":
        import psutil

        with suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None:
        process.stdin.close()
    process.wait()
