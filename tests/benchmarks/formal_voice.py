"""Formal copy of our own in three languages, and the same copy rewritten by rule into slangy talk.

A sentence holds its two readings: «[La invitiamo|Ti invitiamo] a teatro». The formal text takes the
left sides; the rewritten one takes the right sides, shouts, adds emoji and slang.
`python tests/benchmarks/formal_voice.py` learns from twenty formal texts a language, checks twenty
others and their rewritten forms, and prints how many of each are flagged.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SIDES = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")

LANGUAGES = ("en", "es", "it")
HERE = Path(__file__).parent
SLANG = {
    "it": ("Che figata! 🔥", "Dai, non fare il timido 😜", "Spacca, fidati!!", "Cioè, wow 😍"),
    "es": ("¡Cómo mola! 🔥", "¡Venga, no te cortes! 😜", "¡¡Una pasada, tío!!", "O sea, guau 😍"),
    "en": ("How cool is that! 🔥", "Don't be shy 😜", "It's gonna be epic!!", "Like, wow 😍"),
}
TEXTS = 20
SENTENCES_EACH = 7


def sentences(language: str) -> list[str]:
    """Give the formal sentences of a language with their two readings."""
    return (HERE / "formal_voice" / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def formal(chosen: list[str]) -> str:
    """Write the approved form of a text."""
    return " ".join(SIDES.sub(r"\1", sentence) for sentence in chosen)


def rewritten(chosen: list[str], language: str, rng: random.Random) -> str:
    """Write the same text as the brand never would."""
    out = []
    for sentence in chosen:
        line = SIDES.sub(r"\2", sentence)
        out.append(line[:-1] + rng.choice(("!", "!!", "!", "…")) if line.endswith(".") else line)
    for remark in rng.sample(SLANG[language], 2):
        out.insert(rng.randint(1, len(out)), remark)
    return " ".join(out)


def write_set(folder: Path, language: str, count: int = TEXTS) -> None:
    """Write learn/, approved/ and bad/ texts: different draws from one brand's sentences."""
    rng = random.Random(language)
    pool = sentences(language)
    for number in range(count):
        known, fresh = (rng.sample(pool, SENTENCES_EACH) for _ in range(2))
        for kind, text in (
            ("learn", formal(known)),
            ("approved", formal(fresh)),
            ("bad", rewritten(fresh, language, rng)),
        ):
            place = folder / kind / f"{number:02}.txt"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text + "\n", encoding="utf-8")


def flagged(report: dict, kind: str) -> float:
    """Give the part of a folder's texts that the report warns of."""
    mine = [c for c in report["creatives"] if f"/{kind}/" in c["path"]]
    return sum(c["verdict"] in {"warn", "fail"} for c in mine) / len(mine)


def main() -> None:
    """Learn, check and print, language by language."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work)
            write_set(folder, language)
            program = [sys.executable, "-m", "brandguard"]
            profile, out = folder / "formal.yml", folder / "report.json"
            learn = ["learn", folder / "learn", "--name", "Formal", "--output", profile]
            check = ["check", folder / "approved", folder / "bad", "--profile", profile]
            subprocess.run([*program, *learn], check=True, capture_output=True)
            subprocess.run(
                [*program, *check, "--format", "json", "--output", out, "--exit-zero"],
                check=True, capture_output=True,
            )  # fmt: skip
            report = json.loads(out.read_text(encoding="utf-8"))
        recall, false = flagged(report, "bad"), flagged(report, "approved")
        sys.stdout.write(
            f"{language}: rewritten flagged {recall:.2f}, approved flagged {false:.2f} of {TEXTS}\n"
        )


if __name__ == "__main__":
    main()
