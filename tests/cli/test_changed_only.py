"""`check --changed-only`: no more than git says has changed."""

import shutil
import subprocess

import pytest
from small_brand import FOREIGN, INK, RED, card

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@pytest.fixture
def git(brand, monkeypatch):
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")

    def call(*arguments):
        subprocess.run(["git", "-C", brand, *arguments], check=True, capture_output=True)

    call("init", "-b", "main")
    call("add", ".")
    call("commit", "-m", "first")
    return call


def paths(answer):
    return [creative["path"] for creative in answer.json["creatives"]]


def test_staged_unstaged_and_new_files_are_judged_and_no_others(brand, git, command):
    card(brand / "spring" / "online" / "post.png", RED)
    card(brand / "spring" / "offline" / "flyer.png", INK)
    git("add", "spring/online/post.png")
    card(brand / "spring" / "più nuovo.png", RED)
    (brand / ".gitignore").write_text("draft*\n")
    card(brand / "spring" / "draft.png", RED)
    (brand / "spring" / "online" / "copy.txt").unlink()
    answer = command("check", "spring", "--changed-only", "--format", "json", "--exit-zero")
    assert paths(answer) == [
        "spring/più nuovo.png", "spring/offline/flyer.png", "spring/online/post.png",
    ]  # fmt: skip


def test_nothing_changed_is_no_finding(git, command):
    git("status")
    answer = command("check", ".", "--changed-only")
    assert answer.code == 0
    assert answer.err.startswith("brandguard: Nothing that was asked for has changed")
    assert "--include" not in answer.err


def test_since_a_branch_counts_from_where_they_parted(brand, git, command):
    git("checkout", "-b", "summer")
    card(brand / "spring" / "banner.png", FOREIGN)
    git("add", ".")
    git("commit", "-m", "a banner")
    git("checkout", "main")
    card(brand / "spring" / "offline" / "flyer.png", INK)
    git("add", ".")
    git("commit", "-m", "meanwhile")
    git("checkout", "summer")
    options = ("--format", "json", "--exit-zero")
    assert paths(command("check", "spring", "--changed-since", "main", *options)) == [
        "spring/banner.png"
    ]
    named = ("spring/banner.png", "spring/online/post.png")
    assert paths(command("check", *named, "--changed-since", "main", *options)) == [named[0]]


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (("spring", "--changed-since", "nowhere"), "fetch-depth: 0"),
        (("spring", "--changed-since", "--output=x"), "name a branch"),
        (("missing", "--changed-only"), "no such file"),
        (("-", "--changed-only"), "leave --changed-only out"),
        (("s3://bucket/x", "--changed-only"), "leave --changed-only out"),
    ],
)
def test_what_git_cannot_answer_is_a_wrong_call(git, command, arguments, cure):
    git("status")
    answer = command("check", *arguments)
    assert answer.code == 2
    assert cure in answer.err


def test_outside_a_repository_the_cure_is_named(brand, command):
    answer = command("check", "spring", "--changed-only")
    assert answer.code == 2
    assert "in no git repository" in answer.err
    assert brand.is_dir()


def test_without_git_the_cure_is_named(git, command, monkeypatch):
    git("status")
    monkeypatch.setenv("PATH", "/nowhere")
    answer = command("check", "spring", "--changed-only")
    assert answer.code == 2
    assert "git is not installed" in answer.err
