"""Put an HTML report before axe-core in headless Chromium, light and dark, and say what is wrong.

Used by hand, with an axe.min.js that is not ours to ship (`npm pack axe-core` gives one):

    python packaging/accessibility.py axe.min.js report.html [report.html …]

Exit code 1 where there is a serious or critical violation, an error in the console or a request.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--enable-logging=stderr", "--force-prefers-reduced-motion", "--window-size=1280,2000",
)  # fmt: skip
SCHEMES = {"light": "1", "dark": "0"}
GRAVE = {"serious", "critical"}
SECONDS = 900
RUN = """
document.querySelectorAll("details").forEach(folded => { folded.open = true; });
axe.run(document, {resultTypes: ["violations"], elementRef: false}).then(found => {
  const said = document.createElement("pre");
  said.id = "axe-result";
  said.textContent = JSON.stringify(found.violations.map(v => ({
    id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.length,
    first: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " | " + n.failureSummary),
  })));
  document.body.append(said);
  document.title = "axe is done";
});
"""


def main(arguments: list[str]) -> int:
    """Check every report that is named, and print what was found."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    axe = Path(arguments[0]).read_text(encoding="utf-8")
    wrong = [_check(axe, Path(name)) for name in arguments[1:]]  # every one is looked at
    return int(any(wrong))


def _check(axe: str, report: Path) -> bool:
    wrong = _console(report)
    for line in wrong:
        print(f"{report.name}: {line}")
    bad = bool(wrong)
    for scheme, code in SCHEMES.items():
        found = _violations(axe, report, code)
        if found is None:
            print(f"{report.name} ({scheme}): axe gave no result")
            bad = True
            continue
        grave = sum(one["impact"] in GRAVE for one in found)
        print(f"{report.name} ({scheme}): {len(found)} violations, {grave} serious or critical")
        for one in found:
            print(f"  {one['impact']} {one['id']}: {one['help']} ({one['nodes']} places)")
            print("".join(f"    {place}\n" for place in one["first"]), end="")
        bad = bad or grave > 0
    return bad


def _console(report: Path) -> list[str]:
    """Give what the page itself has the console say, and the requests it tries to make."""
    done = _run(report, "--dump-dom")
    return [line for line in done.stderr.splitlines() if "CONSOLE" in line or "Refused" in line]


def _violations(axe: str, report: Path, scheme: str) -> list[dict[str, object]] | None:
    page = report.read_text(encoding="utf-8")
    # The copy may run a script, the report may not: its policy says so.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    scripts = f"<script>{axe}</script><script>{RUN}</script>"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.html"
        copy.write_text(page.replace("</body>", f"{scripts}</body>"), encoding="utf-8")
        budget = f"--virtual-time-budget={SECONDS * 1000}"
        dom = _run(
            copy, "--dump-dom", budget, f"--blink-settings=preferredColorScheme={scheme}"
        ).stdout
    result = re.search(r'<pre id="axe-result">(.*?)</pre>', dom, re.DOTALL)
    return json.loads(html.unescape(result.group(1))) if result else None


def _run(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [*CHROMIUM, f"--user-data-dir={profile}", *options, page.resolve().as_uri()],
            capture_output=True, text=True, check=False, timeout=SECONDS,
        )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
