import configparser
import importlib.util
import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
METAINFO = LINUX / "io.github.brandguard.BrandGuard.metainfo.xml"


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def deb():
    return load(LINUX / "make_deb.py", "linux_make_deb")


def entry(name):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read(LINUX / name, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.mark.parametrize("name", ["brandguard.desktop", "brandguard-profile.desktop"])
def test_a_desktop_entry_speaks_three_languages_and_starts_the_window(name):
    told = entry(name)
    assert {"Comment", "Comment[it]", "Comment[es]"} <= set(told)
    assert told["Exec"].startswith("brandguard gui ")
    assert told["Terminal"] == "false"


def test_a_profile_opens_as_a_profile_and_a_creative_as_a_creative():
    profile = "application/x-brandguard-profile"
    assert entry("brandguard-profile.desktop")["MimeType"] == f"{profile};"
    assert profile not in entry("brandguard.desktop")["MimeType"]
    declared = ET.parse(LINUX / "brandguard-mime.xml").getroot()
    (kind,) = declared
    assert kind.get("type") == profile
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert {glob.get("pattern") for glob in kind.findall("m:glob", space)} == {
        "_brand.yml",
        "brand.yml",
    }


def test_the_desktop_tool_finds_nothing_wrong():
    tool = shutil.which("desktop-file-validate")
    if tool is None:
        pytest.skip("desktop-file-utils is not installed")
    done = subprocess.run(
        [tool, *LINUX.glob("*.desktop")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_metainfo_names_this_version_and_the_entry():
    about = ET.parse(METAINFO).getroot()
    assert about.find("releases")[0].get("version") == VERSION
    assert about.find("launchable").text == "brandguard.desktop"
    languages = {
        node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in about.findall("summary")
    }
    assert languages == {None, "it", "es"}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "brandguard"
    (made / "licences").mkdir(parents=True)
    shutil.copy(shutil.which("true") or sys.executable, made / "brandguard")
    return made


def test_what_draws_pages_is_recommended_and_not_asked_for(deb):
    named = deb.recommends()
    assert {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"} <= set(named)
    assert "libcups2 | libcups2t64" in named
    assert "{recommends}" in deb.CONTROL


needs_linux = pytest.mark.skipif(
    not all(map(shutil.which, ("dpkg-deb", "dpkg", "objdump"))), reason="no tools of Debian here"
)


@needs_linux
def test_a_package_is_made_the_same_each_time(deb, folder, tmp_path, monkeypatch):
    icons = tmp_path / "tree" / "build" / "icons" / "hicolor" / "16x16" / "apps"
    icons.mkdir(parents=True)
    (icons / "brandguard.png").write_bytes(b"png")
    shutil.copy(ROOT / "LICENSE", tmp_path / "tree")
    monkeypatch.setattr(deb, "ROOT", tmp_path / "tree")
    first = deb.make(folder, tmp_path / "one", VERSION)
    again = deb.make(folder, tmp_path / "two", VERSION)
    assert first.read_bytes() == again.read_bytes()
    listed = subprocess.run(["dpkg-deb", "-c", first], capture_output=True, text=True, check=True)
    for name in (
        "./usr/lib/brandguard/brandguard",
        "./usr/bin/brandguard -> ../lib/brandguard/brandguard",
        "./usr/share/applications/brandguard.desktop",
        "./usr/share/applications/brandguard-profile.desktop",
        "./usr/share/mime/packages/brandguard.xml",
        f"./usr/share/metainfo/{METAINFO.name}",
        "./usr/share/icons/hicolor/16x16/apps/brandguard.png",
        "./usr/share/doc/brandguard/copyright",
    ):
        assert f"{name}\n" in listed.stdout
    assert not re.search(r"^\S+ (?!root/root)", listed.stdout, re.MULTILINE)
    told = subprocess.run(["dpkg-deb", "-f", first], capture_output=True, text=True, check=True)
    assert f"Version: {VERSION}" in told.stdout
    assert re.search(r"Depends: libc6 \(>= 2\.\d+\), .*libegl1", told.stdout)


@needs_linux
def test_a_library_that_no_package_is_known_for_stops_it(deb, folder, monkeypatch):
    monkeypatch.setattr(deb, "asked_for", lambda _: ({"libnew.so.7": "x.so"}, (2, 34)))
    with pytest.raises(LookupError, match=r"libnew\.so\.7"):
        deb.depends(folder)


def test_windows_signs_programs_before_they_are_packed():
    package = load(ROOT / "packaging" / "windows" / "package.py", "windows_package")
    folder = Path("dist/brandguard")
    unsigned = package.commands(folder, VERSION, None)
    assert [row[0] for row in unsigned] == ["iscc"]
    assert not [word for word in unsigned[0] if "ign" in word and word.startswith("/S")]
    signed = package.commands(folder, VERSION, "ABC")
    assert [row[0] for row in signed] == ["signtool", "iscc"]
    assert str(folder / "BrandGuardWindow.exe") in signed[0]
    assert "/DSigned" in signed[1]
    assert f"/DVersion={VERSION}" in signed[1]


def test_the_windows_installer_knows_its_files():
    text = (ROOT / "packaging" / "windows" / "brandguard.iss").read_text(encoding="utf-8")
    spec = (ROOT / "packaging" / "frozen" / "brandguard.spec").read_text(encoding="utf-8")
    for name in ("BrandGuardWindow",):
        assert name in spec
        assert f"{name}.exe" in text
    messages = re.findall(r"^(en|it|es)\.(\w+)=", text, re.MULTILINE)
    assert {name for _, name in messages} == {"OnPath", "OpenWith"}
    assert len(messages) == 6


@pytest.fixture
def app(tmp_path):
    inside = tmp_path / "BrandGuard.app" / "Contents"
    (inside / "Frameworks" / "a b").mkdir(parents=True)
    (inside / "Frameworks" / "a b" / "x.so").touch()
    (inside / "Frameworks" / "libz.dylib").touch()
    return inside.parent


def dry_run(app, **settings):
    script = ROOT / "packaging" / "macos" / "package.sh"
    return subprocess.run(
        ["sh", script, app, VERSION, "--dry-run"],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin"} | settings,
        check=False,
    )


def test_macos_signs_from_the_inside_out_then_notarises(app):
    done = dry_run(app, SIGN_IDENTITY="Developer ID Application: X", NOTARY_PROFILE="p")
    assert done.returncode == 0, done.stderr
    steps = [line for line in done.stdout.splitlines() if line.startswith("+ ")]
    tools = [line.split()[1] for line in steps]
    assert tools == ["codesign"] * 5 + ["hdiutil", "codesign", "xcrun", "xcrun", "spctl"]
    assert steps[0].endswith("a b/x.so")
    assert steps[3].endswith("BrandGuard.app")
    for line in steps[:4]:
        assert "--options runtime --timestamp --entitlements" in line
    assert "notarytool submit" in steps[7]
    assert "stapler staple" in steps[8]


def test_macos_without_a_certificate_is_signed_ad_hoc_and_says_so(app):
    done = dry_run(app)
    assert done.returncode == 0
    assert "notarytool" not in done.stdout
    assert "--sign -" in done.stdout
    assert "ad hoc" in done.stderr


def test_macos_with_a_certificate_needs_a_way_to_notarise(app):
    done = dry_run(app, SIGN_IDENTITY="Developer ID Application: X")
    assert done.returncode != 0
    assert "NOTARY_PROFILE" in done.stderr


def test_entitlements_ask_for_no_more_than_is_needed():
    text = (ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes()
    assert set(plistlib.loads(text)) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


def test_every_lock_names_hashes_and_no_host():
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        pin = r"^[A-Za-z0-9][\w.-]*==.*"
        hashed = re.findall(pin + r"(?:\n    --hash=sha256:\w{64}.*)+", text, re.MULTILINE)
        assert len(hashed) == len(re.findall(pin, text, re.MULTILINE)) > 10, lock.name
    assert {"app.txt", "build.txt", "cluster.txt", "remote.txt", "team.txt", "dev.txt"} <= {
        lock.name for lock in (ROOT / "requirements").glob("*.txt")
    }
