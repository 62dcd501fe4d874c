"""The manual's console blocks, run: each `$` line in this process, on a copy of the sample brand.

Known is what the guides use: `brandguard`, `echo`, `cat`, `> FILE`, and `head`, `tail` and `grep`
behind a bar.
"""

import io
import re
import shlex
import sys
from pathlib import Path

from brandguard.cli.app import run

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "manual"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOME = "/home/ann"
"""What stands in the guides for the folder in which the commands were run."""


def renewed(text, shell):
    """Give a page with what its commands print now in place of what it shows."""
    return BLOCK.sub(lambda block: f"```console\n{_replayed(block[1], shell)}```", text)


def _replayed(block, shell):
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{shell.say(command)}" for command in commands)


def commands_of(text):
    """List the calls of `brandguard` on a page, in any fence: blocks of console, sh and yaml."""
    found = []
    for language, block in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        rows = block.replace("\\\n", " ").splitlines()
        if language == "console":
            rows = [row[2:] for row in rows if row.startswith("$ ")]
        found += rows if language in {"console", "sh"} else []
    inline = re.findall(r"`(brandguard [^`]+)`", text)
    parts = [part for line in [*found, *inline] for part in re.split(r"\s[|;]\s|&& ", line)]
    calls = [re.sub(r"^(\w+=\S+ )+", "", part.strip()) for part in parts]
    return [call for call in calls if re.match(r"brandguard\s", call)]


class Shell:
    """Runs the lines of one page, in a folder of its own."""

    def __init__(self, folder, capsys, monkeypatch):
        self.folder, self._capsys, self._patch = folder, capsys, monkeypatch
        self._code = 0

    def say(self, line):
        """Give what a line prints, stdout first."""
        *sources, last = [shlex.split(part) for part in _parts(line)]
        out = ""
        for words in [*sources, last]:
            out = self._one(words, out)
        shown = out.replace(str(self.folder), HOME)
        return "\n".join(row.rstrip() for row in shown.splitlines()) + ("\n" if shown else "")

    def _one(self, words, given):
        if words[-2:-1] == [">"]:
            (self.folder / words[-1]).write_text(self._one(words[:-2], given), encoding="utf-8")
            return ""
        name, *rest = words
        if name == "brandguard":
            return self._brandguard(rest, given)
        rows = given.splitlines(keepends=True)
        if name == "echo":
            return f"{self._code if rest == ['$?'] else ' '.join(rest)}\n"
        if name == "cat":
            return (self.folder / rest[0]).read_text(encoding="utf-8")
        if name in {"head", "tail"}:
            count = int(rest[0].removeprefix("-"))
            return "".join(rows[:count] if name == "head" else rows[-count:])
        assert name == "grep", f"the manual's shell does not know {name}"
        return "".join(row for row in rows if re.search(rest[0], row))

    def _brandguard(self, words, given):
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        self._capsys.readouterr()
        self._code = run(words)
        told = self._capsys.readouterr()
        assert "internal error" not in told.err, told.err  # never shown, never kept
        return told.out + told.err


def _parts(line):
    """Cut a line at its bars, those within quotes aside."""
    lexer = shlex.shlex(line, posix=False, punctuation_chars="|")
    lexer.whitespace_split = True
    parts = [[]]
    for word in lexer:
        if word == "|":
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts]
