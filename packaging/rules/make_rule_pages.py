"""Write docs/rules and assets/rules/examples.json from the rules, their words and their cases.

Run it after a rule, its words or its cases have changed: `make docs`. With `--check` nothing is
written, and what is not current is named.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from rule_cases import case_files, findings_of, given_of

from brandguard import rulepage
from brandguard.checks import RULES
from brandguard.messages import Messages

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "rules"
EXAMPLES = ROOT / "assets" / "rules" / "examples.json"
FAMILIES = {
    "COL": "Colour", "LOG": "Logo", "TYP": "Typography", "IMG": "Imagery", "VOX": "Voice",
    "TRM": "Terms", "MSG": "Message", "LNK": "Links and codes", "PRO": "Production",
    "CAM": "Campaign", "WVR": "Waivers", "SYS": "Reading",
}  # fmt: skip
LONGEST = 72
"""Characters of a string that an example shows."""
LINE = 90


def examples() -> dict[str, Any]:
    """Give for each rule with cases its profile keys, one case that fails and one that passes."""
    found = {}
    for code, document in case_files().items():
        fails = next(c for c in document["case"] if any(e.startswith(code) for e in c["expect"]))
        passes = next(c for c in document["case"] if not c["expect"])
        finding = findings_of(document, fails)[0]
        found[code] = {
            "keys": document["keys"],
            "profile": fails.get("profile", document.get("profile", "")).strip(),
            "fails": {
                "name": fails["name"],
                "given": shown(given_of(fails)),
                "severity": finding.severity,
                "facts": finding.facts,
                "suggestion": finding.suggestion,
            },
            "passes": {"name": passes["name"], "given": shown(given_of(passes))},
        }
    return found


def shown(given: dict[str, Any]) -> str:
    """Write what a case is given as lines of TOML, long strings cut short, long lists broken."""
    return "\n".join(f"{key} = {_broken(value)}" for key, value in given.items())


def _broken(value: Any) -> str:  # noqa: ANN401  any value of TOML
    if isinstance(value, list) and len(value) > 1 and len(_inline(value)) > LINE:
        return "[\n" + "".join(f"  {_inline(one)},\n" for one in value) + "]"
    return _inline(value)


def _inline(value: Any) -> str:  # noqa: ANN401  as above
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_inline(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, str):
        cut = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        return json.dumps(cut, ensure_ascii=False)
    return json.dumps(value) if isinstance(value, bool | int | float) else str(value)


def files() -> dict[Path, str]:
    """Give every file that is made, with its text."""
    made = examples()
    words = Messages.load("en")
    texts = {
        EXAMPLES: json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
        PAGES / "README.md": _index(words, made),
    }
    for rule in RULES:
        texts[PAGES / f"{rule.code}.md"] = _page(rule.code, words, made)
    return texts


def _page(code: str, words: Messages, made: dict[str, Any]) -> str:
    lines = [f"# {code}: {words.title(code)}", ""]
    for section in rulepage.sections(code, words, made.get(code)):
        lines += [f"## {section.heading}", ""]
        for line in section.lines:
            lines += [line, ""]
        for block in section.blocks:
            lines += ["```" + block.kind, block.text, "```", ""]
    lines.append("[All rules](README.md)")
    return "\n".join(lines) + "\n"


def _index(words: Messages, made: dict[str, Any]) -> str:
    lines = [
        "# The rules",
        "",
        "Made from the rules themselves by `make docs`. `brandguard explain CODE` says the same,",
        "in Italian and Spanish too; `brandguard rules` lists their state under a profile.",
    ]
    family = ""
    for rule in sorted(RULES, key=lambda r: (list(FAMILIES).index(r.code[:3]), r.code)):
        if rule.code[:3] != family:
            family = rule.code[:3]
            lines += [
                "",
                f"## {FAMILIES[family]}",
                "",
                "| code | rule | severity |",
                "| --- | --- | --- |",
            ]
        severity = words.name("severity", rule.severity)
        lines.append(f"| [{rule.code}]({rule.code}.md) | {words.title(rule.code)} | {severity} |")
    missing = [rule.code for rule in RULES if rule.code not in made]
    if missing:
        lines += ["", f"Without a tested example as yet: {', '.join(missing)}."]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the files, or name those that are not current."""
    texts = files()
    stale = [path for path in PAGES.glob("*.md") if path not in texts]
    wrong = [
        p for p, text in texts.items() if not p.exists() or p.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv:
        print("\n".join(str(p.relative_to(ROOT)) for p in (*stale, *wrong)) or "all are current")
        return int(bool(stale or wrong))
    for path in stale:
        path.unlink()
    for path in wrong:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path], encoding="utf-8")
    print(f"{len(wrong)} written, {len(stale)} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
