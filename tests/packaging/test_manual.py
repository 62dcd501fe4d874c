"""The manual builds without a warning, fetches nothing, and shows what really happens."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag

import pytest
import typer
from manual_console import BLOCK, GUIDES, ROOT, Shell, commands_of, renewed
from ruamel.yaml import YAML
from typer._click.exceptions import UsageError  # typer's own copy of click

from brandguard.model.profile import DEFAULT_WEIGHTS

PAGES = sorted(GUIDES.glob("*.md"))
TEXTS = {page.stem: page.read_text(encoding="utf-8") for page in PAGES}
CALLS = sorted({(page, call) for page, text in TEXTS.items() for call in commands_of(text)})
FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"),
           ("source", "src"), ("source", "srcset"), ("img", "srcset"), ("embed", "src"),
           ("object", "data"), ("form", "action"), ("video", "src"), ("audio", "src"),
           ("use", "href")}  # fmt: skip
QUIET_LINKS = {"canonical", "license", "author"}
"""Relations of a `link` that no browser fetches."""


class Asked(HTMLParser):
    """What a page makes a browser fetch, and where it leads."""

    def __init__(self, text):
        super().__init__()
        self.fetched, self.links, self.anchors = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.anchors.add(given["id"])
        quiet = tag == "link" and given.get("rel") in QUIET_LINKS
        self.fetched += [v for k, v in attrs if (tag, k) in FETCHED and v and not quiet]
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.links.append(given["content"].partition("url=")[2])


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manual")
    call = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-d", folder / "trees",
            "-c", GUIDES, ROOT / "docs", folder / "html"]  # fmt: skip
    # A door that is no door: whatever asks the network for something fails, and the build with it.
    shut = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=os.environ | shut)
    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def site(built):
    pages = built.rglob("*.html")
    return {page: Asked(page.read_text(encoding="utf-8")) for page in pages}


def test_every_source_has_its_page(built):
    sources = list((ROOT / "docs").rglob("*.md"))
    assert len(sources) > 100
    for source in sources:
        assert (built / source.relative_to(ROOT / "docs")).with_suffix(".html").is_file()


def test_no_page_asks_for_anything_outside(site, built):
    outside = {a for asked in site.values() for a in asked.fetched if re.match(r"(\w+:)?//", a)}
    assert outside == set()
    for page, asked in site.items():
        for address in asked.fetched:
            if not address.startswith(("data:", "#")):
                path = unquote(urldefrag(address).url.partition("?")[0])
                assert (page.parent / path).exists(), f"{page}: {address}"
    for sheet in built.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", text), sheet


def test_every_page_can_be_reached_and_every_link_leads_somewhere(site, built):
    seen, waiting = set(), [built / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for link in site[page].links:
            path, anchor = urldefrag(link)
            if re.match(r"\w+:", path):
                continue
            target = (page.parent / unquote(path)).resolve() if path else page
            assert target.is_file(), f"{page.name}: {link}"
            if target in site:
                assert not anchor or unquote(anchor) in site[target].anchors, f"{page.name}: {link}"
                waiting.append(target)
    made_by_sphinx = {"genindex.html", "search.html", "404.html"}
    assert {p.name for p in set(site) - seen} <= made_by_sphinx


@pytest.mark.parametrize("page", TEXTS)
def test_every_picture_of_a_guide_is_there(page):
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", TEXTS[page])
    assert pictures or page in {"ci", "clusters", "command-line", "profile"}
    for words, path in pictures:
        assert words
        assert (GUIDES / path).is_file()


@cache
def program():
    from brandguard.cli.app import app

    return typer.main.get_command(app)


@pytest.mark.parametrize(("page", "call"), CALLS, ids=[f"{p}: {c}" for p, c in CALLS])
def test_every_command_of_a_guide_is_one_of_the_program(page, call):
    _, *words = shlex.split(call.partition(" #")[0].rstrip(" …").replace("COMMAND ", ""))
    command, context = program(), typer.Context(program(), info_name="brandguard")
    while hasattr(command, "get_command") and words and not words[0].startswith("-"):
        inner = command.get_command(context, words[0])
        assert inner is not None, f"{page}: no command {words[0]}"
        command, words = inner, words[1:]
        context = typer.Context(command, info_name=command.name, parent=context)
    known = {o for p in command.get_params(context) for o in (*p.opts, *p.secondary_opts)}
    options = [word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)]
    assert set(options) <= known, page
    try:
        command.make_context(command.name, list(words), parent=context)
    except typer.Exit:
        pass  # --help has been shown
    except UsageError as error:
        if "Missing" not in str(error):  # prose names a command alone
            pytest.fail(f"{page}: {call}: {error}")


SHOWING = [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_each_command_prints_what_the_page_shows(page, tmp_path, capsys, monkeypatch):
    shutil.copytree(ROOT / "assets" / "sample", tmp_path / "assets" / "sample")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRANDGUARD_JOBS", "1")  # nothing here is worth a second one's start
    text = page.read_text(encoding="utf-8")
    now = renewed(text, Shell(tmp_path, capsys, monkeypatch))
    if os.environ.get("RENEW_MANUAL"):
        page.write_text(now, encoding="utf-8")
    assert now == text, "read what has changed, then RENEW_MANUAL=1"


def test_the_score_that_managers_recompute_is_the_program_s():
    rows = re.findall(
        r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", TEXTS["managers"], re.MULTILINE
    )
    points = {
        name: (float(score), float(weight), float(part)) for name, score, weight, part in rows
    }
    assert set(points) == {"colour", "logo", "voice", "message"}
    for score, weight, part in points.values():
        assert round(score * weight, 1) == part
    assert all(weight == DEFAULT_WEIGHTS[name] for name, (_, weight, _) in points.items())
    mean = sum(part for *_, part in points.values()) / sum(w for _, w, _ in points.values())
    shown = re.search(r"online/story\.png  Look again · ([\d.]+)", TEXTS["command-line"])[1]
    assert f"{mean:.1f}" == shown
    assert f"**{shown}**" in TEXTS["managers"]


def test_the_manifest_and_other_yaml_of_the_guides_can_be_read():
    yaml = YAML(typ="safe", pure=True)
    for text in TEXTS.values():
        for block in re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            yaml.load(block)


def test_the_guides_go_to_nobody_s_wheel():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = told["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["brandguard"]
    assert wheel["force-include"] == {"assets": "brandguard/assets"}
