"""What changed, as git tells it: for hooks and build servers that judge no more than that."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from brandguard.model.errors import UsageError
from brandguard.remote.address import is_remote
from brandguard.walk import no_such

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 120
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""Git's name of a commit without files: what a repository without commits is compared with."""
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")
"""Set by git for its hooks: they would point another folder's question to the wrong repository."""


def changed_files(paths: Sequence[str], since: str | None) -> frozenset[str]:
    """Give the real paths of the files that changed in the repositories of `paths`.

    Against the last commit: staged or not, and new files that are not ignored. With `since`, also
    what was committed since this branch left that one. Raises UsageError with the cure where there
    is no git, no repository or no such commit.
    """
    if shutil.which("git") is None:
        raise UsageError(
            "--changed-only: git is not installed here; install it, or leave the option out"
        )
    if since is not None and since.startswith("-"):
        raise UsageError(f"--changed-since {since}: name a branch or commit, like origin/main")
    found: set[str] = set()
    for top in {_top_of(path) for path in paths}:
        found |= {os.path.join(top, name) for name in _names(top, since)}  # noqa: PTH118  keeps bytes
    return frozenset(found)


def _top_of(path: str) -> str:
    if path == "-" or is_remote(path):
        raise UsageError(f"{path}: git knows nothing of it; leave --changed-only out")
    if not os.path.lexists(path):
        raise no_such(path)
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode != 0:
        raise UsageError(
            f"--changed-only: {path} is in no git repository; run it there, or leave the option out"
        )
    return os.path.realpath(os.fsdecode(done.stdout.rstrip(b"\n")))


def _names(top: str, since: str | None) -> set[str]:
    """Give the names of changed files below a repository's top."""
    base = _base(top, since)
    changed = _git(top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff",
                   "--diff-filter=d", base, "--")  # fmt: skip
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    for done in (changed, new):
        if done.returncode != 0:
            told = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise UsageError(f"--changed-only: git refuses ({told})")
    return {os.fsdecode(name) for name in (changed.stdout + new.stdout).split(b"\0") if name}


def _base(top: str, since: str | None) -> str:
    if since is None:
        head = _git(top, "rev-parse", "--verify", "--quiet", "HEAD")
        return head.stdout.decode().strip() if head.returncode == 0 else EMPTY_TREE
    done = _git(top, "merge-base", since, "HEAD")
    if done.returncode != 0:
        raise UsageError(
            f"--changed-since {since}: git finds no commit that it and this branch have in common. "
            "Fetch it with its history (fetch-depth: 0 on a build server), or correct the name"
        )
    return done.stdout.decode().strip()


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    settings = {k: v for k, v in os.environ.items() if k not in _OF_A_HOOK}
    command = ["git", "-C", folder, *arguments]
    try:
        return subprocess.run(  # noqa: S603  git, by a list of arguments
            command, capture_output=True, env=settings, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"--changed-only: git did not answer in {SECONDS} s") from error
